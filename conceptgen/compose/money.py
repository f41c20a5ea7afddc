"""Sums of money: the budget, the costs of the actions, what problem zones cost."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from conceptgen.compose.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Money


def total(amounts: Iterable[Money | None]) -> dict[str | None, Decimal]:
    """Exact amounts added up by currency; bounds and texts cannot be added."""
    sums: dict[str | None, Decimal] = {}
    for money in amounts:
        if money is not None and money.amount is not None:
            sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
    return sums


def spelled(scope: Scope, sums: dict[str | None, Decimal]) -> str:
    """«240 000 руб.», currencies one after another."""
    return ", ".join(scope.figures.money(amount, currency) for currency, amount in sums.items())


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
