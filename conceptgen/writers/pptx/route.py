"""The map of a chain on one slide: the stages side by side, the line of feeling under their heads, then the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from conceptgen.document.blocks import Row, Table
from conceptgen.document.inline import plain
from conceptgen.writers.pptx import charts, tables, text
from conceptgen.writers.pptx.shapes import INK
from conceptgen.writers.pptx.stage import Box, Stage
from conceptgen.writers.pptx.tables import LEAST, Setting

_STRIP = 62.0
"""Points the line of feeling takes."""
_LARGEST = 16
_STRETCH = 1.3
"""How far the rows of the map may grow."""


def route(stage: Stage, slide: Any, shown: Table) -> None:
    """As many rows as there is room for; the first ones matter most."""
    area = stage.area
    widths = _widths(shown, area.width)
    at = next((n for n, row in enumerate(shown.rows) if row.strip), None)
    above = replace(shown, rows=shown.rows[: at or 0] if at is not None else _heads(shown))
    below = [row for row in shown.rows[len(above.rows) :] if not row.strip]
    strip = shown.rows[at].strip if at is not None else None
    drawn = _STRIP if strip else 0.0
    size, kept = _fitting(above, below, widths, area.height - drawn)
    top = area.top + tables.place(stage, slide, above, area, Setting(size, widths))
    if strip and at is not None:
        _label(stage, slide, shown.rows[at], Box(area.left, top, widths[0], drawn), size)
        box = Box(area.left + widths[0], top, area.width - widths[0], drawn)
        charts.chart(stage, slide, strip, box)
        top += drawn
    if kept:
        rest = Box(area.left, top, area.width, area.top + area.height - top)
        tables.place(
            stage, slide, replace(shown, rows=tuple(kept)), rest, Setting(size, widths, False, _STRETCH)
        )


def _heads(shown: Table) -> tuple[Row, ...]:
    return tuple(row for row in shown.rows if row.role == "head")


def _widths(shown: Table, width: float) -> list[float]:
    """The heads of the rows, then the stages, all alike."""
    first = max(82.0, width / (len(shown.columns) + 1) * 0.8)
    rest = len(shown.columns) - 1
    return [first, *[(width - first) / rest] * rest]


def _fitting(
    above: Table, below: Sequence[Row], widths: Sequence[float], room: float
) -> tuple[int, list[Row]]:
    """All rows in the largest type they fit in; where they fit in none, the first ones in the smallest."""
    for size in range(_LARGEST, LEAST - 1, -1):
        if _height(above, below, widths, size) <= room:
            return size, list(below)
    kept = list(below)
    while len(kept) > 1 and _height(above, kept, widths, LEAST) > room:
        kept.pop()
    sizes = (size for size in range(_LARGEST, LEAST, -1) if _height(above, kept, widths, size) <= room)
    return next(sizes, LEAST), kept


def _height(above: Table, below: Sequence[Row], widths: Sequence[float], size: float) -> float:
    rows = sum(tables.row_height(row, widths, size) for row in (*above.rows, *below))
    return tables.head_height(above, widths, size) + rows


def _label(stage: Stage, slide: Any, row: Row, box: Box, size: float) -> None:
    shape = slide.shapes.add_textbox(*box.emu)
    shape.text_frame.word_wrap = True
    shape.text_frame.margin_left = shape.text_frame.margin_right = round(tables.PAD * 12700)
    said = row.cells[0].paragraphs
    text.fill(shape.text_frame._txBody, said, stage.type(size, color=INK, bold=True))
    for each in said:
        stage.show(plain(each))
