"""Where indicators should be by now and are not, and which measurements come next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from conceptgen.composition.charts.change import in_unit
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import latest_measured
from conceptgen.document.inline import plain
from conceptgen.model.indicators import Indicator, Measurement, Target

_DAYS: Final = {"daily": 1, "weekly": 7, "monthly": 31, "quarterly": 92, "half_year": 184, "yearly": 366}
"""The longest time between two measurements, in days."""
_TEN: Final = Decimal(10)


@dataclass(frozen=True, slots=True)
class OffPath:
    """An indicator that lags behind the straight line from where it started to its next target.

    ``expected``: the value on that line on the day of the measurement, in the unit of the indicator.
    """

    indicator: str
    was: str
    measured: str
    measured_on: date
    expected: str
    target: str
    due: date


@dataclass(frozen=True, slots=True)
class NextStep:
    """A measurement or a round that comes next, or should have been by the day: what, and by when."""

    what: str
    due: date


def off_path(scope: Scope, day: date) -> Iterator[OffPath]:
    """The indicators that lag behind, with where they should have been when they were measured."""
    for each in scope.concept.indicators:
        found = _lag(scope, each, day)
        if found:
            yield found


def _lag(scope: Scope, each: Indicator, day: date) -> OffPath | None:
    unit, measured = each.known_unit, latest_measured(scope, each)
    if not (unit and each.baseline and measured):
        return None
    start, then = scope.last(each.baseline.date), scope.last(measured.date)
    was, now = in_unit(each.baseline, unit), in_unit(measured, unit)
    aim = _aim(scope, each, then or day)
    if start is None or then is None or was is None or now is None or aim is None or then > day:
        return None
    target, due, will = aim
    share = min(Decimal(1), Decimal((then - start).days) / max(1, (due - start).days))
    expected = _rounded(was + (will - was) * share)
    is_behind = now > expected if will < was else now < expected
    if was == will or not is_behind:
        return None
    return OffPath(
        each.name,
        plain(bare_figure(scope, each.baseline, unit)),
        plain(bare_figure(scope, measured, unit)),
        then,
        plain(bare_figure(scope, Measurement(value=expected), unit)),
        plain(bare_figure(scope, target, unit)),
        due,
    )


def _rounded(value: Decimal) -> Decimal:
    """A value as it is told: nothing lags behind by less than that shows."""
    places = Decimal(1) if abs(value) >= _TEN else Decimal("0.1")
    return Decimal(f"{value.quantize(places):f}")


def _aim(scope: Scope, each: Indicator, then: date) -> tuple[Target, date, Decimal] | None:
    """The target that was next on a day, else the last one."""
    dated = [
        (target, due, value)
        for target in each.earnest
        if (due := scope.last(target.due)) and (value := in_unit(target, each.known_unit)) is not None
    ]
    ahead = [found for found in dated if found[1] >= then]
    return min(ahead, key=lambda found: found[1]) if ahead else dated[-1] if dated else None


def next_steps(scope: Scope, day: date) -> Iterator[NextStep]:
    """Rounds and targets ahead, and measurements that the frequency of an indicator asks for, soonest first."""
    found = [*_rounds(scope, day), *_measurements(scope)]
    yield from sorted(found, key=lambda each: (each.due, each.what))


def _rounds(scope: Scope, day: date) -> Iterator[NextStep]:
    for each in scope.state.rounds:
        when = scope.last(each.date)
        if when and when >= day:
            yield NextStep(plain(scope.round_name(each)), when)
    yield from _promised_round(scope)


def _promised_round(scope: Scope) -> Iterator[NextStep]:
    """The round that the last report on progress names, unless the input has one since."""
    reports = [(day, each) for each in scope.project.progress if (day := scope.last(each.as_of))]
    if not reports:
        return
    told, report = max(reports, key=lambda pair: pair[0])
    when = scope.last(report.next_round.date) if report.next_round else None
    held = [day for each in scope.state.rounds if (day := scope.last(each.date))]
    if when and all(day <= told for day in held):
        yield NextStep(scope.say("round", number=len(scope.state.rounds) + 1), when)


def _measurements(scope: Scope) -> Iterator[NextStep]:
    """The next measurement of an indicator, counted from the last one or from where it started."""
    for each in scope.concept.indicators:
        dates = [
            scope.last(m.date) for m in (*each.measurements, *([each.baseline] if each.baseline else []))
        ]
        known = [when for when in dates if when]
        if known and each.frequency in _DAYS:
            yield NextStep(each.name, max(known) + timedelta(days=_DAYS[each.frequency]))
