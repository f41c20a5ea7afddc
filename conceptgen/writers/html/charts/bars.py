"""Horizontal bars: a group a category, the printed value at the end of each bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from conceptgen.document.charts import Bars
from conceptgen.writers.axes import bars_axis
from conceptgen.writers.html.charts.marks import (
    LEADING,
    SMALL,
    TEXT,
    Entry,
    Label,
    Stroke,
    legend,
    middle,
    series_names,
    strokes,
)
from conceptgen.writers.html.charts.scale import Scale, place
from conceptgen.writers.html.palette import Palette
from conceptgen.writers.text_width import width as measure
from conceptgen.writers.text_width import wrap

_BAR = 13.0
_AIR = 2.0
_PAD = 8.0
_HEAD = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and its printed value; a missing value has no length."""

    x: float
    y: float
    length: float
    thick: float
    look: Stroke
    label: Label


@dataclass(frozen=True, slots=True)
class BarsDrawing:
    """Bars ready to draw; ``bar`` is how thick each is."""

    width: float
    height: float
    zero: float
    top: float
    bottom: float
    categories: tuple[Label, ...]
    rules: tuple[float, ...]
    bars: tuple[Bar, ...]
    unit: Label
    legend: tuple[Entry, ...]
    bar: float = _BAR


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    room: float
    scale: Scale
    no_data: str
    colours: Palette


def draw_bars(
    chart: Bars, width: float, height: float, no_data: str, colours: Palette
) -> Iterator[BarsDrawing]:
    """Lay out the bars, ``width`` wide, on as many drawings no higher than ``height`` as they need."""
    # Of two bars on one another the lower one may be missing: its words would run into the upper one.
    frame = _frame(chart, width, "" if chart.overlaid else no_data, colours)
    start = 0
    while start < len(chart.categories):
        drawing, start = _drawing(chart, frame, start, width, height)
        yield drawing


def _frame(chart: Bars, width: float, no_data: str, colours: Palette) -> _Frame:
    left = min(width * 0.4, 30 + max((measure(name, TEXT) for name in chart.categories), default=0))
    widest = max((measure(text, TEXT) for row in chart.labels for text in row), default=0)
    room = min(width * 0.25, max(widest, measure(no_data, TEXT)) + 4)
    low, high = bars_axis(chart)
    # Values below zero have their words at the low end of their bars.
    start = left + 8 + (room if low < 0 else 0)
    return _Frame(left, room, Scale(low, high, start, width - room - 14), no_data, colours)


def _drawing(chart: Bars, frame: _Frame, start: int, width: float, height: float) -> tuple[BarsDrawing, int]:
    y = head = _HEAD + (TEXT if chart.unit else 0)
    unit = Label(place(frame.left + 8), TEXT - 1, (chart.unit,), size=SMALL, colour=frame.colours.muted)
    categories: list[Label] = []
    rules: list[float] = []
    bars: list[Bar] = []
    index = start
    while index < len(chart.categories):
        group = list(_group(chart, frame, index, y + _PAD / 2))
        name = wrap(chart.categories[index], TEXT, frame.left - 10)
        tall = _depth(chart, group)
        deep = max(tall, len(name) * TEXT * LEADING)
        if index > start and y + deep + _PAD > height - 40:
            break
        shift = place((deep - tall) / 2)
        bars += [_moved(bar, shift) for bar in group]
        categories.append(middle(Label(frame.left, y + _PAD / 2 + deep / 2, name, anchor="end")))
        y += deep + _PAD
        rules.append(place(y))
        index += 1
    entries, end = legend(series_names(chart.series, "bar", frame.colours), y + 12, width)
    zero = frame.scale.at(max(Decimal(0), frame.scale.low))
    drawing = BarsDrawing(
        width,
        place(end),
        zero,
        head,
        place(y),
        tuple(categories),
        tuple(rules[:-1]),
        tuple(bars),
        unit,
        entries,
    )
    return drawing, index


def _group(chart: Bars, frame: _Frame, index: int, y: float) -> Iterator[Bar]:
    drawn = zip(chart.series, strokes(chart.series, frame.colours), chart.labels, strict=True)
    for number, (series, look, texts) in enumerate(drawn):
        bar = _bar(series.values[index], texts[index], look, frame, y)
        yield _inside(bar, frame) if chart.is_inside(number, index) else bar
        y += 0 if chart.overlaid else bar.thick + _AIR


def _depth(chart: Bars, group: list[Bar]) -> float:
    """How high a group stands: its bars under one another, or the highest of those that lie on one another."""
    if chart.overlaid:
        return max(bar.thick for bar in group)
    return sum(bar.thick + _AIR for bar in group) - _AIR


def _inside(bar: Bar, frame: _Frame) -> Bar:
    """The bar with its words inside its end, where there is room for them."""
    words = bar.label
    if bar.length < max(measure(text, TEXT) for text in words.lines) + 10:
        return bar
    moved = replace(
        words, x=place(bar.x + bar.length - 5), anchor="end", colour=frame.colours.on_fill, bold=True
    )
    return replace(bar, label=moved)


def _bar(value: Decimal | None, text: str, look: Stroke, frame: _Frame, y: float) -> Bar:
    zero = frame.scale.at(max(Decimal(0), frame.scale.low))
    end = zero if value is None else frame.scale.at(value)
    lines = wrap(text or (frame.no_data if value is None else ""), TEXT, frame.room)
    thick = max(_BAR, len(lines) * TEXT * LEADING)
    low = value is not None and value < 0
    x = end - 6 if low else max(end, zero) + 6
    label = middle(Label(x, y + thick / 2, lines, anchor="end" if low else "start"))
    if value is None:
        label = replace(label, colour=frame.colours.muted, italic=True)
    return Bar(
        min(zero, end), place(y + (thick - _BAR) / 2), place(abs(end - zero)), place(thick), look, label
    )


def _moved(bar: Bar, down: float) -> Bar:
    return replace(bar, y=place(bar.y + down), label=replace(bar.label, y=place(bar.label.y + down)))
