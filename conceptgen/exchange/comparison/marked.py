"""A text of the old edition beside that of the new: the words that went and the words that came are marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from conceptgen.document.inline import Inlines, Style, Text

_PIECES: Final = re.compile(r"\s+|\d+(?:[.,:/-]\d+)*|\w+|[^\w\s]")
_ALIKE: Final = 0.4
"""Texts that share less are marked as a whole."""
_SHORT: Final = 30
"""So are dates, figures and names."""
_KEPT, _AROUND = 24, 8
"""A longer stretch of pieces that both have is cut to so many at its ends."""


def marked(old: str, new: str) -> tuple[Inlines, Inlines]:
    """Both texts; where one is missing the other is marked as a whole."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if max(len(old), len(new)) <= _SHORT or matcher.ratio() < _ALIKE:
        return _whole(old, "deleted"), _whole(new, "inserted")
    codes = matcher.get_opcodes()
    one: list[Text] = []
    other: list[Text] = []
    for n, (tag, i, i_end, j, j_end) in enumerate(codes):
        if tag == "equal":
            said = _shortened(before[i:i_end], is_first=n == 0, is_last=n == len(codes) - 1)
            one.append(Text(said))
            other.append(Text(said))
        else:
            one += _whole("".join(before[i:i_end]), "deleted")
            other += _whole("".join(after[j:j_end]), "inserted")
    return tuple(one), tuple(other)


def _whole(text: str, style: Style) -> tuple[Text, ...]:
    return (Text(text, style),) if text else ()


def _shortened(pieces: Sequence[str], *, is_first: bool, is_last: bool) -> str:
    """A stretch that did not change: of a long one what stands next to the changes."""
    if len(pieces) <= _KEPT:
        return "".join(pieces)
    head = "" if is_first else "".join(pieces[:_AROUND])
    tail = "" if is_last else "".join(pieces[-_AROUND:])
    return f"{head} … {tail}".strip(" ") if is_first or is_last else f"{head} … {tail}"
