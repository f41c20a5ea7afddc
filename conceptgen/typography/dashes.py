"""Hyphens that stand for something else: a dash between words, a range of numbers or hours, a minus."""

from __future__ import annotations

import re

from conceptgen.languages import LANGUAGES
from conceptgen.typography.binding import NBSP
from conceptgen.typography.habits import any_of, everywhere, habits

NUMBER = rf"[0-9]{{1,3}}(?:[ {NBSP}][0-9]{{3}}){{1,8}}|[0-9]+(?:[.,][0-9]+)?"
_BETWEEN_WORDS = re.compile(rf"(?<=[^\s(])[ {NBSP}]([-–—])(?=[ {NBSP}])")
_AFTER_DATE = re.compile("[.:][0-9]+$")
_RANGE = re.compile(
    rf"(?<![\w.,/:+)№–—-])({NUMBER})%?(-)({NUMBER})(?![\w–—/:+(-]|[.,][0-9]|\.\w|[ {NBSP}][-–—][ {NBSP}]?[0-9])"
)
_HOURS = re.compile(r"(?<![\w.:-])[0-9]{1,2}:[0-9]{2}(-)[0-9]{1,2}:[0-9]{2}(?![\w:-])")
_MINUS = re.compile(rf"(?<![^\s(\[…])(?<![0-9)][ {NBSP}])-(?=[0-9])")
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
_NAMES_A_NUMBER = re.compile(
    rf"(?:[0-9)]|(?:[№§+]|\b(?i:{any_of(everywhere('named_by_number'))})\.?"
    rf"|\b[A-ZА-ЯЁ]{{2,}}+(?:[ {NBSP}][A-ZА-ЯЁ])?|\b[a-z]*+[A-Z][A-Za-z]*+)[:,]?)[ {NBSP}]$"
)
"""What stands before a number that names something (a phone, a standard, a model) and is no quantity."""


_QUANTITY = re.compile(rf"[ {NBSP}]?(?:{'|'.join(habits(each).units for each in LANGUAGES)})")
"""What stands after a number that is a quantity, and no year or name."""
_MONEY = "$€£₽"
_WORD_BEFORE = re.compile(rf"(?<![^\W\d_])([^\W\d_]++)([.»“”\"]*+)[ {NBSP}]$")
_BEFORE_YEARS = re.compile(any_of(everywhere("before_years")), re.IGNORECASE)


def dashed(line: str, language: str) -> str:
    """The line with every hyphen that is none replaced, sign for sign."""
    if " -" in line or " –" in line or " —" in line:
        line = _BETWEEN_WORDS.sub(lambda found: _dash(found, habits(language).dash), line)
    if "-" in line:
        line = _RANGE.sub(_range, line)
        line = _HOURS.sub(lambda found: found[0].replace("-", "–"), line)
        line = _MINUS.sub("−", line)
    return line


def is_range(found: re.Match[str], low: str, high: str) -> bool:
    """True if two numbers are plainly from … to …, and not a phone, a date, a standard or the name of a model."""
    if any(re.match("0[0-9]", each) for each in (low, high)) or not _value(low) < _value(high):
        return False
    start, end = found.span()
    before = found.string[max(0, start - 20) : start]
    if _NAMES_A_NUMBER.search(before):
        return False
    if _QUANTITY.match(found.string, end) or before[-1:] in tuple(_MONEY):
        return True
    if _YEAR.fullmatch(high):
        return bool(_YEAR.fullmatch(low)) and not _in_a_name(before)
    return True


def _in_a_name(before: str) -> bool:
    """True if two years are part of what the word before them names: «Программа 2019-2020»."""
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    return word[2] not in ("", ".") or not _BEFORE_YEARS.fullmatch(word[1])


def _value(number: str) -> float:
    return float(re.sub(rf"[ {NBSP}]", "", number).replace(",", "."))


def _dash(found: re.Match[str], dash: str) -> str:
    text, start, end = found.string, found.start(), found.end()
    between_digits = text[start - 1].isdigit() and text[end + 1 : end + 2].isdigit()
    if found[1] == "-" and between_digits and not _AFTER_DATE.search(text, max(0, start - 5), start):
        return found[0]
    return NBSP + dash


def _range(found: re.Match[str]) -> str:
    return found[0].replace("-", "–") if is_range(found, found[1], found[3]) else found[0]
