"""The Word writer: what is to be known of the format. Word's libraries load only when a file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.resources import template_path
from conceptgen.writers import libreoffice
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document


def _counted_by(look: Look) -> str:
    """The LibreOffice that counts the pages of the contents, where they are wished."""
    return libreoffice.version() if look.contents_pages == "libreoffice" else ""


FORMAT = Format(
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    libraries=("python-docx", "python-pptx", "lxml", "XlsxWriter", "typst"),
    reads=("brand", "template", "contents_pages", "comments", "source"),
    machine=_counted_by,
)


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as the bytes of a Word file.

    Raises EnvironmentFault when the contents shall have pages and LibreOffice cannot count them.
    """
    from conceptgen.writers.docx.writer import write

    return write(document, look)


def default_template() -> bytes:
    """The template of the house."""
    return template_path("docx", "house.docx").read_bytes()
