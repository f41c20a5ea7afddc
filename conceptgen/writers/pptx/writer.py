"""Slides from a document: each message on one slide, in large type, with native tables and charts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx import Presentation

from conceptgen.document.blocks import Block, Chart, Cover, Document, Heading, Listing, Paragraph, Table
from conceptgen.document.inline import Inlines, Text, line, plain
from conceptgen.document.look import Look
from conceptgen.writers.docx.archive import same_bytes
from conceptgen.writers.docx.package import locale, set_properties
from conceptgen.writers.pptx import charts, fit, route, shapes, tables, text
from conceptgen.writers.pptx.cover import write_cover
from conceptgen.writers.pptx.master import base, begin, content_layout, cover_layout, fill_footers
from conceptgen.writers.pptx.notes import write_notes
from conceptgen.writers.pptx.pages import Page, pages, told_apart
from conceptgen.writers.pptx.stage import Box, Stage

_TITLE = range(28, 19, -1)
"""Type of titles, in points."""
_BESIDE, _GAP = 0.6, 12.0
"""The part of a slide a chart takes beside words, and the air between them."""


def write(document: Document, look: Look) -> bytes:
    """The document as slides; the same every time."""
    deck = Presentation(io.BytesIO(base(look)))
    stage = begin(deck, document, look, locale(document))
    with fit.measured_for(stage.colours.font):
        made = told_apart(_split(stage, pages(document)), document.language)
        slides = [_slide(stage, page, look) for page in made]
    write_notes(stage, slides, made)
    set_properties(deck, document)
    saved = io.BytesIO()
    deck.save(saved)
    return same_bytes(saved.getvalue())


def _split(stage: Stage, found: Iterable[Page]) -> Iterator[Page]:
    """The pages, each with no more than one slide holds; notes stand with the first."""
    for page in found:
        only = page.shown[0] if len(page.shown) == 1 else None
        parts: Sequence[Block] = ()
        if isinstance(only, Listing):
            parts = shapes.splits(stage, only)
        elif isinstance(only, Table) and not any(row.strip for row in only.rows):
            parts = tables.splits(stage, only)
        if len(page.shown) == 2 and isinstance(words := page.shown[1], Listing):
            if shapes.are_readable(_halves(stage.area)[1], words):
                yield page
                continue
            yield from _split(stage, [replace(page, shown=page.shown[:1])])
            parts = shapes.splits(stage, words)
        elif not parts:
            yield page
        for number, part in enumerate(parts):
            yield replace(page, shown=(part,), notes=page.notes if number == 0 else ())


def _halves(area: Box) -> tuple[Box, Box]:
    """The place of a chart, and that of the words beside it."""
    width = area.width * _BESIDE
    right = Box(area.left + width + _GAP, area.top, area.width - width - _GAP, area.height)
    return Box(area.left, area.top, width, area.height), right


def _slide(stage: Stage, page: Page, look: Look) -> Any:
    first = page.shown[0] if page.shown else None
    if isinstance(first, Cover):
        slide = stage.deck.slides.add_slide(cover_layout(stage.deck))
        write_cover(stage, slide, first, look)
        return slide
    slide = stage.deck.slides.add_slide(content_layout(stage.deck))
    _title(stage, slide, page.title)
    _exhibit(stage, slide, page.shown)
    fill_footers(stage, slide)
    return slide


def _title(stage: Stage, slide: Any, title: Inlines) -> None:
    box = stage.title
    size = fit.largest([_strong(title)], (box.width, box.height), _TITLE) or _TITLE[-1]
    kept = fit.cut(title, size, box.width, max(1, int(box.height / (size * fit.LEADING))))
    text.fill(slide.shapes.title.text_frame._txBody, [_bare(kept)], stage.type(size))
    stage.show(plain(kept))


def _bare(title: Inlines) -> Inlines:
    """The title in one weight."""
    return line(plain(title).replace("\n", " "))


def _strong(title: Inlines) -> Inlines:
    return (Text(plain(_bare(title)), "strong"),)


def _exhibit(stage: Stage, slide: Any, shown: tuple[Block, ...]) -> None:
    match shown:
        case (Table() as table,) if any(row.strip for row in table.rows):
            route.route(stage, slide, table)
        case (Table() as table,):
            tables.table(stage, slide, table)
        case (Listing() as listing,):
            shapes.cards(stage, slide, listing, stage.area)
        case (Chart() as chart,):
            charts.chart(stage, slide, chart, stage.area)
        case (Chart() as chart, Listing() as listing):
            left, right = _halves(stage.area)
            charts.chart(stage, slide, chart, left)
            shapes.cards(stage, slide, listing, right)
        case _:
            said = [each.content for each in shown if isinstance(each, Paragraph | Heading)]
            if said:
                shapes.statement(stage, slide, said)
