"""May anybody who serves a touchpoint grant the sum it promises where something goes wrong?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.granting import Right, right_of
from conceptgen.model.organization import Role
from conceptgen.model.role_points import serves
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.model.worded_sums import largest
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CARD, FULL_CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-ROL-05"
SECTION = "roles"
DOCUMENTS = CARD | FULL_CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """A position whose rights name no sum in that currency tells nothing of its limit."""
    for chain in context.project.chains:
        for placed in context.touchpoints(chain):
            recovery = placed.touchpoint.recovery
            asked = largest(recovery) if isinstance(recovery, str) else None
            if asked is None or not placed.is_met:
                continue
            limits = [*_limits(context, placed, asked.currency)]
            if limits and all(limit.amount < asked.amount for _, limit in limits):
                role, limit = max(limits, key=lambda each: each[1].amount)
                values = {"sum": asked.text, "limit": limit.text, "role": role}
                yield Violation(placed.touchpoint, "recovery", values=values, also=(role,))


def _limits(context: RuleContext, placed: Placed, currency: str) -> Iterator[tuple[Role, Right]]:
    """The positions that serve, whose rights name a sum."""
    for role in context.project.organization.roles:
        if serves(context.project, role, placed) and (limit := right_of(role, currency)):
            yield role, limit
