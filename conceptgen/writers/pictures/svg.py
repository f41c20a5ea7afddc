"""A document as one drawing that grows without loss."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.typst import FORMAT as SHEETS

FORMAT = replace(SHEETS, media_type="image/svg+xml", libraries=("jinja2", "typst"), reads=("brand",))


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The drawing."""
    from conceptgen.writers.pictures.drawing import drawn

    return drawn(document, look).encode()
