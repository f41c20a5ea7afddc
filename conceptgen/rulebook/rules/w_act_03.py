"""Do several people answer for the actions, rather than one for a third of them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.organization import Person, Role
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-ACT-03"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT

FEW_ROLES, FEW_ACTIONS, SHARE = 5, 10, Decimal(30)


def check(context: RuleContext) -> Iterator[Violation]:
    """Only in a firm with roles to choose from and a programme worth dividing; a department is many people."""
    if len(context.project.organization.roles) <= FEW_ROLES or len(context.actions) <= FEW_ACTIONS:
        return
    standing = {id(action) for action in context.actions}
    for owner, owned in context.owned.items():
        mine = [action for action in owned if id(action) in standing]
        who = context.relations.by_id[owner]
        if isinstance(who, Role | Person) and len(mine) * 100 > SHARE * len(context.actions):
            share = WithUnit(Figure(value=SHARE), "pct")
            values = {"owner": who, "count": len(mine), "all": len(context.actions), "share": share}
            yield Violation(context.programme, "actions", values=values, also=(who, *mine))
