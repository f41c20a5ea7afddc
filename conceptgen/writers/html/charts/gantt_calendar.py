"""The head of a programme in time: which day stands where, the bands of its periods, the names of its months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from conceptgen.document.charts import Gantt
from conceptgen.writers.html.charts.marks import LEADING, SMALL, Label
from conceptgen.writers.html.charts.scale import place
from conceptgen.writers.html.palette import Palette
from conceptgen.writers.text_width import short_alike, wrap
from conceptgen.writers.text_width import width as measure

_TICKS = 20.0
_YEARS = 14.0


@dataclass(frozen=True, slots=True)
class Span:
    """A bar, or a band, from one day to another; ``shade`` alternates bands."""

    x: float
    y: float
    length: float
    thick: float
    label: Label
    shade: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the programme between the left and the right edge of its field."""

    start: date
    days: int
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        share = (day - self.start).days / self.days
        return place(self.left + (self.right - self.left) * min(1.0, max(0.0, share)))

    def noon(self, day: date) -> float:
        """The middle of a day."""
        return place((self.at(day) + self.at(day + timedelta(days=1))) / 2)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The head of a drawing: bands, years and ticks with their names, and where the head ends."""

    periods: tuple[Span, ...]
    years: tuple[tuple[float, Label], ...]
    ticks: tuple[tuple[float, Label], ...]
    head: float


def calendar(chart: Gantt, days: Days, colours: Palette) -> Calendar:
    """Bands over the whole height, their names above the years, these above the names of the months."""
    periods, deep = _periods(chart, days, colours.accent)
    years = deep + _YEARS if chart.years else deep
    head = place(years + _TICKS)
    return Calendar(
        periods,
        _names(chart.years, days, place(years - 2), colours.ink),
        _names(chart.ticks, days, place(head - 6), colours.muted),
        head,
    )


def _periods(chart: Gantt, days: Days, colour: str) -> tuple[tuple[Span, ...], float]:
    spans = []
    lines = 0
    for index, (name, start, end) in enumerate(chart.periods):
        x, to = days.at(start), days.at(end + timedelta(days=1))
        words = wrap(name, SMALL, max(to - x - 6, 30))
        label = Label(place((x + to) / 2), 11, words, "middle", SMALL, colour, True)
        spans.append(Span(x, 0, place(to - x), 0, label, shade=index % 2 == 0))
        lines = max(lines, len(words))
    return tuple(spans), lines * SMALL * LEADING + (8 if spans else 0)


def _names(
    ticks: tuple[tuple[date, str], ...], days: Days, baseline: float, colour: str
) -> tuple[tuple[float, Label], ...]:
    """A rule at each tick; its name in the middle of its slot, where it does not run into the one before."""
    result = []
    free = days.left - 1
    edges = [*(days.at(day) for day, _ in ticks), days.right]
    slots = list(pairwise(edges))
    shown_names = short_alike([name for _, name in ticks], [to - x - 2 for x, to in slots], SMALL)
    for (x, to), name in zip(slots, shown_names, strict=True):
        middle, half = place((x + to) / 2), measure(name, SMALL) / 2
        shown = middle - half >= free and middle + half <= days.right + 6
        free = middle + half + 2 if shown else free
        result.append((x, Label(middle, baseline, (name,) if shown else (), "middle", SMALL, colour)))
    return tuple(result)
