"""Figures in words: «не менее 90 %», «85–90 %», «1 из 2000», «4 мин 22 с», «рост на 10 п. п.», «нет данных»."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from conceptgen.document.inline import Inlines, Text, line
from conceptgen.languages.declension import inflected, is_in
from conceptgen.languages.words import NBSP, UnitForm
from conceptgen.model.base import Bound, Change, Figure, Money, Unknown
from conceptgen.model.dates import When

if TYPE_CHECKING:
    from conceptgen.composition.scope import Scope

_NO_SUMS = ("fraction", "duration", "change")
"""Forms in which a sum of money has no currency to stand with."""
_BASELINE = frozenset(("base", "baseline", "база", "исходное", "исходное значение", "исходного"))
"""Words that mean the indicator's own baseline."""
_BOUNDS = ("at_least", "at_most", "more_than", "less_than", "from_", "about")


def seconds(iso: str) -> Decimal:
    """The length of an ISO duration of hours, minutes and seconds."""
    sizes = {"H": 3600, "M": 60, "S": 1}
    return Decimal(
        sum(int(n) * sizes[unit] for n, unit in re.findall(r"(?<!\d)(\d+)([HMS])", iso.partition("T")[2]))
    )


class Figures:
    """Writes every form of figure in the words of the document."""

    def __init__(self, scope: Scope) -> None:
        self.scope, self.words = scope, scope.words

    def bare(self, figure: Figure, unit: str | None = None) -> Inlines:
        """A figure with its unit, without sources and remarks; nothing where no form is given."""
        form = figure.form
        if not form:
            return ()
        if isinstance(figure, Money):
            return self._money(figure)
        if form == "unknown" and figure.unknown:
            return self.scope.unknown(figure.unknown, figure, "unknown")
        if form in ("date", "target"):
            return self.scope.t(figure, form) if form == "date" else self._number(figure, form, unit)
        if form == "state":
            return self._state(figure)
        text = self._text(figure, form, figure.unit or unit)
        per = f" {self.words.label('per', figure.per)}" if figure.per else ""
        return line(Text(text + per, origin=self.scope.relations.origin(figure, form)))

    def _number(self, figure: Figure, form: str, unit: str | None) -> Inlines:
        value = getattr(figure, form)
        text = self.words.quantity(self.words.number(value), unit, value)
        return line(Text(text, origin=self.scope.relations.origin(figure, form)))

    def _text(self, figure: Figure, form: str, unit: str | None) -> str:
        if form == "change" and figure.change:
            return self._change(figure.change)
        if form == "fraction" and figure.fraction:
            part, whole = (self.words.number(Decimal(each)) for each in figure.fraction)
            return self.words.say("figure.fraction", part=part, whole=whole)
        if form == "duration" and figure.duration:
            return self._duration(figure.duration)
        if form == "min" and figure.min is not None and figure.max is not None:
            return self._range(figure.min, figure.max, unit)
        value: Decimal = getattr(figure, form)
        sign = unit == "pp" or (self.words.show_sign and unit == "point")
        number = self.words.number(value, sign=sign)
        if form in _BOUNDS:
            quantity = self.words.quantity(number, unit, value, form="after")
            return self.words.say(f"figure.{form.rstrip('_')}", value=quantity)
        return self.words.quantity(number, unit, value)

    def _range(self, low: Decimal, high: Decimal, unit: str | None, *, form: UnitForm = "") -> str:
        dash = "…" if low < 0 or high < 0 else "–"
        number = f"{self.words.number(low)}{dash}{self.words.number(high)}"
        # «2–21 недель»: whatever its last number, a range is never of one.
        is_one = self.words.locale.plural_form(high) == "one"
        return self.words.quantity(number, unit, Decimal(5) if is_one else high, form=form)

    def _bound(self, bound: Bound, unit: str | None) -> str:
        if bound.value is not None:
            return self.words.quantity(self.words.number(bound.value), unit, bound.value, form="after_by")
        return self._range(bound.min or Decimal(0), bound.max or Decimal(0), unit, form="after_by")

    def _change(self, change: Change) -> str:
        way = next(
            key
            for key in ("up_by", "down_by", "times_more", "times_less")
            if getattr(change, key) is not None
        )
        bound, kind = getattr(change, way), "of" if way.startswith("times") else "from"
        unit = None if kind == "of" else change.unit
        times = self.words.form("times", bound.value if bound.value is not None else bound.max)
        text = self.words.say(f"figure.{way}", value=self._bound(bound, unit), times=times)
        base = self._base(change.base, kind)
        return f"{text} {base}" if base else text

    def _base(self, base: str | Unknown | None, kind: str) -> str:
        """What a change is counted from: the baseline, the author's words in the genitive, or those in brackets."""
        if base is None:
            return ""
        if isinstance(base, Unknown):
            return self.words.say("figure.base_apart", base=self.words.say("unknown.plain"))
        if base.casefold() in _BASELINE:
            return self.words.say(f"figure.{kind}_baseline")
        language = self.words.language
        form = base if is_in(language, base, "gen") else inflected(language, base, "gen")
        return self.words.say(f"figure.{kind}_base" if form else "figure.base_apart", base=form or base)

    def _duration(self, iso: str) -> str:
        parts = re.findall(r"(?<!\d)(\d+)([YMWDHS])", iso.partition("T")[0])
        clock = re.findall(r"(?<!\d)(\d+)([HMS])", iso.partition("T")[2])
        units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
        hours = {"H": "hour", "M": "min", "S": "sec"}
        shown = [self.words.quantity(n, units[u], Decimal(n)) for n, u in parts]
        shown += [self.words.quantity(n, hours[u], Decimal(n)) for n, u in clock]
        return NBSP.join(shown)

    def _state(self, figure: Figure) -> Inlines:
        done = self.scope.t(figure, "done_when")
        return line(
            self.scope.t(figure, "state"),
            line(" (", self.scope.say("figure.done_when"), " ", done, ")") if done else (),
        )

    def _money(self, money: Money) -> Inlines:
        said = self.scope.t(money, "text")
        return line(self.amount(money), line(" (", said, ")") if said else "")

    def amount(self, money: Money) -> Inlines:
        """The sum of money without what its text says."""
        form = money.form
        if form == "unknown" and money.unknown:
            return self.scope.unknown(money.unknown, money, "unknown")
        if form == "state":
            return self._state(money)
        if form in _NO_SUMS:
            return line(
                Text(self._text(money, form, money.unit), origin=self.scope.relations.origin(money, form))
            )
        currency = self.words.label("currency", money.currency) if money.currency else ""
        if form == "min" and money.min is not None and money.max is not None:
            number = self._range(money.min, money.max, None)
        else:
            number = self.words.number(getattr(money, form))
        text = self.words.say("money.sum", amount=number, currency=currency) if currency else number
        if form in _BOUNDS:
            text = self.words.say(f"figure.{form.rstrip('_')}", value=text)
        per = f" {self.words.label('per', money.per)}" if money.per else ""
        origin = self.scope.relations.origin(money, form)
        return (Text(text + per, origin=origin),)

    def money(self, amount: Decimal, currency: str | None, per: str | None) -> str:
        """A computed sum."""
        text = self.words.number(amount)
        if currency:
            text = self.words.say("money.sum", amount=text, currency=self.words.label("currency", currency))
        return text + (f" {self.words.label('per', per)}" if per else "")

    def leaf(self, value: object) -> str:
        """A bare value as text: a number, a date, a whole number, a duration."""
        if isinstance(value, str):
            return self._duration(value)
        if isinstance(value, When):
            return self.scope.when(value)
        if isinstance(value, date):
            return self.words.day(value)
        return self.words.number(Decimal(str(value)))
