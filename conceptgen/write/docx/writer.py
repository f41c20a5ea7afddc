"""A document as a .docx built on the house template, with everything in it editable."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import docx

from conceptgen.document import walk
from conceptgen.document.blocks import Contents, Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.write.docx import house, official, package
from conceptgen.write.docx.announcing import announce
from conceptgen.write.docx.arranging import Places, arrange, without_cover_lines
from conceptgen.write.docx.brand import dress
from conceptgen.write.docx.build import begin
from conceptgen.write.docx.comments import add_comments
from conceptgen.write.docx.contents import heading_marks
from conceptgen.write.docx.filling import fill_body
from conceptgen.write.docx.footnotes import add_footnotes
from conceptgen.write.docx.naming import with_our_ids
from conceptgen.write.docx.own_cover import settle_cover
from conceptgen.write.docx.restyle import restyle
from conceptgen.write.docx.room import leave_room
from conceptgen.write.docx.slots import blocks, slots
from conceptgen.write.docx.value_map import add_map, forget_map
from conceptgen.write.template.allowed import only_allowed


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as the bytes of a Word file.

    Raises EnvironmentFault when the contents shall have pages and LibreOffice cannot count them.
    """
    if not (look.contents_pages and any(isinstance(block, Contents) for block in walk.blocks(document))):
        return _written(document, look)
    from conceptgen.write.docx.page_numbers import page_numbers

    _, arranged, _ = _opened(document, look)
    draft = _written(document, look, {})
    return _written(document, look, page_numbers(draft, heading_marks(begin(arranged)), document.language))


def _opened(document: Document, look: Look) -> tuple[Any, Document, Places]:
    """The template, the document in the order of its slots, and what goes into which slot."""
    file = docx.Document(io.BytesIO((look.template and with_our_ids(only_allowed(look.template))) or house()))
    body = file.element.body
    settle_cover(body, document)
    given = [called for called, _ in slots(body)]
    arranged, places = arrange(without_cover_lines(document, given), [called for called, _ in blocks(body)])
    return file, arranged, places


def _written(document: Document, look: Look, pages: Mapping[str, int] | None = None) -> bytes:
    file, arranged, places = _opened(document, look)
    forget_map(file)
    build = begin(arranged, look, pages)
    leave_room(build, file)
    announce(file, document, build)
    if not look.template:
        official.set_margins(file.element.body, document)
    fill_body(file.element.body, places, build)
    restyle(file, build)
    dress(file, build, look.brand)
    package.start_lists(file, build)
    add_footnotes(file, build)
    package.add_charts(file, build)
    add_map(file, build)
    add_comments(file, build, look.comments)
    if not look.template:
        official.dress(file, document)
    package.set_language(file, document)
    package.set_properties(file, document)
    saved = io.BytesIO()
    file.save(saved)
    return package.same_bytes(saved.getvalue())
