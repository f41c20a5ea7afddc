"""Is the first step something one can do at once?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-CAU-02"
SECTION = "current_state"
PAPERS = FULL_CONCEPT

DAYS = 7


def check(case: Case) -> Iterator[Trouble]:
    """Counted from the last possible day of the analysis to the first possible day of the step."""
    for cause in case.state.causes:
        step, held = cause.first_step, case.last(cause.date)
        taken = case.first(step.date) if step else None
        if step and taken and held and taken - held > timedelta(DAYS):
            values = {"step": step.date, "analysis": cause.date, "limit": DAYS}
            yield Trouble(step, "date", values=values)
