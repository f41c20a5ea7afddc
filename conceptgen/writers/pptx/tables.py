"""Native tables in type that can be read from a screen: split over slides before they become small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml import etree
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from conceptgen.document import colour
from conceptgen.document.blocks import Cell, Column, Row, Table
from conceptgen.document.inline import Inlines, plain
from conceptgen.writers import columns
from conceptgen.writers.docx.styles.roles import TONE
from conceptgen.writers.pptx import fit, text
from conceptgen.writers.pptx.shapes import INK
from conceptgen.writers.pptx.stage import POINT, Box, Stage

LARGEST, USUAL, LEAST = 24, 16, 12
"""Type of tables in points: what fills a slide, what a table is split at, the smallest of all."""
FIGURES = 6
"""How much larger figures to look at are."""
PAD = 5.0
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_BOLD: Final = 1.06
"""How much wider bold letters are."""
_LETTER: Final = 0.54
"""The mean width of a letter, by its size."""
_LEAST_WORDS = 0.45
"""The part of a table that words keep beside figures."""
_STRETCH = 2.0
"""How much higher than its text a row may be, to fill the slide."""


def splits(stage: Stage, table: Table) -> list[Table]:
    """A table in as many parts as it needs slides to be read, spread evenly."""
    if len(table.rows) < 2 or _size(stage.area, table, USUAL):
        return [table]
    for count in range(2, len(table.rows) + 1):
        size = -(-len(table.rows) // count)
        parts = [replace(table, rows=table.rows[n : n + size]) for n in range(0, len(table.rows), size)]
        if all(_size(stage.area, each, USUAL) for each in parts):
            return parts
    return [replace(table, rows=(row,)) for row in table.rows]


def _size(area: Box, table: Table, least: int) -> int | None:
    """The largest type in which a table fits, without words broken if there is one; None where it would be smaller."""
    first: int | None = None
    for size in range(LARGEST, least - 1, -1):
        widths = shares(table, area.width, size)
        head = head_height(table, widths, size)
        if head + sum(row_height(each, widths, size) for each in table.rows) <= area.height:
            if not _is_broken(table, widths, size):
                return size
            first = first or size
    return first


def _is_broken(table: Table, widths: Sequence[float], size: float) -> bool:
    """True if a word is longer than a line of its cell."""
    heads = zip(table.columns, widths, strict=True) if table.has_heads else ()
    words = [(fit.longest_word(each.head, size * _BOLD), width) for each, width in heads]
    for row in table.rows:
        for number, cell, width in spanned(row, widths):
            own = (size + FIGURES) * _BOLD if row.role == "large" and number else size
            words += [(fit.longest_word(each, own), width) for each in cell.paragraphs]
    return any(longest > width - 2 * PAD for longest, width in words)


def shares(table: Table, width: float, size: float) -> list[float]:
    """The width of each column, in points."""
    if table.role == "card":
        whole = sum(each.weight for each in table.columns)
        return [width * each.weight / whole for each in table.columns]
    if any(row.role == "large" for row in table.rows):
        return _around_figures(table, width, size)
    return [width * each for each in columns.layout(table, width / (size * _LETTER)).shares]


def _around_figures(table: Table, width: float, size: float) -> list[float]:
    """Figures have the room their longest words need; the words beside them have the rest."""
    needs = [_figures_width(table, number, size) for number in range(1, len(table.columns))]
    most = (1 - _LEAST_WORDS) * width / (sum(needs) or 1)
    needs = [each * min(1.0, most) for each in needs]
    return [width - sum(needs), *needs]


def _figures_width(table: Table, number: int, size: float) -> float:
    said = [p for row in table.rows if len(row.cells) > number for p in row.cells[number].paragraphs]
    longest = max((fit.longest_word(each, (size + FIGURES) * _BOLD) for each in said), default=0.0)
    head = fit.longest_word(table.columns[number].head, size * _BOLD)
    return max(longest, head) + 2 * PAD + size


def head_height(table: Table, widths: Sequence[float], size: float) -> float:
    """Points the heads of the columns take."""
    if table.role == "card":
        return 0.0
    heads = zip(table.columns, widths, strict=True)
    return max(fit.height([c.head], size * 1.06, w - 2 * PAD) for c, w in heads) + 2 * PAD


def row_height(row: Row, widths: Sequence[float], size: float) -> float:
    """Points a row takes."""
    return max(_cell_height(row, n, cell, width, size) for n, cell, width in spanned(row, widths)) + 2 * PAD


def _cell_height(row: Row, number: int, cell: Cell, width: float, size: float) -> float:
    own = size + FIGURES if row.role == "large" and number else size
    return fit.height(cell.paragraphs, own, width - 2 * PAD)


def spanned(row: Row, widths: Sequence[float]) -> list[tuple[int, Cell, float]]:
    """Each cell with the number of its first column and its width."""
    found, start = [], 0
    for cell in row.cells:
        found.append((start, cell, sum(widths[start : start + cell.span])))
        start += cell.span
    return found


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: its type, its columns in points, with or without their heads, how far rows may grow."""

    size: float
    widths: Sequence[float]
    headed: bool = True
    stretch: float = 1.0


