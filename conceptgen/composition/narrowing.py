"""A table of many columns made to fit an upright page: the last of them go under the first, their heads before them."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.composition.builders import EMPTY
from conceptgen.document.blocks import Cell, Column, Row, Table
from conceptgen.document.inline import Inlines, line

MOST_COLUMNS = 5
"""That can be read side by side on an upright page."""
_WIDER = 1.25


def narrowed(table: Table) -> Table:
    """The table with at most five columns; nothing of it is lost but «—»."""
    if table.role != "grid" or len(table.columns) <= MOST_COLUMNS or any(row.strip for row in table.rows):
        return table
    # A column of numbers takes nothing in.
    host = next((n for n, each in enumerate(table.columns) if each.weight >= 1), 0)
    kept = table.columns[:MOST_COLUMNS]
    widened = replace(kept[host], weight=kept[host].weight * _WIDER)
    heads = (*kept[:host], widened, *kept[host + 1 :])
    return replace(table, columns=heads, rows=tuple(_row(table.columns, each, host) for each in table.rows))


def _row(heads: tuple[Column, ...], row: Row, host: int) -> Row:
    if len(row.cells) != len(heads):
        return replace(row, cells=_spanning(row.cells))
    cells, folded = list(row.cells[:MOST_COLUMNS]), row.cells[MOST_COLUMNS:]
    added = [
        paragraph
        for head, cell in zip(heads[MOST_COLUMNS:], folded, strict=True)
        if cell != EMPTY
        for paragraph in _labelled(head, cell)
    ]
    own = () if cells[host] == EMPTY and added else cells[host].paragraphs
    tones = (each.tone for each in (cells[host], *folded) if each.tone != "none")
    cells[host] = replace(cells[host], paragraphs=(*own, *added), tone=next(tones, "none"))
    return replace(row, cells=tuple(cells))


def _labelled(head: Column, cell: Cell) -> tuple[Inlines, ...]:
    first, *others = filter(None, cell.paragraphs)
    return line(head.head, ": ", first), *others


def _spanning(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Sub-headings and sums: every cell stays, the widest gives way."""
    excess = sum(cell.span for cell in cells) - MOST_COLUMNS
    widest = max(range(len(cells)), key=lambda n: cells[n].span)
    return tuple(
        replace(cell, span=cell.span - excess) if n == widest else cell for n, cell in enumerate(cells)
    )
