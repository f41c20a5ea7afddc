"""A date in a cell: a day is a date of the table, a longer time the words people write («4 квартал 2026»)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from babel.dates import get_month_names

from conceptgen.languages import say
from conceptgen.languages.words import words
from conceptgen.model.worded_dates import iso_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_THE_FILE = re.compile(r"(FY)?\d{4}(-(Q[1-4]|H[12]|\d{1,2}(-\d{1,2})?))?", re.ASCII)
_PART = re.compile(r"(\d{4})-(?:([QH])(\d)|(\d\d))", re.ASCII)
_DASH = re.compile(r"(?<=\s)[–—-](?=\s)")


def cell_of(when: Any, language: str) -> date | str:
    """A date of the file as a cell holds it; "" where there are no words for it."""
    if isinstance(when, dict):
        ends = [when.get(key) for key in ("from", "to")]
        return f"{in_words(ends[0], language)} – {in_words(ends[1], language)}" if all(ends) else ""
    try:
        return date.fromisoformat(when) if _DAY.fullmatch(when) else in_words(when, language)
    except ValueError:
        return str(when)


def in_words(when: Any, language: str) -> str:
    """The same as a text."""
    if not isinstance(when, str):
        return ""
    if _DAY.fullmatch(when):
        year, month, day = when.split("-")
        return say(language, "workbook.day", year=year, month=month, day=day)
    part = _PART.fullmatch(when)
    if part is None:
        return when
    if part[4]:
        names = get_month_names("wide", "stand-alone", words(language).locale)
        name = names.get(int(part[4]), "")
        said = f"{name} {part[1]}"
    else:
        key = "quarter" if part[2] == "Q" else "half"
        said = say(language, f"workbook.{key}", number=part[3], year=part[1])
    return said if iso_of(said) == when else when


def date_in(text: str) -> Any:
    """The date that a text says, as the file writes it; None for none."""
    text = " ".join(text.split())
    if point := _point(text):
        return point
    ends = [_point(each.strip()) for each in _DASH.split(text, maxsplit=1)]
    return dict(zip(("from", "to"), ends, strict=True)) if len(ends) > 1 and all(ends) else None


def _point(text: str) -> str:
    return text if _OF_THE_FILE.fullmatch(text) else iso_of(text)
