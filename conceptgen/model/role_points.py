"""The touchpoints of a position: where it answers or serves, in every chain; those that are to go only if asked."""

from __future__ import annotations

from conceptgen.model.chain import Chain, Touchpoint
from conceptgen.model.organization import Department, Role
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import Placed, touchpoints


def points_of(project: Project, role: Role, *, going: bool = False) -> list[Placed]:
    """In the order of the chains; those it is linked with by hand, too; with those that are to go if asked."""
    return [placed for chain in project.chains for placed in points_in(chain, project, role, going=going)]


def points_in(chain: Chain, project: Project, role: Role, *, going: bool = False) -> list[Placed]:
    """Those of one chain."""
    return [
        placed
        for placed in touchpoints(chain, project.relations)
        if role.id
        and (placed.is_met or (going and placed.touchpoint.decision == "remove"))
        and (serves(project, role, placed) or placed.owner == role.id or _is_linked(project, role, placed))
    ]


def served_by(project: Project, role: Role) -> list[Placed]:
    """Those of them where it meets the client itself: it serves, or answers and nobody else serves."""
    return [
        each
        for each in points_of(project, role)
        if serves(project, role, each) or _is_linked(project, role, each)
    ]


def serves(project: Project, role: Role, placed: Placed) -> bool:
    """True if a touchpoint names the position or its department; one that does not meet clients is named by itself."""
    named = placed.served_or_owned_by
    return role.id in named or (
        role.client_facing is not False and any(each in named for each in _departments(project, role))
    )


def has_card(project: Project, role: Role) -> bool:
    """True if it meets the client and there is something to print of it alone."""
    job = role.job_description
    own = role.why or (job and job.authority)
    return role.client_facing is not False and bool(served_by(project, role) or (role.client_facing and own))


def _is_linked(project: Project, role: Role, placed: Placed) -> bool:
    return any(placed.touchpoint is each for each in project.relations.linked(role, Touchpoint))


def _departments(project: Project, role: Role) -> list[str]:
    """Its department and those that one belongs to, the nearest first."""
    found: list[str] = []
    name = role.department
    while name and name not in found:
        found.append(name)
        department = project.relations.get(name, Department)
        name = department.parent if department else None
    return found
