"""Do the actions together cost no more than the budget?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from conceptgen.model.base import Money
from conceptgen.model.figure_bounds import bounds
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.lasting_costs import IN_MONTHS, months_paid
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Truncated, Violation

CODE = "W-ACT-06"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The least the actions cost against the most the budget allows, by currency."""
    for currency in dict.fromkeys(money.currency for money in context.programme.budget if money.currency):
        budget = [money for money in context.programme.budget if money.currency == currency]
        allowed = _sum(money.amount or bounds(money)[1] for money in budget)
        if allowed is not None and all(_is_in_units(money) and not money.per for money in budget):
            yield from _compared(context, currency, budget, allowed)


def _compared(
    context: RuleContext, currency: str, budget: Sequence[Money], allowed: Decimal
) -> Iterator[Violation]:
    """A sum a month is counted over its months; where it cannot be, that is told unless the rest is too much."""
    paid = [(each, each.cost) for each in context.actions if each.cost and not each.prior]
    paid = [(action, cost) for action, cost in paid if cost.currency == currency and _is_in_units(cost)]
    once = sum(_least(cost) for _, cost in paid if not cost.per)
    lasting = [(action, cost) for action, cost in paid if cost.per in IN_MONTHS]
    counted = {id(action): months_paid(context, action, budget) for action, _ in lasting}
    total = once + sum(_over_months(cost, counted[id(action)] or 0) for action, cost in lasting)
    values = {"cost": Decimal(int(total)), "budget": allowed, "currency": Label("currency", currency)}
    by_month = tuple(action for action, _ in lasting if counted[id(action)])
    unknown = tuple(action for action, _ in lasting if counted[id(action)] is None)
    if total > allowed and by_month:
        yield _told(context, "lasting", by_month, values)
    elif total > allowed:
        yield Violation(context.programme, "budget", "once", values)
    elif unknown:
        yield _told(context, "undated", unknown, values)


def _told(
    context: RuleContext, variant: str, actions: tuple[Action, ...], values: dict[str, Any]
) -> Violation:
    named = values | {"actions": Truncated(actions)}
    return Violation(context.programme, "budget", variant, named, also=actions)


def _least(cost: Money) -> Decimal:
    return cost.amount or bounds(cost)[0] or Decimal(0)


def _over_months(cost: Money, months: int) -> Decimal:
    return _least(cost) * months / IN_MONTHS[cost.per or "month"]


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one is not known."""
    known = list(amounts)
    return None if None in known else sum((each for each in known if each), Decimal(0))


def _is_in_units(money: Money) -> bool:
    return money.unit in (None, "rub")
