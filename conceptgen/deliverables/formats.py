"""The formats a document is written in, a line each; what else is to be known of one is in its writer's ``FORMAT``."""

from __future__ import annotations

WRITERS = {
    "docx": "conceptgen.writers.docx",
    "pdf": "conceptgen.writers.pdf",
    "html": "conceptgen.writers.html",
    "pptx": "conceptgen.writers.pptx",
    "svg": "conceptgen.writers.pictures.svg",
    "png": "conceptgen.writers.pictures.png",
}
"""Format (also the file suffix) → the room of its writer, which has ``FORMAT`` and ``write(document, look)``."""

OF_SLIDES = ("pptx",)
"""Formats that show a document from a screen, where its kind and variant can be shown so."""

OF_PICTURES = ("svg", "png")
"""Formats that show a document as one picture, where its kind and variant stand on a sheet."""

PAGED = tuple(name for name in WRITERS if name not in OF_SLIDES + OF_PICTURES)
"""Formats every document is written in."""

PDF_ENGINES = {"weasyprint": WRITERS["pdf"], "typst": "conceptgen.writers.typst"}
"""What sets the pages of a PDF → its room."""

USUAL_PDF_ENGINE = "weasyprint"
QUICK_PDF_ENGINE = "typst"

USUAL_FORMATS = ("docx", "pdf")
"""What is written when no format is named."""
