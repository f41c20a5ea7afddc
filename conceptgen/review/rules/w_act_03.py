"""Do several people answer for the actions, rather than one for a third of them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.organization import Person, Role
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import InUnit, Trouble

CODE = "W-ACT-03"
SECTION = "programme"
PAPERS = FULL_CONCEPT

FEW_ROLES, FEW_ACTIONS, SHARE = 5, 10, Decimal(30)


def check(case: Case) -> Iterator[Trouble]:
    """Only in a firm with roles to choose from and a programme worth dividing; a department is many people."""
    if len(case.project.organization.roles) <= FEW_ROLES or len(case.actions) <= FEW_ACTIONS:
        return
    standing = {id(action) for action in case.actions}
    for owner, owned in case.owned.items():
        mine = [action for action in owned if id(action) in standing]
        who = case.relations.by_id[owner]
        if isinstance(who, Role | Person) and len(mine) * 100 > SHARE * len(case.actions):
            share = InUnit(Figure(value=SHARE), "pct")
            values = {"owner": who, "count": len(mine), "all": len(case.actions), "share": share}
            yield Trouble(case.programme, "actions", values=values, also=(who, *mine))
