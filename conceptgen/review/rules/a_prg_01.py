"""Will something be done within a month of the start, so that people see the change?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.dates import When
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import InUnit, Trouble

CODE = "A-PRG-01"
SECTION = "programme"
PAPERS = FULL_CONCEPT

_DAYS = 30


def check(case: Case) -> Iterator[Trouble]:
    """A milestone, the first step of a cause, and what was done before count; an unknown date may be an early one."""
    start = case.first(case.programme.start)
    planned = [each for each in case.actions if not each.prior]
    if not start or not planned or any(not isinstance(each.deadline, When) for each in planned):
        return
    soon = start + timedelta(days=_DAYS)
    if len(planned) == len(case.actions) and not any(_is_by(case, each, soon) for each in _dates(case)):
        days = InUnit(Figure(value=Decimal(_DAYS)), "day")
        yield Trouble(case.programme, "actions", values={"days": days, "start": case.programme.start})


def _dates(case: Case) -> Iterator[object]:
    for action in case.actions:
        yield action.completed_on or action.deadline
        yield from (milestone.date for milestone in action.milestones)
    yield from (cause.first_step.date for cause in case.state.causes if cause.first_step)


def _is_by(case: Case, when: object, day: date) -> bool:
    """Whether it may be by that day; a month counts by its first day, a longer period by its last."""
    is_month = isinstance(when, When) and when.form == "month"
    found = case.first(when) if is_month else case.last(when)
    return found is not None and found <= day
