"""Will every low score be levelled before the programme ends?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conceptgen.model.assessment import Cause
from conceptgen.model.base import Term
from conceptgen.review.case import Case
from conceptgen.review.figures import bounds
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-CAU-03"
SECTION = "current_state"
PAPERS = FULL_CONCEPT

_DAYS = {"day": 1, "day_cal": 1, "day_work": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def check(case: Case) -> Iterator[Trouble]:
    """The shortest time counts, from the day of the analysis; without that day nothing is known."""
    end = case.last(case.programme.end)
    for cause in case.state.causes:
        levelled = _levelled(case, cause)
        if end and levelled and levelled > end:
            yield Trouble(cause, "time_to_level", values={"end": case.programme.end})


def _levelled(case: Case, cause: Cause) -> date | None:
    """The first day on which it may be level."""
    term, start = cause.time_to_level, case.first(cause.date)
    if term is None:
        return None
    if term.date:
        return case.first(term.date)
    days = _days(term)
    return start + timedelta(int(days)) if start and days is not None else None


def _days(term: Term) -> Decimal | None:
    if term.duration and (found := _DURATION.match(term.duration)):
        years, months, weeks, days = (int(each or 0) for each in found.groups())
        return Decimal(years * 365 + months * 30 + weeks * 7 + days)
    shortest, _ = bounds(term)
    in_unit = _DAYS.get(term.unit or "")
    return shortest * in_unit if shortest is not None and in_unit else None
