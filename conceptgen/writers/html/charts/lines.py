"""Measurements over time: lines with markers, a gap where there is no measurement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from conceptgen.document.charts import Lines, Series
from conceptgen.writers.axes import decimals, is_labelled, labels_below, lines_axis, shares
from conceptgen.writers.html.charts.marks import (
    LEADING,
    SMALL,
    TEXT,
    Entry,
    Label,
    Point,
    Stroke,
    legend,
    middle,
    series_names,
    strokes,
)
from conceptgen.writers.html.charts.scale import Scale, place, printed
from conceptgen.writers.html.palette import Palette
from conceptgen.writers.text_width import width as measure
from conceptgen.writers.text_width import wrap

_PLOT = 92.0
_BELOW = 28.0
"""How much lower a value stands under its point than over it."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One series: its runs between gaps, its points and their printed values."""

    runs: tuple[str, ...]
    points: tuple[Point, ...]
    values: tuple[Label, ...]
    look: Stroke


@dataclass(frozen=True, slots=True)
class LinesDrawing:
    """Lines ready to draw."""

    width: float
    height: float
    left: float
    bottom: float
    grid: tuple[tuple[float, Label], ...]
    dates: tuple[tuple[float, Label], ...]
    unit: Label
    curves: tuple[Curve, ...]
    legend: tuple[Entry, ...]


def draw_lines(chart: Lines, width: float, language: str, colours: Palette) -> LinesDrawing:
    """Lay out the lines ``width`` pixels wide."""
    marks = lines_axis(chart)
    left = 16 + max(measure(printed(mark, language), SMALL) for mark in marks)
    top = 24.0
    scale = Scale(marks[0], marks[-1], top + _PLOT, top)
    places = _places(shares(chart), left, width - 24)
    dates, deep = _dates(chart.ticks, places, top + _PLOT)
    entries, end = legend(series_names(chart.series, "line", colours), top + _PLOT + deep + 14, width)
    grid = tuple(
        (
            scale.at(mark),
            middle(Label(left - 8, scale.at(mark), (printed(mark, language),), anchor="end", size=SMALL)),
        )
        for mark in marks
    )
    unit = Label(place(left), 12, (chart.unit,), size=SMALL, colour=colours.muted)
    curves = tuple(_curves(chart, places, scale, language, colours))
    return LinesDrawing(
        width, place(end), place(left), place(top + _PLOT), grid, dates, unit, curves, entries
    )


def _places(shares: Sequence[float], left: float, right: float) -> list[float]:
    """The dates between the margins that the words of the first and the last take."""
    margin = (right - left) / max(len(shares), 1) / 2
    return [place(left + margin + (right - left - 2 * margin) * share) for share in shares]


def _dates(
    names: tuple[str, ...], places: list[float], bottom: float
) -> tuple[tuple[tuple[float, Label], ...], float]:
    """Date labels under the axis, never broken inside a word; where they are too close, some of them."""
    least = max((measure(part, SMALL) for name in names for part in name.split(" ")), default=0.0) + 6
    kept: list[int] = []
    for index, x in enumerate(places):
        if not kept or x - places[kept[-1]] >= least:
            kept.append(index)
    room = min((places[b] - places[a] for a, b in pairwise(kept)), default=200.0) - 4
    labels = []
    lines = 1
    for index in kept:
        text = wrap(names[index], SMALL, room, tied=True)
        lines = max(lines, len(text))
        labels.append((places[index], Label(places[index], place(bottom + 18), text, "middle", SMALL)))
    return tuple(labels), 12 + lines * SMALL * LEADING


def _curves(
    chart: Lines, places: list[float], scale: Scale, language: str, colours: Palette
) -> Iterator[Curve]:
    for series, look in zip(chart.series, strokes(chart.series, colours), strict=True):
        points = [
            (x, scale.at(value)) if value is not None else None
            for x, value in zip(places, series.values, strict=True)
        ]
        shown: tuple[Label, ...] = ()
        if is_labelled(series, chart):
            moved = [
                point and (point[0], point[1] + _BELOW * below)
                for point, below in zip(points, labels_below(series, chart), strict=True)
            ]
            shown = _values(series, moved, language, decimals(chart), colours.accent)
        yield Curve(runs_between_gaps(points), tuple(filter(None, points)), shown, look)


def runs_between_gaps(points: list[Point | None]) -> tuple[str, ...]:
    """The path of each run of points."""
    return tuple(
        "M" + "L".join(f"{x} {y}" for x, y in filter(None, run))
        for there, run in groupby(points, key=bool)
        if there
    )


def _values(
    series: Series, points: list[Point | None], language: str, places: int, colour: str
) -> tuple[Label, ...]:
    return tuple(
        Label(
            point[0],
            place(point[1] - 9),
            (printed(value, language, places),),
            "middle",
            TEXT,
            colour,
            bold=True,
        )
        for point, value in zip(points, series.values, strict=True)
        if point and value is not None
    )
