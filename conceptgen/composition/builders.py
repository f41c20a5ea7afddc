"""Small builders of blocks, so that a section reads as its contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conceptgen.composition.lines import quiet
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Listing,
    Paragraph,
    Row,
    Sheet,
    Table,
    Tone,
)
from conceptgen.document.inline import Inlines, Ref, Text, line, plain

EMPTY = Cell((line("—"),))
"""A cell with nothing to say."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Wide:
    """Blocks that want landscape pages, on a fresh one where they say so, on larger ones where they need it."""

    blocks: tuple[Block, ...]
    new_page: bool = False
    sheet: Sheet = ""


@dataclass(frozen=True, slots=True)
class Fresh:
    """Blocks that begin a page, upright like the rest."""

    blocks: tuple[Block, ...]


Piece = Block | Wide | Fresh


def reshaped(pieces: Iterable[Piece], change: Callable[[Block], Block]) -> Iterator[Piece]:
    """The same pieces with every block changed, those on landscape pages too."""
    for piece in pieces:
        if isinstance(piece, Wide | Fresh):
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


def labelled(scope: Scope, key: str, content: Inlines) -> Inlines:
    """A quiet label and what it names; nothing where there is nothing to name."""
    return line(quiet(f"{scope.say(key)} "), content) if content else ()


def lead(content: Inlines) -> tuple[Block, ...]:
    """The sentence of conclusion that opens a section."""
    return (Paragraph(content, "lead"),) if content else ()


def refer(said: Inlines, anchor: str) -> Paragraph:
    """A sentence that refers to a captioned block elsewhere; ``@`` among its fixed words stands for its number.

    Nothing announces a block that follows at once: its caption says what it is.
    """
    at = next(
        n for n, each in enumerate(said) if isinstance(each, Text) and not each.origin and "@" in each.text
    )
    before, _, after = plain(said[at : at + 1]).partition("@")
    return Paragraph(line(said[:at], before, Ref(anchor), after, said[at + 1 :]))


def column(scope: Scope, key: str, weight: float = 1.0, align: Align = "left") -> Column:
    """A column by the key of its head."""
    return Column(line(scope.say(key)), weight, align)


def columns(
    scope: Scope, *specs: tuple[str, float] | tuple[str, float, Align], of: str = "columns"
) -> tuple[Column, ...]:
    """Columns by (key of the head, share of the width, alignment); ``of`` is where the heads stand in the words."""
    return tuple(column(scope, f"{of}.{key}", *rest) for key, *rest in specs)


def grid(
    scope: Scope, key: str, heads: tuple[Column, ...], rows: Sequence[Row], **parts: Inlines | str
) -> tuple[Block, ...]:
    """A captioned table without the columns that have nothing to say.

    ``key`` names the caption (``key.caption``) and the anchor; ``parts`` fill the places of the caption. Tables of one
    key are told apart by the ``number`` among them. Nothing where there are no rows.
    """
    heads, filled = _filled(heads, rows)
    return full_grid(scope, key, heads, filled, **parts)


def full_grid(
    scope: Scope, key: str, heads: tuple[Column, ...], rows: Sequence[Row], **parts: Inlines | str
) -> tuple[Block, ...]:
    """The same with every column, so that tables of one key look alike."""
    if not rows:
        return ()
    anchor = f"{key.replace('.', '_')}{parts.get('number', '')}"
    caption = scope.tell(f"{key}.caption", **parts)
    return (Table(heads, tuple(rows), caption=caption, anchor=anchor, alt=plain(caption)),)


def noted(scope: Scope, key: str, table: tuple[Block, ...]) -> tuple[Block, ...]:
    """A table and what its reader must know of it, in small print; nothing without the table."""
    return (*table, Paragraph(line(scope.say(key)), "note")) if table else ()


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
    for each in row.cells:
        span = sum(start <= n < start + each.span for n in kept)
        start += each.span
        if span:
            cells.append(replace(each, span=span))
    return replace(row, cells=tuple(cells))


def bare_grid(heads: tuple[Column, ...], rows: Sequence[Row], alt: str) -> Table:
    """A table of a short document: no caption, no number; columns with nothing to say are left out."""
    heads, filled = _filled(heads, rows)
    return Table(heads, filled, alt=alt)


def cell(*paragraphs: Inlines, tone: Tone = "none", span: int = 1) -> Cell:
    """A cell of the non-empty paragraphs; an empty one is «—», which means: nothing to say here."""
    kept = tuple(paragraph for paragraph in paragraphs if paragraph)
    return Cell(kept, span=span, tone=tone) if kept else replace(EMPTY, span=span)


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
