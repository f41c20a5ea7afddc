"""What is paid by the month, the quarter or the year: over how many months of the programme an action is paid for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from conceptgen.model.base import Money
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext

IN_MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""The periods that can be counted in months."""


def months_paid(context: RuleContext, action: Action, budget: Sequence[Money]) -> int | None:
    """The whole months of the action that lie in the programme, or in the years of the budget; None if untold."""
    begins, ends = _span(context, action)
    opens, closes = _window(context, budget)
    ends = ends or closes
    if begins is None or ends is None:
        return None
    return _whole_months(max(begins, opens or begins), min(ends, closes or ends))


def _span(context: RuleContext, action: Action) -> tuple[date | None, date | None]:
    """From its start to its deadline; what recurs, or takes less than a month to begin, goes on after that."""
    start, deadline = context.first(action.start), context.last(action.deadline)
    if action.recurring:
        return start or deadline, None
    if start and deadline and _whole_months(start, deadline):
        return start, deadline
    return deadline or start, None


def _window(context: RuleContext, budget: Sequence[Money]) -> tuple[date | None, date | None]:
    """The days of the programme; of the years that the budget is for, where it says so."""
    firsts, lasts = (
        [context.first(each.year) for each in budget],
        [context.last(each.year) for each in budget],
    )
    opens, closes = _known(firsts), _known(lasts)
    if opens and closes:
        return min(opens), max(closes)
    return context.first(context.programme.start), context.last(context.programme.end)


def _known(days: Sequence[date | None]) -> list[date]:
    """The days; none where one of them is not known."""
    known = [each for each in days if each]
    return known if len(known) == len(days) else []


def _whole_months(first: date, last: date) -> int:
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month
    return max(0, months - (end.day < first.day))
