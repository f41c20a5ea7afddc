"""Charts from the data: criteria by round, было → станет, measurements, the programme in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from conceptgen.composition.date_words import in_words
from conceptgen.composition.figures import bare_figure, seconds
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current, has_low, is_scored, latest_measured, standing, weakest
from conceptgen.composition.time_axis import time_axis
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Bars, ChartData, Gantt, Lines, Mark, Radar, Series, Task, Value
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.base import Figure, Item
from conceptgen.model.dates import When
from conceptgen.model.goals import Goal
from conceptgen.model.goals import Task as GoalTask
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.model.programme import Action
from conceptgen.model.scoring import number_of
from conceptgen.origin import Origin

Role = Literal["baseline", "latest", "earlier", "target", "threshold"]
_ROLES: dict[str, Role] = {"was": "baseline", "now": "latest", "will": "target"}
_FEWEST_AXES = 3
MOST_AXES = 12
"""Up to how many criteria a radar can be read; more are bars, the weakest first."""
_SECONDS = {"sec": Decimal(1), "min": Decimal(60), "hour": Decimal(3600)}


def criteria_chart(scope: Scope, *, small: bool = False) -> Chart | None:
    """The criteria on a radar, or as bars where it could not be read; nothing without scores."""
    criteria = scored_by_component(scope)
    if not is_scored(scope):
        return None
    if len(criteria) > MOST_AXES:
        return None if small else _ranked_chart(scope)
    scale = scope.state.scale
    series = _score_series(scope, criteria)
    names = tuple(each.name for each in criteria)
    data: ChartData
    if len(criteria) >= _FEWEST_AXES:
        groups = tuple(plain(scope.named(each.component)) for each in criteria)
        data = Radar(names, groups, series, scale.min, scale.max)
    else:
        labels = tuple(tuple(_number(scope, value) for value in each.values) for each in series)
        data = Bars(names, series, labels, "", Decimal(0), scale.max)
    aims = any(each.target is not None for each in criteria)
    caption = () if small else line(scope.say(f"chart.criteria.{'caption' if aims else 'caption_now'}"))
    shown = _named(
        scope,
        [*criteria, *scope.state.rounds, *(_components(scope, criteria) if isinstance(data, Radar) else [])],
    )
    anchor = "" if small else "chart_criteria"
    return Chart(data, _criteria_alt(scope), caption, anchor=anchor, small=small, shows=shown)


def _components(scope: Scope, criteria: list[Criterion]) -> list[Item]:
    """The client's own components, whose names stand beside the axes."""
    names = (each.component for each in criteria)
    return [item for name in names if name and (item := scope.relations.by_id.get(name))]


def _named(scope: Scope, items: Iterable[Item]) -> tuple[Origin, ...]:
    """The addresses of the names of these."""
    known = (scope.relations.origin(item, "name") for item in items)
    return tuple(dict.fromkeys(each for each in known if each))


def _ranked_chart(scope: Scope) -> Chart:
    """Many criteria by their latest scores, the weakest first: rounds and targets are in the table beside it."""
    known = [(each, value) for each in scope.state.criteria if (value := current(scope, each)) is not None]
    known.sort(key=lambda pair: pair[1])
    values = tuple(value for _, value in known)
    labels = (tuple(scope.words.number(value) for value in values),)
    series = (Series(scope.say("chart.score"), values, "latest"),)
    data = Bars(tuple(each.name for each, _ in known), series, labels, "", Decimal(0), scope.state.scale.max)
    threshold = scope.words.number(scope.state.scale.low_threshold)
    caption = line(scope.say("chart.criteria.caption_ranked", threshold=threshold))
    shown = _named(scope, [each for each, _ in known])
    return Chart(data, _criteria_alt(scope), caption, anchor="chart_criteria", shows=shown)


def scored_by_component(scope: Scope) -> list[Criterion]:
    """Criteria in the order of their components, so that a component is one arc of the radar."""
    order: list[str] = []
    for each in scope.state.criteria:
        if each.component not in order:
            order.append(each.component)
    first = [name for name in ("atmosphere", "staff", "product") if name in order]
    ranks = {name: rank for rank, name in enumerate(first + [name for name in order if name not in first])}
    return sorted(scope.state.criteria, key=lambda each: ranks[each.component])


