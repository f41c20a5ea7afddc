"""The touchpoints of a position: where it answers or serves, in every chain."""

from __future__ import annotations

from conceptgen.composition.scope import Scope
from conceptgen.model.chain import Touchpoint
from conceptgen.model.organization import Role
from conceptgen.model.touchpoint_positions import Placed, touchpoints


def points_of(scope: Scope, role: Role) -> list[Placed]:
    """In the order of the chains; those it is linked with by hand, too."""
    linked = scope.relations.linked(role, Touchpoint)
    return [
        placed
        for chain in scope.project.chains
        for placed in touchpoints(chain, scope.relations)
        if role.id
        and (
            role.id in placed.served_or_owned_by
            or placed.owner == role.id
            or any(placed.touchpoint is each for each in linked)
        )
    ]


def served_by(scope: Scope, role: Role) -> list[Placed]:
    """Those of them where it meets the client itself: it serves, or answers and nobody else serves."""
    linked = scope.relations.linked(role, Touchpoint)
    return [
        each
        for each in points_of(scope, role)
        if role.id in each.served_or_owned_by or any(each.touchpoint is one for one in linked)
    ]
