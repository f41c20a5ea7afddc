"""The HTML writer: one self-contained file, without script or anything fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document

FORMAT = Format(media_type="text/html; charset=utf-8", libraries=("jinja2",), reads=("brand",))


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as one HTML file, the same bytes for the same document and look."""
    from conceptgen.writers.html.page import markup

    return markup(document, look).encode("utf-8")