def _score_series(scope: Scope, criteria: list[Criterion]) -> tuple[Series, ...]:
    rounds = comparable_rounds(scope)
    series: list[Series] = []
    for index, each in enumerate(rounds):
        role: Role = "latest" if index == len(rounds) - 1 else "earlier"
        series.append(
            Series(plain(scope.round_name(each)), tuple(standing(c, each).value for c in criteria), role)
        )
    if not rounds:
        values = tuple(standing(c, None).value for c in criteria)
        series.append(Series(scope.say("chart.score"), values, "latest"))
    if any(c.target is not None for c in criteria):
        series.append(Series(scope.say("chart.target"), tuple(c.target for c in criteria), "target"))
    threshold = scope.state.scale.low_threshold
    name = scope.say("chart.threshold", value=scope.words.number(threshold))
    return (*series, Series(name, (threshold,) * len(criteria), "threshold"))


def comparable_rounds(scope: Scope) -> tuple[Round, ...]:
    """The rounds that can be drawn together: from the last one that cannot be compared with those before it."""
    rounds = scope.state.rounds
    breaks = [index for index, each in enumerate(rounds) if each.comparable_with_previous is False]
    return rounds[breaks[-1] if breaks else 0 :]


def remarks_on_rounds(scope: Scope) -> Inlines:
    """What a reader of the radar must know: rounds that are not drawn on it, and rounds of other assessors."""
    shown, rounds = comparable_rounds(scope), scope.state.rounds
    hidden = rounds[: len(rounds) - len(shown)]
    said = []
    if hidden:
        names = join([scope.round_name(each) for each in hidden])
        said.append(scope.tell("chart.criteria.not_comparable", rounds=names))
    asked = [frozenset(each.assessors) for each in shown if each.assessors]
    if len(set(asked)) > 1 and not any(each.comparable_with_previous for each in shown):
        said.append(line(scope.say("chart.criteria.other_assessors")))
    return join(said, " ")


def _criteria_alt(scope: Scope) -> str:
    number = scope.words.number
    known = [(c.name, value) for c in scored_by_component(scope) if (value := current(scope, c)) is not None]
    listed = "; ".join(f"{name} — {number(value)}" for name, value in known)
    weak = ", ".join(criterion.name for criterion, _ in weakest(scope))
    tail = scope.say(f"chart.criteria.{'low' if has_low(scope) else 'weakest'}", weak=weak) if weak else ""
    return scope.say("chart.criteria.alt", listed=listed) + tail


def _number(scope: Scope, value: Value) -> str:
    return scope.say("labels.no_data") if value is None else scope.words.number(value)


# ── indicators ─────────────────────────────────────────────────────────────────────────────────────────────


def in_unit(figure: Figure | None, unit: str | None) -> Value:
    """The same in the indicator's unit: an ISO duration becomes minutes where the indicator counts minutes."""
    if figure and figure.duration and unit in _SECONDS:
        return seconds(figure.duration) / _SECONDS[unit]
    return number_of(figure)


def change_charts(scope: Scope) -> list[tuple[str, Chart]]:
    """Было → станет, (name of the unit, chart): indicators of one unit share an axis, others never do."""
    by_unit: dict[str, list[Indicator]] = {}
    for each in scope.concept.indicators:
        ends = (each.baseline, each.aim)
        if each.known_unit and all(in_unit(end, each.known_unit) is not None for end in ends):
            by_unit.setdefault(each.known_unit, []).append(each)
    return [
        (scope.say(f"unit_names.{unit}"), _change_chart(scope, unit, each)) for unit, each in by_unit.items()
    ]


def _change_chart(scope: Scope, unit: str, indicators: list[Indicator]) -> Chart:
    def shown(figure: Figure | None) -> str:
        return plain(bare_figure(scope, figure, unit)) if figure else ""

    was = tuple(in_unit(each.baseline, unit) for each in indicators)
    will = tuple(in_unit(each.aim, unit) for each in indicators)
    measured = [latest_measured(scope, each) for each in indicators]
    now = tuple(in_unit(each, unit) for each in measured)
    told = [("was", was, tuple(shown(i.baseline) for i in indicators))]
    told += [("now", now, tuple(map(shown, measured)))] if any(value is not None for value in now) else []
    told += [("will", will, tuple(shown(i.aim) for i in indicators))]
    series = tuple(Series(scope.say(f"chart.{key}"), values, _ROLES[key]) for key, values, _ in told)
    labels = tuple(words for _, _, words in told)
    values = [value for each in series for value in each.values if value is not None]
    unit_name = scope.say(f"unit_names.{unit}")
    top = Decimal(100) if unit == "pct" and max(values) <= 100 else None
    data = Bars(tuple(i.name for i in indicators), series, labels, unit_name, min(Decimal(0), *values), top)
    listed = "; ".join(
        _told_change(scope, each.name, {key: words[n] for key, _, words in told})
        for n, each in enumerate(indicators)
    )
    caption = scope.say("chart.change.caption", unit=unit_name)
    return Chart(
        data,
        scope.say("chart.change.alt", listed=listed),
        line(caption),
        anchor=f"chart_change_{unit}",
        shows=_named(scope, indicators),
    )


