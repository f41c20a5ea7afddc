"""A number written with words («85–90 %», «не менее 5 минут») → the forms of a figure that say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic_core import PydanticCustomError

from conceptgen.languages import LANGUAGES, USUAL, vocabulary
from conceptgen.languages.written import any_of, meant, written
from conceptgen.model.problems import problem

Entries = tuple[tuple[str, str], ...]
"""Keys of a figure and what to write there."""

_LONGEST = 80
_NO_DATA = ("-", "–", "—", "?")
_SIGNS = {
    "≥": "at_least",
    ">=": "at_least",
    "≤": "at_most",
    "<=": "at_most",
    ">": "more_than",
    "<": "less_than",
    "~": "about",
    "≈": "about",
}
NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,15})?([eE][+-]?\d{1,2})?")
"""A number as it may be written: more digits than these nobody has measured."""
_DIGITS = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_NUMBER = r"([+-]?\d++(?:[.,]\d++)?)"
_ANY_CASE = re.IGNORECASE | re.DOTALL
_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_THOUSANDS = re.compile(r"[+-]?(?!0,)\d{1,30},\d{3}")
_PLAIN = re.compile(rf"{_NUMBER} ?(.*)", re.DOTALL)


def refusal(given: str) -> PydanticCustomError:
    """Why a text is no number: it says too much, too little, or two things at once."""
    if _has_too_many_digits(given.strip()):
        return problem("E-TYP-03", text=given, variant="digits")
    if len(given) > _LONGEST:
        return problem("E-TYP-03", text=given)
    text = _GROUPS.sub("", " ".join(given.replace("−", "-").split()))
    if text.casefold() in (*_NO_DATA, *written("no_data")):
        return problem("E-TYP-06", text=given)
    if may_mean_thousands(text):
        readings = [(("value", text.replace(",", sign)),) for sign in (".", "")]
        return problem("E-TYP-05", text=given, first=readings[0], second=readings[1])
    if (up_to := _forms().up_to.fullmatch(text)) and (unit := _unit(up_to[2])) is not None:
        first, second = (((key, _point(up_to[1])), *unit) for key in ("at_most", "less_than"))
        return problem("E-TYP-05", text=given, first=first, second=second)
    entries = _entries(text)
    if any(key not in ("unit", "fraction") and not NUMBER.fullmatch(value) for key, value in entries or ()):
        return problem("E-TYP-03", text=given, variant="digits")
    return problem("E-TYP-04", text=given, ready=entries) if entries else problem("E-TYP-03", text=given)


def entries_of(text: str) -> Entries:
    """The entries of a figure that says what a text says («не более 5 %»); none where it is no figure in words."""
    text = _GROUPS.sub("", " ".join(text.replace("−", "-").split()))
    return (_entries(text) or ()) if len(text) <= _LONGEST else ()


def _has_too_many_digits(text: str) -> bool:
    return (
        bool(_DIGITS.fullmatch(text)) and not NUMBER.fullmatch(_point(text)) and not may_mean_thousands(text)
    )


def may_mean_thousands(text: str) -> bool:
    """``1,234`` is one and a bit, or over a thousand."""
    return bool(_THOUSANDS.fullmatch(text))


def unit_named(word: str) -> str:
    """The unit that a word means in any of its forms («минут», «процентов»), or ""."""
    word = " ".join(word.casefold().split())
    return _units().get(word) or _units().get(word.rstrip("."), "")


def fraction_of(text: str) -> str:
    """«3 из 10» as the two numbers of a fraction, or ""."""
    found = _forms().fraction.fullmatch(" ".join(text.split()))
    return f"[{found[1]}, {found[2]}]" if found else ""


def _entries(text: str) -> Entries | None:
    if (bound := _forms().bound.fullmatch(text)) and (unit := _unit(bound[3])) is not None:
        return (_bounds()[bound[1].casefold()], _point(bound[2])), *unit
    if (
        (span := _forms().span.fullmatch(text))
        and (unit := _unit(span[4])) is not None
        and span[2] in ("", span[4])
    ):
        return ("min", _point(span[1])), ("max", _point(span[3])), *unit
    if (plain := _PLAIN.fullmatch(text)) and (unit := _unit(plain[2])) is not None:
        return ("value", _point(plain[1])), *unit
    if fraction := fraction_of(text):
        return (("fraction", fraction),)
    return None


def _point(number: str) -> str:
    return number.replace(",", ".")


def _unit(word: str) -> Entries | None:
    """The entry of a unit; none for no word, None for a word that is no unit."""
    if not word:
        return ()
    unit = unit_named(word)
    return (("unit", unit),) if unit else None


@dataclass(frozen=True, slots=True)
class _Forms:
    """How numbers are worded, in all languages."""

    span: re.Pattern[str]
    fraction: re.Pattern[str]
    up_to: re.Pattern[str]
    bound: re.Pattern[str]


@cache
def _forms() -> _Forms:
    first, last = any_of(written("span.from")), any_of(written("span.to"))
    up_to, out_of = any_of(written("up_to")), any_of(written("out_of"))
    return _Forms(
        span=re.compile(rf"(?:(?:{first}) )?{_NUMBER} ?(.*?) ?(?:[-–—]|{last}) ?{_NUMBER} ?(.*)", _ANY_CASE),
        fraction=re.compile(rf"(\d+) ?(?:{out_of}|/) ?(\d+)", re.IGNORECASE),
        up_to=re.compile(rf"(?:{up_to}) {_NUMBER} ?(.*)", _ANY_CASE),
        bound=re.compile(rf"({any_of(tuple(_bounds()))}) ?{_NUMBER} ?(.*)", _ANY_CASE),
    )


@cache
def _bounds() -> dict[str, str]:
    """The words and signs of bounds, and the keys of a figure that say them."""
    return meant("bounds") | _SIGNS


@cache
def _units() -> dict[str, str]:
    found = {**meant("units"), "₽": "rub"}
    for language in LANGUAGES:
        words = vocabulary(language)
        found |= {label.casefold(): unit for unit, label in words["lists"]["unit"].items()}
        for section in ("units", "units_after"):
            found |= {form: unit for unit, forms in words[section].items() for form in forms.values()}
    found |= {unit: unit for unit in vocabulary(USUAL)["lists"]["unit"]}
    return {" ".join(word.split()): unit for word, unit in found.items()}
