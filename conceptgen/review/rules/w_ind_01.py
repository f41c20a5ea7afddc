"""Do the indicators cover the time before the purchase, the purchase itself and the time after it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.model.indicators import Indicator
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Label, Trouble

CODE = "W-IND-01"
SECTION = "indicators"
PAPERS = FULL_CONCEPT

_PHASES = ("before", "during", "after")


def check(case: Case) -> Iterator[Trouble]:
    """Told once, when the phase of every indicator is known: its own, or that of the stages of its touchpoints."""
    stages: dict[int, str | None] = {
        id(placed.touchpoint): placed.stage.phase
        for chain in case.project.chains
        for placed in case.touchpoints(chain)
    }
    covered: set[str] = set()
    for indicator in case.concept.indicators:
        phases = _phases(case, indicator, stages)
        if not phases:
            return
        covered |= phases
    missing = [phase for phase in _PHASES if phase not in covered]
    if covered and missing:
        labels = case.project.document.phase_labels
        named = [getattr(labels, phase) or Label("phase", phase) for phase in missing]
        yield Trouble(case.concept, "indicators", values={"phases": named})


def _phases(case: Case, indicator: Indicator, stages: dict[int, str | None]) -> set[str]:
    points = case.relations.linked(indicator, Touchpoint)
    around = {stages.get(id(point)) for point in points} | {indicator.phase}
    return {phase for phase in around if phase}
