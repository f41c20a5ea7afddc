"""A number written with words («85–90 %», «не менее 5 минут») → the forms of a figure that say the same."""

from __future__ import annotations

import re
from functools import cache

from pydantic_core import PydanticCustomError

from conceptgen.languages import LANGUAGES, USUAL, vocabulary
from conceptgen.model.problems import problem

Entries = tuple[tuple[str, str], ...]
"""Keys of a figure and what to write there."""

_LONGEST = 80
_NO_DATA = frozenset((
    "-", "–", "—", "?", "нет", "нет данных", "н/д", "не измерялось", "неизвестно", "уточняется",
    "n/a", "na", "none", "no data", "unknown", "tbd", "tba",
))  # fmt: skip
_MORE_UNITS = {
    "pct": ("процент", "процента", "процентов", "percent"),
    "pp": ("п.п.", "пп", "процентный пункт", "процентных пункта", "процентных пунктов"),
    "point": ("пункт", "пункта", "пунктов"),
    "sec": ("сек", "секунда", "секунды", "секунд", "sec", "seconds"),
    "min": ("минута", "минуты", "минут", "minutes"),
    "hour": ("час", "часа", "часов", "hours"),
    "rub": ("₽", "р."),
}
_BOUNDS = {
    "at_least": ("не менее", "не ниже", "не меньше", "≥", ">=", "at least"),
    "at_most": ("не более", "не выше", "не больше", "≤", "<=", "at most"),
    "more_than": ("свыше", "более", "больше", ">", "more than"),
    "less_than": ("менее", "меньше", "ниже", "<", "less than"),
    "about": ("около", "примерно", "~", "≈", "about"),
}
NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,15})?([eE][+-]?\d{1,2})?")
"""A number as it may be written: more digits than these nobody has measured."""
_DIGITS = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_NUMBER = r"([+-]?\d++(?:[.,]\d++)?)"
_ANY_CASE = re.IGNORECASE | re.DOTALL
_WORDS = "|".join(re.escape(word) for words in _BOUNDS.values() for word in words)
_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SPAN = re.compile(rf"(?:от )?{_NUMBER} ?(.*?) ?(?:[-–—]|до|to) ?{_NUMBER} ?(.*)", _ANY_CASE)
_FRACTION = re.compile(r"(\d+) ?(?:из|of|/) ?(\d+)", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?(?!0,)\d{1,30},\d{3}")
_UP_TO = re.compile(rf"(?:до|up to) {_NUMBER} ?(.*)", _ANY_CASE)
_BOUND = re.compile(rf"({_WORDS}) ?{_NUMBER} ?(.*)", _ANY_CASE)
_PLAIN = re.compile(rf"{_NUMBER} ?(.*)", re.DOTALL)


def refusal(written: str) -> PydanticCustomError:
    """Why a text is no number: it says too much, too little, or two things at once."""
    if _has_too_many_digits(written.strip()):
        return problem("E-TYP-03", text=written, variant="digits")
    if len(written) > _LONGEST:
        return problem("E-TYP-03", text=written)
    text = _GROUPS.sub("", " ".join(written.replace("−", "-").split()))
    if text.casefold() in _NO_DATA:
        return problem("E-TYP-06", text=written)
    if may_mean_thousands(text):
        readings = [(("value", text.replace(",", sign)),) for sign in (".", "")]
        return problem("E-TYP-05", text=written, first=readings[0], second=readings[1])
    if (up_to := _UP_TO.fullmatch(text)) and (unit := _unit(up_to[2])) is not None:
        first, second = (((key, _point(up_to[1])), *unit) for key in ("at_most", "less_than"))
        return problem("E-TYP-05", text=written, first=first, second=second)
    entries = _entries(text)
    if any(key not in ("unit", "fraction") and not NUMBER.fullmatch(value) for key, value in entries or ()):
        return problem("E-TYP-03", text=written, variant="digits")
    return problem("E-TYP-04", text=written, ready=entries) if entries else problem("E-TYP-03", text=written)


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
    found = _FRACTION.fullmatch(" ".join(text.split()))
    return f"[{found[1]}, {found[2]}]" if found else ""


def _entries(text: str) -> Entries | None:
    if (bound := _BOUND.fullmatch(text)) and (unit := _unit(bound[3])) is not None:
        key = next(key for key, words in _BOUNDS.items() if bound[1].casefold() in words)
        return (key, _point(bound[2])), *unit
    if (span := _SPAN.fullmatch(text)) and (unit := _unit(span[4])) is not None and span[2] in ("", span[4]):
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


@cache
def _units() -> dict[str, str]:
    found = {word: unit for unit, words in _MORE_UNITS.items() for word in words}
    for language in LANGUAGES:
        words = vocabulary(language)
        found |= {label.casefold(): unit for unit, label in words["lists"]["unit"].items()}
        for section in ("units", "units_after"):
            found |= {form: unit for unit, forms in words[section].items() for form in forms.values()}
    found |= {unit: unit for unit in vocabulary(USUAL)["lists"]["unit"]}
    return {" ".join(word.split()): unit for word, unit in found.items()}
