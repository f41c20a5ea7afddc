"""The values of an edited paragraph: by their bookmarks, or, where those are lost, by the fixed words around them."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgen.exchange.word.lines import Line, normal

Pieces = Sequence[tuple[str, str]]


def values_in(theirs: Line, ours: Line) -> tuple[dict[str, str], bool] | None:
    """What each value of our paragraph says in theirs, and whether fixed words are ours; None where nobody can tell."""
    mine, other = ours.pieces(), theirs.pieces()
    if _names(mine) == _names(other) and _fixed(mine) == _fixed(other):
        return {name: text for name, text in other if name}, True
    split = by_fixed_words(mine, theirs.text)
    if split is not None:
        return split, True
    known = set(_names(mine))
    kept = {name: text for name, text in other if name in known}
    return (kept, False) if kept and len(kept) == len(known) else None


def _names(pieces: Pieces) -> list[str]:
    return [name for name, _ in pieces if name]


def _fixed(pieces: Pieces) -> list[str]:
    return [said for name, text in pieces if not name and (said := normal(text))]


def by_fixed_words(pieces: Pieces, text: str) -> dict[str, str] | None:
    """Split a text by the fixed words between values; None unless they are all there, in one way only."""
    names, words = _names(pieces), _between(pieces)
    if words is None or not names:
        return None
    first, *inner, last = words
    if not (text.startswith(first) and text.endswith(last)) or len(text) < len(first) + len(last):
        return None
    middle = text[len(first) : len(text) - len(last)]
    found, reverse = _from_left(middle, inner), _from_right(middle, inner)
    if found is None or found != reverse:
        return None
    return dict(zip(names, (each.strip() for each in found), strict=True))


def _between(pieces: Pieces) -> list[str] | None:
    """The fixed words before, between and after the values; None where two values touch."""
    words = [""]
    for n, (name, text) in enumerate(pieces):
        if name:
            if n and pieces[n - 1][0]:
                return None
            words.append("")
        else:
            words[-1] = " ".join(text.split()) if text.strip() else " "
    return [words[0].strip(), *words[1:-1], words[-1].strip()]


def _from_left(text: str, words: Sequence[str]) -> list[str] | None:
    found = []
    for each in words:
        before, sign, text = text.partition(each)
        if not sign:
            return None
        found.append(before)
    return [*found, text]


def _from_right(text: str, words: Sequence[str]) -> list[str] | None:
    found = []
    for each in reversed(words):
        text, sign, after = text.rpartition(each)
        if not sign:
            return None
        found.append(after)
    return [text, *reversed(found)]
