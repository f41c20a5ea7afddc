"""What may stand on a card, and what of it fits a page: the weightiest first, an item of each list at least."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import ceil

from conceptgen.document.inline import Inlines, plain


@dataclass(frozen=True, slots=True)
class Room:
    """What a page holds under its heading, in Word as in PDF: so many lines of so many letters."""

    lines: float
    letters: int


LARGE, CLOSE = Room(48.0, 84), Room(68.0, 98)
"""Of large type, and of type set close."""
_HEAD = 2.3
"""Lines that the name of a list takes."""
_AIR = 0.3
"""Lines of air under an item."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a list; ``name`` is what it is called where it is left out, ``rank`` says how soon it may go.

    Of a list at least one item stays, unless it ``may_go``.
    """

    key: str
    said: Inlines
    name: Inlines = ()
    rank: int = 0
    may_go: bool = False


def height(said: Inlines, room: Room) -> float:
    """Lines of a text and the air under it."""
    return ceil(len(plain(said)) / room.letters) + _AIR if said else 0.0


def fitting(items: Sequence[Item], room: Room, told: Callable[[str, list[Item]], Inlines]) -> list[Item]:
    """Those that fit the room together with the words of what each list leaves out (``told``), in their order."""
    by_rank = sorted(items, key=lambda each: each.rank)
    kept = {
        id(each): each for each in {each.key: each for each in reversed(by_rank)}.values() if not each.may_go
    }
    for each in by_rank:
        more = {**kept, id(each): each}
        if _lines(items, more, room, told) <= room.lines:
            kept = more
    return [each for each in items if id(each) in kept]


def _lines(
    items: Sequence[Item], kept: Collection[int], room: Room, told: Callable[[str, list[Item]], Inlines]
) -> float:
    """How many lines the lists take."""
    used = 0.0
    for key in {each.key: None for each in items}:
        shown = [height(each.said, room) for each in items if each.key == key and id(each) in kept]
        left = [each for each in items if each.key == key and id(each) not in kept]
        used += sum(shown) + (_HEAD if shown else 0.0) + (height(told(key, left), room) if left else 0.0)
    return used
