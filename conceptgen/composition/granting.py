"""Who may grant what goes wrong: the sum a touchpoint promises against the rights of the positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conceptgen.composition.date_words import worded
from conceptgen.composition.in_force import promised_on
from conceptgen.composition.lines import join, lowered, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines
from conceptgen.model.dates import When
from conceptgen.model.governance import Governance
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.model.worded_dates import iso_of
from conceptgen.model.worded_sums import WordedSum, largest

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s[^\W\d]+\s\d{4}|\b[^\W\d]+\s\d{1,2},\s\d{4}")

_SHARE, _PERCENT = "%", re.compile(r"(\d{1,2})\s?%")
"""A part of a price is decided on like a sum."""


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
        if (limit := _largest(each.text)) and limit.currency == currency
    ]
    return max(found, key=lambda each: each.amount) if found else None


def granted(scope: Scope, role: Role, placed: Placed) -> Inlines:
    """Who decides on the sum of a remedy where this position may not, or not yet; nothing where it may."""
    asked = _asked(placed)
    if asked is None:
        return ()
    own, granter = right_of(role, asked.currency), _granter(scope, role, placed, asked)
    who, kind = lowered(scope.t(granter, "name")), "share" if asked.currency == _SHARE else "money"
    if own and own.amount >= asked.amount:
        # A remedy that names the day itself says what holds until then.
        is_told = own.since in _days_in(str(placed.touchpoint.recovery))
        return () if is_told else _later(scope, own, who, kind, promised_on(scope, placed.touchpoint))
    if not who:
        return ()
    if own:
        return scope.tell("role_cards.beyond", limit=own.text, who=who)
    has_rights = bool(role.job_description and role.job_description.authority)
    return scope.tell(f"role_cards.{kind}.other", who=who) if has_rights else ()


def decided_for_others(scope: Scope, role: Role) -> Iterator[Inlines]:
    """What the cards of others leave to this position, where its own rights do not name the sum."""
    for other in scope.project.organization.roles:
        left = [
            placed
            for placed in (served_by(scope.project, other) if has_card(scope.project, other) else ())
            if (asked := _asked(placed))
            and _granter(scope, other, placed, asked) is role
            and not _is_enough(role, asked)
            and granted(scope, other, placed)
        ]
        if left:
            points = join((without_full_stop(scope.t(each.touchpoint, "name")) for each in left), "; ")
            who = lowered(scope.t(other, "name"))
            yield scope.tell("role_cards.decides_for", who=who, points=points)


def _asked(placed: Placed) -> WordedSum | None:
    """The sum that a remedy promises."""
    recovery = placed.touchpoint.recovery
    return _largest(recovery) if isinstance(recovery, str) else None


def _largest(text: str) -> WordedSum | None:
    """The largest sum of money; where a text has none, the largest share: «скидка 10 %»."""
    shares = [WordedSum(Decimal(found[1]), _SHARE, found[0]) for found in _PERCENT.finditer(text)]
    return largest(text) or max(shares, key=lambda each: each.amount, default=None)


def _is_enough(role: Role, asked: WordedSum) -> bool:
    """True if its rights name such a sum, and from the first day."""
    right = right_of(role, asked.currency)
    return bool(right and right.amount >= asked.amount and right.since is None)


def _later(scope: Scope, right: Right, who: Inlines, kind: str, promised: date | None) -> Inlines:
    """A right that begins after what needs it is promised: from when, and who decides until then."""
    binding = scope.project.document.binding
    first = promised or (scope.last(binding.effective_from) if binding else None) or scope.today
    if right.since is None or first is None or right.since <= first:
        return ()
    since = worded(scope.words, When("day", right.since, right.since), "from")
    return scope.tell(f"role_cards.{kind}.{'later' if who else 'later_alone'}", since=since, who=who)


def _granter(scope: Scope, role: Role, placed: Placed, asked: WordedSum) -> Role | None:
    """The position whose right is enough, the owner first; else who answers for the touchpoint, or for the whole."""
    governance = scope.concept.governance or Governance.empty()
    others = [each for each in scope.project.organization.roles if each is not role]
    enough = [
        (right.amount, each)
        for each in others
        if _is_enough(each, asked) and (right := right_of(each, asked.currency))
    ]
    owner = next((each for each in others if each.id and each.id == placed.owner), None)
    able = [each for _, each in sorted(enough, key=lambda pair: (pair[1] is not owner, pair[0]))]
    above = [each for name in (governance.manager, governance.sponsor) for each in others if each.id == name]
    unlimited = [owner] if owner and right_of(owner, asked.currency) is None else []
    return next(iter((*able, *unlimited, *above)), None)


def _days_in(text: str) -> tuple[date, ...]:
    """The days that a text names."""
    named = (iso_of(found[0]) for found in _DAY.finditer(text))
    return tuple(date.fromisoformat(iso) for iso in named if len(iso) == len("2027-05-14"))
