"""A document as a .docx built on the house template, with everything in it editable."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import docx

from conceptgen.document import walk
from conceptgen.document.blocks import Contents, Document, Heading
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.garbage import no_search_for_garbage
from conceptgen.writers.docx import default_template, package, page_numbers
from conceptgen.writers.docx.apart import may_be_apart
from conceptgen.writers.docx.archive import packed, parts_of
from conceptgen.writers.docx.body.contents import heading_marks
from conceptgen.writers.docx.body.footnotes import add_footnotes
from conceptgen.writers.docx.build import begin
from conceptgen.writers.docx.comments import add_comments
from conceptgen.writers.docx.page_marks import mark_pages
from conceptgen.writers.docx.source import add_source
from conceptgen.writers.docx.styles import official
from conceptgen.writers.docx.styles.brand import apply_brand
from conceptgen.writers.docx.styles.fine import add_fine_styles
from conceptgen.writers.docx.styles.overrides import apply_overrides
from conceptgen.writers.docx.styles.own import add_own_styles
from conceptgen.writers.docx.template.body_slots import fill_body
from conceptgen.writers.docx.template.check.allowed import only_allowed
from conceptgen.writers.docx.template.memories import forget_makers
from conceptgen.writers.docx.template.own_cover import place_own_cover
from conceptgen.writers.docx.template.reserved_ids import reserve
from conceptgen.writers.docx.template.slot_order import Places, arrange, without_cover_lines
from conceptgen.writers.docx.template.slot_texts import announce
from conceptgen.writers.docx.template.slots import blocks, slots
from conceptgen.writers.docx.template.style_ids import with_our_ids
from conceptgen.writers.docx.value_map import add_map, forget_map


@no_search_for_garbage()
def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as the bytes of a Word file.

    Raises EnvironmentFault when the contents shall have pages and LibreOffice cannot count them.
    """
    if not any(isinstance(block, Contents) for block in walk.blocks(document)):
        return _written(document, look)
    return _written(document, look, _contents_pages(document, look))


def _contents_pages(document: Document, look: Look) -> Mapping[str, int] | None:
    """The bookmark of each heading and its page; None where nothing can tell them."""
    if look.contents_pages == "libreoffice":
        _, arranged, _ = _opened(document, look)
        draft = _written(document, look, {})
        return page_numbers.counted(draft, heading_marks(begin(arranged)), document.language)
    if look.contents_pages == "layout" and page_numbers.is_laid_out_alike(document, look):
        build = begin(document)
        pages = page_numbers.laid_out(document, look)
        heads = (each for each in walk.blocks(document) if isinstance(each, Heading) and each.anchor)
        return {build.contents_mark(each): pages[each.anchor] for each in heads if each.anchor in pages}
    return None


def _opened(document: Document, look: Look) -> tuple[Any, Document, Places]:
    """The template, the document in the order of its slots, and what goes into which slot."""
    file = docx.Document(
        io.BytesIO((look.template and with_our_ids(only_allowed(look.template))) or default_template())
    )
    forget_makers(file)
    body = file.element.body
    place_own_cover(body, document)
    given = [called for called, _ in slots(body)]
    arranged, places = arrange(without_cover_lines(document, given), [called for called, _ in blocks(body)])
    return file, arranged, places


def _written(document: Document, look: Look, pages: Mapping[str, int] | None = None) -> bytes:
    file, arranged, places = _opened(document, look)
    forget_map(file)
    build = begin(arranged, look, pages)
    build.apart.is_open = may_be_apart(file.element) and not look.comments
    reserve(build, file)
    announce(file, document, build)
    if not look.template:
        official.set_margins(file.element.body, document)
    fill_body(file.element.body, places, build)
    apply_overrides(file, build, is_own=bool(look.template))
    apply_brand(file, build, look.brand)
    package.start_lists(file, build)
    add_footnotes(file, build)
    package.add_charts(file, build)
    package.add_photos(file, build)
    add_map(file, build)
    add_source(file, look.source)
    add_comments(file, build, look.comments)
    if look.template:
        mark_pages(file, document.draft)
    else:
        official.apply_profile(file, document)
    add_fine_styles(file.styles.element, document)
    add_own_styles(file.styles.element, document)
    package.set_language(file, document)
    package.set_properties(file, document)
    parts = parts_of(file)
    body = file.part.partname.membername
    return packed(parts | {body: build.apart.put_back(parts[body])})
