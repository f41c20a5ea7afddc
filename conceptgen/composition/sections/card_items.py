"""What may stand on a card, and whether a page holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from conceptgen.document.inline import Inlines, plain

LINES, LETTERS = 48.0, 84
"""What a page of large type holds under its heading, in Word as in PDF: so many lines of so many letters."""
CLOSE_LINES, CLOSE_LETTERS = 60.0, 112
"""The same of a page set close."""
_HEAD = 2.3
"""Lines that the name of a list takes."""
_AIR = 0.3
"""Lines of air under an item."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a list; ``since`` is the day from which it holds where that is later than the first."""

    key: str
    said: Inlines
    since: date | None = None


def by_day(items: Iterable[Item], key: str) -> list[Inlines]:
    """A list: what holds from the first day, then what comes later, by date."""
    of_list = [each for each in items if each.key == key]
    return [each.said for each in sorted(of_list, key=lambda each: each.since or date.min)]


def fits(items: Sequence[Item], fixed: Iterable[Inlines], *, close: bool = False) -> bool:
    """True if a page, of large type or set close, has room for the lists and for the lines that every card has."""
    lines, letters = (CLOSE_LINES, CLOSE_LETTERS) if close else (LINES, LETTERS)
    texts = [*(each.said for each in items), *fixed]
    used = sum(ceil(len(plain(said)) / letters) + _AIR for said in texts if said)
    return used + _HEAD * len({each.key for each in items}) <= lines
