"""The comments of a Word file, each with the values it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from conceptgen.exchange.word.text import Story
from conceptgen.exchange.word.value_map import ValueMap
from conceptgen.writers.docx.xml import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody noted at some words. ``bookmarks`` are the values there, or the one before."""

    author: str
    date: str
    text: str
    quote: str
    bookmarks: tuple[str, ...] = ()
    is_done: bool = False


def comments(roots: dict[str, Any], stories: Sequence[Story], known: ValueMap) -> Iterator[Comment]:
    """Every comment in the order of the file."""
    root = roots.get("word/comments.xml")
    done = set(_done(roots.get("word/commentsExtended.xml")))
    for each in root.iter(f"{W}comment") if root is not None else ():
        paragraphs = list(each.iter(f"{W}p"))
        text = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)
        quote, bookmarks = _place(each.get(f"{W}id") or "", stories, known)
        yield Comment(
            each.get(f"{W}author") or "",
            each.get(f"{W}date") or "",
            text.strip(),
            quote,
            bookmarks,
            bool(paragraphs) and paragraphs[-1].get(f"{_W14}paraId") in done,
        )


def _done(extended: Any) -> Iterator[str]:
    for each in extended if extended is not None else ():
        if each.get(f"{_W15}done") == "1":
            yield each.get(f"{_W15}paraId") or ""


def _place(id: str, stories: Sequence[Story], known: ValueMap) -> tuple[str, tuple[str, ...]]:
    """The words a comment stands at, and the values in them."""
    for story in stories:
        if spots := story.comments.get(id):
            start, end = min(spots), max(spots)
            marks = sorted((at, name) for name, at in story.bookmarks.items() if name in known.prints)
            inside = tuple(name for (a, b), name in marks if a < max(end, start + 1) and b > start)
            before = bisect_right(marks, ((start, len(story.signs)), ""))
            nearest = (marks[before - 1][1],) if before and not inside else ()
            return " ".join(story.text(start, end).split()), inside or nearest
    return "", ()
