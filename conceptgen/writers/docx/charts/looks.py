"""How charts look: calm, small type, told apart in grey print by dash and marker as well as by colour."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from pptx.enum.chart import (
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from conceptgen.document.charts import Bars, Lines, Radar, Series, Strip
from conceptgen.writers.axes import (
    STRIP_ROOM,
    bars_axis,
    below_others,
    decimals,
    is_labelled,
    labels_below,
    lines_axis,
)
from conceptgen.writers.docx.charts.library import rgb
from conceptgen.writers.docx.charts.repair import leave_out, place_plot, put_below
from conceptgen.writers.docx.colours import Colours

LABEL_ROOM: Final = Decimal("0.2")
"""What the hidden axis of bars is longer by, for the words after the longest bar."""


@dataclass(frozen=True)
class Stroke:
    """A series' colour, line and marker; as bars, their fill and edge."""

    color: str
    width: float = 1.75
    dash: Any = MSO_LINE.SOLID
    marker: Any = XL_MARKER_STYLE.CIRCLE
    fill: str = ""
    edge: str = ""


def _strokes(colours: Colours) -> dict[str, Stroke]:
    dashed, square = MSO_LINE.DASH, XL_MARKER_STYLE.SQUARE
    amber, diamond = colours.amber, XL_MARKER_STYLE.DIAMOND
    return {
        "latest": Stroke(colours.accent, 2.5, fill=colours.fill, edge=colours.accent),
        "baseline": Stroke(colours.grey, 1.75, dashed, square, colours.fill, colours.accent),
        "earlier": Stroke(colours.grey, 1.5, dashed, square, colours.grid),
        "target": Stroke(amber, 1.75, dashed, diamond, colours.sand, amber),
        "threshold": Stroke(colours.red, 1.0, MSO_LINE.ROUND_DOT, XL_MARKER_STYLE.NONE),
    }


def style_radar(chart: Any, data: Radar, small: bool, colours: Colours) -> None:
    """Outlines on a light web."""
    _common(chart, data.series, colours)
    _outlines(chart, data.series, colours)
    # Left alone, long names of axes squeeze the web to a stamp.
    place_plot(chart, (0.345, 0.09, 0.31, 0.74) if small else (0.26, 0.07, 0.48, 0.76))
    if small:
        chart.font.size = Pt(7.5)
    axis = chart.value_axis
    _scale(axis, data.minimum, data.maximum)
    span = data.maximum - data.minimum
    steps = () if data.is_open else (2, 3, 5)
    axis.major_unit = float(next((step for step in steps if span > 5 and span % step == 0), 1))
    if data.is_open:
        chart.has_legend = False
    _web(axis, colours.silver)
    axis.tick_labels.font.size = Pt(7.5)
    axis.tick_labels.font.color.rgb = rgb(colours.grey)


def style_bars(chart: Any, data: Bars, colours: Colours) -> None:
    """Bars from the top down in order, each with its value as printed in the text.

    A legend below the plot names series in their own order in Word, whichever way the axis runs; the axis is reversed
    so that the bars follow that order from the top down. LibreOffice alone turns such a legend round.
    """
    _common(chart, data.series, colours)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = (70, 100) if data.overlaid else (55, -8)
    chart.category_axis.reverse_order = True
    _quiet_axis(chart.category_axis, colours)
    axis = chart.value_axis
    low, high = bars_axis(data)
    _scale(axis, low - (high - low) * LABEL_ROOM * (low < 0), high + (high - low) * LABEL_ROOM)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.visible = axis.has_major_gridlines = False
    strokes = _strokes(colours)
    for number, (drawn, series) in enumerate(zip(plot.series, data.series, strict=True)):
        look = strokes["latest" if len(data.series) == 1 else series.role]
        drawn.format.fill.solid()
        fill = look.fill or look.color
        drawn.format.fill.fore_color.rgb = rgb(fill)
        drawn.format.line.color.rgb = rgb(look.edge or fill)
        drawn.invert_if_negative = False
        _label_bars(drawn, data, number, colours)


def _label_bars(drawn: Any, data: Bars, number: int, colours: Colours) -> None:
    for index, text in enumerate(data.labels[number]):
        label = drawn.points[index].data_label
        if not text:
            leave_out(label)
            continue
        label.text_frame.text = text
        label.text_frame.word_wrap = False
        font = label.text_frame.paragraphs[0].font
        font.size = Pt(9)
        inside = data.is_inside(number, index)
        label.position = XL_LABEL_POSITION.INSIDE_END if inside else XL_LABEL_POSITION.OUTSIDE_END
        if inside:
            font.bold, font.color.rgb = True, rgb(colours.mark_on(colours.fill))


