"""A date as people write it in a letter («20 ноября 2026 г.», «IV квартал 2026», «Nov 2026») → the form of the file.

Only what can mean one thing: «05/06/2026» is left to its author.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_YEAR = r"(?P<year>\d{4})(?: ?(?:г\.?|год|года|году))?"
_NUMBER = r"(?:(?P<number>[1-4])(?:-?(?:й|ое|е|st|nd|rd|th))?|(?P<roman>iv|i{1,3}))"
_QUARTER, _HALF = r"(?:кв\.?|квартал|quarter)", r"(?:п/г|полугодие|half(?: of)?|half-year)"
_DOTTED = re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}")
_MONTH_DOTTED = re.compile(rf"(?P<month>\d{{1,2}})\.{_YEAR}")
_WORDED = re.compile(rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<name>[^\W\d]{{1,20}}+)\.?,? {_YEAR}")
_AMERICAN = re.compile(rf"(?P<name>[a-z]{{1,20}}+)\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")
_PARTS = {
    "Q": (re.compile(rf"{_NUMBER} {_QUARTER},? {_YEAR}"), re.compile(rf"q(?P<number>[1-4]) {_YEAR}")),
    "H": (re.compile(rf"{_NUMBER} {_HALF},? {_YEAR}"), re.compile(rf"h(?P<number>[12]) {_YEAR}")),
}
_YEAR_ALONE = re.compile(r"(?P<year>\d{4}) ?(?:г\.?|год|года)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def iso_of(text: str) -> str:
    """``2026-11-20``, ``2026-11``, ``2026-Q4``, ``2026-H2``, ``2026``; "" for what is no such date or no day at all."""
    spoken = " ".join(text.casefold().replace("ё", "е").split())
    return _part_of_year(spoken) or _day_or_month(spoken) or _year(spoken)


def _part_of_year(text: str) -> str:
    for letter, forms in _PARTS.items():
        for form in forms:
            if found := form.fullmatch(text):
                named = found.groupdict()
                number = int(named["number"] or 0) or _ROMAN[named["roman"]]
                return f"{named['year']}-{letter}{number}" if letter == "Q" or number <= 2 else ""
    return ""


def _day_or_month(text: str) -> str:
    for form in (_DOTTED, _MONTH_DOTTED, _WORDED, _AMERICAN):
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
    found = _YEAR_ALONE.fullmatch(text)
    return found["year"] if found else ""


@cache
def _months() -> dict[str, int]:
    """Every name of a month, whole and shortened, in every language."""
    from babel.dates import get_month_names

    from conceptgen.languages import LANGUAGES
    from conceptgen.languages.words import words

    return {
        name.casefold().rstrip(".").replace("ё", "е"): number
        for language in LANGUAGES
        for width in ("abbreviated", "wide")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, words(language).locale).items()
    }
