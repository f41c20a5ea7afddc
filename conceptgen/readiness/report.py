"""The readiness report: what stands between an input and its approval. A working paper, never for the client.

Verdict and gates, remarks by section, what leads to what, what is covered, what is not known yet, and what the way the
chain was made leaves to be feared.
"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, Wide, h1
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import contents
from conceptgen.document.blocks import Document
from conceptgen.model.project import Project
from conceptgen.readiness import (
    coverage,
    development,
    goal_links,
    remarks,
    touchpoint_links,
    unknowns,
    verdict,
)
from conceptgen.readiness.judgement import Gate, Judgement, Remark
from conceptgen.readiness.working_paper import scope_of, working_paper

__all__ = ["Gate", "Judgement", "Remark", "readiness"]

_LONG = 40
"""From so many remarks the report is long enough for a list of contents."""


def readiness(project: Project, judgement: Judgement) -> Document:
    """The report on a project, ready to write, in the language of the project."""
    scope = scope_of(project)
    return working_paper(scope, "readiness", _pieces(scope, judgement))


def _pieces(scope: Scope, judgement: Judgement) -> Iterator[Piece]:
    if len(judgement.open) >= _LONG:
        yield from contents.blocks(scope)
    yield from verdict.blocks(scope, judgement)
    yield from remarks.blocks(scope, judgement)
    traced = (*goal_links.blocks(scope), *touchpoint_links.blocks(scope))
    if traced:
        yield Wide((h1(scope, "readiness.tracing.title"), *traced))
    yield from coverage.blocks(scope)
    yield from unknowns.blocks(scope)
    yield from development.blocks(scope)
