"""The last word of the check: a document of every kind of block is made with the template, and must open."""

from __future__ import annotations

import io
from typing import Any

from conceptgen.document.blocks import (
    Cell,
    Column,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import Footnote, Text, line
from conceptgen.document.look import Look
from conceptgen.languages import USUAL
from conceptgen.writers.docx.template.check.archive import Parts, packed, parts_of


def failure(data: bytes) -> Exception | None:
    """What goes wrong when a document is made with the template; None for nothing."""
    import docx

    from conceptgen.writers.docx import default_template, write

    try:
        made = write(_DOCUMENT, Look(template=data))
        docx.Document(io.BytesIO(made))
    except Exception as fault:
        # A damaged file fails in more ways than there are names for; the same document in our own template does not.
        write(_DOCUMENT, Look(template=default_template()))
        return fault
    return None


def culprit(parts: Parts) -> str:
    """The part that is to blame: the first one without whose content the document is made; "" for none alone."""
    from conceptgen.writers.docx import default_template

    for name, ours in parts_of(default_template()).items():
        if name in parts and failure(packed({**parts, name: ours})) is None:
            return name
    return ""


def _paragraphs() -> tuple[Paragraph, ...]:
    roles: tuple[Any, ...] = ("body", "lead", "note", "label", "intro", "quote", "pull")
    return tuple(Paragraph(line("x"), role) for role in roles)


def _headings() -> tuple[Heading, ...]:
    numbered = [Heading(level, line("x"), "section", str(level), f"a{level}") for level in range(1, 5)]
    return (*numbered, Heading(1, line("x"), "front", "", "f"), Heading(1, line("x"), "annex", "А", "b"))


_COLUMNS = (Column(line("x")), Column(line("y")))
_ROW = Row((Cell((line("x"),)), Cell((line("y"),))))
_DOCUMENT = Document(
    title="x",
    running="x",
    organization="x",
    author="x",
    language=USUAL,
    date="2026-01-01",
    draft="x",
    labels=Labels("t", "f", "p", "n", "s", "d", "c", "a"),
    parts=(
        Part((Cover((CoverLine("title", line("x")),)),)),
        Part((Contents(line("x")),), new_page=True),
        Part(
            (
                *_headings(),
                *_paragraphs(),
                Paragraph((Text("x"), Footnote(line("y")))),
                Listing((line("x"),)),
                Listing((line("x"),), ordered=True),
                Table(_COLUMNS, (_ROW,), "grid", line("x"), "1", "t"),
                Table(_COLUMNS, (_ROW,), "card"),
            ),
            new_page=True,
        ),
        Part((Paragraph(line("x")),), landscape=True),
    ),
)
