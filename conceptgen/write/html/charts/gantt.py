"""The programme in time: periods as bands, tasks as bars by status, days and milestones as diamonds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil

from conceptgen.document.charts import Gantt
from conceptgen.write.html.charts.gantt_calendar import Days, Tick, calendar
from conceptgen.write.html.charts.gantt_rows import DENSITIES, Density, Rows, TaskRow, task_rows
from conceptgen.write.html.charts.gantt_shapes import STATUS, Span
from conceptgen.write.html.charts.marks import SMALL, Entry, Look, Name, Point, legend
from conceptgen.write.html.charts.scale import place
from conceptgen.write.html.palette import HOUSE

_LEGEND_AIR = 8.0


@dataclass(frozen=True, slots=True)
class GanttDrawing:
    """A part of the programme that fits one page, ready to draw."""

    width: float
    height: float
    foot: float
    left: float
    right: float
    head: float
    periods: tuple[Span, ...]
    ticks: tuple[Tick, ...]
    groups: tuple[Span, ...]
    rules: tuple[float, ...]
    bars: tuple[Span, ...]
    diamonds: tuple[Point, ...]
    legend: tuple[Entry, ...]
