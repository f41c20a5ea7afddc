"""How far the axes of charts reach and which points print their values: one rule for every format."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from conceptgen.document.charts import Bars, Lines, Series, Strip

MOST_VALUES = 14
"""Points up to which each has room for its value."""
LEAST_STEP = 0.06
"""The least part of an axis of time between two points that print their values."""
EVEN = 0.04
"""By what part of an axis of time a date may miss its even step unseen."""
MOST_MARKS = 10
"""Up to how many units of a scale of its own each has a mark."""
STRIP_ROOM = {False: Decimal("1.7"), True: Decimal("0.8")}
"""What the scale of a strip, or of a tall one, is longer by at either end, for the values at its points."""
LABEL_SHARE = Decimal("0.22")
"""The part of the height of a chart of lines that a value beside its point reaches into."""
LEAST_SPAN = Decimal("0.2")
"""The least part of the highest value that an axis of measurements spans."""
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def lines_axis(chart: Lines) -> tuple[Decimal, ...]:
    """The marks of the value axis: the chart's own scale, or round values around what was measured."""
    if chart.minimum is not None and chart.maximum is not None:
        span = chart.maximum - chart.minimum
        if span > MOST_MARKS:
            return ticks(chart.minimum, chart.maximum)
        return (*(chart.minimum + n for n in range(int(span))), chart.maximum)
    values = known(value for series in chart.series for value in series.values) or [Decimal(0), Decimal(1)]
    return ticks(*_not_closer(min(values), max(values)))


def _not_closer(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The span, wide enough that a change of a hundredth does not look like a leap."""
    lacking = max(abs(low), abs(high)) * LEAST_SPAN - (high - low)
    if lacking <= 0:
        return low, high
    below = min(lacking / 2, low) if low >= 0 else lacking / 2
    return low - below, high + lacking - below


def bars_axis(chart: Bars) -> tuple[Decimal, Decimal]:
    """The ends of the value axis: bars always show zero unless the chart says otherwise."""
    values = known(value for series in chart.series for value in series.values)
    low = chart.minimum if chart.minimum is not None else min([Decimal(0), *values])
    high = chart.maximum if chart.maximum is not None else max([Decimal(0), *values])
    return low, max(high, low + Decimal("0.001"))


def shares(chart: Lines) -> tuple[float, ...]:
    """Where each date stands on the axis of time, from 0 to 1: in proportion to its days, at even steps without."""
    count, days = len(chart.ticks), chart.days
    span = (days[-1] - days[0]).days if days else 0
    if span <= 0:
        return tuple(at / max(count - 1, 1) for at in range(count))
    return tuple((day - days[0]).days / span for day in days)


def is_uneven(chart: Lines) -> bool:
    """True if the dates stand so far from even steps that it is seen."""
    steps = max(len(chart.ticks) - 1, 1)
    return any(abs(share - at / steps) > EVEN for at, share in enumerate(shares(chart)))


def is_labelled(series: Series, chart: Lines) -> bool:
    """True if the points of a series print their values: what was measured, where no two points share a date."""
    return series in _measured(chart) and len(chart.ticks) <= MOST_VALUES and not _is_crowded(chart)


def labels_below(series: Series, chart: Lines) -> tuple[bool, ...]:
    """Which values of a series print below their points: over them they would lie on the line of the goal."""
    marks = lines_axis(chart)
    room = (marks[-1] - marks[0]) * LABEL_SHARE
    goals = next(
        (each.values for each in chart.series if each.role == "target"), (None,) * len(series.values)
    )
    return tuple(
        value is not None and goal is not None and 0 < goal - value <= room
        for value, goal in zip(series.values, goals, strict=True)
    )


def _measured(chart: Lines) -> list[Series]:
    return [series for series in chart.series if series.role not in ("target", "threshold")]


def _is_crowded(chart: Lines) -> bool:
    columns = zip(*(series.values for series in _measured(chart)), strict=True)
    close = any(after - before < LEAST_STEP for before, after in pairwise(shares(chart)))
    return close or any(len(known(values)) > 1 for values in columns)


def decimals(chart: Lines) -> int:
    """How many decimals the values of what was measured print with: as many as the finest was written with."""
    values = (value for series in _measured(chart) for value in known(series.values))
    return max((0, *(-int(value.as_tuple().exponent) for value in values)))


def below_others(strip: Strip) -> tuple[bool, ...]:
    """Which series of a strip print their values below the points: of several the one that runs lower."""
    sums = [sum(known(each.values)) for each in strip.series]
    return tuple(len(sums) > 1 and total == min(sums) and total < max(sums) for total in sums)


def step(low: Decimal, high: Decimal, most: int) -> Decimal:
    """The smallest round step that cuts the span into at most ``most`` pieces."""
    span = (high - low) or Decimal(1)
    size = Decimal(1).scaleb((span / most).adjusted())
    return next(size * factor for factor in _STEPS if size * factor * most >= span)


def ticks(low: Decimal, high: Decimal, most: int = 6) -> tuple[Decimal, ...]:
    """Round values that enclose the span from ``low`` to ``high``."""
    by = step(low, high, most)
    first, last = int((low / by).__floor__()), int((high / by).__ceil__())
    return tuple(by * n for n in range(first, max(last, first + 1) + 1))


def known(values: Iterable[Decimal | None]) -> list[Decimal]:
    """The values that are there."""
    return [value for value in values if value is not None]
