"""The radar: criteria clockwise from the top, their components as arcs outside the rings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from math import cos, pi, sin

from conceptgen.document.charts import Radar, Value
from conceptgen.writers.axes import step
from conceptgen.writers.html.charts.marks import (
    Entry,
    Label,
    Name,
    Point,
    Stroke,
    legend,
    legend_beside,
    series_names,
    strokes,
)
from conceptgen.writers.html.charts.radar_labels import around
from conceptgen.writers.html.charts.scale import Scale, place, printed
from conceptgen.writers.html.palette import Palette


@dataclass(frozen=True, slots=True)
class _Build:
    """The proportions of a radar: its radius, the band of components around it, the size of its names."""

    radius: float
    band: float
    size: float


_LARGE = _Build(134.0, 13.0, 11.5)
_SMALL = _Build(82.0, 8.0, 10.0)
_LEGEND = 140.0
"""The width of the legend beside a small radar."""
MARKS = 10
"""Rings of a radar to draw on, at the most."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle of the scale and the value it stands for."""

    radius: float
    label: Label


@dataclass(frozen=True, slots=True)
class Arc:
    """A run of neighbouring criteria of one component."""

    path: str
    colour: str
    label: Label


@dataclass(frozen=True, slots=True)
class Outline:
    """One series: runs of joined points (``closed`` when none is missing) and a marker at each."""

    runs: tuple[str, ...]
    closed: bool
    points: tuple[Point, ...]
    look: Stroke


@dataclass(frozen=True, slots=True)
class RadarDrawing:
    """A radar ready to draw; everything is relative to its centre except the legend."""

    width: float
    height: float
    centre: Point
    rings: tuple[Ring, ...]
    spokes: tuple[Point, ...]
    arcs: tuple[Arc, ...]
    labels: tuple[Label, ...]
    leaders: tuple[tuple[Point, Point], ...]
    outlines: tuple[Outline, ...]
    legend: tuple[Entry, ...]
    is_open: bool = False


def draw_radar(
    chart: Radar, width: float, language: str, colours: Palette, small: bool = False
) -> RadarDrawing:
    """Lay out a radar ``width`` pixels wide; its height follows from its labels and legend."""
    build = _SMALL if small else _LARGE
    names = list(dict.fromkeys(name for name in chart.groups if name))
    reach = build.radius + build.size * 0.8 + (build.band + 5 if len(names) > 1 else 0)
    room = width - _LEGEND if small else width
    labels, leaders, top, bottom = around(chart.axes, reach, room, build.size)
    centre = (place(room / 2), place(build.size * 0.5 - top))
    foot = centre[1] + bottom
    if small:
        entries, end = legend_beside(_legend(chart, names, colours), room, width, foot, build.size)
    else:
        entries, end = legend(_legend(chart, names, colours), foot + build.size, width, build.size + 0.5)
    angles = [2 * pi * i / len(chart.axes) for i in range(len(chart.axes))]
    return RadarDrawing(
        width,
        place(end + 4),
        centre,
        tuple(_rings(chart, build, language, colours.muted)),
        tuple(_at(angle, build.radius) for angle in angles),
        tuple(_arcs(chart, names, build, colours)) if len(names) > 1 else (),
        labels,
        leaders,
        tuple(_outlines(chart, angles, build.radius, colours)),
        entries,
        chart.is_open,
    )


def _at(angle: float, radius: float) -> Point:
    return place(radius * sin(angle)), place(-radius * cos(angle))


def _rings(chart: Radar, build: _Build, language: str, colour: str) -> Iterator[Ring]:
    scale = Scale(chart.minimum, chart.maximum, 0, build.radius)
    most = MARKS if chart.is_open else 5 if build is _LARGE else 3
    by = step(Decimal(0), chart.maximum - chart.minimum, most)
    first = int((chart.minimum / by).__floor__()) + 1
    last = int((chart.maximum / by).__ceil__())
    for value in (*(by * n for n in range(first, last)), chart.maximum):
        at = scale.at(value)
        text = Label(-5, place(3 - at), (printed(value, language),), "end", build.size * 0.8, colour)
        yield Ring(at, text)


def _arcs(chart: Radar, names: list[str], build: _Build, colours: Palette) -> Iterator[Arc]:
    slice_ = 2 * pi / len(chart.axes)
    for name, run in groupby(enumerate(chart.groups), lambda item: item[1]):
        members = [index for index, _ in run]
        if name:
            start, end = (members[0] - 0.46) * slice_, (members[-1] + 0.46) * slice_
            number = names.index(name)
            x, y = _at((start + end) / 2, build.radius + 5 + build.band / 2)
            size = place(build.band * 0.75)
            label = Label(
                x, place(y + size * 0.35), (str(number + 1),), "middle", size, colours.paper, bold=True
            )
            yield Arc(
                _band(start, end, build.radius + 5, build.band),
                colours.groups[number % len(colours.groups)],
                label,
            )


def _band(start: float, end: float, radius: float, band: float) -> str:
    (x1, y1), (x2, y2) = _at(start, radius), _at(end, radius)
    (x3, y3), (x4, y4) = _at(end, radius + band), _at(start, radius + band)
    inner, outer, large = place(radius), place(radius + band), int(end - start > pi)
    return (
        f"M{x1} {y1}A{inner} {inner} 0 {large} 1 {x2} {y2}L{x3} {y3}A{outer} {outer} 0 {large} 0 {x4} {y4}Z"
    )


def _outlines(chart: Radar, angles: list[float], radius: float, colours: Palette) -> Iterator[Outline]:
    scale = Scale(chart.minimum, chart.maximum, 0, radius)
    for series, look in zip(chart.series, strokes(chart.series, colours), strict=True):
        points = [_point(value, angle, scale) for value, angle in zip(series.values, angles, strict=True)]
        closed = all(points)
        there = tuple(point for point in points if point)
        yield Outline(tuple(_runs(points, closed)), closed, there, look)


def _point(value: Value, angle: float, scale: Scale) -> Point | None:
    return None if value is None else _at(angle, scale.at(value))


def _runs(points: list[Point | None], closed: bool) -> Iterator[str]:
    if closed:
        yield "M" + "L".join(f"{x} {y}" for x, y in filter(None, points)) + "Z"
        return
    for one, other in pairwise([*points, points[0]]):
        if one and other:
            yield f"M{one[0]} {one[1]}L{other[0]} {other[1]}"


def _legend(chart: Radar, names: list[str], colours: Palette) -> Iterator[Name]:
    if not chart.is_open:
        yield from series_names(chart.series, "line", colours)
    if len(names) > 1:
        for number, name in enumerate(names):
            yield "group", Stroke(colours.groups[number % len(colours.groups)]), name, str(number + 1)
