"""Is the last target of every indicator better than where it starts from?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.figure_bounds import bounds
from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-IND-02"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Only figures of one unit are compared; a norm may be milder than the fact."""
    for indicator in context.concept.indicators:
        start, target = indicator.baseline, indicator.aim
        if start is None or target is None or indicator.target_kind == "norm":
            continue
        gain = _gain(indicator, start, target)
        if gain is not None and gain <= 0:
            values = {
                "name": indicator,
                "start": WithUnit(start, indicator.known_unit),
                "target": WithUnit(target, indicator.known_unit),
            }
            yield Violation(target, variant="equal" if gain == 0 else "worse", values=values)


def _gain(indicator: Indicator, start: Figure, target: Figure) -> Decimal | None:
    """How far the best the target allows lies from the start, in the wished direction; None where that is unclear."""
    if (start.unit or indicator.known_unit) != (
        target.unit or indicator.known_unit
    ) or start.per != target.per:
        return None
    (start_low, start_high), (low, high) = bounds(start), bounds(target)
    if start_low is None or start_low != start_high or target.form in ("more_than", "less_than"):
        return None
    if indicator.direction == "increase":
        best = high if high is not None else low
        return None if best is None else best - start_low
    if indicator.direction == "decrease":
        best = low if low is not None else high
        return None if best is None else start_low - best
    return None
