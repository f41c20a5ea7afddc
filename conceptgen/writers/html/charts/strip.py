"""A line in a row of a table: a point under the middle of each column, its value beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.document.charts import Strip
from conceptgen.writers.axes import STRIP_ROOM, below_others
from conceptgen.writers.html.charts.lines import runs_between_gaps
from conceptgen.writers.html.charts.marks import SMALL, Label, Point, Stroke, strokes
from conceptgen.writers.html.charts.scale import Scale, place, printed
from conceptgen.writers.html.palette import Palette

HEIGHT = 64.0
_ABOVE, _BELOW = -7.0, 14.0
"""How far from its point the foot of a value stands."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One series: its runs between gaps, its points and their values."""

    runs: tuple[str, ...]
    points: tuple[Point, ...]
    values: tuple[Label, ...]
    look: Stroke


@dataclass(frozen=True, slots=True)
class StripDrawing:
    """A strip ready to draw; ``middle`` is the height of the mean value."""

    width: float
    height: float
    middle: float
    traces: tuple[Trace, ...]


def draw_strip(strip: Strip, width: float, language: str, colours: Palette) -> StripDrawing:
    """Lay out the strip over columns of one width, ``width`` pixels together."""
    scale = Scale(strip.minimum - STRIP_ROOM, strip.maximum + STRIP_ROOM, HEIGHT, 0.0)
    slot = width / max(len(strip.ticks), 1)
    places = [place(slot * (index + 0.5)) for index in range(len(strip.ticks))]
    traces = tuple(_traces(strip, places, scale, language, colours))
    return StripDrawing(place(width), HEIGHT, place(HEIGHT / 2), traces)


def _traces(
    strip: Strip, places: list[float], scale: Scale, language: str, colours: Palette
) -> Iterator[Trace]:
    every = zip(strip.series, strokes(strip.series, colours), below_others(strip), strict=True)
    for series, look, below in every:
        points = [
            (x, scale.at(value)) if value is not None else None
            for x, value in zip(places, series.values, strict=True)
        ]
        shift = _BELOW if below else _ABOVE
        values = tuple(
            Label(
                at[0], place(at[1] + shift), (printed(value, language),), "middle", SMALL, look.colour, True
            )
            for at, value in zip(points, series.values, strict=True)
            if at and value is not None
        )
        yield Trace(runs_between_gaps(points), tuple(each for each in points if each), values, look)
