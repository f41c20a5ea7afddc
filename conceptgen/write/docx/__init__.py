"""The Word writer: a document as a .docx built on the house template, with everything in it editable."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import docx

from conceptgen.document import walk
from conceptgen.document.blocks import Contents, Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.resources import template
from conceptgen.write.docx import official, package
from conceptgen.write.docx.brand import dress
from conceptgen.write.docx.build import Build, begin
from conceptgen.write.docx.contents import heading_marks
from conceptgen.write.docx.restyle import restyle
from conceptgen.write.docx.sections import close, page_setup, section_body, sections, text_width
from conceptgen.write.docx.value_map import add_map, forget_map
from conceptgen.write.docx.xml import W


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as the bytes of a Word file.

    Raises EnvironmentFault when the contents shall have pages and LibreOffice cannot count them.
    """
    if not (look.contents_pages and any(isinstance(block, Contents) for block in walk.blocks(document))):
        return _written(document, look)
    from conceptgen.write.docx.page_numbers import page_numbers

    draft = _written(document, look, {})
    return _written(document, look, page_numbers(draft, heading_marks(begin(document)), document.language))


def _written(document: Document, look: Look, pages: Mapping[str, int] | None = None) -> bytes:
    own = io.BytesIO(look.template) if look.template else None
    file = docx.Document(own or str(template("docx", "house.docx")))
    forget_map(file)
    build = begin(document, look, pages)
    _fill_body(file.element.body, build, bool(look.template))
    restyle(file, build)
    dress(file, build, look.brand)
    package.start_lists(file, build)
    package.add_footnotes(file, build)
    package.add_charts(file, build)
    add_map(file, build)
    package.fill_headers(file, document)
    if not look.template:
        official.dress(file, document)
    package.set_language(file, document)
    package.set_properties(file, document)
    saved = io.BytesIO()
    file.save(saved)
    return package.same_bytes(saved.getvalue())


def _fill_body(body: Any, build: Build, own_pages: bool) -> None:
    """Put the sections where the template keeps the place for them; ``own_pages``: its margins stay as they are."""
    slot = next(s for s in body.iter(f"{W}sdt") if s.find(f".//{W}tag").get(f"{W}val") == "slot:body")
    base = body.find(f"{W}sectPr")
    if not own_pages:
        official.set_margins(base, build.document)
    every = sections(build.document)
    for section in every:
        setup = page_setup(base, section, build.document)
        build.width = text_width(setup)
        elements = section_body(section, build)
        if section is every[-1]:
            body.replace(base, setup)
        else:
            close(elements, setup)
        for element in elements:
            slot.addprevious(element)
    body.remove(slot)
