"""Pages: parts of one orientation make a section; headers and page numbers run through all of them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from docx.oxml.parser import parse_xml
from docx.shared import Pt

from conceptgen.document.blocks import Cover, Document, Part, Sheet
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.blocks import write_block
from conceptgen.writers.docx.build import REFERENCE, Build
from conceptgen.writers.docx.styles import roles
from conceptgen.writers.docx.styles.overrides import narrow_margins
from conceptgen.writers.docx.xml import W
from conceptgen.writers.profiles import profile_of

SPACER_AIR = Pt(8)
AIRY = roles.HEADINGS | {"Label", "TableCaption"}
"""Styles with air of their own above."""
SHEETS = {"a3": (16838, 23811), "letter": (12240, 15840)}
"""Sheets of a size of their own; otherwise the paper is the template's."""


@dataclass(frozen=True)
class Section:
    """A run of parts of one orientation on sheets of one size."""

    parts: tuple[Part, ...]
    landscape: bool = False
    sheet: Sheet = ""

    @property
    def opens_with_cover(self) -> Literal["", "full", "compact"]:
        """True if it begins with the title page, or with a title above the text."""
        first = self.parts[0].blocks[0] if self.parts and self.parts[0].blocks else None
        if not isinstance(first, Cover):
            return ""
        return "compact" if first.compact else "full"


def sections(parts: tuple[Part, ...], upright: bool = False) -> list[Section]:
    """The parts in order by orientation and size; ``upright`` for paper that lies on its side already."""
    runs = groupby(parts, key=lambda part: (part.landscape and not upright, part.sheet))
    return [Section(tuple(run), *kind) for kind, run in runs]


def is_landscape(setup: Any) -> bool:
    """True if the paper lies on its side."""
    size = setup.find(f"{W}pgSz")
    return int(size.get(f"{W}w")) > int(size.get(f"{W}h"))


def continued(base: Any) -> Any:
    """A page setup for pages that go on: without what only its first page has."""
    setup = deepcopy(base)
    for name in ("titlePg", "type"):
        for element in setup.findall(f"{W}{name}"):
            setup.remove(element)
    for element in setup.findall(f"{W}pgNumType"):
        element.attrib.pop(f"{W}start", None)
    return setup


def page_setup(base: Any, section: Section, document: Document) -> Any:
    """The template's page setup with the section's paper, orientation and bare first page for a cover."""
    setup = deepcopy(base)
    narrow_margins(setup, document)
    size, margin = setup.find(f"{W}pgSz"), setup.find(f"{W}pgMar")
    wished = SHEETS.get(section.sheet or document.page)
    if wished:
        _set_size(size, *wished)
    if section.landscape:
        _turn(margin)
        _set_size(size, int(size.get(f"{W}h")), int(size.get(f"{W}w")))
        size.set(f"{W}orient", "landscape")
    opens = bool(section.parts) and section.parts[0] is document.parts[0]
    if section.opens_with_cover or (opens and profile_of(document)):
        setup.get_or_add_titlePg()
    return setup


def _set_size(size: Any, width: int, height: int) -> None:
    size.set(f"{W}w", str(width))
    size.set(f"{W}h", str(height))


def _turn(margin: Any) -> None:
    """Keep the binding edge: what was the left margin is now the top one."""
    old = {side: margin.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")}
    for side, former in (("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")):
        margin.set(f"{W}{side}", old[former])


def text_width(setup: Any) -> int:
    """The width between the margins, in twips."""
    margin = setup.find(f"{W}pgMar")
    return int(setup.find(f"{W}pgSz").get(f"{W}w")) - sum(
        int(margin.get(f"{W}{s}")) for s in ("left", "right")
    )


def section_body(section: Section, build: Build) -> list[Any]:
    """The elements of a section in order."""
    elements: list[Any] = []
    after_cover = False
    for part in section.parts:
        written = _elements(part, build)
        if written and elements and (part.new_page or after_cover):
            written = on_new_page(written)
        elements += written
        last = part.blocks[-1] if part.blocks else None
        after_cover = isinstance(last, Cover) and not last.compact
    if section.landscape and elements and elements[0].tag == f"{W}p":
        # A page on its side is low: its first line stands at the very top.
        elements[0].get_or_add_pPr().get_or_add_spacing().set(f"{W}before", "0")
    return _joined(elements)


def _joined(elements: list[Any]) -> list[Any]:
    """Without the spacer between a table and a paragraph that stays with the next one.

    With it LibreOffice leaves such a paragraph, a heading above all, alone at the foot of a page.
    """
    needless = [_parts_a_table_from_a_heading(elements, index) for index in range(len(elements))]
    for index, skipped in enumerate(needless):
        following = elements[index + 1].pPr if skipped else None
        if following is not None and (following.style or "") not in AIRY and not following.spacing_before:
            following.spacing_before = SPACER_AIR
    return [element for element, skipped in zip(elements, needless, strict=True) if not skipped]


def _parts_a_table_from_a_heading(elements: list[Any], index: int) -> bool:
    if not 0 < index < len(elements) - 1:
        return False
    before, element, after = elements[index - 1 : index + 2]
    spacer = element.find(f"{W}pPr/{W}pStyle[@{W}val='Spacer']") is not None
    stays = after.tag == f"{W}p" and after.find(f"{W}pPr/{W}keepNext") is not None
    return before.tag == f"{W}tbl" and spacer and stays


def _elements(part: Part, build: Build) -> list[Any]:
    text = "".join([write_block(block, build) for block in part.blocks])
    return list(parse_xml(f"<w:body {xml.NAMESPACES}>{text}</w:body>".encode()))


def on_new_page(elements: list[Any]) -> list[Any]:
    """The elements with a page break before the first."""
    first = elements[0]
    if first.tag == f"{W}tbl":
        elements = [parse_xml(xml.SPACER.replace("<w:p>", f"<w:p {xml.NAMESPACES}>")), *elements]
        first = elements[0]
    paragraph = first if first.tag == f"{W}p" else next(first.iter(f"{W}p"))
    paragraph.get_or_add_pPr().get_or_add_pageBreakBefore()
    return elements


def close(elements: list[Any], setup: Any) -> None:
    """End a section that is not the last: its page setup goes into its last paragraph.

    A paragraph of its own, when the last one is referred to: LibreOffice loses the number of such a one.
    """
    last = elements[-1] if elements else None
    if last is None or last.tag != f"{W}p" or _is_referred_to(last):
        elements.append(parse_xml(xml.SPACER.replace("<w:p>", f"<w:p {xml.NAMESPACES}>")))
    elements[-1].get_or_add_pPr().append(setup)


def _is_referred_to(paragraph: Any) -> bool:
    names = [mark.get(f"{W}name") for mark in paragraph.iter(f"{W}bookmarkStart")]
    return any(name.startswith(REFERENCE) for name in names)
