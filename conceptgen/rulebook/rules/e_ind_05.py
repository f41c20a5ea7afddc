"""Do the dates of the targets of every indicator follow one another?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.model.indicators import Indicator, Target
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-IND-05"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """Targets of other units or levels, or told apart by a remark, are series apart; a year may close its quarters."""
    for indicator in context.concept.indicators:
        before: dict[tuple[str | None, ...], Target] = {}
        for target in indicator.targets:
            if _order(context, target) is None:
                continue
            series = (target.unit or indicator.known_unit, target.per, target.level)
            earlier = before.get(series)
            told_apart = earlier is not None and (earlier.remark or target.remark)
            if earlier is not None and not told_apart and not _follows(context, earlier, target):
                yield _trouble(indicator, earlier, target)
            before[series] = target


def _order(context: RuleContext, target: Target) -> tuple[date, int] | None:
    """By the last day; of two periods that end together the longer comes later."""
    first, last = context.first(target.due), context.last(target.due)
    return (last, -first.toordinal()) if first and last else None


def _follows(context: RuleContext, earlier: Target, later: Target) -> bool:
    one, other = _order(context, earlier), _order(context, later)
    return one is None or other is None or one < other


def _trouble(indicator: Indicator, earlier: Target, later: Target) -> Violation:
    values = {"name": indicator, "due": later.due, "before": earlier.due}
    return Violation(later, "due", "same" if earlier.due == later.due else "order", values)
