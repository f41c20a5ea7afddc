"""How much fits on a page on its side: lines of words counted in letters, well enough for every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf
from textwrap import wrap

from conceptgen.document.blocks import Column, Row
from conceptgen.document.inline import Inlines, plain

LETTERS = {"a4": 176.0, "a3": 260.0}
"""Letters of small table text across the page, by paper."""
PADDING = 2.3
"""Letters that the margins of a cell take."""
GAP = 0.2
"""Lines that the air after a paragraph takes."""
AIR = 0.6
"""Lines that the margins of a row take."""


def height(paragraphs: Iterable[Inlines], letters: float, gap: float = GAP, most: float = inf) -> float:
    """Lines that paragraphs take in a column so many letters wide, the air after each included.

    What is more than ``most`` is not counted to its end.
    """
    room, taken = max(1, int(letters - PADDING)), 0.0
    for each in paragraphs:
        taken += _lines(plain(each), room) + gap
        if taken > most:
            break
    return taken


@lru_cache(maxsize=10_000)
def _lines(text: str, room: int) -> int:
    return len(wrap(text, room))


def widths(columns: Sequence[Column], letters: float = LETTERS["a4"]) -> list[float]:
    """The letters of each column."""
    whole = sum(each.weight for each in columns)
    return [letters * each.weight / whole for each in columns]


def row_heights(rows: Iterable[Row], columns: Sequence[Column]) -> list[float]:
    """Lines that each row takes, its margins included."""
    letters = widths(columns)
    return [
        AIR + max(height(cell.paragraphs, width) for cell, width in zip(row.cells, letters, strict=True))
        for row in rows
    ]


def first_fitting(rows: Sequence[Row], columns: Sequence[Column], lines: float) -> tuple[Row, ...]:
    """As many of the first rows as fit; never none."""
    kept: list[Row] = []
    for row, high in zip(rows, row_heights(rows, columns), strict=True):
        lines -= high
        if kept and lines < 0:
            break
        kept.append(row)
    return tuple(kept)
