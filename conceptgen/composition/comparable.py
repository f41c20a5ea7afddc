"""What may be compared: rounds from the last one that breaks with those before, measurements in their runs."""

from __future__ import annotations

from datetime import date

from conceptgen.composition.scope import Scope
from conceptgen.model.assessment import Round
from conceptgen.model.dates import When
from conceptgen.model.indicators import Indicator, Measurement


def told_rounds(scope: Scope) -> tuple[Round, ...]:
    """The rounds a document tells of: all there are, or those that its report compares."""
    rounds = scope.state.rounds
    chosen = scope.about_report.rounds if scope.about_report else ()
    return tuple(each for each in rounds if each.id in chosen) if chosen else rounds


def comparable_rounds(scope: Scope) -> tuple[Round, ...]:
    """The rounds that can be drawn together: from the last one that cannot be compared with those before it."""
    rounds = scope.state.rounds
    breaks = [index for index, each in enumerate(rounds) if each.comparable_with_previous is False]
    after = rounds[breaks[-1] if breaks else 0 :]
    return tuple(each for each in told_rounds(scope) if any(each is one for one in after))


def runs(scope: Scope, indicator: Indicator) -> tuple[tuple[Measurement, ...], ...]:
    """The dated measurements in the order of their dates, in runs that can be compared.

    A round that cannot be compared with those before it begins a run; a measurement that cannot be compared with any
    other is one by itself, and those after it go on with the run before it.
    """
    dated = [each for each in indicator.measurements if isinstance(each.date, When)]
    dated.sort(key=lambda each: scope.first(each.date) or date.max)
    found: list[list[Measurement]] = [[]]
    aside: list[list[Measurement]] = []
    for each in dated:
        if each.comparable is False:
            aside.append([each])
            continue
        held = scope.item(each.round, Round)
        breaks = held is not None and held.comparable_with_previous is False and each.comparable is None
        if breaks and found[-1]:
            found.append([])
        found[-1].append(each)
    return tuple(tuple(run) for run in (*found, *aside) if run)
