"""Is every indicator measured as often as it says?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.model.dates import When
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.review.case import Case
from conceptgen.review.figures import LONGEST
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Label, Trouble

CODE = "W-IND-05"
SECTION = "indicators"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """What was measured before the programme had no order yet; what is measured daily is listed more rarely."""
    for indicator in case.concept.indicators:
        if days := LONGEST.get(indicator.frequency or ""):
            yield from _gaps(case, indicator, days)


def _gaps(case: Case, indicator: Indicator, days: int) -> Iterator[Trouble]:
    made = sorted(_made(case, indicator), key=lambda each: str(case.first(each.date)))
    for before, after in pairwise(made):
        last, first = case.last(before.date), case.first(after.date)
        if last and first and (first - last).days > 2 * days:
            values = {
                "name": indicator,
                "before": before.date,
                "after": after.date,
                "frequency": Label("frequency", indicator.frequency or ""),
            }
            yield Trouble(after, "date", values=values)


def _made(case: Case, indicator: Indicator) -> Iterator[Measurement]:
    start = case.first(case.programme.start)
    for each in indicator.measurements:
        first = case.first(each.date) if isinstance(each.date, When) else None
        if start and first and first >= start:
            yield each
