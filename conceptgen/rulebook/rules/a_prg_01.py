"""Will something be done within a month of the start, so that people see the change?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.dates import When
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "A-PRG-01"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT

_DAYS = 30


def check(context: RuleContext) -> Iterator[Violation]:
    """A milestone, the first step of a cause, and what was done before count; an unknown date may be an early one."""
    start = context.first(context.programme.start)
    planned = [each for each in context.actions if not each.prior]
    if not start or not planned or any(not isinstance(each.deadline, When) for each in planned):
        return
    soon = start + timedelta(days=_DAYS)
    if len(planned) == len(context.actions) and not any(
        _is_by(context, each, soon) for each in _dates(context)
    ):
        days = WithUnit(Figure(value=Decimal(_DAYS)), "day")
        yield Violation(context.programme, "actions", values={"days": days, "start": context.programme.start})


def _dates(context: RuleContext) -> Iterator[object]:
    for action in context.actions:
        yield action.completed_on or action.deadline
        yield from (milestone.date for milestone in action.milestones)
    yield from (cause.first_step.date for cause in context.state.causes if cause.first_step)


def _is_by(context: RuleContext, when: object, day: date) -> bool:
    """True if it may be by that day; a month counts by its first day, a longer period by its last."""
    is_month = isinstance(when, When) and when.form == "month"
    found = context.first(when) if is_month else context.last(when)
    return found is not None and found <= day
