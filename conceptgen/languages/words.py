"""One language at work: fixed words, plurals, numbers, dates and units as its readers write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from conceptgen.languages import say, vocabulary

UnitForm = Literal["", "after", "after_by"]
"""How a unit's word stands: by itself, after «не менее», after «на»."""
NBSP = "\u00a0"
MINUS = "\u2212"
_ROMAN = ("", "I", "II", "III", "IV")


class Words:
    """The words of one language; ``percent`` is ``spaced`` («90 %»), ``closed`` («90%») or "" for its own habit."""

    def __init__(self, language: str, percent: str = "", show_sign: bool = False) -> None:
        self.language = language
        self.show_sign = show_sign
        self.locale = Locale.parse(vocabulary(language)["language"]["locale"], sep="-")
        self._data: dict[str, Any] = vocabulary(language)
        self.percent = percent or self._data["numbers"]["percent"]
        self._said: dict[str, str] = {}

    def say(self, key: str, **values: object) -> str:
        """A fixed sentence of documents, by dotted key."""
        said = self.template(key)
        return said.format(**values) if values else said

    def template(self, key: str) -> str:
        """A fixed sentence with its places unfilled."""
        if key not in self._said:
            self._said[key] = say(self.language, f"documents.{key}")
        return self._said[key]

    def several(self, key: str) -> tuple[str, ...]:
        """The sentences of a fixed list of documents, by dotted key."""
        found: Any = self._data["documents"]
        for step in key.split("."):
            found = found[step]
        return tuple(map(str, found))

    def label(self, name: str, value: str) -> str:
        """The label of a listed value."""
        return str(self._data["lists"][name][value])

    def field(self, model: str, field: str) -> str:
        """The label of a field of the input."""
        fields = self._data["fields"]
        text = fields.get(f"{model}.{field}") or fields[field]
        return str(text).split("|")[0].strip()

    def plural(self, key: str, count: int | Decimal) -> str:
        """«5 точек касания»: the number and the right form of the word."""
        return f"{self.number(Decimal(count))}{NBSP}{self.form(key, count)}"

    def form(self, key: str, count: int | Decimal) -> str:
        """The form of a word that goes with a number."""
        forms = self._data["plurals"][key]
        rule = self.locale.plural_form(count)
        return str(forms.get(rule) or forms["other"])

    def number(self, value: Decimal, *, sign: bool = False) -> str:
        """A number with its decimals as written; thousands grouped, in Russian from five digits."""
        text = format(abs(value), "f")
        whole, _, rest = text.partition(".")
        if len(whole) >= int(self._data["numbers"]["group_from"]):
            whole = f"{int(whole):,}".replace(",", get_group_symbol(self.locale))
        shown = whole + (get_decimal_symbol(self.locale) + rest if rest else "")
        lead = MINUS if value < 0 else "+" if sign and value > 0 else ""
        return lead + shown

    def quantity(
        self, value: str, unit: str | None, count: Decimal | None = None, *, form: UnitForm = ""
    ) -> str:
        """A number, already written, with its unit; ``count`` chooses the form of the unit's word."""
        if unit is None or unit in ("count", "ratio", "state", "none"):
            return value
        if unit == "pct":
            return f"{value}%" if self.percent == "closed" else f"{value}{NBSP}%"
        units = self._data[f"units_{form}" if form else "units"]
        if unit in units and count is not None:
            forms = units[unit]
            return f"{value}{NBSP}{forms.get(self.locale.plural_form(count)) or forms['other']}"
        return f"{value}{NBSP}{self.label('unit', unit)}"

    def day(self, day: date) -> str:
        """«15 октября 2026 г.»"""
        return self._written(day, "day")

    def short_day(self, day: date) -> str:
        """«15.10.2026»"""
        return self._written(day, "short_day")

    def month(self, day: date, case: str = "") -> str:
        """«октябрь 2026 г.», in a case «октября 2026 г.»"""
        names = self._data["dates"]["cases"].get(case, {}).get("months", "").split()
        if names:
            return f"{names[day.month - 1]} {self.period('year', day.year, 0)}"
        return self._written(day, "month")

    def month_name(self, day: date) -> str:
        """«окт.», for axes."""
        return self._written(day, "tick")

    def period(self, form: str, year: int, number: int, *, fiscal: bool = False, case: str = "") -> str:
        """«II квартал 2026 г.», «I полугодие 2026 г.», «2026 г.»; in a case «II квартала 2026 г.»"""
        key = f"{form}_fiscal" if fiscal else form
        dates = self._data["dates"]
        template = dates["cases"].get(case, {}).get(key) or dates[key]
        return str(template).format(number=_ROMAN[number], digit=number, year=year)

    def inside(self, relation: str) -> dict[str, str]:
        """What a date in a sentence stands after (``word``, ``second`` before «второй», ``day``), and its ``case``."""
        rules: dict[str, str] = self._data["dates"]["inside"][relation]
        return rules

    @property
    def prepositions(self) -> frozenset[str]:
        """Words with which an author begins a date that needs none of ours."""
        return frozenset(self._data["dates"]["prepositions"].split())

    def span(self, first: str, last: str) -> str:
        """«с … по …»"""
        return str(self._data["dates"]["span"]).format(first=first, last=last)

    def _written(self, day: date, key: str) -> str:
        return _day(self.language, str(self._data["dates"][key]), day)


@lru_cache(maxsize=10_000)
def _day(language: str, pattern: str, day: date) -> str:
    """A day by a pattern; documents of one input name the same days over and over."""
    return format_date(day, pattern, words(language).locale)


@cache
def words(language: str, percent: str = "", show_sign: bool = False) -> Words:
    """The words of a language, kept for the run."""
    return Words(language, percent, show_sign)
