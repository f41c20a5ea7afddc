"""What is filled in by hand: tables with lines all round and rows high enough for a pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conceptgen.document.blocks import Cell, Column, Height, Row, Table
from conceptgen.document.inline import Inlines, line

BLANK = Cell(())
"""A cell to write in."""


def to_fill(columns: tuple[Column, ...], rows: Sequence[Row], alt: str) -> Table:
    """A ruled table; ``alt`` says what it is for."""
    return Table(columns, tuple(rows), alt=alt, ruled=True)


def blank_rows(columns: Sequence[Column], count: int, height: Height = 11) -> list[Row]:
    """So many rows with nothing in them."""
    return [Row((BLANK,) * len(columns), height=height) for _ in range(count)]


def started(cells: Iterable[Inlines], columns: Sequence[Column], height: Height = 11) -> Row:
    """A row whose first cells are written already; the others are to write in."""
    written = tuple(Cell((each,) if each else ()) for each in cells)
    return Row((*written, *(BLANK,) * (len(columns) - len(written))), height=height)


def card_to_fill(rows: Iterable[tuple[str | Inlines, Inlines, Height]], alt: str) -> Table:
    """A card of (what is asked, what is known of it, how much room there is for the answer)."""
    told = tuple(
        Row((Cell((line(asked),)), Cell((known,) if known else ())), height=height)
        for asked, known, height in rows
    )
    return Table((Column((), 1.0), Column((), 2.4)), told, "card", alt=alt, ruled=True)
