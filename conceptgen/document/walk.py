"""Walking a document: its blocks, its lines, and its text as a reader would read it aloud."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.document.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Photo,
    Photos,
    Table,
)
from conceptgen.document.inline import Footnote, Inlines, Text, plain


def blocks(document: Document) -> Iterator[Block]:
    """Every block in reading order."""
    for part in document.parts:
        yield from part.blocks


def lines(block: Block) -> Iterator[Inlines]:  # noqa: C901, PLR0912 - a case for each block
    """Every line of a block in reading order; captions included, chart drawings not."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Listing():
            yield from block.items
        case Table():
            if block.caption:
                yield block.caption
            if block.role == "grid":
                yield from (column.head for column in block.columns)
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        case Chart():
            if block.caption:
                yield block.caption
        case Photos():
            for photo in block.items:
                yield from photo.caption
        case Cover():
            yield from (item.content for item in block.lines)
            yield from block.picture.caption if block.picture else ()
        case Contents():
            yield block.title


def photographs(block: Block) -> tuple[Photo, ...]:
    """Those that a block shows."""
    if isinstance(block, Cover):
        return (block.picture,) if block.picture else ()
    return block.items if isinstance(block, Photos) else ()


def texts(content: Inlines) -> Iterator[Text]:
    """Every text run of a line, those of its footnotes included."""
    for inline in content:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Footnote):
            yield from texts(inline.content)


def footnotes(document: Document) -> Iterator[Inlines]:
    """Every footnote in order of its mark."""
    for block in blocks(document):
        for content in lines(block):
            yield from (inline.content for inline in content if isinstance(inline, Footnote))


def plain_text(document: Document) -> list[str]:
    """The text of the document, one entry a line, footnotes last: what every format must say."""
    body = [plain(content) for block in blocks(document) for content in lines(block)]
    return [text for text in body if text] + [plain(content) for content in footnotes(document)]
