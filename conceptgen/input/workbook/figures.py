"""A figure in a cell: a number where it is one, or the words people write («не более 3 мин», «3 из 10»)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from conceptgen.languages import vocabulary
from conceptgen.model.scalars import says_unknown
from conceptgen.model.worded_numbers import NUMBER, entries_of, unit_named

_BOUNDS = ("at_least", "at_most", "more_than", "less_than", "about")
_SPACED = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")


_LENGTH = re.compile(r"(\d{1,9}) ?([^\W\d]{1,12}\.?)")
_LETTERS = {
    "year": "Y",
    "month": "m",
    "week": "W",
    "day": "D",
    "hour": "H",
    "min": "M",
    "sec": "S",
}
"""The units of a length by their letters; a small one for months, which share theirs with minutes."""
_DOWNWARDS = re.compile("Y?m?W?D?H?M?S?")


def number_in(text: str) -> str:
    """A number as the file writes it, from what people type; "" for none."""
    bare = _SPACED.sub("", text.strip()).replace("−", "-")
    if re.fullmatch(r"[+-]?\d{1,30},\d{1,15}", bare) and not re.fullmatch(r"[+-]?[1-9]\d*,\d{3}", bare):
        bare = bare.replace(",", ".")
    return bare if NUMBER.fullmatch(bare) else ""


def words_of(figure: dict[str, Any], language: str) -> str | Decimal:
    """One form and its unit as a cell holds them; "" for what has no words."""
    given = {key: each for key, each in figure.items() if key != "unit"}
    unit = _unit(figure.get("unit", ""), language)
    if set(given) == {"value"}:
        number = given["value"]
        return _with(number, unit, language) if unit else _number(number)
    if set(given) == {"min", "max"}:
        first, last = (_spelled(given[key], language) for key in ("min", "max"))
        return _with(f"{first}–{last}", unit, language)
    key = next(iter(given), "")
    if len(given) == 1 and key in _BOUNDS:
        return f"{_first_words(language)[key]} {_with(given[key], unit, language)}"
    if set(given) == {"duration"} and not unit:
        return duration_words(given["duration"], language)
    if set(given) == {"fraction"} and not unit:
        first, last = given["fraction"]
        return f"{first} {_first_words(language)['out_of']} {last}"
    return ""


def figure_in(text: str) -> dict[str, Any]:
    """The form and unit that a text says; {} for none."""
    if number := number_in(text):
        return {"value": number}
    if says_unknown(text.strip()):
        return {"unknown": {}}
    found: dict[str, Any] = dict(entries_of(text))
    if "fraction" in found:
        found["fraction"] = re.findall(r"\d+", found["fraction"])
    if not found and (length := duration_in(text)):
        return {"duration": length}
    return found


def duration_in(text: str) -> str:
    """The length that words say («1 ч 25 мин»), as the file writes it; "" for none."""
    spoken = " ".join(text.split())
    pieces = _LENGTH.findall(spoken)
    letters = "".join(_LETTERS.get(unit_named(word), "?") for _, word in pieces)
    is_whole = "".join(f"{number}{word}" for number, word in pieces) == spoken.replace(" ", "")
    if not pieces or not is_whole or "?" in letters or not _DOWNWARDS.fullmatch(letters):
        return ""
    made = [f"{number}{letter}" for (number, _), letter in zip(pieces, letters, strict=True)]
    days = "".join(each for each in made if each[-1] in "YmWD").upper()
    clock = "".join(each for each in made if each[-1] in "HMS")
    return f"P{days}{'T' if clock else ''}{clock}"


def duration_words(iso: str, language: str) -> str:
    """The words of a length; they may not mean the same once it is odd."""
    days, _, clock = iso.removeprefix("P").partition("T")
    pieces = re.findall(r"(\d{1,9})([YmWDHMS])", days.replace("M", "m") + clock)
    units = {letter: unit for unit, letter in _LETTERS.items()}
    return " ".join(f"{number} {_unit(units[letter], language)}" for number, letter in pieces)


def _number(number: str) -> str | Decimal:
    return Decimal(number) if NUMBER.fullmatch(number) and "e" not in number.lower() else number


def _spelled(number: str, language: str) -> str:
    return number.replace(".", vocabulary(language)["language"]["separators"][0])


def _with(number: str, unit: str, language: str) -> str:
    return f"{_spelled(number, language)} {unit}".strip()


def _unit(unit: str, language: str) -> str:
    return str(vocabulary(language)["lists"]["unit"].get(unit, unit)) if unit else ""


@cache
def _first_words(language: str) -> dict[str, str]:
    said = vocabulary(language)["written"]
    found = {key: said["bounds"][key] for key in _BOUNDS} | {"out_of": said["out_of"]}
    return {key: words.split()[0].replace("_", " ") for key, words in found.items()}
