"""Who may grant what goes wrong: the sum a touchpoint promises against the rights of the positions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conceptgen.composition.date_words import worded
from conceptgen.composition.lines import lowered
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.dates import When
from conceptgen.model.governance import Governance
from conceptgen.model.organization import Role
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.model.worded_dates import iso_of
from conceptgen.model.worded_sums import largest

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s[^\W\d]+\s\d{4}|\b[^\W\d]+\s\d{1,2},\s\d{4}")


@dataclass(frozen=True, slots=True)
class Right:
    """The largest sum a position may decide on, as its rights word it, and the day from which it may."""

    amount: Decimal
    text: str
    since: date | None = None


def right_of(role: Role, currency: str) -> Right | None:
    """What its job description lets it decide on in a currency; None where that names no sum."""
    job = role.job_description
    found = [
        Right(limit.amount, limit.text, next(iter(_days_in(each.text)), None))
        for each in (job.authority if job else ())
        if (limit := largest(each.text)) and limit.currency == currency
    ]
    return max(found, key=lambda each: each.amount) if found else None


def granted(scope: Scope, role: Role, placed: Placed) -> Inlines:
    """Who decides on the sum of a remedy where this position may not, or not yet; nothing where it may."""
    recovery = placed.touchpoint.recovery
    if not isinstance(recovery, str) or (asked := largest(recovery)) is None:
        return ()
    own, who = right_of(role, asked.currency), _granter(scope, role, placed, asked.amount, asked.currency)
    if own and own.amount >= asked.amount:
        # A remedy that names the day itself says what holds until then.
        return () if own.since in _days_in(recovery) else _later(scope, own, who)
    if not who:
        return ()
    if own:
        return scope.tell("role_cards.money.beyond", limit=own.text, who=who)
    is_told = bool(role.job_description and role.job_description.authority)
    return scope.tell("role_cards.money.other", who=who) if is_told else ()


def _later(scope: Scope, right: Right, who: Inlines) -> Inlines:
    """A right that begins after the document is in force: from when, and who decides until then."""
    binding = scope.project.document.binding
    first = (scope.last(binding.effective_from) if binding else None) or scope.today
    if right.since is None or first is None or right.since <= first:
        return ()
    since = worded(scope.words, When("day", right.since, right.since), "from")
    key = "later" if who else "later_alone"
    return scope.tell(f"role_cards.money.{key}", since=since, who=who)


def _granter(scope: Scope, role: Role, placed: Placed, amount: Decimal, currency: str) -> Inlines:
    """The position whose right is enough, the owner first; else who answers for the touchpoint, or for the whole."""
    governance = scope.concept.governance or Governance.empty()
    others = [each for each in scope.project.organization.roles if each is not role]
    enough = [
        (right.amount, each)
        for each in others
        if (right := right_of(each, currency)) and right.amount >= amount and right.since is None
    ]
    owner = next((each for each in others if each.id and each.id == placed.owner), None)
    able = [each for _, each in sorted(enough, key=lambda pair: (pair[1] is not owner, pair[0]))]
    above = [each for name in (governance.manager, governance.sponsor) for each in others if each.id == name]
    unlimited = [owner] if owner and right_of(owner, currency) is None else []
    found = next(iter((*able, *unlimited, *above)), None)
    return line(lowered(scope.t(found, "name"))) if found else ()


def _days_in(text: str) -> tuple[date, ...]:
    """The days that a text names."""
    named = (iso_of(found[0]) for found in _DAY.finditer(text))
    return tuple(date.fromisoformat(iso) for iso in named if len(iso) == len("2027-05-14"))
