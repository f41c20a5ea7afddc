"""Will every low score be levelled before the programme ends?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conceptgen.model.assessment import Cause
from conceptgen.model.base import Term
from conceptgen.model.figure_bounds import bounds
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-CAU-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_DAYS = {"day": 1, "day_cal": 1, "day_work": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def check(context: RuleContext) -> Iterator[Violation]:
    """The shortest time counts, from the day of the analysis; without that day nothing is known."""
    end = context.last(context.programme.end)
    for cause in context.state.causes:
        levelled = _levelled(context, cause)
        if end and levelled and levelled > end:
            yield Violation(cause, "time_to_level", values={"end": context.programme.end})


def _levelled(context: RuleContext, cause: Cause) -> date | None:
    """The first day on which it may be level."""
    term, start = cause.time_to_level, context.first(cause.date)
    if term is None:
        return None
    if term.date:
        return context.first(term.date)
    days = _days(term)
    return start + timedelta(int(days)) if start and days is not None else None


def _days(term: Term) -> Decimal | None:
    if term.duration and (found := _DURATION.match(term.duration)):
        years, months, weeks, days = (int(each or 0) for each in found.groups())
        return Decimal(years * 365 + months * 30 + weeks * 7 + days)
    shortest, _ = bounds(term)
    in_unit = _DAYS.get(term.unit or "")
    return shortest * in_unit if shortest is not None and in_unit else None
