"""Charts as drawings: geometry here in pure functions, strokes in ``templates/html/charts``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.document.blocks import Chart, Sheet, StripChart
from conceptgen.document.charts import Bars, Gantt, Lines, Radar
from conceptgen.writers.html.charts.bars import BarsDrawing, draw_bars
from conceptgen.writers.html.charts.gantt import GanttDrawing, draw_gantt
from conceptgen.writers.html.charts.lines import LinesDrawing, draw_lines
from conceptgen.writers.html.charts.radar import RadarDrawing, draw_radar
from conceptgen.writers.html.charts.strip import StripDrawing, draw_strip
from conceptgen.writers.html.palette import DEFAULT_PALETTE, Palette

Drawing = RadarDrawing | BarsDrawing | LinesDrawing | GanttDrawing | StripDrawing


_ENDLESS = 100_000.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing of a chart; a chart too high for a page has several, each telling which it is.

    ``name``: what a drawing is called that stands alone, in a file of its own. ``narrow``: shown on a telephone only,
    instead of the others.
    """

    template: str
    drawing: Drawing
    alt: str
    name: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class DrawingArea:
    """What a chart is drawn on: a page across or upright, of paper or on the screen; its words and colours.

    ``alone``: no page, the drawing is a file of its own and as high as it needs. ``narrow``: so it is on a telephone.
    """

    wide: bool
    paged: bool
    language: str
    no_data: str
    palette: Palette = DEFAULT_PALETTE
    sheet: Sheet = ""
    alone: bool = False
    narrow: bool = False

    @property
    def width(self) -> float:
        """The text width of a portrait or landscape page, or of a telephone."""
        if self.narrow:
            return 328.0
        if self.sheet:
            return 1420.0
        return 960.0 if self.wide else 640.0

    @property
    def height(self) -> float:
        """How high one drawing may be and still stand on a page with its heading and caption."""
        if self.alone or self.narrow:
            return _ENDLESS
        return 525.0 if self.wide else 780.0


def panels(chart: Chart, easel: DrawingArea) -> tuple[Panel, ...]:
    """Draw a chart: one panel, or several for a page-long programme."""
    drawings = tuple(_drawings(chart, easel))
    template = f"charts/{type(chart.data).__name__.lower()}.svg.j2"
    count = len(drawings)
    return tuple(
        Panel(template, drawing, f"{chart.alt} ({index}/{count})" if count > 1 else chart.alt)
        for index, drawing in enumerate(drawings, start=1)
    )


def strip(chart: StripChart, share: float, easel: DrawingArea) -> Panel:
    """Draw a line in a row of a table; ``share`` is what its columns take of the text width."""
    drawing = draw_strip(chart, share * easel.width, easel.language, easel.palette)
    return Panel("charts/strip.svg.j2", drawing, chart.alt)


def _drawings(chart: Chart, easel: DrawingArea) -> Iterator[Drawing]:
    match chart.data:
        case Radar():
            yield draw_radar(chart.data, 640.0, easel.language, easel.palette, chart.small)
        case Bars():
            yield from draw_bars(
                chart.data, 480.0 if chart.small else easel.width, easel.height, easel.no_data, easel.palette
            )
        case Lines():
            yield draw_lines(chart.data, 480.0 if chart.small else easel.width, easel.language, easel.palette)
        case Gantt():
            yield from draw_gantt(chart.data, easel.width, easel.height, easel.paged, easel.palette)
