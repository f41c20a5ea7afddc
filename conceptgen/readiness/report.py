"""The readiness report: what stands between an input and its approval. A working paper, never for the client.

Verdict and gates, remarks by section, what leads to what, what is covered, what is not known yet, and what the way the
chain was made leaves to be feared.
"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, Wide, h1
from conceptgen.composition.pages import labels, on_a_page, split
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import contents
from conceptgen.document.blocks import Document
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.languages.words import words
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

__all__ = ["Gate", "Judgement", "Remark", "readiness"]

_LONG = 40
"""From so many remarks the report is long enough for a list of contents."""


def readiness(project: Project, judgement: Judgement) -> Document:
    """The report on a project, ready to write, in the language of the project."""
    language, settings = project.document.language, project.settings
    spoken = words(language, settings.percent or "", settings.show_sign)
    scope = Scope(project, spoken, project.document.status)
    parts = on_a_page(split(_pieces(scope, judgement)))
    say, organization = scope.say, project.organization.name
    document = Document(
        title=say("readiness.title_of", title=project.document.title),
        running=say("readiness.title"),
        organization=organization,
        author=organization,
        language=language,
        date=project.document.date.isoformat(),
        labels=labels(scope),
        parts=tuple(parts),
        draft=say("readiness.mark"),
        page="letter" if (settings.paper or say("paper")) == "letter" else "a4",
        keywords=(organization,),
        subject=say("readiness.title"),
        category=say("readiness.mark"),
        version=project.document.version or "",
    )
    return typeset_document(number(document))


def _pieces(scope: Scope, judgement: Judgement) -> Iterator[Piece]:
    yield from verdict.cover(scope)
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
