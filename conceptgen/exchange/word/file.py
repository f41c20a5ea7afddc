"""A Word file as a whole: its parts read once."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgen.exchange.word.comments import Comment, comments
from conceptgen.exchange.word.package import Roots, unpacked
from conceptgen.exchange.word.text import Story, story
from conceptgen.exchange.word.value_map import ValueMap, value_map

_STORIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True)
class WordFile:
    """The text of a Word file, its map, its comments, and what its properties call it."""

    stories: tuple[Story, ...]
    map: ValueMap
    comments: tuple[Comment, ...]
    subject: str = ""
    category: str = ""

    def values(self) -> dict[str, str]:
        """What stands in each bookmark of the map now."""
        return {
            name: each.text(start, end)
            for each in self.stories
            for name, (start, end) in each.bookmarks.items()
            if name in self.map.prints
        }


def read_word(data: bytes, name: str, language: str) -> WordFile:
    """Read a Word file; ``language`` is that of messages. Raises RequestError with one sentence."""
    roots = unpacked(data, name, language)
    stories = tuple(story(part, roots[part]) for part in _STORIES if part in roots)
    known = value_map(roots)
    return WordFile(
        stories,
        known,
        tuple(comments(roots, stories, known)),
        *(_property(roots, name) for name in ("subject", "category")),
    )


def _property(roots: Roots, name: str) -> str:
    core = roots.get("docProps/core.xml")
    found = next((each for each in core.iter(f"{{*}}{name}")), None) if core is not None else None
    return (found.text or "") if found is not None else ""
