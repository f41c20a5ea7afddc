"""The PDF writer: the HTML page on sheets of paper. The engine and its system libraries load only here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document


@cache
def _pango() -> str:
    """The version of the system library that sets the type; asked for without loading what lies above it."""
    import ctypes
    from ctypes.util import find_library

    try:
        pango = ctypes.CDLL(find_library("pango-1.0") or "libpango-1.0.so.0")
        pango.pango_version_string.restype = ctypes.c_char_p
        return f"pango {pango.pango_version_string().decode()}"
    except (OSError, AttributeError):
        return "pango -"


def _missing_letters(document: Document, look: Look) -> dict[str, str]:
    from conceptgen.writers.pdf.glyphs import missing

    return missing(document, look)


FORMAT = Format(
    media_type="application/pdf",
    libraries=("jinja2", "weasyprint", "pydyf", "pyphen", "tinycss2", "cssselect2"),
    reads=("brand", "source", "pdf_engine"),
    machine=lambda _: _pango(),
    missing_letters=_missing_letters,
)


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as a tagged PDF, the same bytes for the same document and look.

    Raises EnvironmentFault when the machine has no Pango.
    """
    from conceptgen.writers.html.brand import brand_view
    from conceptgen.writers.html.page import markup
    from conceptgen.writers.html.photos import addresses
    from conceptgen.writers.html.views import titles

    try:
        from conceptgen.writers.pdf import engine
    except OSError as fault:
        raise EnvironmentFault(say(document.language, "writing.pango")) from fault
    brand = brand_view(look)
    logo = (brand.logo_address,) if brand and brand.logo else ()
    pictures = (*logo, *addresses(document))
    source = look.source
    attached = (
        (engine.attachment(source, say(document.language, "writing.source"), document.stamp),)
        if source
        else ()
    )
    page = markup(document, look, paged=True)
    return engine.render(
        engine.Request(
            page,
            document.language,
            document.author,
            titles(document),
            attached,
            pictures,
        )
    )
