"""The HTML writer: one self-contained file, without script or anything fetched."""

from __future__ import annotations

from conceptgen.document.blocks import Document
from conceptgen.write.html.page import markup


def write(document: Document) -> bytes:
    """The document as one HTML file, the same bytes for the same document."""
    return markup(document).encode("utf-8")
