"""Remarks as Word comments, each around the place that prints what it is about; at the title what prints nowhere.

The places are the bookmarks of ``marks``. The day of a comment is that of the document: same input, same bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from docx.oxml.parser import parse_xml

from conceptgen.document.blocks import Document
from conceptgen.document.look import Comment
from conceptgen.languages import say
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.marks import Print
from conceptgen.writers.docx.package import LONGEST_PROPERTY
from conceptgen.writers.docx.xml import W

TITLE = "document.title"
NEIGHBOURS = 8
"""How far around a print others of the same part are counted."""
_STYLES = {
    "CommentText": (
        f'<w:style {xml.NAMESPACES} w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="60"/><w:ind w:firstLine="0"/>'
        '<w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    ),
    "CommentReference": (
        f'<w:style {xml.NAMESPACES} w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    ),
}
NAMES = (".name", ".text", ".title")
NEAR = 2
"""An address of so few steps (``concept.goals``) is the widest that still tells a place."""
_STEPS = re.compile(r"[^.\[\]]+")
_LAST_STEP = re.compile(r"(\.[^.\[\]]+|\[[^\[\]]*\])$")


def add_comments(file: Any, build: Build, comments: Sequence[Comment]) -> None:
    """Put every comment at its place; without comments the file stays as it is."""
    if not comments:
        return
    _add_styles(file)
    _mark_every_page(file, build.document.draft)
    starts = {mark.get(f"{W}name"): mark for mark in file.element.body.iter(f"{W}bookmarkStart")}
    places = Places([each for each in build.marks.prints if each.bookmark in starts])
    author, initials = _author(build.document)
    for comment in comments:
        written = file.comments.add_comment(xml.legal("\n".join(comment.paragraphs)), author, initials)
        written._comment_elm.date = build.document.stamp.replace(tzinfo=UTC)
        found = places.of(comment.address) or places.of(TITLE)
        if found:
            _around(starts[found.bookmark], written.comment_id)
        else:
            _at_the_top(file.element.body, written.comment_id)


def _author(document: Document) -> tuple[str, str]:
    """Whose remarks they are, and the initials: the firm's that prepared the document, or simply the review's."""
    is_firm = document.author not in ("", document.organization)
    author = document.author if is_firm else say(document.language, "writing.reviewer")
    initials = "".join(word[0] for word in re.findall(r"\w+", author))[:3].upper()
    return xml.legal(author)[:LONGEST_PROPERTY], initials


class Places:
    """What is printed where, found by address: of a part, everything of it that is printed."""

    def __init__(self, prints: Sequence[Print]) -> None:
        self.prints = prints
        self.inside: defaultdict[str, list[int]] = defaultdict(list)
        for index, each in enumerate(prints):
            for part in _parts(each.address):
                self.inside[part].append(index)

    def of(self, address: str) -> Print | None:
        """What prints an address; else the name of the nearest part around it, or whatever of it is printed.

        None when nothing near is printed: the whole concept is not near.
        """
        part = next((each for each in _parts(address) if self.inside.get(each)), "")
        found = self.inside.get(part, [])
        exact = [n for n in found if self.prints[n].address == part]
        named = [n for n in found if self.prints[n].address.removeprefix(part) in NAMES]
        others = [n for n in found if self.prints[n].address.endswith(NAMES)]
        best = exact or named or others or found
        return self.prints[self._fullest(best, part)] if best else None

    def _fullest(self, found: list[int], part: str) -> int:
        """Of several prints the one among most others of its part: where the part is told in full."""
        inside = self.inside[part]

        def others(index: int) -> int:
            first = bisect_left(inside, index - NEIGHBOURS)
            last = bisect_right(inside, index + NEIGHBOURS)
            return len({self.prints[n].address for n in inside[first:last]})

        return max(found, key=lambda index: (others(index), -index))


def _parts(address: str) -> Iterator[str]:
    """An address and those of everything that holds it, the nearest first, as far as they tell a place."""
    while len(_STEPS.findall(address)) >= NEAR:
        yield address
        address = _LAST_STEP.sub("", address)


def _around(start: Any, id: int) -> None:
    """The range of a comment around a bookmark."""
    mark = start.get(f"{W}id")
    end = next(each for each in start.itersiblings(f"{W}bookmarkEnd") if each.get(f"{W}id") == mark)
    begins, *ends = _range(id)
    start.addprevious(begins)
    for each in reversed(ends):
        end.addnext(each)


def _at_the_top(body: Any, id: int) -> None:
    """The range of a comment around the first paragraph that says something."""
    paragraph = next(each for each in body.iter(f"{W}p") if each.find(f".//{W}t") is not None)
    begins, *ends = _range(id)
    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, begins)
    paragraph.extend(ends)


def _range(id: int) -> list[Any]:
    """Beginning, end, and the mark that holds the comment."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id}"/></w:r>'
    ends = f'<w:commentRangeStart w:id="{id}"/><w:commentRangeEnd w:id="{id}"/>'
    return list(parse_xml(f"<w:p {xml.NAMESPACES}>{ends}{mark}</w:p>"))


def _mark_every_page(file: Any, mark: str) -> None:
    """The header of the pages, and the mark in it, on the cover too; where there is none, the mark alone."""
    for own_first_page in list(file.element.body.iter(f"{W}titlePg")):
        own_first_page.getparent().remove(own_first_page)
    header = file.sections[0].header
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False
        header.paragraphs[0].text = mark


def _add_styles(file: Any) -> None:
    """The two styles Word gives comments, where the template has none."""
    styles = file.styles.element
    for id, style in _STYLES.items():
        if styles.find(f"{W}style[@{W}styleId='{id}']") is None:
            styles.append(parse_xml(style))
