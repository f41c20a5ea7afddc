"""Native charts with their workbook inside, so that «Изменить данные» works. Loaded only when needed."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from conceptgen.document.blocks import Chart, StripChart
from conceptgen.document.charts import Bars, Gantt, Lines, Radar, Series, Strip, names_of
from conceptgen.writers.axes import is_uneven
from conceptgen.writers.docx.charts.library import ChartNumbers, ChartText, StyledChart, Workbook, parse_xml
from conceptgen.writers.docx.charts.looks import style_bars, style_lines, style_radar, style_strip
from conceptgen.writers.docx.charts.repair import in_months, repair, serialize
from conceptgen.writers.docx.colours import DEFAULT_COLOURS, Colours

Drawn = Radar | Bars | Lines | Strip


def chart_part(
    chart: Chart | StripChart, workbook: str, language: str, colours: Colours = DEFAULT_COLOURS
) -> bytes:
    """The chart as a part of the file; ``workbook`` is the id of its relationship to the workbook."""
    data = chart.data
    assert not isinstance(data, Gantt)
    kind = _kind(data)
    root = parse_xml(ChartText(kind, _numbers(data)).xml.encode())
    repair(root, language)
    _style(StyledChart(root, None), chart, colours, language)
    root._add_externalData().rId = workbook
    return serialize(root)


def workbook(chart: Chart | StripChart, created: datetime) -> bytes:
    """The numbers of a chart as a workbook; texts stay texts, whatever sign they begin with."""
    data = chart.data
    assert not isinstance(data, Gantt)
    file = io.BytesIO()
    literal = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(file, {"in_memory": True, **literal})
    book.set_properties({"created": created})
    sheet = book.add_worksheet("Sheet1")
    if days := _days(data):
        sheet.write_column(1, 0, days, book.add_format({"num_format": "yyyy-mm-dd"}))
    else:
        sheet.write_column(1, 0, names_of(data))
    for column, series in enumerate(data.series, 1):
        sheet.write(0, column, series.name)
        sheet.write_column(1, column, _values(series))
    sheet.set_column(0, 0, 32)
    book.close()
    return file.getvalue()


def _kind(data: Drawn) -> Any:
    match data:
        case Radar():
            return XL_CHART_TYPE.RADAR_MARKERS
        case Bars():
            return XL_CHART_TYPE.BAR_CLUSTERED
        case Lines() | Strip():
            return XL_CHART_TYPE.LINE_MARKERS


def _style(drawn: Any, chart: Chart | StripChart, colours: Colours, language: str) -> None:
    if isinstance(chart, StripChart):
        style_strip(drawn, chart.data, chart.tall, colours)
        return
    match chart.data:
        case Radar():
            style_radar(drawn, chart.data, chart.small, colours)
        case Bars():
            style_bars(drawn, chart.data, colours)
        case Lines():
            style_lines(drawn, chart.data, colours)
            if _days(chart.data):
                in_months(drawn, chart.data.days, language)


def _numbers(data: Drawn) -> Any:
    numbers = ChartNumbers()
    numbers.categories = _days(data) or names_of(data)
    for series in data.series:
        numbers.add_series(series.name, _drawn(series, data))
    return numbers


def _days(data: Drawn) -> tuple[date, ...]:
    """The days of measurements, for an axis of time; nothing where even steps, each with its date, tell the same."""
    return data.days if isinstance(data, Lines) and is_uneven(data) else ()


def _drawn(series: Series, data: Drawn) -> list[float | None]:
    """Word labels no missing point: where a bar is missing, one of no length carries the words «no data»."""
    if not isinstance(data, Bars):
        return _values(series)
    nothing = float(max(data.minimum or 0, 0))
    return [nothing if value is None else value for value in _values(series)]


def _values(series: Series) -> list[float | None]:
    return [None if value is None else float(value) for value in series.values]
