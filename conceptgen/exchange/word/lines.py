"""The paragraphs of a Word file in order, each with the values that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from conceptgen.exchange.word.file import WordFile
from conceptgen.exchange.word.text import Paragraph, Revision, Story
from conceptgen.writers.docx.marks import fingerprint

Row = tuple[str, int, int]
"""The part, the table, the row."""


def normal(text: str) -> str:
    """A text with its spaces as one each: what kinds of spaces there are tells nothing."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Line:
    """A paragraph: ``marks`` are the bookmarks of the map in it, in their order; ``text`` is what it says now."""

    story: Story
    paragraph: Paragraph
    marks: tuple[str, ...]
    text: str

    @property
    def row(self) -> Row | None:
        """The row of a table it stands in."""
        spot = self.paragraph.spot
        return (self.story.name, spot.table, spot.row) if spot else None

    @property
    def cell(self) -> int:
        """The number of its cell in the row."""
        return self.paragraph.spot.cell if self.paragraph.spot else 0

    @property
    def is_heading(self) -> bool:
        """True if it is a heading."""
        return self.paragraph.style.startswith(("Heading", "AnnexHeading"))

    @property
    def print(self) -> str:
        """Its fingerprint."""
        return fingerprint(self.text)

    def who(self) -> Revision | None:
        """The first tracked change in it, or that of its row."""
        return self.story.who(self.paragraph.start, self.paragraph.end) or self.paragraph.row

    def pieces(self) -> list[tuple[str, str]]:
        """Its text in stretches: (bookmark or "", what stands there); a value that goes on beyond is cut."""
        found, at, end = [], self.paragraph.start, self.paragraph.end
        for name in self.marks:
            begin, stop = self.story.bookmarks[name]
            if begin > at:
                found.append(("", self.story.text(at, begin)))
            found.append((name, self.story.text(max(at, begin), min(stop, end))))
            at = max(at, min(stop, end))
        found.append(("", self.story.text(at, end)))
        return [(name, text) for name, text in found if name or text]


def lines(file: WordFile) -> list[Line]:
    """Every paragraph of a file."""
    return [line for story in file.stories for line in _lines(story, file)]


def _lines(story: Story, file: WordFile) -> list[Line]:
    starts = [each.start for each in story.paragraphs]
    marks: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for name, (start, end) in story.bookmarks.items():
        if name in file.map.prints and starts:
            marks[max(0, bisect_right(starts, start) - 1)].append((start, end, name))
    return [
        Line(
            story,
            each,
            tuple(name for _, _, name in sorted(marks[n])),
            normal(story.text(each.start, each.end)),
        )
        for n, each in enumerate(story.paragraphs)
    ]
