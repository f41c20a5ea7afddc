"""The HTML writer: one self-contained file, without script or anything fetched."""

from __future__ import annotations

from conceptgen.document.blocks import Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.write.html.page import markup


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as one HTML file, the same bytes for the same document and look."""
    return markup(document, look).encode("utf-8")
