"""The programme in time: periods as bands, tasks as bars by status, days and milestones as diamonds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from conceptgen.document.charts import Gantt, Task
from conceptgen.writers.html.charts.gantt_calendar import Calendar, Days, Span, calendar
from conceptgen.writers.html.charts.gantt_rows import DENSITIES, Density, TaskRow, height, sheets, task_rows
from conceptgen.writers.html.charts.marks import Entry, Label, Name, Point, Stroke, legend, middle
from conceptgen.writers.html.charts.scale import place
from conceptgen.writers.html.palette import Palette

_ROOMY = 2
"""How many densities are for the screen."""
_LEGEND = 26.0
_SHARE = 0.84
"""Of a page's height: what a programme takes at most where closer rows allow it, so that text stands beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A task: its name and, unless it is a single day, its bar."""

    span: Span
    look: Stroke


@dataclass(frozen=True, slots=True)
class GanttDrawing:
    """A part of the programme that fits one page, ready to draw; its field ends at ``foot``."""

    width: float
    height: float
    left: float
    right: float
    foot: float
    calendar: Calendar
    groups: tuple[Span, ...]
    rules: tuple[float, ...]
    bars: tuple[Bar, ...]
    days: tuple[Point, ...]
    legend: tuple[Entry, ...]


def draw_gantt(
    chart: Gantt, width: float, height: float, paged: bool, colours: Palette
) -> Iterator[GanttDrawing]:
    """Lay out the programme, ``width`` wide, on as many drawings no higher than ``height`` as it needs.

    Rows move closer together before a second drawing begins; more so on paper than on the screen.
    """
    room = height - (_LEGEND if chart.legend else 0)
    density, head = _density(chart, width, room, paged, colours)
    days = _days(chart, density, width)
    for rows in sheets(task_rows(chart, density, width), room - head.head):
        yield _drawing(chart, rows, density, days, head, width, colours)


def _density(
    chart: Gantt, width: float, room: float, paged: bool, colours: Palette
) -> tuple[Density, Calendar]:
    """The roomiest density with which everything fits a part of the page, else the page; else the roomiest at all."""
    known = DENSITIES if paged else DENSITIES[:_ROOMY]
    heads = [calendar(chart, _days(chart, density, width), colours) for density in known]
    tall = [head.head + height(task_rows(chart, d, width)) for d, head in zip(known, heads, strict=True)]
    for most in (_SHARE * room, room) if paged else (room,):
        for density, head, high in zip(known, heads, tall, strict=True):
            if high <= most:
                return density, head
    return known[0], heads[0]


def _days(chart: Gantt, density: Density, width: float) -> Days:
    days = max((chart.end - chart.start).days + 1, 1)
    return Days(chart.start, days, density.left(width), width - 6)


def _drawing(
    chart: Gantt,
    rows: Sequence[TaskRow],
    density: Density,
    days: Days,
    head: Calendar,
    width: float,
    colours: Palette,
) -> GanttDrawing:
    marks = _marks(colours)
    groups: list[Span] = []
    bars: list[Bar] = []
    rules: list[float] = []
    diamonds: list[Point] = []
    y, group = head.head, ""
    for row in rows:
        if row.task.group != group:
            groups.append(_heading(row, y, width, density))
            y, group = y + row.above, row.task.group
        centre = y + row.tall / 2
        bars.append(_bar(row, days, centre, density, marks[row.task.status]))
        diamonds += [(days.noon(day), place(centre)) for day in _single_days(row.task)]
        y += row.tall
        rules.append(place(y))
    entries, end = legend(_names(chart, marks), y + 10, width, density.size) if chart.legend else ((), y)
    return GanttDrawing(
        width,
        place(end + 2),
        place(days.left),
        days.right,
        place(y),
        head,
        tuple(groups),
        tuple(rules),
        tuple(bars),
        tuple(diamonds),
        entries,
    )


def _marks(colours: Palette) -> dict[str, Stroke]:
    """How bars and days look, in the drawing and in its legend."""
    return {
        "planned": Stroke(colours.accent, fill=colours.planned),
        "active": Stroke(colours.accent, fill=colours.fill),
        "done": Stroke(colours.accent, fill=colours.done),
        "milestone": Stroke(colours.target, fill=colours.target, marker="diamond"),
    }


def _names(chart: Gantt, marks: dict[str, Stroke]) -> Iterator[Name]:
    for mark, name in chart.legend:
        yield "diamond" if mark == "milestone" else "bar", marks[mark], name, ""


def _heading(row: TaskRow, y: float, width: float, density: Density) -> Span:
    label = middle(Label(8, y + row.above / 2, row.heading, size=density.size, bold=True))
    return Span(0, place(y), width, place(row.above), label)


def _bar(row: TaskRow, days: Days, centre: float, density: Density, look: Stroke) -> Bar:
    task = row.task
    x = days.at(task.start)
    length = 0.0 if task.start == task.end else max(days.at(task.end + timedelta(days=1)) - x, 3.0)
    label = middle(Label(12, centre, row.name, size=density.size))
    span = Span(x, place(centre - density.bar / 2), place(length), density.bar, label)
    return Bar(span, look)


def _single_days(task: Task) -> tuple[date, ...]:
    return task.milestones or ((task.start,) if task.start == task.end else ())
