"""Sums of money as people write them in a text: «до 15 000 руб.», «2 тыс. рублей», “GBP 40”, “£1,200”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.languages.written import any_of, meant

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "¥": "CNY"}
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:[\s,.’']\d{{3}})+(?!\d)|\d+)(?P<{0}_part>[.,]\d{{1,2}}(?!\d))?"


@dataclass(frozen=True, slots=True)
class WordedSum:
    """A sum and the words it stands in; ``currency`` is a code."""

    amount: Decimal
    currency: str
    text: str


def sums_in(text: str) -> list[WordedSum]:
    """The sums in a text, in their order; a number without a currency is none."""
    return [_sum(found) for found in _pattern().finditer(" ".join(text.split()))]


def largest(text: str) -> WordedSum | None:
    """The largest sum of a text that is all in one currency; None where there is none or the currencies differ."""
    found = sums_in(text)
    return max(found, key=lambda each: each.amount) if len({each.currency for each in found}) == 1 else None


def _sum(found: re.Match[str]) -> WordedSum:
    side = "after" if found["after"] else "before"
    whole, part = re.sub(r"\D", "", found[side]), (found[f"{side}_part"] or "").replace(",", ".")
    times = Decimal(10) ** int(meant("multiples").get((found["times"] or "").casefold(), "0"))
    said = found["first"] or found["last"]
    return WordedSum(Decimal(whole + part) * times, _currencies()[said.casefold()], found[0])


@cache
def _currencies() -> dict[str, str]:
    """Codes, labels, other words and signs of currencies, and the code of each."""
    labels = {
        label.casefold().rstrip("."): code
        for language in LANGUAGES
        for code, label in vocabulary(language)["lists"]["currency"].items()
    }
    codes = {code.casefold(): code for code in labels.values()}
    return labels | codes | meant("values.currency") | _SIGNS


@cache
def _pattern() -> re.Pattern[str]:
    names = any_of(tuple(sorted(_currencies(), key=len, reverse=True)))
    times = any_of(tuple(sorted(meant("multiples"), key=len, reverse=True)))
    before = rf"(?<!\w)(?P<first>{names})\s?{_NUMBER.format('after')}"
    after = rf"{_NUMBER.format('before')}\s?(?:(?P<times>{times})\.?\s)?(?P<last>{names})(?!\w)\.?"
    return re.compile(f"{before}|{after}", re.IGNORECASE)
