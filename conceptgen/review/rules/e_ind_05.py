"""Do the dates of the targets of every indicator follow one another?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.model.indicators import Indicator, Target
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-IND-05"
SECTION = "indicators"
PAPERS = FULL_CONCEPT
CONTRADICTION = True


def check(case: Case) -> Iterator[Trouble]:
    """Targets in different units, or told apart by a remark, are series of their own; a year may close its quarters."""
    for indicator in case.concept.indicators:
        before: dict[tuple[str | None, str | None], Target] = {}
        for target in indicator.targets:
            if _order(case, target) is None:
                continue
            series = (target.unit or indicator.unit, target.per)
            earlier = before.get(series)
            told_apart = earlier is not None and (earlier.remark or target.remark)
            if earlier is not None and not told_apart and not _follows(case, earlier, target):
                yield _trouble(indicator, earlier, target)
            before[series] = target


def _order(case: Case, target: Target) -> tuple[date, int] | None:
    """By the last day; of two periods that end together the longer comes later."""
    first, last = case.first(target.due), case.last(target.due)
    return (last, -first.toordinal()) if first and last else None


def _follows(case: Case, earlier: Target, later: Target) -> bool:
    one, other = _order(case, earlier), _order(case, later)
    return one is None or other is None or one < other


def _trouble(indicator: Indicator, earlier: Target, later: Target) -> Trouble:
    values = {"name": indicator, "due": later.due, "before": earlier.due}
    return Trouble(later, "due", "same" if earlier.due == later.due else "order", values)
