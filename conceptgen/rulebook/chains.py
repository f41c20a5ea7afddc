"""What several rules ask of a chain: the score of a touchpoint, what stays in it, whose unit somebody belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from conceptgen.model import scoring
from conceptgen.model.chain import Chain, Development, Touchpoint
from conceptgen.model.organization import Department, Partner, Person, Role
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.rulebook.context import RuleContext


def kept(context: RuleContext, chain: Chain) -> tuple[Placed, ...]:
    """The touchpoints there will be: not those to remove, nor those that do not apply."""
    gone = ("remove", "not_applicable")
    return tuple(each for each in context.touchpoints(chain) if each.touchpoint.decision not in gone)


def score(context: RuleContext, point: Touchpoint) -> Decimal | None:
    """The last known score, as the documents print it."""
    return scoring.score(context.state, point.scores)


def unit(context: RuleContext, party: object) -> str:
    """The department or partner somebody belongs to, by id; "" where it is not said."""
    found = context.relations.by_id.get(party) if isinstance(party, str) else None
    if isinstance(found, Person):
        return unit(context, found.role)
    if isinstance(found, Role):
        return found.department or ""
    return (found.id or "") if isinstance(found, Department | Partner) else ""


def units(context: RuleContext, parties: Iterable[object]) -> set[str]:
    """The units of several, where they are said."""
    return {unit(context, party) for party in parties} - {""}


def is_one_unit(context: RuleContext, one: str, other: str) -> bool:
    """True if two are the same unit, or one is a part of the other."""
    return one in _above(context, other) or other in _above(context, one)


def _above(context: RuleContext, name: str) -> Iterator[str]:
    """A unit and those it is a part of; loading refuses circles."""
    yield name
    found = context.relations.get(name, Department)
    if found and found.parent:
        yield from _above(context, found.parent)


def builders(development: Development) -> set[str]:
    """Who took part in developing a chain, each once."""
    return {str(each.role or each.name) for each in development.contributors}
