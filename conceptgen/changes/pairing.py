"""Which entry of one list is which of another: by id, by content, by name, by what it is about, by likeness."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from conceptgen.changes.plain import plain
from conceptgen.model.base import Model
from conceptgen.model.naming import NAMING, own_name

_NAMES = (*NAMING, "position", "person", "act", "body", "version")
"""The fields that name an item, or tell an approval or a version from others."""
_ABOUT = (
    "criterion",
    "finding",
    "problem_zone",
    "round",
    "assessor",
    "due",
    "date",
    "segments",
    "when",
    "period",
)
"""The fields that tell what a nameless item is about: a score of a round, a target of a date."""
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of the old list and its like in the new one, by index."""

    old: int
    new: int
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two lists paired: what stands in both, in the old order; what is only in the old one, only in the new one."""

    kept: tuple[Pair, ...]
    gone: tuple[int, ...]
    come: tuple[int, ...]


def name_of(part: Any) -> str:
    """What an item is called, "" for a nameless one."""
    return part if isinstance(part, str) else own_name(part, _NAMES)


def normal(text: str) -> str:
    """A name without what does not tell one from another: case, spaces, quotes, dashes, ё."""
    text = text.casefold().replace("ё", "е")
    return " ".join(re.sub(r"[«»„“”\"'‘’]", "", re.sub(r"[–—−‑-]", "-", text)).split())


def pairs(old: Sequence[Any], new: Sequence[Any], is_taken: Callable[[Any], bool]) -> Pairing:
    """Pair two lists. ``is_taken``: the item belongs with one elsewhere in the input (it was moved)."""
    left = [n for n, each in enumerate(old) if not is_taken(each)]
    right = [n for n, each in enumerate(new) if not is_taken(each)]
    found: dict[int, Pair] = {}

    def take(key: Callable[[Any], Hashable | None], *, repeated: bool = False) -> None:
        for one, other in _equal(old, new, left, right, key, repeated=repeated):
            found[one] = Pair(one, other)
            left.remove(one)
            right.remove(other)

    take(_id)
    take(lambda each: _frozen(plain(each)), repeated=True)
    take(lambda each: normal(name_of(each)) or None)
    take(_subject)
    if len(left) == len(right) == 1:
        take(lambda each: "" if name_of(each) else type(each).__name__)
    for one, other in _alike(old, new, left, right):
        found[one] = Pair(one, other, is_guess=True)
        left.remove(one)
        right.remove(other)
    there = {pair.new for pair in found.values()}
    return Pairing(
        tuple(found[one] for one in sorted(found)),
        tuple(n for n in range(len(old)) if n not in found),
        tuple(n for n in range(len(new)) if n not in there),
    )


def _id(part: Any) -> Hashable | None:
    return part if isinstance(part, str) else getattr(part, "id", None)


def _frozen(data: Any) -> Hashable:
    if isinstance(data, dict):
        return tuple((key, _frozen(each)) for key, each in data.items() if key != "id")
    return tuple(map(_frozen, data)) if isinstance(data, list) else data


def _subject(part: Any) -> Hashable | None:
    if not isinstance(part, Model):
        return None
    about = tuple(
        (field, _frozen(plain(getattr(part, field)))) for field in _ABOUT if getattr(part, field, None)
    )
    return about or None


def _equal(
    old: Sequence[Any],
    new: Sequence[Any],
    left: list[int],
    right: list[int],
    key: Callable[[Any], Hashable | None],
    *,
    repeated: bool,
) -> list[tuple[int, int]]:
    """Pairs of equal keys; a key that repeats tells nothing unless ``repeated`` ones go in their order."""
    there: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in right:
        if of := key(new[index]):
            there[of].append(index)
    counts = Counter(key(old[index]) for index in left)
    found = []
    for index in left:
        of = key(old[index])
        if of and there[of] and (repeated or counts[of] == len(there[of]) == 1):
            found.append((index, there[of].pop(0)))
    return found


def _alike(
    old: Sequence[Any], new: Sequence[Any], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    """The likest names first; an item whose id is kept elsewhere was paired before."""
    marks = [
        (ratio, one, other)
        for one in left
        for other in right
        if (ratio := _likeness(old[one], new[other])) >= _ALIKE
    ]
    found: list[tuple[int, int]] = []
    for _, one, other in sorted(marks, key=lambda mark: (-mark[0], mark[1], mark[2])):
        if all(one != pair[0] and other != pair[1] for pair in found):
            found.append((one, other))
    if len(old) == len(new):  # nothing came or went: what stands in the same place was rewritten
        taken = {index for pair in found for index in pair}
        found += [(n, n) for n in left if n in right and n not in taken and _is_part(old[n], new[n])]
    return found


def _likeness(one: Any, other: Any) -> float:
    if isinstance(one, str) or type(one) is not type(other):
        return 0.0
    first, second = normal(name_of(one)).split(), normal(name_of(other)).split()
    names = SequenceMatcher(None, first, second, autojunk=False).ratio() if first and second else 0.0
    return max(names, _share_of_equal_fields(one, other))


def _share_of_equal_fields(one: Any, other: Any) -> float:
    """How much of two items is the same, but for their names; too little to go by counts as nothing."""
    first, second = plain(one), plain(other)
    if not isinstance(first, dict) or not isinstance(second, dict):
        return 0.0
    fields = {*first, *second} - {"id"}
    same = sum(first.get(field) == second.get(field) for field in fields)
    return same / len(fields) if len(fields) > 2 else 0.0


def _is_part(one: Any, other: Any) -> bool:
    return isinstance(one, Model) and type(one) is type(other)
