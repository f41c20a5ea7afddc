"""The steps of the programme at a glance: its periods in time, or else its first actions, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from conceptgen.composition.charts.calendar import legend, named_dates, task
from conceptgen.composition.charts.shown import origins_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.time_axis import time_axis
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Gantt, Task
from conceptgen.model.base import Item
from conceptgen.model.programme import Action, Period, Programme

_MOST = 6
_FEWEST = 2
_LEFT_OUT = ("cancelled", "merged")


def steps_chart(scope: Scope) -> Chart | None:
    """A bar a period; where fewer than two have their days, a bar an action; nothing where these have none."""
    programme = scope.concept.programme
    if programme is None:
        return None
    drawn = list(_periods(scope, programme))
    if len(drawn) < _FEWEST:
        drawn = list(_actions(scope, programme))
    if len(drawn) < _FEWEST:
        return None
    tasks = tuple(each for each, _ in drawn[:_MOST])
    start, end = min(each.start for each in tasks), max(each.end for each in tasks)
    axis = time_axis(scope, start, end)
    data = Gantt(axis.ticks[0][0], axis.end, tasks, axis.ticks, axis.years, (), legend(scope, tasks, 1))
    span = scope.words.span(scope.words.day(start), scope.words.day(end))
    alt = scope.say("chart.gantt.alt", span=span, listed=named_dates(scope, tasks))
    return Chart(data, alt, small=True, shows=origins_of(scope, [item for _, item in drawn[:_MOST]]))


def _periods(scope: Scope, programme: Programme) -> Iterator[tuple[Task, Item]]:
    for period in programme.periods:
        start, end = scope.first(period.start), scope.last(period.end)
        if start and end:
            origin = scope.relations.origin(period, "name")
            state = _state(programme, period)
            yield Task(period.name, start, end, status=state, origin=origin), period


def _state(programme: Programme, period: Period) -> Literal["planned", "active", "done"]:
    """Done with all of its actions, in progress with any of them."""
    own = [each for each in programme.actions if each.period and each.period == period.id]
    own = [each for each in own if each.status not in _LEFT_OUT]
    if own and all(each.status == "done" for each in own):
        return "done"
    return "active" if any(each.status in ("done", "in_progress", "late") for each in own) else "planned"


def _actions(scope: Scope, programme: Programme) -> Iterator[tuple[Task, Action]]:
    planned = [each for each in programme.actions if not (each.prior or each.status in _LEFT_OUT)]
    drawn = [(made, each) for each in planned if (made := task(scope, each))]
    yield from sorted(drawn, key=lambda pair: (pair[0].end, pair[0].start))
