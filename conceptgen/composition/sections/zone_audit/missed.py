"""What the zones cost: each sum with what it rests on, then the sums added up in sight of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.composition.builders import cell, columns, full_grid, h1, row
from conceptgen.composition.figures import bare_figure, sum_of_money
from conceptgen.composition.lines import full_stop, join
from conceptgen.composition.marks import marks_of
from conceptgen.composition.money import total
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.zone_audit.cited import evidence
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ZoneVerdict
from conceptgen.model.base import Money

IN_A_YEAR = {"week": 52, "month": 12, "quarter": 4, "year": 1}
"""How many of a period a year has; days and cases are not counted up, for nobody has said how many there are."""


def blocks(scope: Scope) -> Iterator[Block]:
    """A row for every zone whose loss is told, exact sums added up below."""
    told = [each for each in scope.state.zone_audit if each.missed_opportunity is not None]
    if not told:
        return
    yield h1(scope, "zone_audit.missed.title")
    heads = (
        *columns(scope, ("zone", 1.6), ("lost", 1.6), of="zone_audit.columns"),
        *columns(scope, ("evidence", 3.4)),
    )
    yield from full_grid(scope, "zone_audit.missed", heads, [_row(scope, each) for each in told])
    amounts = [each.missed_opportunity for each in told if each.missed_opportunity is not None]
    for said in _sums(scope, [each for each in amounts if each.amount is not None]):
        yield Paragraph(full_stop(line(said)))
    apart = [each for each in told if each.missed_opportunity and each.missed_opportunity.amount is None]
    if apart and len(apart) < len(told):
        zones = join([scope.tell("quoted", text=scope.who(each, "problem_zone")) for each in apart])
        yield Paragraph(scope.tell("zone_audit.missed.apart", zones=zones), "note")


def _row(scope: Scope, verdict: ZoneVerdict) -> Row:
    return row(
        cell(scope.who(verdict, "problem_zone")),
        cell(lost(scope, verdict)),
        cell(*evidence(scope, verdict)),
    )


def lost(scope: Scope, verdict: ZoneVerdict) -> Inlines:
    """The missed opportunity of a zone in figures or words; nothing where none is told."""
    money = verdict.missed_opportunity
    if money is None:
        return ()
    return line(bare_figure(scope, money) if money.form else scope.t(money, "text"), marks_of(scope, money))


def _sums(scope: Scope, amounts: list[Money]) -> Iterator[str]:
    """«300 + 380 = 680 руб. в месяц», a sentence a currency and period; then the year, a sentence a currency."""
    sums = total(amounts)
    for (currency, per), whole in sums.items():
        parts = [
            scope.words.number(each.amount)
            for each in amounts
            if each.amount and (each.currency, each.per) == (currency, per)
        ]
        added = f"{' + '.join(parts)} = " if len(parts) > 1 else ""
        yield scope.say("zone_audit.missed.sum", sum=_spelled(scope, added, whole, currency, per))
    for currency in dict.fromkeys(currency for currency, _ in sums):
        yearly = [
            (whole, IN_A_YEAR[per])
            for (of, per), whole in sums.items()
            if of == currency and per in IN_A_YEAR
        ]
        if any(times > 1 for _, times in yearly):
            number = scope.words.number
            terms = " + ".join(
                f"{number(whole)} × {times}" if times > 1 else number(whole) for whole, times in yearly
            )
            year = sum((whole * times for whole, times in yearly), Decimal(0))
            yield scope.say(
                "zone_audit.missed.year", sum=_spelled(scope, f"{terms} = ", year, currency, None)
            )


def _spelled(scope: Scope, added: str, whole: Decimal, currency: str | None, per: str | None) -> str:
    """The sum with the addition before it, the currency once."""
    return sum_of_money(scope, whole, currency, per).replace(
        scope.words.number(whole), added + scope.words.number(whole), 1
    )