def _told_change(scope: Scope, name: str, words: dict[str, str]) -> str:
    key = "chart.change.one_now" if words.get("now") else "chart.change.one"
    return scope.say(key, name=name, **words)


def measurement_charts(scope: Scope) -> list[tuple[str, Chart]]:
    """(Name of the indicator, chart): a line for each indicator with three comparable measurements or more.

    One that cannot be compared, or has no value, keeps its place as a gap.
    """
    charts: list[tuple[str, Chart]] = []
    for index, each in enumerate(scope.concept.indicators):
        points = [
            (m, in_unit(m, each.known_unit) if _is_comparable(scope, m) else None)
            for m in each.measurements
            if isinstance(m.date, When)
        ]
        if sum(value is not None for _, value in points) < _FEWEST_AXES:
            continue
        points.sort(key=lambda pair: scope.first(pair[0].date) or date.max)
        ticks = tuple(
            in_words(scope.words, m.date, short=True) for m, _ in points if isinstance(m.date, When)
        )
        series = [Series(each.name, tuple(value for _, value in points), "latest")]
        target = in_unit(each.aim, each.known_unit)
        if target is not None:
            series.append(Series(scope.say("chart.target"), (target,) * len(points), "target"))
        listed = "; ".join(
            f"{t} — {_measured(scope, m, each.known_unit)}" for t, (m, _) in zip(ticks, points, strict=True)
        )
        unit = scope.say(f"unit_names.{each.known_unit}") if each.known_unit else ""
        caption = line(scope.say("chart.measurements.caption", name=each.name))
        ends = (each.scale.min, each.scale.max) if each.scale else (None, None)
        data = Lines(ticks, tuple(series), unit, *ends)
        alt = scope.say("chart.measurements.alt", name=each.name, listed=listed.removesuffix("."))
        charts.append(
            (
                each.name,
                Chart(data, alt, caption, anchor=f"chart_measured_{index}", shows=_named(scope, [each])),
            )
        )
    return charts


def _is_comparable(scope: Scope, measurement: Measurement) -> bool:
    """As it is said of the measurement itself, or else of its round."""
    if measurement.comparable is not None:
        return measurement.comparable
    held = scope.item(measurement.round, Round)
    return held is None or held.comparable_with_previous is not False


def _measured(scope: Scope, measurement: Measurement, unit: str | None) -> str:
    """The value in words; that it cannot be compared is said beside it."""
    said = plain(bare_figure(scope, measurement, unit)) or scope.say("labels.no_data")
    return (
        f"{said} ({scope.say('measurements.not_comparable')})"
        if not _is_comparable(scope, measurement)
        else said
    )


# ── the programme ──────────────────────────────────────────────────────────────────────────────────────────


def gantt_chart(scope: Scope) -> Chart | None:
    """The actions in time with the programme's periods; nothing where no action has a date."""
    programme = scope.concept.programme
    if programme is None:
        return None
    drawn = [task for action in programme.actions if not action.prior and (task := _task(scope, action))]
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
    data = Gantt(axis.ticks[0][0], axis.end, tasks, axis.ticks, axis.years, periods, _legend(scope, tasks))
    span = scope.words.span(scope.words.day(start), scope.words.day(end))
    listed = "; ".join(f"{t.name}: {_dates(scope, t)}" for t in tasks)
    shown = _named(scope, [*(each for each in programme.actions if not each.prior), *programme.periods])
    alt = scope.say("chart.gantt.alt", span=span, listed=listed)
    return Chart(data, alt, line(scope.say("chart.gantt.caption")), anchor="chart_gantt", shows=shown)


def _legend(scope: Scope, tasks: tuple[Task, ...]) -> tuple[tuple[Mark, str], ...]:
    """The marks that occur, when there is more than one kind."""
    marks: list[Mark] = [m for m in ("planned", "active", "done") if any(task.status == m for task in tasks)]
    if any(task.milestones for task in tasks):
        marks.append("milestone")
    return tuple((mark, scope.say(f"chart.gantt.{mark}")) for mark in marks) if len(marks) > 1 else ()


def _dates(scope: Scope, task: Task) -> str:
    day = scope.words.short_day
    return day(task.start) if task.start == task.end else f"{day(task.start)} – {day(task.end)}"


def _task(scope: Scope, action: Action) -> Task | None:
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
    return Task(action.name, min(start, end), end, marks, status, _direction(scope, action), origin)


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
