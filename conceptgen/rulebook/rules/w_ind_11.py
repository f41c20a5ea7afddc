"""Do the standard of a touchpoint and the target of its indicator ask for the same?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.chain import Limit
from conceptgen.model.figure_bounds import SECONDS, bounds
from conceptgen.model.indicators import Indicator
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation, WithUnit
from conceptgen.rulebook.words import word_list

CODE = "W-IND-11"
SECTION = "chains"
DOCUMENTS = CHAIN

_DAYS = ("day_cal", "day_work")
_NEARLY_ALL = ("p95", "p90")


def check(context: RuleContext) -> Iterator[Violation]:
    """Only where one limit of time meets one indicator of time that is no mean or share: both speak of one thing.

    A percentile of 90 or 95 is all but the longest time, so a looser limit misses it.
    """
    told: set[int] = set()
    for chain in context.project.chains:
        for placed in context.touchpoints(chain):
            limit, indicator = _limit(placed), _indicator(context, placed)
            if limit and indicator and indicator.targets and id(limit) not in told:
                told.add(id(limit))
                yield from _compared(placed, limit, indicator)


def _compared(placed: Placed, limit: Limit, indicator: Indicator) -> Iterator[Violation]:
    target = indicator.earnest[-1]
    values = {
        "point": placed.touchpoint,
        "limit": limit,
        "indicator": indicator,
        "target": WithUnit(target, indicator.known_unit),
    }
    units = {limit.unit, target.unit or indicator.known_unit}
    if units == set(_DAYS):
        yield Violation(limit, variant="unit", values=values, also=(indicator,))
        return
    if len(units) > 1 and not units <= set(SECONDS):
        return
    promised, wished = _most(limit, limit.unit), _most(target, target.unit or indicator.known_unit)
    if promised is not None and wished is not None and promised > wished:
        yield Violation(limit, variant="looser", values=values, also=(indicator,))


def _limit(placed: Placed) -> Limit | None:
    limits = [each.limit for each in placed.standard if each.limit and _is_time(each.limit.unit)]
    return limits[0] if len(limits) == 1 else None


def _indicator(context: RuleContext, placed: Placed) -> Indicator | None:
    linked = context.relations.linked(placed.touchpoint, Indicator)
    timed = [each for each in linked if _is_time(each.known_unit)]
    return timed[0] if len(timed) == 1 and not _is_mean(timed[0]) else None


def _is_mean(indicator: Indicator) -> bool:
    if indicator.variant or indicator.formula:
        return indicator.variant not in _NEARLY_ALL
    said = f"{indicator.name} {indicator.method}".casefold()
    return any(stem in said for stem in word_list("averages"))


def _is_time(unit: str | None) -> bool:
    return unit in SECONDS or unit in _DAYS


def _most(figure: Figure, unit: str | None) -> Decimal | None:
    """The upper bound in seconds; days of one kind are compared as they are."""
    high = bounds(figure)[1]
    return None if high is None else high * SECONDS.get(unit or "", Decimal(1))
