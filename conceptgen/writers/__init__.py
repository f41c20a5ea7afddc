"""Document → bytes. Each format's writer, and its libraries, load only when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from conceptgen.deliverables.formats import PDF_ENGINES, USUAL_PDF_ENGINE, WRITERS
from conceptgen.deliverables.known import refuse_unknown
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document


def write(document: Document, format: str, look: Look = DEFAULT_LOOK) -> bytes:
    """Write a document in one format (docx, pdf, html, pptx; ``WRITERS`` has them all): the bytes of a complete file.

        >>> from conceptgen import compose, load, write
        >>> loaded = load("samples/minimal.yaml")
        >>> data = write(compose(loaded.project, variant="page"), "docx", loaded.look)
        >>> data[:2]
        b'PK'

    The same document and look give the same bytes. ``look`` is how it looks: the brand that ``load`` found, one's own
    Word template, what goes along with the file; the house's look by default. Nothing is written to disk. Raises
    RequestError for an unknown format, EnvironmentFault when the machine lacks what the format needs (Pango for PDF).
    """
    check_formats((format,), document.language)
    writer: Callable[[Document, Look], bytes] = _room(format, look).write
    return writer(document, look)


def format_of(name: str, look: Look = DEFAULT_LOOK) -> Format:
    """What is to be known of a format, as the engine of the look writes it."""
    record: Format = _room(name, look).FORMAT
    return record


def check_formats(names: tuple[str, ...], language: str, known: Iterable[str] = WRITERS) -> None:
    """Raise RequestError, in this language, for the first format that is not among the known."""
    refuse_unknown("format", names, known, language)


def _room(format: str, look: Look) -> ModuleType:
    """The room of a writer: for PDF that of the wished engine."""
    return import_module(
        PDF_ENGINES[look.pdf_engine or USUAL_PDF_ENGINE] if format == "pdf" else WRITERS[format]
    )
