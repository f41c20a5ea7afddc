"""Do the indicators cover the time before the purchase, the purchase itself and the time after it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-IND-01"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_PHASES = ("before", "during", "after")


def check(context: RuleContext) -> Iterator[Violation]:
    """Told once, when the phase of every indicator is known: its own, or that of the stages of its touchpoints."""
    stages: dict[int, tuple[str | None, ...]] = {
        id(placed.touchpoint): placed.stage.phases
        for chain in context.project.chains
        for placed in context.touchpoints(chain)
    }
    covered: set[str] = set()
    for indicator in context.concept.indicators:
        phases = _phases(context, indicator, stages)
        if not phases:
            return
        covered |= phases
    missing = [phase for phase in _PHASES if phase not in covered]
    if covered and missing:
        labels = context.project.document.phase_labels
        named = [getattr(labels, phase) or Label("phase", phase) for phase in missing]
        yield Violation(context.concept, "indicators", values={"phases": named})


def _phases(
    context: RuleContext, indicator: Indicator, stages: dict[int, tuple[str | None, ...]]
) -> set[str]:
    points = context.relations.linked(indicator, Touchpoint)
    around = {phase for point in points for phase in stages.get(id(point), ())} | {indicator.phase}
    return {phase for phase in around if phase}
