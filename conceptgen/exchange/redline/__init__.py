"""Two editions of one document in Word → the new one with native tracked changes from the old."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from lxml import etree

from conceptgen.exchange.redline.blocks import Blocks
from conceptgen.exchange.redline.footnotes import Footnotes
from conceptgen.exchange.redline.hand import Hand
from conceptgen.exchange.redline.reading import Reading
from conceptgen.exchange.redline.strokes import Strokes
from conceptgen.writers.docx.archive import same_bytes
from conceptgen.writers.docx.xml import W

__all__ = ["redline"]
_BODY: Final = "word/document.xml"
_NOTES: Final = "word/footnotes.xml"
_LISTS: Final = "word/numbering.xml"


def redline(old: bytes, new: bytes, author: str, date: str = "") -> bytes:
    """The new edition with what changed from the old one: with all accepted it is the new, with all rejected the old.

    Both are files of our own writer. ``date`` is ISO, "" where it is not known; the same input gives the same bytes.
    What Word counts (numbers of captions, references, the contents) and what it cannot track (charts, page setup,
    heads of pages) is that of the new edition.
    """
    before, after = _parts(old), _parts(new)
    body, notes = etree.fromstring(after[_BODY]), _tree(after, _NOTES)
    old_body = etree.fromstring(before[_BODY])
    footnotes = Footnotes(_tree(before, _NOTES), notes, body)
    strokes = Strokes(Hand(author, f"{date}T00:00:00Z" if date else "", _first_number(body)), footnotes)
    Blocks(strokes, Reading(footnotes), footnotes).merge(old_body[0], body[0])
    footnotes.in_order()
    after[_BODY] = _bytes(body)
    _keep_lists(before, after, body)
    if notes is not None:
        after[_NOTES] = _bytes(notes)
    return _packed(after)


def _keep_lists(before: dict[str, bytes], after: dict[str, bytes], body: Any) -> None:
    """The numbering of lists that are gone: their items stand in the result, crossed out."""
    lists = etree.fromstring(after[_LISTS])
    known = lists.findall(f"{W}num")
    left = {each.get(f"{W}val") for each in body.iter(f"{W}numId")} - {
        each.get(f"{W}numId") for each in known
    }
    gone = [
        each for each in etree.fromstring(before[_LISTS]).iterfind(f"{W}num") if each.get(f"{W}numId") in left
    ]
    for each in reversed(gone):
        known[-1].addnext(each)
    if gone:
        after[_LISTS] = _bytes(lists)


def _parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return same_bytes(packed.getvalue())


def _tree(parts: dict[str, bytes], name: str) -> Any:
    return etree.fromstring(parts[name]) if name in parts else None


def _bytes(tree: Any) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _first_number(body: Any) -> int:
    """Beyond the numbers of bookmarks, with which those of changes are not to be mixed up."""
    return max((int(each.get(f"{W}id")) for each in body.iter(f"{W}bookmarkStart")), default=0) + 1
