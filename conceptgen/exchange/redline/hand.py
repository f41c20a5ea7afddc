"""Whose changes they are: the elements of tracked changes, each with author, date and a number of its own."""

from __future__ import annotations

from typing import Any, Final, Literal

from lxml import etree

from conceptgen.writers.docx.xml import W

Kind = Literal["ins", "del", "moveTo", "moveFrom"]
GONE: Final = ("del", "moveFrom")
_ROW: Final[dict[Kind, Kind]] = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}
"""A row is put in or taken out; that it moved is said by what is in it."""


class Hand:
    """Makes the marks of one comparison. Without a ``date`` they have none."""

    def __init__(self, author: str, date: str, first: int) -> None:
        self._author, self._date, self._next, self._moves = author, date, first, 0

    def mark(self, kind: Kind) -> Any:
        """An element that says what was done, by whom and when."""
        return self._signed(kind)

    def row_mark(self, kind: Kind) -> Any:
        """The same for a row of a table."""
        return self._signed(_ROW[kind])

    def new_move(self) -> str:
        """The name of one more move."""
        self._moves += 1
        return f"move{self._moves}"

    def range(self, kind: Kind, move: str) -> tuple[Any, Any]:
        """Where what moved begins and ends, at its old or at its new place."""
        start = self._signed(f"{kind}RangeStart")
        start.set(f"{W}name", move)
        end = etree.Element(f"{W}{kind}RangeEnd")
        end.set(f"{W}id", start.get(f"{W}id"))
        return start, end

    def both(self) -> tuple[Any, Any]:
        """Put in and taken out again: what stands there only while changes are shown."""
        return self.mark("ins"), self.mark("del")

    def _signed(self, name: str) -> Any:
        made = etree.Element(f"{W}{name}")
        made.set(f"{W}id", str(self._next))
        made.set(f"{W}author", self._author)
        if self._date:
            made.set(f"{W}date", self._date)
        self._next += 1
        return made
