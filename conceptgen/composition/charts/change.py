"""Charts of indicators: was and will be, and each in its measurements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from conceptgen.composition.charts.shown import origins_of
from conceptgen.composition.comparable import runs
from conceptgen.composition.date_words import in_words
from conceptgen.composition.figures import bare_figure, seconds
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import latest_measured
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Bars, Lines, Series, Value
from conceptgen.document.inline import line, plain
from conceptgen.model.base import Figure
from conceptgen.model.dates import When
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.model.scoring import number_of

Role = Literal["baseline", "latest", "earlier", "target", "threshold"]
_ROLES: dict[str, Role] = {"was": "baseline", "now": "latest", "will": "target"}
_FEWEST_POINTS = 3
_SECONDS = {"sec": Decimal(1), "min": Decimal(60), "hour": Decimal(3600)}


def in_unit(figure: Figure | None, unit: str | None) -> Value:
    """The same in the indicator's unit: an ISO duration becomes minutes where the indicator counts minutes."""
    if figure and figure.duration and unit in _SECONDS:
        return seconds(figure.duration) / _SECONDS[unit]
    return number_of(figure)


def unit_name(scope: Scope, unit: str) -> str:
    """«минуты»; nothing for a bare count, whose name says nothing."""
    return "" if unit == "count" else scope.say(f"unit_names.{unit}")


def change_charts(scope: Scope) -> list[Chart]:
    """Было → станет: indicators of one unit share an axis, others never do."""
    by_unit: dict[str, list[Indicator]] = {}
    for each in scope.concept.indicators:
        ends = (each.baseline, each.aim)
        if each.known_unit and all(in_unit(end, each.known_unit) is not None for end in ends):
            by_unit.setdefault(each.known_unit, []).append(each)
    # What was stands back where it is told what is now: in all of these charts alike, so that it keeps its colour.
    is_measured = any(
        in_unit(now, unit) is not None for unit, each in by_unit.items() for now in _now(scope, each)
    )
    roles = _ROLES | ({"was": "earlier"} if is_measured else {})
    return [_change_chart(scope, unit, each, roles) for unit, each in by_unit.items()]


def _now(scope: Scope, indicators: list[Indicator]) -> list[Measurement | None]:
    return [latest_measured(scope, each) for each in indicators]


def _change_chart(scope: Scope, unit: str, indicators: list[Indicator], roles: dict[str, Role]) -> Chart:
    def shown(figure: Figure | None) -> str:
        return plain(bare_figure(scope, figure, unit)) if figure else ""

    was = tuple(in_unit(each.baseline, unit) for each in indicators)
    will = tuple(in_unit(each.aim, unit) for each in indicators)
    measured = _now(scope, indicators)
    now = tuple(in_unit(each, unit) for each in measured)
    told = [("was", was, tuple(shown(i.baseline) for i in indicators))]
    told += [("now", now, tuple(map(shown, measured)))] if any(value is not None for value in now) else []
    told += [("will", will, tuple(shown(i.aim) for i in indicators))]
    series = tuple(Series(scope.say(f"chart.{key}"), values, roles[key]) for key, values, _ in told)
    labels = tuple(tuple(each or scope.say("labels.no_data") for each in words) for _, _, words in told)
    values = [value for each in series for value in each.values if value is not None]
    axis = unit_name(scope, unit)
    top = Decimal(100) if unit == "pct" and max(values) <= 100 else None
    data = Bars(tuple(i.name for i in indicators), series, labels, axis, min(Decimal(0), *values), top)
    listed = "; ".join(
        _told_change(scope, each.name, {key: words[n] for key, _, words in told})
        for n, each in enumerate(indicators)
    )
    caption = scope.say("chart.change.caption" if axis else "chart.change.caption_bare", unit=axis)
    return Chart(
        data,
        scope.say("chart.change.alt", listed=listed.removesuffix(".")),
        line(caption),
        anchor=f"chart_change_{unit}",
        shows=origins_of(scope, indicators),
    )


def _told_change(scope: Scope, name: str, words: dict[str, str]) -> str:
    key = "chart.change.one_now" if words.get("now") else "chart.change.one"
    return scope.say(key, name=name, **words)


def measurement_charts(scope: Scope) -> list[Chart]:
    """A line for each indicator with three measurements or more.

    What cannot be compared is drawn, too, but no line leads to it; one without a value keeps its place as a gap.
    """
    charts: list[Chart] = []
    for index, each in enumerate(scope.concept.indicators):
        told = runs(scope, each)
        points = sorted((m for run in told for m in run), key=lambda m: scope.first(m.date) or date.max)
        if sum(in_unit(m, each.known_unit) is not None for m in points) < _FEWEST_POINTS:
            continue
        ticks = tuple(in_words(scope.words, m.date, short=True) for m in points if isinstance(m.date, When))
        series = [_run(scope, each, run, points, ticks) for run in told]
        target = in_unit(each.aim, each.known_unit)
        if target is not None:
            name = scope.say("chart.final_target" if len(each.earnest) > 1 else "chart.target")
            series.append(Series(name, (target,) * len(points), "target"))
        listed = "; ".join(
            f"{t} — {_measured(scope, m, each, told)}" for t, m in zip(ticks, points, strict=True)
        )
        if each.aim and target is not None:
            listed += f"; {name} — {plain(bare_figure(scope, each.aim, each.known_unit))}"
        unit = unit_name(scope, each.known_unit) if each.known_unit else ""
        caption = line(scope.say("chart.measurements.caption", name=each.name))
        low, high = (each.scale.min, each.scale.max) if each.scale else (None, None)
        data = Lines(ticks, tuple(series), unit, low, high, _days(scope, points))
        alt = scope.say("chart.measurements.alt", name=each.name, listed=listed.removesuffix("."))
        shown = origins_of(scope, [each])
        charts.append(Chart(data, alt, caption, anchor=f"chart_measured_{index}", shows=shown))
    return charts


def _days(scope: Scope, points: list[Measurement]) -> tuple[date, ...]:
    """The middle of each day, month or quarter; nothing where one is not known or lies within another."""
    spans = [(scope.first(each.date), scope.last(each.date)) for each in points]
    days = tuple(first + (last - first) / 2 for first, last in spans if first and last)
    return days if len(days) == len(points) and days == tuple(sorted(days)) else ()


def _run(
    scope: Scope,
    indicator: Indicator,
    run: tuple[Measurement, ...],
    points: list[Measurement],
    ticks: tuple[str, ...],
) -> Series:
    """One run on the axis of all measurements; those after the first say since when they count."""
    own = tuple(in_unit(m, indicator.known_unit) if any(m is one for one in run) else None for m in points)
    first = next(n for n, m in enumerate(points) if m is run[0])
    if first == 0:
        return Series(indicator.name, own, "latest")
    return Series(scope.say("chart.measurements.apart", since=ticks[first]), own, "earlier")


def _measured(
    scope: Scope, measurement: Measurement, indicator: Indicator, told: tuple[tuple[Measurement, ...], ...]
) -> str:
    """The value in words; that it begins what cannot be compared with what was before is said beside it."""
    said = plain(bare_figure(scope, measurement, indicator.known_unit)) or scope.say("labels.no_data")
    is_apart = any(measurement is run[0] for run in told[1:])
    return f"{said} ({scope.say('measurements.not_comparable')})" if is_apart else said
