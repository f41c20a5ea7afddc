"""Charts as the same drawings the page has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conceptgen.document.blocks import Chart, Document, Part, StripChart
from conceptgen.document.look import Look
from conceptgen.writers.html.charts import DrawingArea, Panel, panels, strip
from conceptgen.writers.html.page import environment
from conceptgen.writers.html.palette import Palette, palette

MILLIMETRES = 25.4 / 96
"""In a pixel of a drawing."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """Draws the charts of a document in its colours."""

    document: Document
    colours: Palette

    def panels(self, chart: Chart, part: Part, width: float) -> Iterator[dict[str, Any]]:
        """Each drawing of a chart, no wider than the text."""
        for panel in panels(chart, self._area(part)):
            across = min(panel.drawing.width * MILLIMETRES, width)
            yield {"svg": self.svg(panel), "alt": panel.alt, "width": round(across, 2)}

    def strip(self, chart: StripChart, share: float, part: Part) -> tuple[str, str]:
        """A line in a row of a table."""
        panel = strip(chart, share, self._area(part))
        return self.svg(panel), panel.alt

    def svg(self, panel: Panel) -> str:
        """A drawing as text."""
        template = environment().get_template(panel.template)
        return template.render(panel=panel, drawing=panel.drawing, palette=self.colours)

    def _area(self, part: Part) -> DrawingArea:
        words = self.document.language, self.document.labels.no_data
        return DrawingArea(part.landscape, True, *words, self.colours, part.sheet)


def drawings(document: Document, look: Look) -> Drawings:
    """What draws the charts of a document."""
    return Drawings(document, palette(look))
