"""Small builders of blocks, so that a section reads as its contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conceptgen.composition.scope import EMPTY, Scope
from conceptgen.document.blocks import Block, Cell, Column, Heading, Listing, Paragraph, Row, Sheet, Table
from conceptgen.document.inline import Inlines, Ref, line

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Wide:
    """Blocks that want landscape pages, on a fresh one where they say so, on larger ones where they need it."""

    blocks: tuple[Block, ...]
    new_page: bool = False
    sheet: Sheet = ""


Piece = Block | Wide


def reshaped(pieces: Iterable[Piece], change: Callable[[Block], Block]) -> Iterator[Piece]:
    """The same pieces with every block changed, those on landscape pages too."""
    for piece in pieces:
        if isinstance(piece, Wide):
            yield replace(piece, blocks=tuple(map(change, piece.blocks)))
        else:
            yield change(piece)


def lowered(pieces: Iterable[Piece], levels: int) -> Iterator[Piece]:
    """The same pieces, their headings so many levels deeper."""

    def change(block: Block) -> Block:
        return replace(block, level=block.level + levels) if isinstance(block, Heading) else block

    return reshaped(pieces, change)


def h1(scope: Scope, key: str) -> Heading:
    """The title of a section. Its place in a document says which level and role it has there."""
    return Heading(1, line(scope.say(key)))


def h2(scope: Scope, key: str) -> Heading:
    """A heading inside a section, a level below its title."""
    return Heading(2, line(scope.say(key)))


def label(scope: Scope, key: str) -> Paragraph:
    """A bold line over what follows."""
    return Paragraph(line(scope.say(key)), "label")


def lead(content: Inlines) -> tuple[Block, ...]:
    """The sentence of conclusion that opens a section."""
    return (Paragraph(content, "lead"),) if content else ()


def refer(scope: Scope, key: str, anchor: str, **values: str) -> Paragraph:
    """A sentence that refers to a captioned block; ``@`` stands for its number."""
    before, _, after = scope.say(key, **values).partition("@")
    return Paragraph(line(before, Ref(anchor), after), "intro")


def columns(scope: Scope, *specs: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    """Columns by (key of the head, share of the width, alignment)."""
    return tuple(
        Column(line(scope.say(f"columns.{spec[0]}")), spec[1], spec[2] if len(spec) == 3 else "left")
        for spec in specs
    )


def grid(scope: Scope, key: str, heads: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Block, ...]:
    """A captioned table after the sentence that refers to it; nothing where there are no rows.

    ``key`` names the sentence (``key.refer``) and the caption (``key.caption``).
    """
    if not rows:
        return ()
    anchor = key.replace(".", "_")
    caption = scope.say(f"{key}.caption")
    heads, filled = _filled(heads, rows)
    table = Table(heads, filled, caption=line(caption), anchor=anchor, alt=caption)
    return refer(scope, f"{key}.refer", anchor), table


def _filled(heads: tuple[Column, ...], rows: Sequence[Row]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns that have something to say in any row; those with nothing but «—» are left out."""
    plain_rows = [each for each in rows if len(each.cells) == len(heads)]
    kept = [
        n for n in range(len(heads)) if not plain_rows or any(each.cells[n] != EMPTY for each in plain_rows)
    ]
    if len(kept) == len(heads):
        return heads, tuple(rows)
    return tuple(heads[n] for n in kept), tuple(narrowed(each, kept) for each in rows)


def narrowed(row: Row, kept: list[int]) -> Row:
    """The row with the columns that are kept."""
    cells: list[Cell] = []
    start = 0
    for cell in row.cells:
        span = sum(start <= n < start + cell.span for n in kept)
        start += cell.span
        if span:
            cells.append(replace(cell, span=span))
    return Row(tuple(cells), row.role)


def bare_grid(heads: tuple[Column, ...], rows: Sequence[Row], alt: str) -> Table:
    """A table of a short document: no caption, no number; columns with nothing to say are left out."""
    heads, filled = _filled(heads, rows)
    return Table(heads, filled, alt=alt)


def row(*cells: Cell) -> Row:
    """A body row."""
    return Row(tuple(cells))


def group(content: Inlines, span: int) -> Row:
    """A sub-heading across a table."""
    return Row((Cell((content,), span=span),), "group")


def card(rows: Iterable[tuple[str | Inlines, tuple[Inlines, ...]]], alt: str) -> tuple[Block, ...]:
    """A card of (label, paragraphs); rows without content are left out, a card without rows too."""
    kept = [(name, tuple(p for p in said if p)) for name, said in rows]
    lines = tuple(Row((Cell((line(name),)), Cell(said))) for name, said in kept if said)
    heads = (Column((), 1.0), Column((), 2.8))
    return (Table(heads, lines, "card", alt=alt),) if lines else ()


def bullets(items: Iterable[Inlines], *, ordered: bool = False) -> tuple[Block, ...]:
    """A list of the non-empty items; nothing where there are none."""
    kept = tuple(item for item in items if item)
    return (Listing(kept, ordered),) if kept else ()


def paragraph(content: Inlines) -> tuple[Block, ...]:
    """A paragraph, or nothing."""
    return (Paragraph(content),) if content else ()
