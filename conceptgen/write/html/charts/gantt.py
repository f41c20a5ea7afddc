"""The programme in time: periods as bands, tasks as bars by status, days and milestones as diamonds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from conceptgen.document.charts import Gantt, Task
from conceptgen.write.html.charts.marks import LEADING, SMALL, Label, Point, middle
from conceptgen.write.html.charts.measure import width as measure
from conceptgen.write.html.charts.measure import wrap
from conceptgen.write.html.charts.scale import place
from conceptgen.write.html.palette import HOUSE

_SIZE = 11.5
_PAD = 9.0
_BAR = 12.0
_TICKS = 20.0


@dataclass(frozen=True, slots=True)
class Span:
    """A bar, or a band, from one day to another; ``shade`` alternates bands."""

    x: float
    y: float
    length: float
    thick: float
    label: Label
    status: str = ""
    shade: bool = False


@dataclass(frozen=True, slots=True)
class GanttDrawing:
    """A part of the programme that fits one page, ready to draw."""

    width: float
    height: float
    left: float
    right: float
    head: float
    periods: tuple[Span, ...]
    ticks: tuple[tuple[float, Label], ...]
    groups: tuple[Span, ...]
    rules: tuple[float, ...]
    bars: tuple[Span, ...]
    diamonds: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Days:
    start: date
    days: int
    left: float
    right: float

    def at(self, day: date) -> float:
        share = (day - self.start).days / self.days
        return place(self.left + (self.right - self.left) * min(1.0, max(0.0, share)))

    def noon(self, day: date) -> float:
        return place((self.at(day) + self.at(day + timedelta(days=1))) / 2)


def draw_gantt(chart: Gantt, width: float, height: float) -> Iterator[GanttDrawing]:
    """Lay out the programme, ``width`` wide, on as many drawings no higher than ``height`` as it needs."""
    left = width * (0.27 if width > 800 else 0.34)
    days = _Days(chart.start, max((chart.end - chart.start).days + 1, 1), left, width - 6)
    head = _periods(chart, days)
    start = 0
    while True:
        drawing, start = _drawing(chart, days, head, start, width, height)
        yield drawing
        if start >= len(chart.tasks):
            return


def _periods(chart: Gantt, days: _Days) -> tuple[tuple[Span, ...], float]:
    """Bands over the whole height, their names wrapped above the ticks; and where the head ends."""
    named = []
    for index, (name, start, end) in enumerate(chart.periods):
        x, to = days.at(start), days.at(end + timedelta(days=1))
        named.append((x, place(to - x), wrap(name, SMALL, max(to - x - 6, 30)), index % 2 == 0))
    deep = max((len(words) for _, _, words, _ in named), default=0) * SMALL * LEADING
    top = deep + (8 if named else 0)
    lines = max((len(_tick(chart, days, index)[2]) for index in range(len(chart.ticks))), default=1)
    spans = tuple(
        Span(
            x,
            0,
            length,
            0,
            Label(place(x + length / 2), 11, words, "middle", SMALL, HOUSE.accent, True),
            shade=shade,
        )
        for x, length, words, shade in named
    )
    return spans, place(top + _TICKS + (lines - 1) * SMALL * LEADING)


def _ticks(chart: Gantt, days: _Days, head: float) -> tuple[tuple[float, Label], ...]:
    """A rule at each tick; a name only where it does not run into the one before."""
    result = []
    free = days.left - 1
    for index in range(len(chart.ticks)):
        x, middle_, lines = _tick(chart, days, index)
        half = max(measure(line, SMALL) for line in lines) / 2
        shown = middle_ - half >= free and middle_ + half <= days.right + 6
        free = middle_ + half + 2 if shown else free
        y = place(head - 6 - (len(lines) - 1) * SMALL * LEADING)
        result.append((x, Label(middle_, y, lines if shown else (), "middle", SMALL, HOUSE.muted)))
    return tuple(result)


def _tick(chart: Gantt, days: _Days, index: int) -> tuple[float, float, tuple[str, ...]]:
    """Where a tick stands, the middle of its slot, and its name: a word a line when the slot is narrow."""
    day, name = chart.ticks[index]
    x = days.at(day)
    to = days.at(chart.ticks[index + 1][0]) if index + 1 < len(chart.ticks) else days.right
    narrow = measure(name, SMALL) > to - x
    return x, place((x + to) / 2), tuple(name.split()) if narrow and name.split() else (name,)


@dataclass
class _Rows:
    """The rows of one drawing as they are laid down, from ``y`` on."""

    days: _Days
    y: float
    groups: list[Span] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    bars: list[Span] = field(default_factory=list)
    diamonds: list[Point] = field(default_factory=list)

    def add(self, task: Task, heading: float, room: float) -> bool:
        """Lay down a task, under a heading ``heading`` wide unless that is 0; False when it has no room."""
        name = wrap(task.name, _SIZE, self.days.left - 24)
        group = _group(task.group, self.y, heading) if heading else None
        top = self.y + (group.thick if group else 0)
        tall = max(len(name) * _SIZE * LEADING, _BAR) + _PAD
        if self.bars and top + tall > room:
            return False
        self.groups += [group] if group else []
        self.bars.append(_bar(task, name, self.days, top + tall / 2))
        self.diamonds += [(self.days.noon(day), place(top + tall / 2)) for day in _single_days(task)]
        self.y = top + tall
        self.rules.append(place(self.y))
        return True


def _drawing(
    chart: Gantt, days: _Days, head: tuple[tuple[Span, ...], float], start: int, width: float, height: float
) -> tuple[GanttDrawing, int]:
    periods, top = head
    rows = _Rows(days, top)
    index, group = start, ""
    while index < len(chart.tasks):
        task = chart.tasks[index]
        if not rows.add(task, width if task.group != group else 0, height):
            break
        index, group = index + 1, task.group
    ticks = _ticks(chart, days, top)
    drawing = GanttDrawing(
        width,
        place(rows.y + 2),
        days.left,
        days.right,
        top,
        periods,
        ticks,
        tuple(rows.groups),
        tuple(rows.rules),
        tuple(rows.bars),
        tuple(rows.diamonds),
    )
    return drawing, index


def _group(name: str, y: float, width: float) -> Span:
    """A band with the name of a group; a thin empty one where tasks of no group follow."""
    lines = wrap(name, _SIZE, width - 16)
    tall = len(lines) * _SIZE * LEADING + 8 if name else 5.0
    return Span(0, place(y), width, place(tall), middle(Label(8, y + tall / 2, lines, size=_SIZE, bold=True)))


def _bar(task: Task, name: tuple[str, ...], days: _Days, centre: float) -> Span:
    x = days.at(task.start)
    length = 0.0 if task.start == task.end else max(days.at(task.end + timedelta(days=1)) - x, 3.0)
    label = middle(Label(12, centre, name, size=_SIZE))
    return Span(x, place(centre - _BAR / 2), place(length), _BAR, label, task.status)


def _single_days(task: Task) -> tuple[date, ...]:
    return task.milestones or ((task.start,) if task.start == task.end else ())
