"""Figures in words: «не менее 90 %», «85–90 %», «1 из 2000», «4 мин 22 с», «рост на 10 п. п.», «нет данных»."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from conceptgen.composition.date_words import in_words
from conceptgen.composition.lines import in_brackets
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.languages.declension import inflected, is_in
from conceptgen.languages.words import NBSP, UnitForm
from conceptgen.languages.written import written
from conceptgen.model.base import Bound, Change, Figure, Model, Money, Unknown
from conceptgen.model.dates import When

_NO_SUMS = ("fraction", "duration", "change")
"""Forms in which a sum of money has no currency to stand with."""
_BOUNDS = ("at_least", "at_most", "more_than", "less_than", "from_", "about")


_TIMES = ("sec", "min", "hour", "day", "day_cal", "day_work", "week", "month")


def seconds(iso: str) -> Decimal:
    """The length of an ISO duration of hours, minutes and seconds."""
    sizes = {"H": 3600, "M": 60, "S": 1}
    return Decimal(
        sum(int(n) * sizes[unit] for n, unit in re.findall(r"(?<!\d)(\d+)([HMS])", iso.partition("T")[2]))
    )


def bare_figure(scope: Scope, figure: Figure, unit: str | None = None) -> Inlines:
    """A figure with its unit, without sources and remarks; nothing where no form is given."""
    form = figure.form
    if not form:
        return ()
    if isinstance(figure, Money):
        return _money(scope, figure)
    if form == "unknown" and figure.unknown:
        return scope.unknown(figure.unknown, figure, "unknown")
    if form in ("date", "target"):
        return scope.t(figure, form) if form == "date" else bare_number(scope, figure, form, unit)
    if form == "state":
        return _state(scope, figure)
    text = _text(scope, figure, form, figure.unit or unit)
    per = f" {scope.words.label('per', figure.per)}" if figure.per else ""
    return line(Text(text + per, origin=scope.relations.origin(figure, form)))


def within(scope: Scope, figure: Figure) -> Inlines:
    """A limit to stand before what it limits: «до 10 мин», “within 10 min”; as it is where it is no time."""
    value = figure.at_most if figure.form == "at_most" else None
    if value is None or figure.unit not in _TIMES or figure.per:
        return bare_figure(scope, figure)
    quantity = scope.words.quantity(scope.words.number(value), figure.unit, value, form="after")
    return (
        Text(scope.say("figure.within", value=quantity), origin=scope.relations.origin(figure, "at_most")),
    )


def is_share(figure: Figure) -> bool:
    """True for «не менее 80 %» and «4 из 5»: counted over many meetings, not seen at one."""
    return figure.unit == "pct" or figure.form == "fraction"


def bare_number(scope: Scope, part: Model | None, field: str, unit: str | None = None) -> Inlines:
    """A bare number of a field with its unit; nothing where it is absent."""
    value = getattr(part, field, None) if part is not None else None
    if part is None or value is None:
        return ()
    shown = scope.words.quantity(scope.words.number(Decimal(value)), unit, Decimal(value))
    return (Text(shown, origin=scope.relations.origin(part, field)),)


def _text(scope: Scope, figure: Figure, form: str, unit: str | None) -> str:
    if form == "change" and figure.change:
        return _change(scope, figure.change)
    if form == "fraction" and figure.fraction:
        part, whole = (scope.words.number(Decimal(each)) for each in figure.fraction)
        return scope.words.say("figure.fraction", part=part, whole=whole)
    if form == "duration" and figure.duration:
        return _duration(scope, figure.duration)
    if form == "min" and figure.min is not None and figure.max is not None:
        return _range(scope, figure.min, figure.max, unit)
    value: Decimal = getattr(figure, form)
    sign = unit == "pp" or (scope.words.show_sign and unit == "point")
    number = scope.words.number(value, sign=sign)
    if form in _BOUNDS:
        quantity = scope.words.quantity(number, unit, value, form="after")
        return scope.words.say(f"figure.{form.rstrip('_')}", value=quantity)
    return scope.words.quantity(number, unit, value)


_COMPARED = {"times_more": "of", "times_less": "under"}
"""In which words a change in times names its base; other changes are counted from it."""


def _range(scope: Scope, low: Decimal, high: Decimal, unit: str | None, *, form: UnitForm = "") -> str:
    if low == high:
        return scope.words.quantity(scope.words.number(high), unit, high, form=form)
    dash = "…" if low < 0 or high < 0 else "–"
    number = f"{scope.words.number(low)}{dash}{scope.words.number(high)}"
    # «2–21 недель»: whatever its last number, a range is never of one.
    is_one = scope.words.locale.plural_form(high) == "one"
    return scope.words.quantity(number, unit, Decimal(5) if is_one else high, form=form)


def _bound(scope: Scope, bound: Bound, unit: str | None) -> str:
    if bound.value is not None:
        return scope.words.quantity(scope.words.number(bound.value), unit, bound.value, form="after_by")
    return _range(scope, bound.min or Decimal(0), bound.max or Decimal(0), unit, form="after_by")


def _change(scope: Scope, change: Change) -> str:
    way = next(
        key for key in ("up_by", "down_by", "times_more", "times_less") if getattr(change, key) is not None
    )
    bound, kind = getattr(change, way), _COMPARED.get(way, "from")
    unit = change.unit if kind == "from" else None
    times = scope.words.form("times", bound.value if bound.value is not None else bound.max)
    text = scope.words.say(f"figure.{way}", value=_bound(scope, bound, unit), times=times)
    base = _base(scope, change.base, kind)
    return f"{text} {base}" if base else text


def _base(scope: Scope, base: str | Unknown | None, kind: str) -> str:
    """What a change is counted from: the baseline, the author's words in the genitive, or those in brackets."""
    if base is None:
        return ""
    if isinstance(base, Unknown):
        return scope.words.say("figure.base_apart", base=scope.words.say("unknown.plain"))
    if base.casefold() in written("baseline"):
        return scope.words.say(f"figure.{kind}_baseline")
    language = scope.words.language
    form = base if is_in(language, base, "gen") else inflected(language, base, "gen")
    return scope.words.say(f"figure.{kind}_base" if form else "figure.base_apart", base=form or base)


