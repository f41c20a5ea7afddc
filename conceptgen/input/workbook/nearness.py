"""Names near a mistyped one, and lists of names cut between two of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from conceptgen.input.workbook.names import normal

_NEAR = 0.7
_OFFERED = 2
_LETTERS = 300


def near_names(text: str, names: Iterable[str]) -> list[str]:
    """The likeliest of the names for a mistyped or shortened one, the nearest first."""
    said = normal(text)
    rated = [(_likeness(said, normal(name)), name) for name in dict.fromkeys(names) if name]
    close = sorted((each for each in rated if each[0] >= _NEAR), key=lambda each: -each[0])
    return [name for _, name in close[:_OFFERED]]


def _likeness(said: str, name: str) -> float:
    """How alike two names are; words cut short («ст. администратор») are like the whole ones."""
    ours, theirs = said.split(), name.split()
    if len(ours) == len(theirs) and all(
        _is_short(one, other) for one, other in zip(ours, theirs, strict=True)
    ):
        return 1.0
    if theirs and (set(theirs) <= set(ours) or (ours and set(ours) <= set(theirs))):
        return max(_NEAR, SequenceMatcher(None, said, name).ratio())
    return SequenceMatcher(None, said, name).ratio()


def _is_short(one: str, whole: str) -> bool:
    return one == whole or (one.endswith(".") and len(one) > 1 and whole.startswith(one[:-1]))


def listed(names: Iterable[str], near: str = "") -> str:
    """As many names as a message can bear, whole ones; those like ``near`` first."""
    every = list(dict.fromkeys(each for each in names if each))
    if near:
        every.sort(key=lambda name: -_likeness(normal(near), normal(name)))
    shown: list[str] = []
    for name in every:
        if shown and len(", ".join([*shown, name])) > _LETTERS:
            return f"{', '.join(shown)}…"
        shown.append(name)
    return ", ".join(shown)
