"""Printed dates → dates of the file: «к 30 июня 2027 г.», «III квартал 2027», «в июле 2027»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from conceptgen.model.worded_dates import iso_of

_WINDOW: Final = 5
"""The most words a date is written with."""
_STEM: Final = 3


def mean_the_same(one: str, other: str) -> bool:
    """True if two texts name the same dates: «14.05.2027» is «14 мая 2027 г.»."""
    found = _found(one)
    return bool(found) and found == _found(other)


def dates(data: Any, new: str) -> Iterator[Any]:
    """What a date may be now: the longest reading first, spans as spans, then with the words as they stand."""
    found = _found(new)
    if len(found) == 2:
        yield {"from": found[0], "to": found[1]}
    if found:
        yield found[0]
    if isinstance(data, dict) and "as_written" in data:
        words = " ".join(new.split())
        yield from ({"date": each, "as_written": words} for each in (*found[:1], data.get("date")) if each)


def _found(text: str) -> list[str]:
    """The dates in a text, one after another."""
    words = [_nominative(each) for each in re.sub(r"[–—]", " – ", text.replace("\u00a0", " ")).split()]
    found, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + _WINDOW), at, -1):
            said = " ".join(words[at:end]).strip(" ,.;()")
            if iso := iso_of(said) or _bare(said):
                found.append(iso)
                at = end - 1
                break
        at += 1
    return found


def _bare(text: str) -> str:
    return text if re.fullmatch(r"(1|2)\d{3}", text) else ""


def _nominative(word: str) -> str:
    """A month in any of its forms as the calendar names it; any other word as it is."""
    bare = word.strip(",.;()").casefold()
    if bare in ("май", "мая", "маю", "мае", "маем"):
        return word.casefold().replace(bare, "май")
    stems = _stems()
    name = stems.get(bare[:_STEM]) if len(bare) > _STEM and bare.isalpha() else None
    return word.casefold().replace(bare, name) if name and _is_form(bare, name) else word


def _is_form(word: str, name: str) -> bool:
    """True if two words differ in their ends only."""
    stem = name[:-1] if len(name) > _STEM else name
    return word.startswith(stem) and len(word) <= len(name) + 2


@cache
def _stems() -> dict[str, str]:
    from babel.dates import get_month_names

    from conceptgen.languages import LANGUAGES
    from conceptgen.languages.words import words

    names = (
        name.casefold()
        for language in LANGUAGES
        for name in get_month_names("wide", "stand-alone", words(language).locale).values()
    )
    return {name[:_STEM]: name for name in names}
