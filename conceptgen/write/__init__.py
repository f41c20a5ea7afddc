"""Document → bytes. One explicit table of writers; each format's libraries load only when it is written."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from conceptgen.document.blocks import Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.errors import RequestError

WRITERS = {
    "docx": "conceptgen.write.docx",
    "html": "conceptgen.write.html",
    "pdf": "conceptgen.write.pdf",
}
"""Format (also the file suffix) → the module whose ``write(document, look) -> bytes`` makes it."""


def write(document: Document, format: str, look: Look = HOUSE) -> bytes:
    """Write a document in one format: the bytes of a complete file, the same for the same document and look.

    Raises RequestError for an unknown format, EnvironmentFault when the machine lacks what the format needs.
    """
    if format not in WRITERS:
        raise RequestError(f"{format}: {', '.join(WRITERS)}")
    writer: Callable[[Document, Look], bytes] = import_module(WRITERS[format]).write
    return writer(document, look)
