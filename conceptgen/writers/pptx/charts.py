"""Native charts whose numbers can be edited: those of the Word files in larger type, and the calendar as bars."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.util import Pt

from conceptgen.document.blocks import Chart, StripChart
from conceptgen.document.charts import Bars, Gantt, Series, Task, names_of
from conceptgen.writers.docx.archive import same_bytes
from conceptgen.writers.docx.charts import chart_part, workbook
from conceptgen.writers.docx.charts.library import ChartNumbers, rgb
from conceptgen.writers.docx.charts.repair import month_format, repair
from conceptgen.writers.pptx.stage import Box, Stage

LEAST: Final = 1200
_FEW = 4
"""Bars up to which each is drawn thin."""
_INTO_MONTH = 1.5
"""Days by which marks at even steps stand inside their months, however long these are."""
_SMALL_DRAWING = 1.5
"""How much larger than on paper the type of a chart is."""
_SIZE: Final = re.compile(rb'\bsz="(\d+)"')
_STATES: Final = ("planned", "active", "done")
_ZERO: Final = date(1899, 12, 30)
"""The day from which a workbook counts days."""


def chart(stage: Stage, slide: Any, shown: Chart | StripChart, box: Box) -> None:
    """A chart in its place, with its words for who cannot see it."""
    frame = (
        _gantt(stage, slide, shown.data, box)
        if isinstance(shown.data, Gantt)
        else _drawn(stage, slide, shown, box)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", shown.alt)
    for name in names_of(shown.data):
        stage.show(name)


def _drawn(stage: Stage, slide: Any, shown: Chart | StripChart, box: Box) -> Any:
    """The chart of the Word file: its part takes the place of one begun here."""
    numbers = ChartNumbers()
    numbers.categories = ["."]
    numbers.add_series(".", [0])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu, numbers)
    part = frame.chart.part
    link = part._element.find("{*}externalData").rId
    blob = chart_part(shown, link, stage.language, stage.colours)
    part._element = parse_xml(_SIZE.sub(_larger, blob))
    part.chart_workbook.xlsx_part._blob = same_bytes(workbook(shown, stage.document.stamp))
    return frame


def _larger(found: re.Match[bytes]) -> bytes:
    size = max(LEAST, round(int(found[1]) * _SMALL_DRAWING / 100) * 100)
    return b'sz="%d"' % size


def _gantt(stage: Stage, slide: Any, data: Gantt, box: Box) -> Any:
    """Bars on a calendar: an unseen one up to the first day, then one for each state as long as the task takes."""
    bars = calendar(data)
    numbers = ChartNumbers()
    numbers.categories = bars.categories
    for each in bars.series:
        numbers.add_series(each.name, [None if value is None else int(value) for value in each.values])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box.emu, numbers)
    made = frame.chart
    _look(stage, made, data)
    for series, state in zip(list(made.plots[0].series)[1:], _states(data), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(stage.colours.status(state))
        series.format.line.color.rgb = rgb(stage.colours.accent)
        series.format.line.width = Pt(1.5)
    repair(made._chartSpace, stage.language)
    book = same_bytes(workbook(Chart(bars, ""), stage.document.stamp))
    made.part.chart_workbook.xlsx_part._blob = book
    return frame


def _states(data: Gantt) -> list[str]:
    return [each for each in _STATES if any(task.status == each for task in data.tasks)]


def calendar(data: Gantt) -> Bars:
    """The numbers behind the bars of a calendar: the first day of each task as a workbook counts it, its length."""
    named: dict[str, str] = dict(data.legend)
    series = [Series(" ", tuple(Decimal(_days(task.start)) for task in data.tasks))]
    for state in _states(data):
        lengths = tuple(_length(task) if task.status == state else None for task in data.tasks)
        series.append(Series(named.get(state, "  "), lengths))
    return Bars(tuple(_called(task) for task in data.tasks), tuple(series), ())


def _called(task: Task) -> str:
    return f"{task.number} {task.name}".strip()


def _days(day: date) -> int:
    """A day as a workbook counts it."""
    return (day - _ZERO).days


def _length(task: Task) -> Decimal:
    return Decimal((task.end - task.start).days + 1)


def _look(stage: Stage, made: Any, data: Gantt) -> None:
    made.font.size, made.font.name = Pt(14 if len(data.tasks) <= 8 else 12), stage.colours.font
    made.font.color.rgb = rgb(stage.colours.ink)
    made.has_title = False
    made.has_legend = len(data.legend) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        made.legend.font.size = Pt(12)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = (45 if len(data.tasks) > _FEW else 120), 100
    hidden = plot.series[0]
    hidden.format.fill.background()
    hidden.format.line.fill.background()
    made.category_axis.reverse_order = True
    made.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    made.category_axis.format.line.color.rgb = rgb(stage.colours.silver)
    axis = made.value_axis
    axis.minimum_scale, axis.maximum_scale = _days(data.start) + _INTO_MONTH, _days(data.end)
    months = (_days(data.end) - _days(data.start)) / 30.4
    axis.major_unit = 30.4375 * next((n for n in (1, 2, 3, 6, 12) if months / n <= 9), 24)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = (
        month_format(stage.language),
        False,
    )
    axis.tick_labels.font.size = Pt(12)
    axis.major_gridlines.format.line.color.rgb = rgb(stage.colours.grid)
    axis.format.line.fill.background()
