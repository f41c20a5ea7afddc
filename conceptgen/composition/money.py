"""Sums of money: the budget, the costs of the actions, what problem zones cost."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Money

Sums = dict[tuple[str | None, str | None], Decimal]
"""Amounts by currency and period (a sum a month and a sum a year are two sums)."""


def total(amounts: Iterable[Money | None]) -> Sums:
    """Exact amounts added up by currency and period; bounds and texts cannot be added."""
    sums: Sums = {}
    for money in amounts:
        if money is not None and money.amount is not None:
            kind = (money.currency, money.per)
            sums[kind] = sums.get(kind, Decimal(0)) + money.amount
    return sums


def spelled(scope: Scope, sums: Sums) -> str:
    """«240 000 руб., 90 000 руб. в месяц»."""
    return ", ".join(scope.figures.money(amount, *kind) for kind, amount in sums.items())


def budget_lines(scope: Scope) -> tuple[Inlines, ...]:
    """The budget in all, and what the planned actions cost."""
    programme = scope.concept.programme
    if programme is None:
        return ()
    budget = spelled(scope, total(programme.budget))
    costs = spelled(scope, total(action.cost for action in programme.actions))
    return (
        line(scope.say("money.budget", sum=budget)) if budget else (),
        line(scope.say("money.costs", sum=costs)) if costs else (),
    )
