"""Which words of a paragraph were taken out and put in."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from conceptgen.exchange.redline.tokens import Token

_ALIKE: Final = 0.3
"""Paragraphs that share less are shown as a whole, old and new: scattered words would only confuse."""


class Stretch(NamedTuple):
    """A stretch of the old words and one of the new ones, the same or not."""

    is_same: bool
    old: slice
    new: slice


def stretches(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """The words of two paragraphs side by side; marks are none of them."""
    matcher = SequenceMatcher(None, [each.key for each in old], [each.key for each in new], autojunk=False)
    found: list[Stretch] = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        is_island = tag == "equal" and all(each.key.isspace() for each in old[i:i_end])
        is_same = tag == "equal" and not (is_island and found and not found[-1].is_same and i_end < len(old))
        if found and not is_same and not found[-1].is_same:
            last = found.pop()
            found.append(Stretch(False, slice(last.old.start, i_end), slice(last.new.start, j_end)))
        else:
            found.append(Stretch(is_same, slice(i, i_end), slice(j, j_end)))
    said = sum(_length(old[each.old]) for each in found if each.is_same)
    whole = max(_length(old), _length(new), 1)
    # A lone change at the edge of a short text is no confusion: the rule is for texts that were written anew.
    if said < _ALIKE * whole and len(found) > 2 and not any(each.elements for each in (*old, *new)):
        return [Stretch(False, slice(0, len(old)), slice(0, len(new)))]
    return found


def _length(words: Sequence[Token]) -> int:
    return sum(len(each.key) for each in words if each.key.isalnum())
