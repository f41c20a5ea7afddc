"""How wide text is, well enough to wrap it: no font is opened, the widths are those of a wide sans face."""

from __future__ import annotations

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


def width(text: str, size: float) -> float:
    """The width of one line of text in pixels."""
    return size * sum(_WIDTHS.get(char, _UNKNOWN) for char in text)


def wrap(text: str, size: float, limit: float) -> tuple[str, ...]:
    """Break text into lines no wider than ``limit``; only a word too long for a line is itself broken."""
    lines: list[str] = []
    line = ""
    for word in (piece for whole in text.split() for piece in _pieces(whole, size, limit)):
        joined = f"{line} {word}" if line else word
        if line and width(joined, size) > limit:
            lines.append(line)
            line = word
        else:
            line = joined
    return (*lines, line) if line else ("",)


def _pieces(word: str, size: float, limit: float) -> list[str]:
    pieces = []
    while width(word, size) > limit and len(word) > 2 * _TAIL:
        cut = _cut(word, size, limit)
        pieces.append(word[:cut] + "-")
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, size: float, limit: float) -> int:
    """Where to break a word: as late as fits, after a vowel where one is, never leaving a stump."""
    fitting = [n for n in range(_TAIL, len(word) - _TAIL + 1) if width(word[:n] + "-", size) <= limit]
    spoken = [n for n in fitting if word[n - 1].lower() in _VOWELS and _syllable(word[n:].lower())]
    return max(spoken or fitting or [_TAIL])


def _syllable(rest: str) -> bool:
    return rest[0] not in "ьъй" and not _VOWELS.isdisjoint(rest)
