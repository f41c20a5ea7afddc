"""Changing a document that is composed: the lines of a block, whatever the block; small print at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from conceptgen.document.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import Footnote, Inline, Inlines, line


def with_small_print(document: Document, text: str) -> Document:
    """The document with a note after everything else; the same one when there is nothing to say."""
    if not text:
        return document
    small = Part((Paragraph(line(text), "note"),), landscape=document.parts[-1].landscape)
    return replace(document, parts=(*document.parts, small))


def each_inline(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """The block with every inline changed, those of captions, cells and footnotes too."""

    def one(inline: Inline) -> Inline:
        return Footnote(every(inline.content)) if isinstance(inline, Footnote) else change(inline)

    def every(content: Inlines) -> Inlines:
        return tuple(map(one, content))

    def cell(item: Cell) -> Cell:
        return replace(item, paragraphs=tuple(map(every, item.paragraphs)))

    def row(item: Row) -> Row:
        return replace(item, cells=tuple(map(cell, item.cells)))

    match block:
        case Heading() | Paragraph():
            return replace(block, content=every(block.content))
        case Listing():
            return replace(block, items=tuple(map(every, block.items)))
        case Table():
            return replace(block, caption=every(block.caption), rows=tuple(map(row, block.rows)))
        case Chart():
            return replace(block, caption=every(block.caption))
        case _:
            return block
