"""The axis of the programme in time: months, quarters or years, whichever can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from conceptgen.composition.scope import Scope

Ticks = tuple[tuple[date, str], ...]
_MOST_MONTHS = 18
"""How many months are named one by one; then quarters are, then years."""
_MOST_QUARTER_MONTHS = 48
_MOST_TICKS = 18
"""As many years as an upright page names one by one."""
_STEPS = (1, 2, 5, 10, 25, 50, 100)
"""By how many years the axis goes where there are too many to name each."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Whole months, quarters or years: each with its first day and name; the years above them; the last day."""

    ticks: Ticks
    years: Ticks
    end: date


def time_axis(scope: Scope, start: date, end: date) -> TimeAxis:
    """The axis that holds both days."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months > _MOST_QUARTER_MONTHS:
        return _of_years(start, end)
    step = 1 if months <= _MOST_MONTHS else 3
    days = _days(date(start.year, (start.month - 1) // step * step + 1, 1), end, step)
    ticks = tuple((day, _name(scope, day, step)) for day in days)
    years = tuple(
        (day, str(day.year)) for at, day in enumerate(days) if at == 0 or day.year != days[at - 1].year
    )
    return TimeAxis(ticks, years, _next(days[-1], step) - timedelta(days=1))


def _of_years(start: date, end: date) -> TimeAxis:
    count = end.year - start.year + 1
    step = 12 * next((by for by in _STEPS if count <= by * _MOST_TICKS), _STEPS[-1])
    days = _days(date(start.year, 1, 1), end, step)
    return TimeAxis(
        tuple((day, str(day.year)) for day in days), (), _next(days[-1], step) - timedelta(days=1)
    )


def _name(scope: Scope, day: date, step: int) -> str:
    if step == 1:
        return scope.words.month_name(day)
    return scope.say("chart.quarter", number=str(day.month // 3 + 1))


def _days(first: date, end: date, step: int) -> list[date]:
    days = [first]
    while (later := _next(days[-1], step)) <= end:
        days.append(later)
    return days


def _next(day: date, months: int) -> date:
    """The first day so many months later; the calendar ends with the year 9999."""
    month = day.year * 12 + day.month - 1 + months
    return date(min(month // 12, date.max.year), month % 12 + 1, 1) if month // 12 <= 9999 else date.max