def style_lines(chart: Any, data: Lines, colours: Colours) -> None:
    """Lines over printed dates; a missing measurement is a gap."""
    _common(chart, data.series, colours)
    _outlines(chart, data.series, colours)
    _quiet_axis(chart.category_axis, colours)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _web(chart.value_axis, colours.grid)
    marks = lines_axis(data)
    _scale(chart.value_axis, marks[0], marks[-1])
    chart.value_axis.major_unit = float(marks[1] - marks[0])
    for drawn, series in zip(chart.plots[0].series, data.series, strict=True):
        if is_labelled(series, data):
            _label_points(drawn.data_labels, colours.accent)
            _say_decimals(drawn.data_labels, decimals(data))
            for index in (n for n, below in enumerate(labels_below(series, data)) if below):
                put_below(drawn.points[index].data_label, drawn.data_labels)
    if data.unit:
        chart.value_axis.has_title = True
        title = chart.value_axis.axis_title.text_frame
        title.text = data.unit
        title.paragraphs[0].font.size = Pt(9)
        title.paragraphs[0].font.bold = False


def style_strip(chart: Any, data: Strip, tall: bool, colours: Colours) -> None:
    """A line under the heads of a table: no axes, no legend, the values at its points; a tall one shows the grades."""
    _common(chart, data.series, colours)
    chart.has_legend = False
    _outlines(chart, data.series, colours)
    place_plot(chart, (0, 0.02, 1, 0.96))
    _web(chart.value_axis, colours.grid)
    room = STRIP_ROOM[tall]
    if tall:
        _scale(chart.value_axis, data.minimum - 1, data.maximum + 1)
        chart.value_axis.major_unit = 1
    else:
        _scale(chart.value_axis, data.minimum - room, data.maximum + room)
        chart.value_axis.major_unit = float(data.maximum - data.minimum + 2 * room) / 2
    chart.value_axis.visible = chart.category_axis.visible = False
    strokes = _strokes(colours)
    for drawn, series, below in zip(chart.plots[0].series, data.series, below_others(data), strict=True):
        place = XL_LABEL_POSITION.BELOW if below else XL_LABEL_POSITION.ABOVE
        _label_points(drawn.data_labels, strokes[series.role].color, place)


def _label_points(labels: Any, color: str, place: Any = XL_LABEL_POSITION.ABOVE) -> None:
    labels.show_value = True
    labels.position = place
    labels.font.size, labels.font.bold = Pt(9), True
    labels.font.color.rgb = rgb(color)


def _say_decimals(labels: Any, places: int) -> None:
    """As many decimals as the finest value has."""
    labels.number_format = f"0.{'0' * places}" if places else "General"
    labels.number_format_is_linked = False


def _common(chart: Any, series: tuple[Series, ...], colours: Colours) -> None:
    chart.font.size, chart.font.name = Pt(9), colours.font
    chart.font.color.rgb = rgb(colours.ink)
    chart.has_title = False
    chart.has_legend = len(series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False


def _leading(series: tuple[Series, ...]) -> Series | None:
    """The series that speaks loudest: the latest, or the baseline while nothing later has been measured."""
    return next((s for role in ("latest", "baseline") for s in series if s.role == role), None)


def _outlines(chart: Any, series: tuple[Series, ...], colours: Colours) -> None:
    leading, strokes = _leading(series), _strokes(colours)
    for drawn, given in zip(chart.plots[0].series, series, strict=True):
        look = strokes["latest" if given is leading else given.role]
        color = rgb(look.color)
        drawn.format.line.color.rgb = color
        drawn.format.line.width = Pt(look.width)
        drawn.format.line.dash_style = look.dash
        drawn.marker.style = look.marker
        if look.marker is not XL_MARKER_STYLE.NONE:
            drawn.marker.size = 6
            drawn.marker.format.fill.solid()
            drawn.marker.format.fill.fore_color.rgb = color
            drawn.marker.format.line.color.rgb = color


def _scale(axis: Any, minimum: Decimal | None, maximum: Decimal | None) -> None:
    if minimum is not None:
        axis.minimum_scale = float(minimum)
    if maximum is not None:
        axis.maximum_scale = float(maximum)


def _quiet_axis(axis: Any, colours: Colours) -> None:
    axis.format.line.color.rgb = rgb(colours.silver)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False


def _web(axis: Any, color: str) -> None:
    axis.has_major_gridlines = True
    for line in (axis.major_gridlines.format.line, axis.format.line):
        line.color.rgb = rgb(color)
        line.width = Pt(0.5)
    axis.major_tick_mark = XL_TICK_MARK.NONE
