"""Slides of a document as it is composed: its conclusions are their titles, its exhibits what they show."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.lines import without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.composition.slides.slide import LONGEST, bare, slide
from conceptgen.document.blocks import Block, Chart, Cover, Document, Heading, Listing, Paragraph, Part, Table
from conceptgen.document.inline import Inlines, plain


def deck(_: Scope, document: Document) -> Iterator[Part]:
    """A slide for each exhibit of each section; what announces and explains it is for the speaker."""
    for part in document.parts:
        yield from (Part((each,), key=part.key) for each in part.blocks if isinstance(each, Cover))
        for section in _sections(part):
            yield from _slides(part.key, section)


def _sections(part: Part) -> Iterator[list[Block]]:
    """The blocks under each heading, the heading first."""
    section: list[Block] = []
    for block in part.blocks:
        if isinstance(block, Heading) and section:
            yield section
            section = []
        if not isinstance(block, Cover):
            section.append(block)
    if section:
        yield section


def _slides(key: str, section: list[Block]) -> Iterator[Part]:
    heading = section[0].content if isinstance(section[0], Heading) else ()
    paragraphs = [each for each in section if isinstance(each, Paragraph)]
    exhibits = [each for each in section if isinstance(each, Listing | Table | Chart)]
    title, said, notes = _title(heading, paragraphs)
    if said or not exhibits:
        yield slide(key, heading, said or paragraphs, notes if said else [])
    for number, each in enumerate(exhibits):
        shown = bare(each) if isinstance(each, Chart) else each
        own = heading if said or number else title
        yield slide(key, own, [shown], notes if number == 0 and not said else [])


def _title(heading: Inlines, paragraphs: list[Paragraph]) -> tuple[Inlines, list[Paragraph], list[Inlines]]:
    """The title of a section: its conclusion, where that can be read at a glance; else it is a slide of its own."""
    found = (each for role in ("lead", "body") for each in paragraphs if each.role == role)
    lead = next(found, None)
    notes = [each.content for each in paragraphs if each is not lead]
    if lead is None:
        return heading, [], notes
    if len(plain(lead.content)) <= LONGEST:
        return without_full_stop(lead.content), [], [heading, *notes]
    return heading, [lead], notes
