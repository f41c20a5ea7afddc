"""Do the actions together cost no more than the budget?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from conceptgen.model.base import Money
from conceptgen.model.figure_bounds import bounds
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.papers import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-ACT-06"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The least the actions cost against the most the budget allows, by currency; a sum a month is not added up."""
    costs = [action.cost for action in context.actions if action.cost and not action.prior]
    for currency in dict.fromkeys(money.currency for money in context.programme.budget if money.currency):
        budget = [money for money in context.programme.budget if money.currency == currency]
        allowed = _sum(money.amount or bounds(money)[1] for money in budget)
        cost = sum(
            money.amount or bounds(money)[0] or 0
            for money in costs
            if money.currency == currency and _is_plain(money)
        )
        if allowed is not None and all(map(_is_plain, budget)) and cost > allowed:
            values = {"cost": Decimal(cost), "budget": allowed, "currency": Label("currency", currency)}
            yield Violation(context.programme, "budget", values=values)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one is not known."""
    known = list(amounts)
    return None if None in known else sum((each for each in known if each), Decimal(0))


def _is_plain(money: Money) -> bool:
    return money.per is None and money.unit in (None, "rub")
