"""Chart data: what is drawn, never how. Every chart also says in words what it shows (``Chart.alt``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from conceptgen.origin import Origin

Mark = Literal["planned", "active", "done", "milestone"]
Value = Decimal | None
"""``None`` is «no data»: a gap, never a zero."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line, outline or set of bars. ``role`` decides colour, dash and marker in every format."""

    name: str
    values: tuple[Value, ...]
    role: Literal["baseline", "latest", "earlier", "target", "threshold"] = "baseline"


@dataclass(frozen=True, slots=True)
class Radar:
    """Criteria on a radar (three axes or more); ``groups[i]`` is the component of ``axes[i]``."""

    axes: tuple[str, ...]
    groups: tuple[str, ...]
    series: tuple[Series, ...]
    minimum: Decimal
    maximum: Decimal

    @property
    def is_open(self) -> bool:
        """True for one to draw on by hand: a ring for every mark, and no legend."""
        return all(value is None for each in self.series for value in each.values)


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, one group a category. ``labels[s][c]`` is the printed value of series s, category c.

    ``overlaid``: the second series lies on the first in one bar a category; where it is the shorter, its words stand
    inside its end.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: tuple[tuple[str, ...], ...]
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    overlaid: bool = False

    def is_inside(self, series: int, category: int) -> bool:
        """True if the words of a bar stand inside its end: a longer bar lies under it."""
        if not (self.overlaid and series):
            return False
        under, over = self.series[0].values[category], self.series[1].values[category]
        return under is not None and over is not None and over < under


@dataclass(frozen=True, slots=True)
class Lines:
    """Measurements over time; ``ticks`` are the printed dates, in order. A scale of its own gives both ends.

    ``days``: when each was, so that they stand apart as far as in time; empty where not all are known.
    """

    ticks: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A line in a row of a table, on the heads of its columns instead of an axis: a value a column.

    ``moments``: what stands on the first line, each by its place in columns from the left and its number.
    """

    ticks: tuple[str, ...]
    series: tuple[Series, ...]
    minimum: Decimal
    maximum: Decimal
    moments: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a Gantt chart; ``start == end`` is a day and draws as a diamond. ``origin`` is that of the name,
    before which a ``number`` stands.
    """

    name: str
    start: date
    end: date
    milestones: tuple[date, ...] = ()
    status: Literal["planned", "active", "done"] = "planned"
    group: str = ""
    origin: Origin | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Gantt:
    """The programme in time, from the first day of the first tick to the last day of the last one.

    ``ticks`` are (first day, printed label) of each month, quarter or year, in order; ``years`` the same of the years
    above months and quarters. ``periods`` are (name, start, end) of the programme's periods, drawn as bands.
    ``legend`` names the marks that occur, by status.
    """

    start: date
    end: date
    tasks: tuple[Task, ...]
    ticks: tuple[tuple[date, str], ...]
    years: tuple[tuple[date, str], ...] = ()
    periods: tuple[tuple[str, date, date], ...] = ()
    legend: tuple[tuple[Mark, str], ...] = ()


ChartData = Radar | Bars | Lines | Gantt


def names_of(data: ChartData | Strip) -> tuple[str, ...]:
    """What a chart names along its axis: criteria, categories, dates, actions."""
    match data:
        case Radar():
            return data.axes
        case Bars():
            return data.categories
        case Lines() | Strip():
            return data.ticks
        case Gantt():
            return tuple(task.name for task in data.tasks)
