"""A chart as a drawing of its own, under its name and its client, with its words for who cannot see it."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.document.blocks import Chart, Document
from conceptgen.document.look import Look
from conceptgen.writers.html.charts import DrawingArea, panels
from conceptgen.writers.html.page import environment
from conceptgen.writers.html.palette import palette
from conceptgen.writers.text_width import wrap

_TITLE, _LINE, _MARGIN = 15, 20, 8
"""The type of the title above a chart, how far its lines stand apart, the room around them, in pixels."""


def drawn(chart: Chart, name: str, document: Document, look: Look) -> str:
    """The chart as SVG."""
    colours = palette(look)
    easel = DrawingArea(True, False, document.language, document.labels.no_data, colours, alone=True)
    (panel,) = panels(chart, easel)
    template = environment().get_template(panel.template)
    above = [*wrap(name, _TITLE, panel.drawing.width - 2 * _MARGIN), document.organization]
    return template.render(
        panel=replace(panel, name=name),
        drawing=panel.drawing,
        palette=colours,
        title_lines=above,
        title_height=_LINE * len(above) + _MARGIN,
    )
