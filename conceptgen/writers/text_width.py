"""How wide text is, well enough to wrap it: no font is opened, the widths are those of a wide sans face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

_EM = {
    0.30: " ',.IJijl\xa0",
    0.35: "-/:;f|",
    0.40: "!()[\\]rt",
    0.45: '"',
    0.50: "*?_`szгз„“",
    0.55: "FLckvxyвстухчьэ",
    0.60: "$0123456789EPSTYabdeghnopqu{}ГЕЗРТУабеклоряЁё«»",
    0.65: "ABKRVXZАБВХЧЬЯдийнпц–",
    0.70: "CUКСЭъ",
    0.75: "DGHNOQДИЙЛНОПЦмы",
    0.80: "#&+<=>^w~Ъю−",
    0.85: "MМФЫжф",
    0.90: "%шщ",
    0.95: "Wm—…",
    1.00: "№",
    1.05: "@ЖШЩЮ",
}
_WIDTHS = {char: em for em, chars in _EM.items() for char in chars}
_UNKNOWN = 0.7
_VOWELS = frozenset("аеёиоуыэюяaeiouy")
_TAIL = 3
_LETTERS = 3
"""What still tells a month."""


def width(text: str, size: float) -> float:
    """The width of one line of text in pixels."""
    return size * _ems(text)


@lru_cache(50_000)  # the words of a table are measured again for each way to divide its width
def _ems(text: str) -> float:
    return sum([_WIDTHS.get(char, _UNKNOWN) for char in text])


def short_alike(names: Sequence[str], rooms: Sequence[float], size: float) -> list[str]:
    """The names as they are; where one does not fit its room, words are cut to three letters, all alike."""
    if all(width(name, size) <= room for name, room in zip(names, rooms, strict=True)):
        return list(names)
    return [name[:_LETTERS] if name.rstrip(".").isalpha() else name for name in names]


def wrap(text: str, size: float, limit: float, *, tied: bool = False) -> tuple[str, ...]:
    """Break text into lines no wider than ``limit``; only a word too long for a line is itself broken.

    ``tied`` keeps together what no-break spaces tie, as programs do that break lines themselves.
    """
    lines: list[str] = []
    line = ""
    for word in (
        piece for whole in text.split(" " if tied else None) for piece in _pieces(whole, size, limit)
    ):
        joined = f"{line} {word}" if line else word
        if line and width(joined, size) > limit:
            lines.append(line)
            line = word
        else:
            line = joined
    return (*lines, line) if line else ("",)


def _pieces(word: str, size: float, limit: float) -> list[str]:
    pieces, start = [], 0
    last = max((place for place, sign in enumerate(word) if sign.lower() in _VOWELS), default=-1)
    while len(word) - start > 2 * _TAIL and not _fits(word, start, size, limit):
        cut = _cut(word, start, last, size, limit)
        pieces.append(word[start:cut] + "-")
        start = cut
    return [*pieces, word[start:]]


def _fits(word: str, start: int, size: float, limit: float) -> bool:
    """True if the rest of a word fits; no more of it is looked at than a line holds."""
    return all(size * sofar <= limit for sofar in _widths(word, start))


def _widths(word: str, start: int) -> Iterator[float]:
    """The width of one sign from the start on, of two, of three …, in ems."""
    return accumulate(_WIDTHS.get(word[place], _UNKNOWN) for place in range(start, len(word)))


def _cut(word: str, start: int, last: int, size: float, limit: float) -> int:
    """Where to break a word: as late as fits, after a vowel where one is, never leaving a stump.

    ``last`` is the place of its last vowel.
    """
    fitting = []
    for cut, sofar in enumerate(_widths(word, start), start + 1):
        if cut > len(word) - _TAIL or size * (sofar + _WIDTHS["-"]) > limit:
            break
        if cut >= start + _TAIL:
            fitting.append(cut)
    spoken = [
        n for n in fitting if word[n - 1].lower() in _VOWELS and last >= n and word[n].lower() not in "ьъй"
    ]
    return max(spoken or fitting or [start + _TAIL])
