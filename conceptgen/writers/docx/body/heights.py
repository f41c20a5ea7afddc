"""How high charts stand in the text."""

from __future__ import annotations

from itertools import groupby

from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Bars, Gantt, Lines, Radar
from conceptgen.writers.text_width import wrap

NAMES = 0.32
"""The share of the width that names of tasks take; more where many rows must fit one page."""
NAMES_OF_MANY = 0.42
MANY = 12
SMALL = (16.9, 6.5)
"""Width and height of a chart beside text, in centimetres."""
FEW_AXES, OPEN_RADAR = 10, 8.2
"""A radar to be drawn by hand stands below its criteria: of more than so many it is so high, in centimetres."""
_POINT = 25.4 / 72
_TYPE, _LINE = 8.0, 8.0 * 1.294
"""The type of a programme in time and its line, in points."""
_EDGES = 2.6
"""What the edges of a cell take of a row, in points."""
_INSET = 8.5
"""What they take of the width of a name, in points."""
_FIGURE_AIR, _TABLE_AIR = -1.8, -3.0
"""Millimetres that the air around a chart differs by from that of the PDF: around a drawing, around a table."""


def centimetres(chart: Chart) -> float:
    """The height of a chart that is drawn as wide as the text."""
    data = chart.data
    if isinstance(data, Bars):
        bars = len(data.categories) * (1 if data.overlaid else len(data.series))
        return min(20.0, 1.7 + 0.46 * bars + 0.32 * len(data.categories))
    if isinstance(data, Radar):
        return OPEN_RADAR if data.is_open and len(data.axes) > FEW_AXES else 9.8
    assert isinstance(data, Lines)
    return 4.8


def names_share(data: Gantt) -> float:
    """What the names of the tasks take of the width."""
    return NAMES_OF_MANY if len(data.tasks) > MANY else NAMES


def height(chart: Chart, width: float) -> float:
    """Millimetres that a chart takes in a layout with the air of the PDF, on so many of text width."""
    if isinstance(chart.data, Gantt):
        return _programme(chart.data, width / _POINT) * _POINT + _TABLE_AIR
    return 10 * (SMALL[1] if chart.small else centimetres(chart)) + _FIGURE_AIR


def _programme(data: Gantt, width: float) -> float:
    """The rows of the table of a programme: heads, groups, tasks with names in lines, what the marks mean."""
    room = names_share(data) * width - _INSET
    single = 1 + bool(data.periods) + bool(data.years) + bool(data.legend)
    single += sum(1 for group, _ in groupby(data.tasks, key=lambda task: task.group) if group)
    lines = sum(len(wrap(f"{task.number} {task.name}".lstrip(), _TYPE, room)) for task in data.tasks)
    return (single + lines) * _LINE + (single + len(data.tasks)) * _EDGES
