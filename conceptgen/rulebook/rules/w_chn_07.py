"""Were three people heard for a chain built from interviews, and somebody of every unit that meets the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Development
from conceptgen.model.organization import Department
from conceptgen.rulebook.chains import builders, is_one_unit, kept, unit, units
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-07"
SECTION = "chains"
DOCUMENTS = CHAIN

_ENOUGH = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """An organisation with fewer positions needs fewer; a contributor whose unit is not said may be of any."""
    enough = min(_ENOUGH, len(context.project.organization.roles) or _ENOUGH)
    for chain in context.project.chains:
        development = chain.development
        if development is None or development.mode != "interviews":
            continue
        heard = len(builders(development))
        if heard < enough:
            yield Violation(
                development, variant="few", values={"name": chain, "count": heard, "enough": enough}
            )
        elif all(unit(context, each.role) for each in development.contributors):
            unheard = [*_unheard(context, chain, development)]
            if unheard:
                yield Violation(
                    development,
                    variant="units",
                    values={"name": chain, "units": unheard},
                    also=tuple(unheard),
                )


def _unheard(context: RuleContext, chain: Chain, development: Development) -> Iterator[Department]:
    """Departments that serve or answer at a touchpoint and of which nobody was asked."""
    heard = units(context, (each.role for each in development.contributors))
    parties = [party for each in kept(context, chain) for party in (each.owner, *each.served_by)]
    for name in dict.fromkeys(
        filter(None, (unit(context, party) for party in dict.fromkeys(map(_known, parties))))
    ):
        found = context.relations.get(name, Department)
        if found and not any(is_one_unit(context, name, each) for each in heard):
            yield found


def _known(party: object) -> str:
    return party if isinstance(party, str) else ""
