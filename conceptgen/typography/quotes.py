"""Quotation marks: the outer ones of the language around its inner ones («ёлочки» around „лапки“)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from conceptgen.typography.habits import habits

_OPENS_AFTER = frozenset(' \u00a0\t\n([{«„“‘"—–-/…\ufffc')
_CLOSES_BEFORE = frozenset(' \u00a0\t\n)]}»“”’".,;:!?…—–-/\ufffc')
_FITTING = {'"': '"', "«": "»", "„": "“”", "“": "”"}
_SINGLE = re.compile(r"(?<![^\s(\[“—–-])'(?=[^\W\d_][^']*[^\W\d_][.,;:!?]?'(?!\w))")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'|(?<![0-9])'(?=\w)|(?<=[0-9])'(?=s\b)")


def quoted(line: str, language: str) -> str:
    """The line with its paired quotation marks set by their depth; a straight one without a pair stays.

    A line with another mark that has no pair stays as it was typed: there is no telling what it encloses.
    """
    if "'" in line:
        line = _singles(line, language)
    if '"' not in line and not _is_unusual(line, language):
        return line
    # A pair that is set may show its neighbours for what they are: look again until nothing changes.
    while (done := _paired(line, language)) != line:
        line = done
    return line


def _paired(line: str, language: str) -> str:
    pairs = dict(_pairs(line, _mark(language)))
    closings = set(pairs.values())
    places = [found.start() for found in _mark(language).finditer(line)]
    if any(line[place] != '"' and place not in pairs and place not in closings for place in places):
        return line
    signs, depth = list(line), 0
    for place in places:
        if place in pairs:
            marks = habits(language).quotes[min(depth, 1)]
            signs[place], signs[pairs[place]] = marks[0], marks[1]
            depth += 1
        elif place in closings:
            depth -= 1
    return "".join(signs)


def _is_unusual(line: str, language: str) -> bool:
    """True if a line without straight quotes has marks to look at."""
    outer = habits(language).quotes[0]
    return line.count(outer[0]) > 1 or any(mark in line for mark in _marks(language) if mark not in outer)


@cache
def _marks(language: str) -> str:
    """The marks to look at: those of the language, but for single ones, which may be apostrophes."""
    own = "".join(habits(language).quotes)
    return "".join(sorted({*own, *("”" if "“" in own else "")} - {*"‘’"}))


@cache
def _mark(language: str) -> re.Pattern[str]:
    return re.compile(f'["{_marks(language)}]')


def _singles(line: str, language: str) -> str:
    own = habits(language)
    if "‘’" in own.quotes:
        line = _SINGLE.sub("‘", line)
    return _APOSTROPHE.sub(own.apostrophe, line) if own.apostrophe else line


class _Waiting:
    """The marks that have opened and not closed yet, the nearest last; how many there are of each sign."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.places: list[int] = []
        self.count: Counter[str] = Counter()

    def push(self, place: int) -> None:
        """One more mark has opened."""
        self.places.append(place)
        self.count[self.line[place]] += 1

    def pop_for(self, closing: str) -> int | None:
        """The nearest mark that a sign can close, taken off with all that opened after it; None for none."""
        if not any(self.count[opening] for opening, fitting in _FITTING.items() if closing in fitting):
            return None
        while True:
            place = self.places.pop()
            self.count[self.line[place]] -= 1
            if closing in _FITTING[self.line[place]]:
                return place


def _pairs(line: str, quote: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Each mark that closes, after the nearest one before it that it can close."""
    waiting = _Waiting(line)
    for found in quote.finditer(line):
        place = found.start()
        if _opens(line, place, waiting.count):
            waiting.push(place)
        elif (partner := waiting.pop_for(line[place])) is not None:
            yield partner, place


def _opens(line: str, place: int, waiting: Counter[str]) -> bool:
    mark = line[place]
    if mark == "“":
        return not waiting["„"]
    if mark != '"':
        return mark in "«„"
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    can_open = (not before or before in _OPENS_AFTER) and bool(after) and not after.isspace()
    can_close = (not after or after in _CLOSES_BEFORE) and bool(before) and not before.isspace()
    if can_open == can_close:
        return not waiting['"'] and can_open
    return can_open