def _duration(scope: Scope, iso: str) -> str:
    parts = re.findall(r"(?<!\d)(\d+)([YMWDHS])", iso.partition("T")[0])
    clock = re.findall(r"(?<!\d)(\d+)([HMS])", iso.partition("T")[2])
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    hours = {"H": "hour", "M": "min", "S": "sec"}
    shown = [scope.words.quantity(n, units[u], Decimal(n)) for n, u in parts]
    shown += [scope.words.quantity(n, hours[u], Decimal(n)) for n, u in clock]
    return NBSP.join(shown)


def _state(scope: Scope, figure: Figure) -> Inlines:
    done = scope.t(figure, "done_when")
    return line(
        scope.t(figure, "state"),
        line(" (", scope.say("figure.done_when"), " ", done, ")") if done else (),
    )


def _money(scope: Scope, money: Money) -> Inlines:
    return line(amount(scope, money), in_brackets(scope.t(money, "text")))


def amount(scope: Scope, money: Money) -> Inlines:
    """The sum of money without what its text says."""
    form = money.form
    if form == "unknown" and money.unknown:
        return scope.unknown(money.unknown, money, "unknown")
    if form == "state":
        return _state(scope, money)
    if form in _NO_SUMS:
        return line(Text(_text(scope, money, form, money.unit), origin=scope.relations.origin(money, form)))
    currency = scope.words.label("currency", money.currency) if money.currency else ""
    if form == "min" and money.min is not None and money.max is not None:
        number = _range(scope, money.min, money.max, None)
    else:
        number = scope.words.number(getattr(money, form))
    text = scope.words.say("money.sum", amount=number, currency=currency) if currency else number
    if form in _BOUNDS:
        text = scope.words.say(f"figure.{form.rstrip('_')}", value=text)
    per = f" {scope.words.label('per', money.per)}" if money.per else ""
    origin = scope.relations.origin(money, form)
    return (Text(text + per, origin=origin),)


def sum_of_money(scope: Scope, amount: Decimal, currency: str | None, per: str | None) -> str:
    """A computed sum."""
    text = scope.words.number(amount)
    if currency:
        text = scope.words.say("money.sum", amount=text, currency=scope.words.label("currency", currency))
    return text + (f" {scope.words.label('per', per)}" if per else "")


def bare_value(scope: Scope, value: object) -> str:
    """A bare value as text: a number, a date, a whole number, a duration."""
    if isinstance(value, str):
        return _duration(scope, value)
    if isinstance(value, When):
        return in_words(scope.words, value)
    if isinstance(value, date):
        return scope.words.day(value)
    return scope.words.number(Decimal(str(value)))
