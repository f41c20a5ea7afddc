"""The document as the template wants it: sections into their slots, lines of the title page into theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from conceptgen.document.blocks import Block, Cover, Document, Part
from conceptgen.document.inline import Inlines, line
from conceptgen.document.numbering import number
from conceptgen.document.walk import blocks
from conceptgen.writers.docx.template.slots import BODY, COVER_LINES

Places = dict[str, tuple[Part, ...]]


def cover_lines(document: Document) -> dict[str, tuple[Inlines, ...]]:
    """What each slot of the title page says; title and client also where there is no title page."""
    said: dict[str, tuple[Inlines, ...]] = dict.fromkeys(COVER_LINES, ())
    said |= {"title": (line(document.title),), "client": (line(document.organization),)}
    cover = next((block for block in blocks(document) if isinstance(block, Cover)), None)
    for slot, role in COVER_LINES.items():
        found = tuple(each.content for each in cover.lines if each.role == role) if cover else ()
        said[slot] = found or said[slot]
    return said


def without_cover_lines(document: Document, given: Collection[str]) -> Document:
    """The document without the lines of the title page that have slots of their own."""
    roles = {COVER_LINES[slot] for slot in given if slot in COVER_LINES}
    if not roles:
        return document
    parts = (replace(part, blocks=tuple(_less(part.blocks, roles))) for part in document.parts)
    return replace(document, parts=tuple(part for part in parts if part.blocks))


def _less(given: Iterable[Block], roles: Collection[str]) -> Iterator[Block]:
    for block in given:
        if not isinstance(block, Cover):
            yield block
        elif left := tuple(each for each in block.lines if each.role not in roles):
            # A title page without its title is no page of its own.
            yield replace(block, lines=left, compact=block.compact or "title" in roles)


def arrange(document: Document, order: Sequence[str]) -> tuple[Document, Places]:
    """The document in the order of the template's slots, numbered so; and the parts of each slot."""
    own = {slot.removeprefix("section.") for slot in order if slot != BODY}
    homes = [f"section.{part.key}" if part.key in own else BODY for part in document.parts]
    parts = sorted(zip(homes, document.parts, strict=True), key=lambda item: order.index(item[0]))
    if [part for _, part in parts] != list(document.parts):
        document = number(replace(document, parts=tuple(part for _, part in parts)))
    places: Places = dict.fromkeys(order, ())
    for (home, _), part in zip(parts, document.parts, strict=True):
        places[home] = (*places[home], part)
    return document, places
