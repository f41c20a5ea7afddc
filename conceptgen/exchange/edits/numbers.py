"""Printed numbers → numbers of the file, in the forms a figure has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from conceptgen.languages import decimal_sign
from conceptgen.model.base import FORMS
from conceptgen.model.worded_numbers import entries_of

_NUMBER: Final = re.compile(r"(?<![\w.,])[-−+]?\d(?:[\d\u00a0\u202f ]*\d)?(?:[.,]\d+)?")
_WHOLE: Final = re.compile(r"\d+")
_FIGURES: Final = (*FORMS, "max", "amount", "target", "done_when")


def numbers(text: str, language: str) -> list[str]:
    """The numbers in a text as the file writes them: «1 250,5» → ``1250.5``."""
    other = "," if decimal_sign(language) == "." else "."
    found = []
    for each in _NUMBER.finditer(text):
        number = re.sub(r"[\s\u00a0\u202f]", "", each[0]).replace("−", "-").lstrip("+")
        found.append(
            number.replace(other, "").replace(",", ".") if other == "," else number.replace(",", ".")
        )
    return found


def figures(data: dict[str, Any], form: str, old: str, new: str, language: str) -> Iterator[dict[str, Any]]:
    """What a figure may be now, the likeliest first: all of its keys that make up the figure."""
    here = {
        key: value
        for key, value in data.items()
        if key.rstrip("_") in {each.rstrip("_") for each in _MADE_OF}
    }
    if (swapped := renumbered(here, old, new, language)) is not None:
        yield swapped
    rest = {key: here[key] for key in ("unit", "per", "currency") if key in here}
    for text in _readings(new):
        if entries := entries_of(text):
            said: dict[str, Any] = {key: _value(value) for key, value in entries}
            if "currency" in rest or "amount" in here:
                said["amount" if "value" in said and "amount" in here else "value"] = said.pop("value", None)
                said = {key: value for key, value in said.items() if value is not None and key != "unit"}
            yield rest | said
            yield said
            yield {key: value for key, value in rest.items() if key != "unit"} | {
                key: value for key, value in said.items() if key != "unit"
            }
    found = numbers(new, language)
    if len(found) == 1:
        yield from (rest | {each: found[0]} for each in _ONE if each != form)


_ONE: Final = ("value", "at_least", "at_most", "more_than", "less_than", "from", "about")
_MADE_OF: Final = (*_FIGURES, "unit", "per", "currency")


def _value(written: str) -> Any:
    return _WHOLE.findall(written) if written.startswith("[") else written


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, and without what may follow a figure in brackets or say how often."""
    plain = " ".join(text.replace("−", "-").split())
    plain = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", plain)
    yield plain
    for unit_first in (r"[₽$€£] ?", r" ?[₽$€£]"):
        if re.search(unit_first, plain):
            yield re.sub(unit_first, "", plain)
    words = plain.split(" ")
    yield from (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))


def renumbered(data: Any, old: str, new: str, language: str) -> Any:
    """The data with the numbers that changed between two prints of it; None where they are not those of the data."""
    before, after = numbers(old, language), numbers(new, language)
    if len(before) != len(after) or before == after or not has_same_words(old, new):
        return None
    pairs = [(_number(one), other) for one, other in zip(before, after, strict=True)]
    swaps = {one: other for one, other in pairs if one != _number(other)}
    if any(one in swaps and one == _number(other) for one, other in pairs):
        return None
    done: set[Decimal | None] = set()
    result = _swapped(data, swaps, done)
    return result if done == swaps.keys() else None


def _swapped(value: Any, swaps: dict[Decimal | None, str], done: set[Decimal | None]) -> Any:
    """The data with other numbers; those that were there are noted in ``done``."""
    if isinstance(value, dict):
        return {key: _swapped(each, swaps, done) for key, each in value.items()}
    if isinstance(value, list):
        return [_swapped(each, swaps, done) for each in value]

    def put(written: str) -> str:
        number = _number(written)
        if number is None or number not in swaps:
            return written
        done.add(number)
        return swaps[number]

    # An ISO duration has its numbers inside.
    is_duration = re.fullmatch(r"P[\dYMWDTHS]+", value)
    return _WHOLE.sub(lambda found: put(found[0]), value) if is_duration else put(value)


def say_the_same(one: str, other: str, language: str) -> bool:
    """True if two figures differ in nothing but the ends of their words: «не более 2 месяца» means «месяцев»."""
    return numbers(one, language) == numbers(other, language) and has_same_words(one, other)


def has_same_words(old: str, new: str) -> bool:
    """True if only numbers differ, and what follows from them: the form of a unit."""
    one, other = (re.sub(r"[\d\s\u00a0\u202f.,]+", " ", each).split() for each in (old, new))
    return len(one) == len(other) and all(
        a[:2].lower() == b[:2].lower() for a, b in zip(one, other, strict=True)
    )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
