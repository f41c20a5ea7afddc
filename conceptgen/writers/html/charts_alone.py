"""A chart as a drawing of its own, for a slide or a letter: with its name and its words for who cannot see it."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.document.blocks import Chart, Document
from conceptgen.document.look import Look
from conceptgen.writers.html.charts import DrawingArea, panels
from conceptgen.writers.html.page import environment
from conceptgen.writers.html.palette import palette


def drawn(chart: Chart, name: str, document: Document, look: Look) -> str:
    """The chart as SVG."""
    colours = palette(look)
    easel = DrawingArea(True, False, document.language, document.labels.no_data, colours, alone=True)
    (panel,) = panels(chart, easel)
    template = environment().get_template(panel.template)
    return template.render(panel=replace(panel, name=name), drawing=panel.drawing, palette=colours)
