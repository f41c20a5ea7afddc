"""Quotation marks: the outer ones of the language around its inner ones («ёлочки» around „лапки“)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from conceptgen.typography.habits import habits

_OPENS_AFTER = frozenset(' \u00a0\t\n([{«„“‘"—–-/…\ufffc')
_CLOSES_BEFORE = frozenset(' \u00a0\t\n)]}»“”’".,;:!?…—–-/\ufffc')
_SINGLE = re.compile(r"(?<![^\s(\[“—–-])'(?=[^\W\d_][^']*[^\W\d_][.,;:!?]?'(?!\w))")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'|(?<![0-9])'(?=\w)|(?<=[0-9])'(?=s\b)")


@dataclass(frozen=True, slots=True)
class _Pair:
    opens: int
    closes: int


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
    pairs = list(_pairs(line, _mark(language)))
    paired = {place for each in pairs for place in (each.opens, each.closes)}
    if any(found[0] != '"' and found.start() not in paired for found in _mark(language).finditer(line)):
        return line
    signs = list(line)
    for each in pairs:
        depth = sum(other.opens < each.opens and each.closes < other.closes for other in pairs)
        marks = habits(language).quotes[min(depth, 1)]
        signs[each.opens], signs[each.closes] = marks[0], marks[1]
    return "".join(signs)


def _is_unusual(line: str, language: str) -> bool:
    """Whether a line without straight quotes has marks to look at."""
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


def _pairs(line: str, quote: re.Pattern[str]) -> Iterator[_Pair]:
    """Each mark that closes, with the nearest one before it that it can close."""
    waiting: list[int] = []
    for found in quote.finditer(line):
        place = found.start()
        if _opens(line, place, waiting):
            waiting.append(place)
            continue
        partner = next((each for each in reversed(waiting) if _fits(line[each], line[place])), None)
        if partner is not None:
            del waiting[waiting.index(partner) :]
            yield _Pair(partner, place)


def _fits(opening: str, closing: str) -> bool:
    return closing in {'"': '"', "«": "»", "„": "“”", "“": "”"}[opening]


def _opens(line: str, place: int, waiting: list[int]) -> bool:
    mark = line[place]
    if mark == "“":
        return not any(line[each] == "„" for each in waiting)
    if mark != '"':
        return mark in "«„"
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    can_open = (not before or before in _OPENS_AFTER) and bool(after) and not after.isspace()
    can_close = (not after or after in _CLOSES_BEFORE) and bool(before) and not before.isspace()
    if can_open == can_close:
        return not any(line[each] == '"' for each in waiting) and can_open
    return can_open
