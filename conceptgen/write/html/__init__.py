"""The HTML writer: one self-contained file, without script or anything fetched."""

from __future__ import annotations

from conceptgen.document.blocks import Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.write.format import Format

FORMAT = Format(media_type="text/html; charset=utf-8", libraries=("jinja2",), reads=("brand",))


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as one HTML file, the same bytes for the same document and look."""
    from conceptgen.write.html.page import markup

    return markup(document, look).encode("utf-8")
