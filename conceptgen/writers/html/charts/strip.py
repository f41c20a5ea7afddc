"""A line in a row of a table: a point under the middle of each column, its value beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from conceptgen.document.blocks import StripChart
from conceptgen.document.charts import Strip
from conceptgen.writers.axes import STRIP_ROOM, below_others
from conceptgen.writers.html.charts.lines import runs_between_gaps
from conceptgen.writers.html.charts.marks import SMALL, Label, Point, Stroke, middle, strokes
from conceptgen.writers.html.charts.scale import Scale, place, printed
from conceptgen.writers.html.palette import Palette

_MILLIMETRE = 640 / 170
"""As on all drawings for paper: so many units across the text of an upright page."""
_LINES = 2
"""Now and to be: what lies between them is the gap."""
_APART, _STEP = 34.0, 11.0
"""How far apart two numbers of moments are read side by side, and how much higher one stands that is closer."""
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
    """A strip ready to draw; ``rules`` are the heights of the mean value, or of every grade with its number."""

    width: float
    height: float
    rules: tuple[tuple[float, tuple[Label, ...]], ...]
    gaps: tuple[str, ...]
    traces: tuple[Trace, ...]
    moments: tuple[tuple[Point, Label], ...]


def draw_strip(chart: StripChart, width: float, language: str, colours: Palette) -> StripDrawing:
    """Lay out the strip over columns of one width, ``width`` pixels together."""
    strip, tall = chart.data, chart.tall
    height, room = place((chart.height - 1) * _MILLIMETRE), STRIP_ROOM[tall]
    scale = Scale(strip.minimum - room, strip.maximum + room, height, 0.0)
    slot = width / max(len(strip.ticks), 1)
    places = [place(slot * (index + 0.5)) for index in range(len(strip.ticks))]
    traces = tuple(_traces(strip, places, scale, language, colours))
    moments = tuple(_moments(strip, traces[0].points, slot, colours)) if tall else ()
    traces = (_reaching(traces[0], moments), *traces[1:])
    return StripDrawing(
        place(width),
        height,
        tuple(_grades(strip, scale, colours)) if tall else ((place(height / 2), ()),),
        tuple(_gaps(traces)) if tall else (),
        traces,
        moments,
    )


def _grades(strip: Strip, scale: Scale, colours: Palette) -> Iterator[tuple[float, tuple[Label, ...]]]:
    for grade in range(int(strip.minimum), int(strip.maximum) + 1):
        y = scale.at(Decimal(grade))
        yield y, (middle(Label(2, y, (str(grade),), size=SMALL, colour=colours.muted)),)


def _gaps(traces: Sequence[Trace]) -> Iterator[str]:
    """The areas between the two lines, stage by stage, where both are known at either end."""
    if len(traces) < _LINES:
        return
    now, then = (dict(trace.points) for trace in traces[:_LINES])
    for left, right in pairwise(sorted({*now, *then})):
        if {left, right} <= now.keys() & then.keys():
            yield f"M{left} {now[left]}L{right} {now[right]}L{right} {then[right]}L{left} {then[left]}Z"


def _moments(
    strip: Strip, line: Sequence[Point], slot: float, colours: Palette
) -> Iterator[tuple[Point, Label]]:
    """Dots on the first line with their numbers, higher where they are close; none where the line is not known."""
    last, step = -_APART, 0
    for column, number in strip.moments:
        x = place(column * slot)
        if (y := _height(line, x)) is not None:
            last, step = x, step + 1 if x - last < _APART else 0
            foot = place(y - 9 - _STEP * step)
            yield (x, y), Label(x, foot, (number,), "middle", SMALL, colours.ink, True)


def _reaching(trace: Trace, moments: Sequence[tuple[Point, Label]]) -> Trace:
    """The line as far as the moments that lie before its first point or after its last one."""
    places = [x for (x, _), _ in moments]
    if not trace.points or not places:
        return trace
    (left, y1), (right, y2) = trace.points[0], trace.points[-1]
    before = (f"M{left} {y1}H{min(places)}",) if min(places) < left else ()
    after = (f"M{right} {y2}H{max(places)}",) if max(places) > right else ()
    return replace(trace, runs=(*before, *trace.runs, *after))


def _height(line: Sequence[Point], x: float) -> float | None:
    """Where the line passes at ``x``; it runs on level before its first point and after its last one."""
    if not line:
        return None
    if x <= line[0][0] or x >= line[-1][0]:
        return line[0][1] if x <= line[0][0] else line[-1][1]
    (x1, y1), (x2, y2) = next((one, two) for one, two in pairwise(line) if x <= two[0])
    return place(y1 + (y2 - y1) * (x - x1) / (x2 - x1))


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
