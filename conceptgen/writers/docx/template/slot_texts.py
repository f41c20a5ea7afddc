"""What the slots in lines say: title, client, approval and the like, wherever the template has a place for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conceptgen.document.blocks import Document
from conceptgen.document.inline import Footnote, Inlines, line
from conceptgen.typography import NBSP
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.template import inline_slots
from conceptgen.writers.docx.template.slot_order import cover_lines
from conceptgen.writers.docx.template.slots import INLINE, PAGE, slots
from conceptgen.writers.docx.xml import W

_SECTION = "STYLEREF 1 \\l"
"""The last heading of the first level on the page: by its number, for a Word of any language knows it so."""
_UNCOUNTED = "\u2060"
"""A field has a result; where none is counted, as in older LibreOffice, no wrong section must be told."""
_NO_FOOTNOTES = (f"{W}hdr", f"{W}ftr", f"{W}txbxContent")


def announce(file: Any, document: Document, build: Build) -> None:
    """Fill every slot in a line of the text, of headers and of footers; the slots themselves go."""
    said = cover_lines(document) | {"running": (line(document.head),), "draft": (line(document.draft),)}
    noted: set[str] = set()
    for root in _stories(file):
        for called, control in slots(root):
            if called == PAGE:
                inline_slots.fill(control, [_page(document)])
            elif called in INLINE:
                inline_slots.fill(control, _lines(said[called], called, control, noted, build))


def _page(document: Document) -> str:
    """«1 Цель документа   стр. 5 из 38»: fields that Word counts."""
    gap, words = xml.run("\u2003"), document.labels
    section = (xml.field(_SECTION, xml.run(_UNCOUNTED)), gap) if document.names_sections else ()
    page = (
        xml.run(f"{words.page}{NBSP}"),
        xml.field("PAGE", xml.run("2")),
        xml.run(f"{NBSP}{words.of}{NBSP}"),
    )
    return "".join((*section, *page, xml.field("NUMPAGES", xml.run("2"))))


def _stories(file: Any) -> Iterator[Any]:
    yield file.element.body
    for part in file.part.package.iter_parts():
        if part.partname.startswith("/word/header") or part.partname.startswith("/word/footer"):
            yield part.element


def _lines(said: tuple[Inlines, ...], called: str, control: Any, noted: set[str], build: Build) -> list[str]:
    """The lines as runs; footnotes only where they may stand, and only once."""
    if called in noted or next(control.iterancestors(*_NO_FOOTNOTES), None) is not None:
        said = tuple(tuple(each for each in content if not isinstance(each, Footnote)) for content in said)
    else:
        noted.add(called)
    if called == "draft" and said[0] and inline_slots.follows_something(control):
        said = ((*line(inline_slots.SEPARATOR), *said[0]),)
    return [runs(content, build) for content in said if content]
