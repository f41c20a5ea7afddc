"""The page of every heading, as the PDF or LibreOffice lays it out; Word may differ by one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from conceptgen.document.blocks import Document, Table
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say
from conceptgen.writers import libreoffice
from conceptgen.writers.profiles import profile_of

MOST_ROWS: Final = 1500
"""Rows of tables up to which the PDF's layout is asked: more of them take longer to lay out than to write."""
_HEADING: Final = re.compile(r"Toc\d{9}$")
"""The end of a bookmark of a heading; LibreOffice writes the sign before it in ways of its own."""


def counted(docx: bytes, marks: Iterable[str], language: str) -> dict[str, int]:
    """Bookmark of a heading → its page as LibreOffice lays the file out, counted from one.

    Raises EnvironmentFault when LibreOffice is absent or fails.
    """
    import pikepdf

    laid_out = libreoffice.pdf(docx, language)
    try:
        with pikepdf.open(io.BytesIO(laid_out)) as pdf:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            places = {
                f"_{found[0]}": numbers[_target(to)[0].objgen]
                for name, to in _destinations(pdf)
                if (found := _HEADING.search(str(name)))
            }
            return {mark: places[mark] for mark in marks}
    except (pikepdf.PdfError, KeyError) as fault:
        raise EnvironmentFault(say(language, "writing.office_failed")) from fault


def is_laid_out_alike(document: Document, look: Look) -> bool:
    """True if Word and PDF have one page, the house's template with its fonts, and there are not too many of them."""
    tables = (block for block in blocks(document) if isinstance(block, Table))
    return (
        not (look.template or look.brand.text_font or look.brand.heading_font or profile_of(document))
        and sum(len(table.rows) for table in tables) <= MOST_ROWS
    )


def laid_out(document: Document, look: Look) -> dict[str, int]:
    """Anchor of a heading → its page, counted from one; nothing is written.

    The text is laid out as in the PDF, with room for the charts as high as they are in Word.
    """
    from conceptgen.writers.docx.body.heights import height
    from conceptgen.writers.typst import heading_pages

    return heading_pages(document, replace(look, source=None), height)


def _destinations(pdf: Any) -> Iterator[tuple[Any, Any]]:
    """The named destinations, of the old form and the new."""
    import pikepdf

    if "/Dests" in pdf.Root:
        yield from pdf.Root.Dests.items()
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        yield from pikepdf.NameTree(pdf.Root.Names.Dests).items()


def _target(destination: Any) -> Any:
    """The page and the place on it; they may stand inside a dictionary."""
    import pikepdf

    return destination.D if isinstance(destination, pikepdf.Dictionary) else destination
