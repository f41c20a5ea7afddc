"""The running text of a part of a Word file, sign by sign, with what was inserted and deleted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from conceptgen.writers.docx.xml import W

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
                 f"{W}softHyphen": "\u00ad", f"{W}sym": "\ufffd"}  # fmt: skip
_REVISIONS: Final = {f"{W}ins": "ins", f"{W}moveTo": "ins", f"{W}del": "del", f"{W}moveFrom": "del"}
_SILENT: Final = frozenset(
    f"{W}{name}" for name in ("instrText", "delInstrText", "rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tcPr")
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: what was done, by whom, when (as Word writes it)."""

    kind: Literal["ins", "del"]
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: the number of its table in the part, of its row, of its own."""

    table: int
    row: int
    cell: int


@dataclass(slots=True)
class Paragraph:
    """A stretch of the text of a part. ``spot`` is its cell; ``row`` the tracked change of its row."""

    start: int
    end: int
    spot: Spot | None = None
    style: str = ""
    is_list: bool = False
    row: Revision | None = None


@dataclass(slots=True)
class Story:
    """The text of one part. ``revisions`` runs parallel to ``signs``; bookmarks and comments are stretches of it."""

    name: str
    signs: list[str] = field(default_factory=list)
    revisions: list[Revision | None] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, int]] = field(default_factory=dict)
    comments: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def text(self, start: int, end: int) -> str:
        """What stands there now that every tracked change is accepted."""
        stretch = zip(self.signs[start:end], self.revisions[start:end], strict=True)
        return "".join(sign for sign, revision in stretch if revision is None or revision.kind != "del")

    def who(self, start: int, end: int) -> Revision | None:
        """The first tracked change there."""
        return next((each for each in self.revisions[start:end] if each), None)


def story(name: str, root: Any) -> Story:
    """Read one part."""
    reader = _Reader(Story(name))
    reader.walk(root, _Place())
    return reader.story


@dataclass(frozen=True, slots=True)
class _Place:
    spot: Spot | None = None
    row: Revision | None = None
    revision: Revision | None = None


class _Reader:
    def __init__(self, story: Story) -> None:
        self.story = story
        self._tables = 0
        self._fields = 0
        self._open: dict[str, tuple[str, int]] = {}

    def walk(self, element: Any, place: _Place) -> None:
        """Whatever stands in an element, in reading order."""
        tag = element.tag
        if tag == f"{W}p":
            self._paragraph(element, place)
        elif tag == f"{W}tbl":
            self._table(element, place)
        elif tag in _REVISIONS:
            self._children(element, _Place(place.spot, place.row, self._revision(element, place)))
        elif tag in (f"{W}t", f"{W}delText"):
            self._put(element.text or "", place)
        elif tag in _SIGNS and element.getparent().tag == f"{W}r":
            self._put(_SIGNS[tag], place)
        elif tag == f"{MC}AlternateContent":
            self._children(next(iter(element), ()), place)
        elif isinstance(tag, str) and tag not in _SILENT and not self._is_mark(element, tag):
            self._children(element, place)

    def _children(self, element: Any, place: _Place) -> None:
        for child in element:
            self.walk(child, place)

    def _put(self, text: str, place: _Place) -> None:
        """Signs of the text; what a field shows is the program's, not the author's."""
        if not self._fields:
            self.story.signs += text
            self.story.revisions += [place.revision or place.row] * len(text)

    def _revision(self, element: Any, place: _Place) -> Revision:
        if place.revision and place.revision.kind == "del":
            return place.revision
        kind: Any = _REVISIONS[element.tag]
        return Revision(kind, element.get(f"{W}author") or "", element.get(f"{W}date") or "")

    def _paragraph(self, element: Any, place: _Place) -> None:
        at = len(self.story.signs)
        made = Paragraph(at, at, place.spot, row=place.row)
        self.story.paragraphs.append(made)
        properties = element.find(f"{W}pPr")
        if properties is not None:
            style = properties.find(f"{W}pStyle")
            made.style = style.get(f"{W}val") or "" if style is not None else ""
            made.is_list = properties.find(f"{W}numPr") is not None or "List" in made.style
        self._children(element, place)
        made.end = len(self.story.signs)
        self.story.signs.append("\n")
        self.story.revisions.append(None)

    def _table(self, element: Any, place: _Place) -> None:
        self._tables += 1
        table = self._tables
        for row, line in enumerate(_own(element, f"{W}tr", f"{W}tbl")):
            revision = self._row(line) or place.row
            for cell, box in enumerate(_own(line, f"{W}tc", f"{W}tr")):
                for child in box:
                    self.walk(child, _Place(Spot(table, row, cell), revision))
            for mark in line.iterchildren(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                self._is_mark(mark, mark.tag)

    def _row(self, line: Any) -> Revision | None:
        for mark in line.iterchildren(f"{W}trPr"):
            for kind in mark.iterchildren(f"{W}ins", f"{W}del"):
                return self._revision(kind, _Place())
        return None

    def _is_mark(self, element: Any, tag: str) -> bool:
        """Notes the beginnings and ends of bookmarks, comments and fields."""
        at, id = len(self.story.signs), element.get(f"{W}id") or ""
        if tag == f"{W}bookmarkStart":
            self._open[id] = element.get(f"{W}name") or "", at
        elif tag == f"{W}bookmarkEnd":
            if (begun := self._open.pop(id, None)) is not None:
                self.story.bookmarks.setdefault(begun[0], (begun[1], at))
        elif tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"):
            self.story.comments[id].append(at)
        elif tag == f"{W}fldChar":
            self._fields += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType") or "", 0)
            self._fields = max(0, self._fields)
        else:
            return tag == f"{W}fldSimple"
        return True


def _own(element: Any, tag: str, holder: str) -> list[Any]:
    """The rows of a table or cells of a row, through content controls and the like, but not those of inner tables."""
    return [each for each in element.iter(tag) if next(each.iterancestors(holder)) is element]
