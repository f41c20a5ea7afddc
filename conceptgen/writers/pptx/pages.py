"""From a document to slides: one exhibit each, under a title of its own, with what the speaker should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from conceptgen.document.blocks import Block, Chart, Contents, Document, Heading, Listing, Paragraph, Part
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.languages import say


@dataclass(frozen=True, slots=True)
class Page:
    """One slide to be: its section, its title, what it shows, what its notes say beside."""

    key: str
    title: Inlines
    shown: tuple[Block, ...] = ()
    notes: tuple[Inlines, ...] = ()


def pages(document: Document) -> Iterator[Page]:
    """The slides of a document: those composed for it; of one that has none, a slide for each block."""
    for part in document.slides or document.parts:
        yield from _of_part(part, document)


def _of_part(part: Part, document: Document) -> Iterator[Page]:
    """A slide for each run of paragraphs and each other block; the notes stand with the first."""
    title = line(document.running)
    noted = [b for b in part.blocks if isinstance(b, Contents) or (document.slides and _is_note(b))]
    notes = tuple(_noted(b) for b in noted)
    made: list[Page] = []
    for is_said, run in groupby(
        (b for b in part.blocks if b not in noted), lambda b: isinstance(b, Paragraph)
    ):
        shown = tuple(run)
        for each in (shown,) if is_said else ((block,) for block in shown):
            if isinstance(only := each[0], Heading):
                title = line(f"{only.number} " if only.number else "", only.content)
            elif document.slides and made and _are_beside(made[-1].shown, each):
                made[-1] = replace(made[-1], shown=(*made[-1].shown, *each))
            else:
                made.append(Page(part.key, title, each))
    made = made or [Page(part.key, title)]
    yield replace(made[0], notes=notes)
    yield from made[1:]


def _are_beside(shown: tuple[Block, ...], then: tuple[Block, ...]) -> bool:
    """True if a list belongs beside the chart before it."""
    return len(shown) == 1 and isinstance(shown[0], Chart) and isinstance(then[0], Listing)


def _noted(block: Block) -> Inlines:
    return (
        block.title if isinstance(block, Contents) else block.content if isinstance(block, Paragraph) else ()
    )


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "note"


def told_apart(made: Iterable[Page], language: str) -> list[Page]:
    """The slides with titles of their own: of those alike each says which it is."""
    found = list(made)
    alike = Counter(plain(each.title) for each in found)
    seen: Counter[str] = Counter()
    named = []
    for each in found:
        name = plain(each.title)
        seen[name] += 1
        if alike[name] == 1:
            named.append(each)
            continue
        told = say(language, "documents.slides.part", title="\n", number=seen[name], count=alike[name])
        before, _, after = told.partition("\n")
        named.append(replace(each, title=line(before, each.title, after)))
    return named
