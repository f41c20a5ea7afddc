"""What the verdicts rest on: their evidence with its sources, and the annex of those where anything cites one."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.marks import full_texts, marks_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import sources
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ZoneVerdict
from conceptgen.model.base import Citation
from conceptgen.model.walk import parts


def evidence(scope: Scope, verdict: ZoneVerdict) -> list[Inlines]:
    """What a verdict rests on, its own sources behind the last of it."""
    said = [*full_texts(scope, verdict.evidence)]
    if marks := marks_of(scope, verdict):
        said[-1:] = [line(*said[-1:], marks)]
    return said


def blocks(scope: Scope) -> Iterator[Piece]:
    """The sources, unless nothing that is printed of the zones names one."""
    told = (*scope.state.zone_audit, *(said for each in scope.state.findings for said in each.heard))
    if any(isinstance(place.part, Citation) for each in told for place in parts(each)):
        yield from sources.blocks(scope)
