"""Notes for the speaker: where the numbers come from, and every text of the document that stands on no slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.document.walk import footnotes, lines
from conceptgen.languages import say
from conceptgen.writers.pptx import text
from conceptgen.writers.pptx.pages import Page
from conceptgen.writers.pptx.stage import Stage

_SIZE = 12
_AROUND = '.«»“”„" '
"""Signs that may stand round the same words."""


def write_notes(stage: Stage, slides: Sequence[Any], pages: Sequence[Page]) -> None:
    """Give each slide its notes."""
    told = _told(stage, pages)
    for slide, page, left in zip(slides, pages, told, strict=True):
        said = [*filter(None, (_beside(page.title, each) for each in page.notes))]
        if left:
            said += [line(say(stage.document.language, "documents.slides.notes")), *map(line, left)]
        if said:
            body = slide.notes_slide.notes_text_frame._txBody
            text.fill(body, [_on_lines(each) for each in said], stage.type(_SIZE, before=4))


def _beside(title: Inlines, note: Inlines) -> Inlines:
    """A note without the title of its slide, which the room reads anyway."""
    named, told = plain(title).rstrip("."), plain(note)
    if not told.startswith(named):
        return note
    rest = told.removeprefix(named)
    return line(rest.lstrip(_AROUND)) if rest.strip(_AROUND) == "" or rest[0] == "." else note


def _on_lines(content: Inlines) -> Inlines:
    return line(plain(content))


def _told(stage: Stage, pages: Sequence[Page]) -> list[list[str]]:
    """What each slide leaves out: of its own texts, and of those of its section in the document."""
    left: list[list[str]] = [[] for _ in pages]
    shown = dict.fromkeys(stage.shown, True)
    whole = "\n".join(stage.shown)
    noted = {_flat(plain(each)) for page in pages for each in page.notes}
    for place, said in _texts(stage, pages):
        flat = _flat(said)
        if flat and not (flat in shown or flat in noted or flat in whole or _is_put_together(flat, whole)):
            left[place].append(said)
            noted.add(flat)
    return left


def _texts(stage: Stage, pages: Sequence[Page]) -> Iterator[tuple[int, str]]:
    """Every text with the slide whose notes may hold it."""
    first: dict[str, int] = {}
    for place, page in enumerate(pages):
        first.setdefault(page.key, place)
        yield place, plain(page.title)
        for block in page.shown:
            yield from ((place, plain(content)) for content in lines(block))
    last = len(pages) - 1
    for part in stage.document.parts:
        place = first.get(part.key, last)
        for block in part.blocks:
            if not _is_bare_title(block):
                yield from ((place, plain(content)) for content in lines(block))
    yield from ((last, plain(content)) for content in footnotes(stage.document))


def _is_bare_title(block: Block) -> bool:
    """True for what only names that which follows it: said alone, it tells the speaker nothing."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role == "label")


def _is_put_together(flat: str, whole: str) -> bool:
    """True for «цель — показатель: было, станет» each part of which the slides say."""
    parts = [each.strip(_AROUND) for each in re.split(r" [–—] |: ", flat)]
    return len(parts) > 1 and all(each and each in whole for each in parts)


def _flat(said: str) -> str:
    """The words alone: a phrase in quotes on a slide is the one with a full stop in the document."""
    return " ".join(said.split()).strip(_AROUND)
