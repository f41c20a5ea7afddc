"""The Word writer: a document as a .docx built on the house template, with everything in it editable."""

from __future__ import annotations

import io
from typing import Any

import docx

from conceptgen.document.blocks import Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.resources import template
from conceptgen.write.docx import official, package
from conceptgen.write.docx.brand import dress
from conceptgen.write.docx.build import Build, begin
from conceptgen.write.docx.restyle import restyle
from conceptgen.write.docx.sections import close, page_setup, section_body, sections, text_width
from conceptgen.write.docx.xml import W


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as the bytes of a Word file."""
    own = io.BytesIO(look.template) if look.template else None
    file = docx.Document(own or str(template("docx", "house.docx")))
    build = begin(document, look)
    _fill_body(file.element.body, build, bool(look.template))
    restyle(file, build)
    dress(file, build, look.brand)
    package.start_lists(file, build)
    package.add_footnotes(file, build)
    package.add_charts(file, build)
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
