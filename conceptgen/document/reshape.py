"""Changing a document that is composed: the lines of a block, whatever the block; small print at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from conceptgen.document.blocks import (
    Block,
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Photos,
    Row,
    Table,
)
from conceptgen.document.inline import Footnote, Inline, Inlines, line
from conceptgen.origin import Origin

Change = Callable[[Inlines], Inlines]


def with_small_print(document: Document, text: str) -> Document:
    """The document with a note after everything else; the same one when there is nothing to say."""
    if not text:
        return document
    small = Part((Paragraph(line(text), "note"),), landscape=document.parts[-1].landscape)
    return replace(document, parts=(*document.parts, small))


def each_inline(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """The block with every inline changed, those of captions, cells and footnotes too."""

    def every(content: Inlines) -> Inlines:
        return tuple(
            Footnote(every(inline.content)) if isinstance(inline, Footnote) else change(inline)
            for inline in content
        )

    return each_line(block, every)


def each_line(block: Block, change: Change) -> Block:
    """The block with every line changed; the lines of footnotes are left to ``change``."""
    match block:
        case Heading() | Paragraph():
            return replace(block, content=change(block.content))
        case Listing():
            return replace(block, items=tuple(map(change, block.items)))
        case Table():
            return _table(block, change)
        case Chart():
            return replace(block, caption=change(block.caption))
        case Photos():
            return replace(
                block, items=tuple(replace(e, caption=tuple(map(change, e.caption))) for e in block.items)
            )
        case Cover():
            shown = block.picture
            return replace(
                block,
                lines=tuple(replace(e, content=change(e.content)) for e in block.lines),
                picture=shown and replace(shown, caption=tuple(map(change, shown.caption))),
            )
        case Contents():
            return replace(block, title=change(block.title))


def _table(table: Table, change: Change) -> Table:
    def column(item: Column) -> Column:
        return replace(item, head=change(item.head))

    def cell(item: Cell) -> Cell:
        return Cell(tuple(map(change, item.paragraphs)), item.span, item.tone, item.strip)

    def row(item: Row) -> Row:
        return Row(tuple(map(cell, item.cells)), item.role, item.height)

    return replace(
        table,
        caption=change(table.caption),
        columns=tuple(map(column, table.columns)),
        rows=tuple(map(row, table.rows)),
    )


def each_word(value: Any, change: Callable[[str], str]) -> Any:
    """The data of a chart with every word changed; addresses stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Origin):
        return value
    if isinstance(value, tuple):
        return tuple(each_word(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: each_word(getattr(value, f.name), change) for f in fields(value)})
    return value


def drawn_words(value: Any) -> Iterator[str]:
    """The words that ``each_word`` changes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from drawn_words(each)
    elif is_dataclass(value) and not isinstance(value, Origin):
        for each in fields(value):
            yield from drawn_words(getattr(value, each.name))
