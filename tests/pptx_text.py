"""What slides say to their reader and to their speaker, and which lines of a document they do not say."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx import Presentation

from conceptgen.document.blocks import Block, Document, Heading, Paragraph
from conceptgen.document.walk import plain_text

_AROUND = ".«»“”„ "


def unsaid(document: Document, data: bytes) -> list[str]:
    """The lines of the tree that stand on no slide and in no notes; bare titles, and signs around words, aside."""
    said = flat("\n".join(texts(data)))
    parts = tuple(
        replace(part, blocks=tuple(each for each in part.blocks if not _is_bare_title(each)))
        for part in document.parts
    )
    told = plain_text(replace(document, parts=parts))
    return [line for line in told if not _is_said(line, said)]


def _is_said(told: str, said: str) -> bool:
    """As a whole, or each part of what was put together: a title says one, a table or the notes the other."""
    parts = map(flat, re.split(r"(?<=[.!?])\s|\s[–—]\s|:\s", told))
    return flat(told).strip(_AROUND) in said or all(each.strip(_AROUND) in said for each in parts)


def _is_bare_title(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role == "label")


def texts(data: bytes) -> Iterator[str]:
    """Every text of the slides, a shape or cell at a time, then of their notes."""
    for slide in deck(data).slides:
        for shape in slide.shapes:
            yield from shape_texts(shape)
        yield notes(slide)


def deck(data: bytes) -> Any:
    """The slides opened."""
    return Presentation(io.BytesIO(data))


def shape_texts(shape: Any) -> Iterator[str]:
    """The texts of a shape: its own, those of its cells, the names of its chart."""
    if shape.has_text_frame:
        yield shape.text_frame.text
    elif shape.has_table:
        yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
    elif shape.has_chart:
        yield from map(str, shape.chart.plots[0].categories)


def notes(slide: Any) -> str:
    """What the speaker reads; "" for nothing."""
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def flat(text: str) -> str:
    """A text without its line ends and the spaces around them."""
    return "".join(text.replace("\x0b", " ").split())
