"""Do the profile of those who meet the client and the figures they are measured by go together?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Role, RoleProfile
from conceptgen.model.references import is_silent
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, ROLES
from conceptgen.rulebook.violation import Violation

CODE = "W-ROL-04"
SECTION = "roles"
DOCUMENTS = FULL_CONCEPT | ROLES


def check(context: RuleContext) -> Iterator[Violation]:
    """Whoever answers for an indicator has one; a profile is asked for only beside a job description."""
    if not context.concept.indicators:
        return
    for role in context.project.organization.roles:
        if not role.client_facing:
            continue
        own = context.relations.linked(role, Indicator)
        answers = context.relations.pointing(role, "owner", Indicator)
        if _is_begun(role.profile) and not (own or answers or is_silent(role.indicators)):
            yield Violation(role, variant="indicator")
        elif own and _is_described(role) and not _is_begun(role.profile):
            yield Violation(role, variant="profile", also=own)


def _is_described(role: Role) -> bool:
    return bool(role.job_description or role.selection_steps or role.training)


def _is_begun(profile: RoleProfile | None) -> bool:
    return bool(profile and (profile.knowledge or profile.experience or profile.skills or profile.attitudes))
