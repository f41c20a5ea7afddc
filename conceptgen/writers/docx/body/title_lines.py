"""Where the lines of a title break: Word parts «2026–2027» after its dash and short words in quotes at their space.

A title that would break so is set a little narrower; its text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from conceptgen.writers.text_width import width

_PIECES: Final = re.compile(r"[^ –-]*[ –-]|[^ –-]+")
"""What Word keeps on a line: up to a space or a dash."""
_WHOLE: Final = re.compile(r"\d[–-]\d|[«“„][^»”“]{1,24}[»”“]")
"""What should stay on one line."""
_LETTERS: Final = 0.85
"""How wide letters of the title are to those that are measured."""
_STEP, _MOST = 120, 3600
"""By how much a title is narrowed at a time, and at most, in twips."""
_DOUBT: Final = (0.96, 1.0, 1.04)
"""Letters are measured roughly: a width that is good is good for these, too."""


def narrowed(text: str, size: float, room: int) -> int:
    """By how many twips a title of so many points is to be narrower, on a line of so much room; 0 for none."""
    points = room / 20
    if all(_is_whole(text, size, points * doubt) for doubt in _DOUBT):
        return 0
    fitting = (
        less
        for less in range(_STEP, _MOST, _STEP)
        if all(_is_whole(text, size, (points - less / 20) * doubt) for doubt in _DOUBT)
    )
    return next(fitting, 0)


def _is_whole(text: str, size: float, room: float) -> bool:
    ends = set(_ends(text, size, room))
    return not any(found.start() < end < found.end() for found in _WHOLE.finditer(text) for end in ends)


def _ends(text: str, size: float, room: float) -> Iterator[int]:
    """After which sign each line but the last ends."""
    start = place = 0
    for piece in _PIECES.findall(text):
        if place > start and _LETTERS * width(text[start:place] + piece.rstrip(" "), size) > room:
            yield place
            start = place
        place += len(piece)
