"""A date as people write it in a letter («20 ноября 2026 г.», «IV квартал 2026», «Nov 2026») → the form of the file.

Only what can mean one thing: «05/06/2026» is left to its author.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from conceptgen.languages import LANGUAGES
from conceptgen.languages.written import any_of, written

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class _Forms:
    """How dates are worded, in all languages; ``parts`` are quarters and halves by their letter."""

    parts: dict[str, tuple[re.Pattern[str], ...]]
    days: tuple[re.Pattern[str], ...]
    year: re.Pattern[str]


@cache
def _forms() -> _Forms:
    said, in_year = (_words(key) for key in ("year", "in_year"))
    ordinals, quarter, half = (_words(key) for key in ("ordinals", "quarter", "half"))
    year = rf"(?P<year>\d{{4}})(?: ?(?:{said}|{in_year}))?"
    number = rf"(?:(?P<number>[1-4])(?:-?(?:{ordinals}))?|(?P<roman>iv|i{{1,3}}))"
    day = rf"(?P<day>\d{{1,2}})(?:{ordinals})?"
    return _Forms(
        parts={
            "Q": (re.compile(rf"{number} (?:{quarter}),? {year}"), re.compile(rf"q(?P<number>[1-4]) {year}")),
            "H": (re.compile(rf"{number} (?:{half}),? {year}"), re.compile(rf"h(?P<number>[12]) {year}")),
        },
        days=(
            re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{year}"),
            re.compile(rf"(?P<month>\d{{1,2}})\.{year}"),
            re.compile(rf"(?:{day} )?(?P<name>[^\W\d]{{1,20}}+)\.?,? {year}"),
            re.compile(rf"(?P<name>[a-z]{{1,20}}+)\.? {day},? {year}"),
        ),
        year=re.compile(rf"(?P<year>\d{{4}}) ?(?:{said})"),
    )


def _words(key: str) -> str:
    return any_of(tuple(map(_folded, written(f"dates.{key}"))))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def iso_of(text: str) -> str:
    """``2026-11-20``, ``2026-11``, ``2026-Q4``, ``2026-H2``, ``2026``; "" for what is no such date or no day at all."""
    spoken = " ".join(_folded(text).split())
    return _part_of_year(spoken) or _day_or_month(spoken) or _year(spoken)


def _part_of_year(text: str) -> str:
    for letter, forms in _forms().parts.items():
        for form in forms:
            if found := form.fullmatch(text):
                named = found.groupdict()
                number = int(named["number"] or 0) or _ROMAN[named["roman"]]
                return f"{named['year']}-{letter}{number}" if letter == "Q" or number <= 2 else ""
    return ""


def _day_or_month(text: str) -> str:
    for form in _forms().days:
        if found := form.fullmatch(text):
            named = found.groupdict()
            month = _months().get(named.get("name") or "") or int(named.get("month") or 0)
            return _existing(int(named["year"]), month, named.get("day"))
    return ""


def _existing(year: int, month: int, day: str | None) -> str:
    try:
        exact = date(year, month, int(day or 1)).isoformat()
    except ValueError:
        return ""
    return exact if day else exact[:7]


def _year(text: str) -> str:
    found = _forms().year.fullmatch(text)
    return found["year"] if found else ""


@cache
def _months() -> dict[str, int]:
    """Every name of a month, whole and shortened, in every language."""
    from babel.dates import get_month_names

    from conceptgen.languages.words import words

    return {
        _folded(name).rstrip("."): number
        for language in LANGUAGES
        for width in ("abbreviated", "wide")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, words(language).locale).items()
    }
