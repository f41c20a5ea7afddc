"""A word that is not in a list, a date with slashes, a value in the quotes of a text editor → what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conceptgen.input.check.known_keys import nearest
from conceptgen.languages.written import meant
from conceptgen.model.enums import by_label
from conceptgen.model.worded_numbers import unit_named

_QUOTED = re.compile("[“”„«‘’](.*)[“”»‘’]", re.DOTALL)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def meant_value(text: str, name: str) -> str:
    """The value of a list that a word means: a unit in any form, a synonym, a misspelling, a part of a label."""
    word, spellings = " ".join(text.casefold().split()), by_label(name)
    found = unit_named(word) if name == "unit" else meant(f"values.{name}").get(word)
    return found or spellings.get(nearest(word, list(spellings))) or _value_of_part(word, spellings)


def _value_of_part(word: str, spellings: dict[str, str]) -> str:
    """«во время» of «во время покупки»; "" where several labels have it."""
    found = {value for label, value in spellings.items() if word and f" {word} " in f" {label} "}
    return found.pop() if len(found) == 1 else ""


def without_quotes(text: str) -> str:
    """The text inside typographic quotes, or ""."""
    found = _QUOTED.fullmatch(text.strip())
    return found[1].strip() if found else ""


def meant_dates(text: str) -> list[str]:
    """What a date with slashes may mean, in the order of likelihood."""
    text = " ".join(text.casefold().split())
    if found := _SLASHED.fullmatch(text):
        first, second, year = map(int, found.groups())
        return list(dict.fromkeys(_existing(year, (second, first), (first, second))))
    return []


def _existing(year: int, *days: tuple[int, int]) -> Iterator[str]:
    for month, day in days:
        try:
            yield date(year, month, day).isoformat()
        except ValueError:
            continue
