"""The chart of the programme: actions, milestones and periods on a calendar."""

from __future__ import annotations

from typing import Literal

from conceptgen.composition.charts.shown import origins_of
from conceptgen.composition.names import action_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.time_axis import time_axis
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Gantt, Mark, Task
from conceptgen.document.inline import line
from conceptgen.model.goals import Goal
from conceptgen.model.goals import Task as GoalTask
from conceptgen.model.programme import Action


def gantt_chart(scope: Scope) -> Chart | None:
    """The actions in time with the programme's periods; nothing where no action has a date."""
    programme = scope.concept.programme
    if programme is None:
        return None
    drawn = [made for action in programme.actions if not action.prior and (made := task(scope, action))]
    order = [goal.direction for goal in scope.concept.goals if isinstance(goal.direction, str)]
    groups = list(dict.fromkeys([*order, *(task.group for task in drawn)]))
    tasks = tuple(sorted(drawn, key=lambda task: (groups.index(task.group), task.start, task.end)))
    if not tasks:
        return None
    start = min([task.start for task in tasks] + [day for day in [scope.first(programme.start)] if day])
    end = max([task.end for task in tasks] + [day for day in [scope.last(programme.end)] if day])
    periods = tuple(
        (period.name, begins, ends)
        for period in programme.periods
        if (begins := scope.first(period.start)) and (ends := scope.last(period.end))
    )
    axis = time_axis(scope, start, end)
    data = Gantt(axis.ticks[0][0], axis.end, tasks, axis.ticks, axis.years, periods, legend(scope, tasks))
    span = scope.words.span(scope.words.day(start), scope.words.day(end))
    listed = named_dates(scope, tasks)
    shown = origins_of(scope, [*(each for each in programme.actions if not each.prior), *programme.periods])
    alt = scope.say("chart.gantt.alt", span=span, listed=listed)
    return Chart(data, alt, line(scope.say("chart.gantt.caption")), anchor="chart_gantt", shows=shown)


def undated(scope: Scope) -> list[Action]:
    """Planned actions that no calendar can show, for want of the day they end."""
    programme = scope.concept.programme
    planned = [each for each in programme.actions if not each.prior] if programme else []
    return [each for each in planned if scope.last(each.deadline) is None]


def legend(scope: Scope, tasks: tuple[Task, ...], least: int = 2) -> tuple[tuple[Mark, str], ...]:
    """The marks that occur, when there are so many kinds of them."""
    marks: list[Mark] = [m for m in ("planned", "active", "done") if any(task.status == m for task in tasks)]
    if any(task.milestones for task in tasks):
        marks.append("milestone")
    return tuple((mark, scope.say(f"chart.gantt.{mark}")) for mark in marks) if len(marks) >= least else ()


def named_dates(scope: Scope, tasks: tuple[Task, ...]) -> str:
    """Each task with its days, for who cannot see the chart."""
    return "; ".join(f"{each.name}: {_dates(scope, each)}" for each in tasks)


def _dates(scope: Scope, task: Task) -> str:
    day = scope.words.short_day
    told = day(task.start) if task.start == task.end else f"{day(task.start)} – {day(task.end)}"
    marked = [f"{scope.say('chart.gantt.milestone')} {day(each)}" for each in task.milestones]
    return ", ".join([told, *marked])


def task(scope: Scope, action: Action) -> Task | None:
    """The row of an action; nothing where the day it ends is not known."""
    end = scope.last(action.deadline)
    if end is None:
        return None
    start = scope.first(action.start) or scope.first(action.deadline) or end
    marks = tuple(day for each in action.milestones if (day := scope.last(each.date)))
    status: Literal["planned", "active", "done"] = "planned"
    if action.status in ("done", "merged"):
        status = "done"
    elif action.status in ("in_progress", "late"):
        status = "active"
    origin = scope.relations.origin(action, "name")
    return Task(
        action.name,
        min(start, end),
        end,
        marks,
        status,
        _direction(scope, action),
        origin,
        action_number(scope, action),
    )


def _direction(scope: Scope, action: Action) -> str:
    """The direction an action belongs to; one that serves several goals is common."""
    goals = goals_of(scope, action)
    if not action.direction and len(goals) > 1:
        return scope.say("chart.gantt.common")
    text = action.direction or (goals[0].direction if goals else None)
    return text if isinstance(text, str) else ""


def goals_of(scope: Scope, action: Action) -> list[Goal]:
    """The goals an action serves, by itself or through a task."""
    direct, tasks = scope.relations.linked(action, Goal), scope.relations.linked(action, GoalTask)
    return [
        g
        for g in scope.concept.goals
        if g in direct or any(each is task for each in g.tasks for task in tasks)
    ]