def table(stage: Stage, slide: Any, shown: Table) -> None:
    """A table over the width of the slide; rows grow to fill it, within reason."""
    size = _size(stage.area, shown, LEAST) or LEAST
    widths = shares(shown, stage.area.width, size)
    place(stage, slide, shown, stage.area, Setting(size, widths, shown.has_heads, _STRETCH))


def place(stage: Stage, slide: Any, shown: Table, box: Box, setting: Setting) -> float:
    """Put a table into a place; its height, in points."""
    size, widths, headed = setting.size, setting.widths, setting.headed
    head = [head_height(shown, widths, size)] if headed else []
    rows = [row_height(each, widths, size) for each in shown.rows]
    spare = max(0.0, box.height - sum(head) - sum(rows))
    factor = min(setting.stretch, 1 + spare / (sum(rows) or 1))
    room = box.height - sum(head)
    heights = [*head, *(min(each * factor, room) for each in rows)]
    made = _begun(slide, shown, Box(box.left, box.top, box.width, sum(heights)), heights, setting)
    if headed:
        for number, column in enumerate(shown.columns):
            _head(stage, made.cell(0, number), column, size)
    for index, row in enumerate(shown.rows):
        cells = [made.cell(index + headed, number) for number in range(len(widths))]
        _row(stage, cells, shown, row if rows[index] <= room else _cut_row(row, setting, room), setting)
    return sum(heights)


def _begun(slide: Any, shown: Table, box: Box, heights: Sequence[float], setting: Setting) -> Any:
    """The empty table."""
    frame = slide.shapes.add_table(len(heights), len(setting.widths), *box.emu)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", shown.alt)
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = _NO_STYLE
    made.horz_banding, made.first_row, made.first_col = False, setting.headed, not setting.headed
    for column, width in zip(made.columns, setting.widths, strict=True):
        column.width = round(width * POINT)
    for row, high in zip(made.rows, heights, strict=True):
        row.height = round(high * POINT)
    return made


def _head(stage: Stage, cell: Any, column: Column, size: float) -> None:
    toned = TONE.get(column.tone, "")
    shade = toned or stage.colours.fill
    color = INK if toned else colour.on(f"#{shade}").removeprefix("#")
    _write(
        stage,
        cell,
        [column.head],
        stage.type(size, color=color, bold=True, align=_ALIGN[column.align]),
        shade,
    )


_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_SILVER = "B9C1C5"


def _row(stage: Stage, cells: Sequence[Any], shown: Table, row: Row, setting: Setting) -> None:
    filled: set[int] = set()
    for start, cell, _ in spanned(row, setting.widths):
        if cell.span > 1:
            cells[start].merge(cells[start + cell.span - 1])
        large = row.role == "large" and start > 0
        is_label = (shown.role == "card" and start == 0) or row.role in ("head", "group", "total")
        type = stage.type(
            setting.size + FIGURES if large else setting.size,
            color=stage.colours.accent if large and start == len(cells) - 1 else INK,
            bold=large or is_label,
            align=_ALIGN[shown.columns[start].align],
            before=2,
        )
        shade = TONE.get(cell.tone, "") or (stage.colours.shade if is_label else "")
        _write(stage, cells[start], cell.paragraphs, type, shade)
        filled.update(range(start, start + cell.span))
    for start in sorted(set(range(len(cells))) - filled):
        _write(stage, cells[start], [()], stage.type(setting.size), "")


def _cut_row(row: Row, setting: Setting, most: float) -> Row:
    """The row as much of it as fits on a slide."""
    cells = []
    for start, cell, width in spanned(row, setting.widths):
        size = setting.size + FIGURES if row.role == "large" and start else setting.size
        left, kept = int((most - 2 * PAD) / (size * fit.LEADING)), []
        for each in cell.paragraphs:
            if left > 0:
                kept.append(fit.cut(each, size, width - 2 * PAD, left))
            left -= fit.lines(each, size, width - 2 * PAD)
        cells.append(replace(cell, paragraphs=tuple(kept)))
    return replace(row, cells=tuple(cells))


def _write(stage: Stage, cell: Any, contents: Sequence[Inlines], type: text.Type, shade: str) -> None:
    cell.margin_left = cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(PAD - 1)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    text.fill(cell._tc.get_or_add_txBody(), contents, type)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_border(_SILVER))
    if shade:
        properties.append(_solid(shade))
    for each in contents:
        stage.show(plain(each))


def _border(color: str) -> Any:
    return etree.fromstring(
        f'<a:lnB xmlns:a="{text.A}" w="9525"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:lnB>'
    )


def _solid(color: str) -> Any:
    return etree.fromstring(f'<a:solidFill xmlns:a="{text.A}"><a:srgbClr val="{color}"/></a:solidFill>')
