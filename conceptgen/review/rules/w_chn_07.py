"""Were three people heard for a chain built from interviews, and somebody of every unit that meets the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Development
from conceptgen.model.organization import Department
from conceptgen.review.case import Case
from conceptgen.review.chains import builders, is_one_unit, kept, unit, units
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-07"
SECTION = "chains"
PAPERS = CHAIN

_ENOUGH = 3


def check(case: Case) -> Iterator[Trouble]:
    """An organisation with fewer positions needs fewer; a contributor whose unit is not said may be of any."""
    enough = min(_ENOUGH, len(case.project.organization.roles) or _ENOUGH)
    for chain in case.project.chains:
        development = chain.development
        if development is None or development.mode != "interviews":
            continue
        heard = len(builders(development))
        if heard < enough:
            yield Trouble(
                development, variant="few", values={"name": chain, "count": heard, "enough": enough}
            )
        elif all(unit(case, each.role) for each in development.contributors):
            unheard = [*_unheard(case, chain, development)]
            if unheard:
                yield Trouble(
                    development,
                    variant="units",
                    values={"name": chain, "units": unheard},
                    also=tuple(unheard),
                )


def _unheard(case: Case, chain: Chain, development: Development) -> Iterator[Department]:
    """Departments that serve or answer at a touchpoint and of which nobody was asked."""
    heard = units(case, (each.role for each in development.contributors))
    parties = [party for each in kept(case, chain) for party in (each.owner, *each.served_by)]
    for name in dict.fromkeys(
        filter(None, (unit(case, party) for party in dict.fromkeys(map(_known, parties))))
    ):
        found = case.relations.get(name, Department)
        if found and not any(is_one_unit(case, name, each) for each in heard):
            yield found


def _known(party: object) -> str:
    return party if isinstance(party, str) else ""
