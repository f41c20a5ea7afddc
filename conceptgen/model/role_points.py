"""The touchpoints of a position: where it answers or serves, in every chain; those that are to go only if asked."""

from __future__ import annotations

from conceptgen.model.chain import Touchpoint
from conceptgen.model.organization import Role
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import Placed, touchpoints


def points_of(project: Project, role: Role, *, going: bool = False) -> list[Placed]:
    """In the order of the chains; those it is linked with by hand, too; with those that are to go if asked."""
    linked = project.relations.linked(role, Touchpoint)
    return [
        placed
        for chain in project.chains
        for placed in touchpoints(chain, project.relations)
        if role.id
        and (placed.is_met or (going and placed.touchpoint.decision == "remove"))
        and (
            role.id in placed.served_or_owned_by
            or placed.owner == role.id
            or any(placed.touchpoint is each for each in linked)
        )
    ]


def served_by(project: Project, role: Role) -> list[Placed]:
    """Those of them where it meets the client itself: it serves, or answers and nobody else serves."""
    linked = project.relations.linked(role, Touchpoint)
    return [
        each
        for each in points_of(project, role)
        if role.id in each.served_or_owned_by or any(each.touchpoint is one for one in linked)
    ]


def has_card(project: Project, role: Role) -> bool:
    """True if it meets the client and there is something to print of it alone."""
    job = role.job_description
    own = role.why or (job and job.authority)
    return role.client_facing is not False and bool(served_by(project, role) or (role.client_facing and own))
