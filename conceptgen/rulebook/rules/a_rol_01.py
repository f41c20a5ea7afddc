"""Has every position a card, and does each card say what the position is for?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CARD
from conceptgen.rulebook.violation import Violation

CODE = "A-ROL-01"
SECTION = "roles"
DOCUMENTS = CARD


def check(context: RuleContext) -> Iterator[Violation]:
    """One trouble for all that get no card, one for all whose card does not say why."""
    roles = context.project.organization.roles
    without = tuple(each for each in roles if _is_open(each) and not has_card(context.project, each))
    silent = tuple(each for each in roles if not each.why and has_card(context.project, each))
    for found, variant in ((without, "card"), (silent, "why")):
        if found:
            values = {"names": found, "count": len(found)}
            field = "client_facing" if variant == "card" else "why"
            yield Violation(found[0], field, variant, values, also=found[1:])


def _is_open(role: Role) -> bool:
    """True unless the input says that it meets no clients, or that it is several positions."""
    return role.client_facing is not False and not role.members
