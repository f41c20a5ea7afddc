"""The writer of slides: what is to be known of the format. Its libraries load only when a file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document

FORMAT = Format(
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    libraries=("python-docx", "python-pptx", "lxml", "XlsxWriter"),
    reads=("brand", "master"),
)


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as the bytes of a PowerPoint file."""
    from conceptgen.writers.pptx.writer import write

    return write(document, look)
