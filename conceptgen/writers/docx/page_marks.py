"""The mark of a draft on every page, where the owner of a template left no place for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml

from conceptgen.writers.docx import xml
from conceptgen.writers.docx.xml import W

_RIGHT = '<w:jc w:val="right"/>'


def mark_pages(file: Any, mark: str) -> None:
    """Put the mark into every header that does not say it yet; the cover says it among its own lines."""
    if not mark:
        return
    known = {each.get(f"{W}styleId") for each in file.styles.element.iter(f"{W}style")}
    for header in _headers(file):
        if mark.casefold() not in "".join(each.text or "" for each in header.iter(f"{W}t")).casefold():
            header.append(parse_xml(_line(mark, known)))


def _headers(file: Any) -> Iterator[Any]:
    """The headers of the pages of every section; one that continues the last is not its own."""
    is_two_sided = file.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(file.sections):
        kinds = [section.header, section.even_page_header] if is_two_sided else [section.header]
        for header in kinds:
            if not (number and header.is_linked_to_previous):
                header.is_linked_to_previous = False
                yield header._element


def _line(mark: str, known: set[str | None]) -> str:
    """In the styles of the template, where it has them."""
    paragraph, character = (name if name in known else "" for name in ("Header", "DraftMark"))
    text = xml.paragraph(paragraph, xml.run(mark, character), _RIGHT)
    return text.replace("<w:p>", f"<w:p {xml.NAMESPACES}>", 1)
