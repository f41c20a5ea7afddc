"""A document as one picture in pixels."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.pictures.svg import FORMAT as DRAWING

FORMAT = replace(DRAWING, media_type="image/png", libraries=(*DRAWING.libraries, "pillow", "resvg-py"))
_LARGER: Final = 2.0
"""Pixels for each of the drawing: enough for a sheet on a wall."""


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The drawing in pixels."""
    from conceptgen.writers.pictures.drawing import drawn, title, words
    from conceptgen.writers.pictures.pixels import pixels

    return pixels(drawn(document, look), title(document), words(document), _LARGER)
