"""Sums of money: the budget, the costs of the actions, what problem zones cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.figures import amount, sum_of_money
from conceptgen.composition.lines import in_brackets, join
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Money
from conceptgen.model.programme import Programme

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
    return ", ".join(sum_of_money(scope, amount, *kind) for kind, amount in sums.items())


def budget_lines(scope: Scope) -> tuple[Inlines, ...]:
    """The budget in all, and what the planned actions cost."""
    programme = scope.concept.programme
    if programme is None:
        return ()
    costs = [action.cost for action in programme.actions]
    sums = total(costs)
    known, word = (
        spelled(scope, sums) if any(sums.values()) else "",
        "costs" if is_exact(costs) else "costs_known",
    )
    return (_budget(scope, programme), line(scope.say(f"money.{word}", sum=known)) if known else ())


def spending(scope: Scope, spent: Sequence[Money]) -> Inlines:
    """What was spent, and what that leaves of a budget it can be compared with; nothing where it is not told."""
    if not spent:
        return ()
    told, pair = join([_part(scope, each) for each in spent], "; "), compared(scope, spent)
    if pair is None:
        return scope.tell("progress.summary.spent", sum=told)
    (kind, gone), whole = pair
    left = sum_of_money(scope, abs(whole - gone), *kind)
    if gone > whole:
        return scope.tell("progress.summary.over", sum=told, over=left)
    percent = (gone * 100 / whole).quantize(Decimal(1))
    share = scope.words.quantity(scope.words.number(percent), "pct", percent)
    return scope.tell("progress.summary.left", sum=told, share=share, left=left)


Spent = tuple[tuple[tuple[str | None, str | None], Decimal], Decimal]
"""The currency and period, what was spent, and the budget."""


def compared(scope: Scope, spent: Sequence[Money]) -> Spent | None:
    """What was spent beside the whole budget; None where the two cannot be set against each other."""
    programme = scope.concept.programme
    if programme is None or not (is_whole(programme) and is_exact(spent) and total(spent)):
        return None
    (kind, gone), *others = total(spent).items()
    whole = total(programme.budget).get(kind, Decimal(0))
    return ((kind, gone), whole) if whole > 0 and not others else None


def _budget(scope: Scope, programme: Programme) -> Inlines:
    """The whole budget as one sum; parts of it under their own names."""
    if is_whole(programme):
        known = spelled(scope, total(programme.budget))
        return line(scope.say("money.budget", sum=known)) if known else ()
    if len(programme.budget) == 1:
        (only,) = programme.budget
        key = "budget_part" if only.text else "budget"
        return scope.tell(f"money.{key}", sum=_only_part(scope, only))
    parts = join([_part(scope, each) for each in programme.budget], "; ")
    return scope.tell("money.budget_parts", sums=parts)


def _only_part(scope: Scope, part: Money) -> Inlines:
    """«не более 600 000 руб. (в первый год)»: alone, a sum needs no name before it."""
    apart = join([scope.t(part, "text"), date_for_brackets(scope, part, "year") if part.year else ()], "; ")
    if not part.form:
        return apart
    return line(amount(scope, part), in_brackets(apart))


def _part(scope: Scope, part: Money) -> Inlines:
    named = (scope.t(part, "text"), amount(scope, part) if part.form else ())
    return line(
        join(named, " — "), line(" (", date_for_brackets(scope, part, "year"), ")") if part.year else ""
    )


def is_exact(amounts: Iterable[Money | None]) -> bool:
    """True if every cost that is named is an exact sum, so that they add up."""
    return all(money is None or money.amount is not None for money in amounts)


def is_whole(programme: Programme) -> bool:
    """True if the sums make the whole budget: each exact, none named for something of its own but its year."""
    return all(each.amount is not None and (each.year or not each.text) for each in programme.budget)
