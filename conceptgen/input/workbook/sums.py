"""Sums of money as people type them («15 000 руб.», «150 тыс. руб.»), and the currency of those that name none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.figures import number_in
from conceptgen.input.workbook.table import TableCell
from conceptgen.languages import vocabulary
from conceptgen.languages.written import meant
from conceptgen.model.enums import by_label

_SUM = re.compile(r"([+-]?\d[\d\s\u00a0\u202f.,]*)(\D*)")


def sum_in(text: str) -> tuple[str, str]:
    """The number and the currency («» for none) that a sum says; two empty texts where it is no sum in words."""
    found = _SUM.fullmatch(" ".join(text.split()))
    number = number_in(found[1]) if found else ""
    if found is None or not number:
        return "", ""
    words = found[2].casefold().split()
    times = Decimal(1)
    if words and (multiple := _multiples().get(words[0].rstrip("."))):
        times, words = Decimal(multiple), words[1:]
    currency = currency_named(" ".join(words))
    if words and not currency:
        return "", ""
    exact = Decimal(number) * times
    return (number if times == 1 else f"{exact.normalize():f}"), currency


def currency_named(word: str) -> str:
    """The currency that a word means; "" for none."""
    return _currencies().get(word.strip().casefold().rstrip("."), "")


@cache
def _currencies() -> dict[str, str]:
    known = by_label("currency") | meant("values.currency")
    return {word.rstrip("."): value for word, value in known.items()}


@cache
def _multiples() -> dict[str, int]:
    return {word.rstrip("."): 10 ** int(power) for word, power in meant("multiples").items()}


class Sums:
    """The sums that a workbook says anew: what has no currency takes the one that all others have."""

    def __init__(self, report: Report, language: str) -> None:
        self._report, self._language = report, language
        self._new: list[tuple[dict[str, Any], TableCell]] = []

    def add(self, money: dict[str, Any], cell: TableCell) -> None:
        """Take a sum in."""
        self._new.append((money, cell))

    def complete(self, data: Any) -> None:
        """Give a currency to those without one, and say so."""
        known = set(_currencies_in(data))
        for money, cell in self._new:
            if "amount" not in money or "currency" in money:
                continue
            if len(known) == 1:
                (money["currency"],) = known
                label = vocabulary(self._language)["lists"]["currency"].get(money["currency"], "")
                self._report.add("W-XLS-06", cell.place, "taken", text=cell.text, currency=label)
            else:
                self._report.add("W-XLS-06", cell.place, "none", text=cell.text)


def _currencies_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(said := data.get("currency"), str) and said in by_label("currency").values():
            yield said
        for each in data.values():
            yield from _currencies_in(each)
    elif isinstance(data, list):
        for each in data:
            yield from _currencies_in(each)
