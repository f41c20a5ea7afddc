"""The footnotes of both editions: those of words that are gone stay, crossed out, under numbers of their own."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from conceptgen.exchange.redline.tokens import MARKS, text_of
from conceptgen.writers.docx.xml import W


class Footnotes:
    """``new`` is the part of the new edition, the one that is written, None where it has none; ``body`` its text."""

    def __init__(self, old: Any, new: Any, body: Any) -> None:
        self._old, self._root, self._body = _by_id(old), new, body
        self._new = _by_id(new)
        self._next = max((int(each) for each in self._new), default=0) + 1

    def said(self, paragraph: Any, id: str) -> str:
        """The text of the footnote that a mark in a paragraph leads to."""
        is_new = paragraph.getroottree().getroot() is self._body
        note = (self._new if is_new else self._old).get(id)
        return "" if note is None else "".join(map(text_of, note.iter(f"{W}p")))

    def pair(self, old: str, new: str) -> tuple[Any, Any] | None:
        """The paragraphs of a footnote in both editions, where they say different things."""
        one, other = self._old.get(old), self._new.get(new)
        if one is None or other is None:
            return None
        lines = one.find(f"{W}p"), other.find(f"{W}p")
        return lines if text_of(lines[0]) != text_of(lines[1]) else None

    def new(self, id: str) -> Any:
        """The paragraph of a footnote of the new edition, None where there is none."""
        note = self._new.get(id)
        return note.find(f"{W}p") if note is not None else None

    def keep(self, id: str) -> tuple[str, Any] | None:
        """Take a footnote of the old edition along: its new number and its paragraph, still to be crossed out."""
        note = self._old.get(id)
        if note is None or self._root is None:
            return None
        copy = deepcopy(note)
        for mark in [*copy.iter(*MARKS)]:
            mark.getparent().remove(mark)
        copy.set(f"{W}id", str(self._next))
        self._next += 1
        self._root.append(copy)
        return copy.get(f"{W}id"), copy.find(f"{W}p")

    def in_order(self) -> None:
        """Number those that are called in the order of the text."""
        called = list(self._body.iter(f"{W}footnoteReference"))
        kept = {} if self._root is None else {each.get(f"{W}id"): each for each in self._root}
        ids = sorted((each.get(f"{W}id") for each in called), key=int)
        notes = [kept[each.get(f"{W}id")] for each in called]
        for id, mark, note in zip(ids, called, notes, strict=True):
            mark.set(f"{W}id", id)
            note.set(f"{W}id", id)
        if self._root is not None:
            self._root.extend(notes)


def _by_id(root: Any) -> dict[str, Any]:
    return {} if root is None else {each.get(f"{W}id"): each for each in root.iter(f"{W}footnote")}
