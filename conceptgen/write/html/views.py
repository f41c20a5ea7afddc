"""What the templates ask of the tree: prefixes, shares of a width, rows in groups. Pure functions only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from conceptgen.document.blocks import (
    Block,
    Cell,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Row,
    Table,
)
from conceptgen.document.inline import Inline, plain
from conceptgen.document.walk import blocks

SHORT_ROW = 600
"""A table row of fewer characters stands on one page."""
SHORT_CARD = 6
"""A card of no more rows stands on one page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its name in CSS and its height in millimetres."""

    name: str
    height: float


SHEETS = {"a4": Sheet("A4", 297), "letter": Sheet("letter", 279.4)}


def kind(item: Block | Inline) -> str:
    """The name of a block or inline, which is the name of its template."""
    return type(item).__name__.lower()


def prefix(heading: Heading, labels: Labels) -> str:
    """What stands before the words of a heading: «1.1 », «Приложение А. », or nothing."""
    if not heading.number:
        return ""
    if heading.role == "annex" and heading.level == 1:
        return f"{labels.annex} {heading.number}. "
    return f"{heading.number} "


def caption(word: str, number: str) -> str:
    """What stands before the words of a caption: «Таблица 1 — »."""
    return f"{word} {number} — " if number else f"{word} — "


def entries(document: Document, after: Contents | None = None) -> list[Heading]:
    """The headings of level 1 and 2 that a list of contents names: those that follow it."""
    found = list(blocks(document))
    start = next((index for index, block in enumerate(found) if block is after), 0)
    return [block for block in found[start:] if isinstance(block, Heading) and block.level <= 2]


def opening_cover(document: Document) -> Cover | None:
    """The title page, when the document opens with one."""
    first = next(blocks(document), None)
    return first if isinstance(first, Cover) else None


def runs(cover: Cover) -> list[tuple[str, list[CoverLine]]]:
    """The lines of a title page, those of one role together."""
    return [(role, list(lines)) for role, lines in groupby(cover.lines, lambda item: item.role)]


def shares(table: Table) -> list[str]:
    """The width of each column in percent."""
    whole = sum(column.weight for column in table.columns) or 1
    return [f"{100 * column.weight / whole:.2f}" for column in table.columns]


def bodies(table: Table) -> list[list[Row]]:
    """The rows, a new run at each sub-heading."""
    result: list[list[Row]] = []
    for row in table.rows:
        if row.role == "group" or not result:
            result.append([])
        result[-1].append(row)
    return result


def keeps(row: Row) -> bool:
    """Whether a row is short enough to stand on one page."""
    return sum(len(plain(content)) for cell in row.cells for content in cell.paragraphs) < SHORT_ROW


def fits(table: Table) -> bool:
    """Whether a card is short enough to stand on one page."""
    return table.role == "card" and len(table.rows) <= SHORT_CARD


def aligned(row: Row, table: Table) -> Iterator[tuple[Cell, str]]:
    """Each cell with the alignment of the column it starts in."""
    column = 0
    for cell in row.cells:
        yield cell, table.columns[min(column, len(table.columns) - 1)].align
        column += cell.span
