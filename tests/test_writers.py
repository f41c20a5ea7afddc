"""The closed list of blocks times the table of formats: each block is written in each format, and says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import docx_text
import html_text
import pdf_text
import picture_text
import pptx_text
import pytest
from example_document import LABELS, example

from conceptgen.deliverables.formats import USUAL_FORMATS, WRITERS
from conceptgen.document.blocks import BLOCKS, Document, Part
from conceptgen.document.look import DEFAULT_LOOK, Attachment, Look
from conceptgen.document.numbering import number
from conceptgen.document.walk import blocks
from conceptgen.writers import format_of, write


def _differs(side: object) -> Callable[[Document, bytes], list[str]]:
    def told(document: Document, data: bytes) -> list[str]:
        said, expected = side.body_text(data), side.expected_text(document)  # type: ignore[attr-defined]
        return [] if said == expected else [*said, "≠", *expected]

    return told


UNSAID = {
    "docx": _differs(docx_text),
    "html": _differs(html_text),
    "pdf": pdf_text.unsaid,
    "pptx": pptx_text.unsaid,
    "svg": picture_text.unsaid,
    "png": picture_text.unsaid,
}
"""What a file of each format does not say of its document; a new format brings a reader of its own."""


def test_every_format_has_a_reader_here() -> None:
    assert set(UNSAID) == set(WRITERS)


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_is_written_in_every_format(kind: type, format: str) -> None:
    """Alone in a document; the example has every kind."""
    block = next(each for each in blocks(example()) if isinstance(each, kind))
    alone = number(Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, (Part((block,)),)))
    assert UNSAID[format](alone, write(alone, format)) == []


@pytest.mark.parametrize("format", WRITERS)
def test_every_format_says_what_it_is(format: str) -> None:
    """The record beside the writer: its type, and only fields that a look has."""
    record = format_of(format)
    assert "/" in record.media_type
    assert set(record.reads) <= {each.name for each in fields(Look)}
    assert set(USUAL_FORMATS) <= set(WRITERS)


@pytest.mark.parametrize(
    ("format", "shown"), [("docx", {"template", "source"}), ("pdf", {"source"}), ("html", set[str]())]
)
def test_only_what_shows_in_a_format_counts_for_it(format: str, shown: set[str]) -> None:
    """A change of the Word template makes no PDF anew, an attached source no HTML."""
    look = Look(template=b"mine", source=Attachment("a.yaml", b"a"))
    kept = format_of(format).concerning(look)
    assert {
        name for name in ("template", "source") if getattr(kept, name) != getattr(DEFAULT_LOOK, name)
    } == shown
