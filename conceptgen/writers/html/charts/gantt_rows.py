"""The rows of a programme in time: how dense they stand, and how they are shared out over sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from conceptgen.document.charts import Gantt, Task
from conceptgen.writers.html.charts.marks import LEADING
from conceptgen.writers.text_width import wrap

_NAMES_UPRIGHT = 0.34


@dataclass(frozen=True, slots=True)
class Density:
    """How rows stand: size of names, air between rows, thickness of bars, share of the width for names."""

    size: float
    pad: float
    bar: float
    names: float

    def left(self, width: float) -> float:
        """Where the names end and the days begin."""
        return width * (self.names if width > 800 else max(self.names, _NAMES_UPRIGHT))


DENSITIES = (
    Density(11.5, 9.0, 12.0, 0.27),
    Density(11.0, 6.5, 11.0, 0.32),
    Density(10.5, 5.0, 10.0, 0.38),
    Density(10.0, 5.0, 9.5, 0.42),
    Density(10.0, 3.5, 9.5, 0.42),
)
"""From roomy to close; the closest is still read with ease on paper, on the screen the first two are."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its name in lines, and the height of its row and of its group's heading."""

    task: Task
    name: tuple[str, ...]
    tall: float
    heading: tuple[str, ...]
    above: float


def task_rows(chart: Gantt, density: Density, width: float) -> list[TaskRow]:
    """The rows of all tasks; those of no group that follow a group get a thin band without a name."""
    rows = []
    line = density.size * LEADING
    for task in chart.tasks:
        name = wrap(f"{task.number} {task.name}".lstrip(), density.size, density.left(width) - 24)
        heading = wrap(task.group, density.size, width - 16)
        above = len(heading) * line + density.pad - 1 if task.group else 5.0
        rows.append(TaskRow(task, name, max(len(name) * line, density.bar) + density.pad, heading, above))
    return rows


def height(rows: Sequence[TaskRow]) -> float:
    """The height of rows on one sheet, headings of groups included."""
    runs = [list(run) for _, run in groupby(rows, lambda row: row.task.group)]
    bare = len(runs) == 1 and not rows[0].task.group
    return sum(row.tall for row in rows) + (0 if bare else sum(run[0].above for run in runs))


def sheets(rows: Sequence[TaskRow], room: float) -> list[list[TaskRow]]:
    """The rows shared out evenly over as few sheets as hold them."""
    count = ceil(height(rows) / room) if rows else 1
    shared = _shared(rows, count)
    while any(len(sheet) > 1 and height(sheet) > room for sheet in shared):
        count += 1
        shared = _shared(rows, count)
    return shared


def _shared(rows: Sequence[TaskRow], count: int) -> list[list[TaskRow]]:
    whole = sum(row.tall for row in rows)
    result: list[list[TaskRow]] = [[] for _ in range(count)]
    done = 0.0
    for row in rows:
        result[min(int(count * (done + row.tall / 2) / whole), count - 1)].append(row)
        done += row.tall
    return [sheet for sheet in result if sheet] or [[]]
