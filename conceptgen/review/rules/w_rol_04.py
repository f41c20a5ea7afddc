"""Do the profile of those who meet the client and the figures they are measured by go together?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Role, RoleProfile
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ROL-04"
SECTION = "roles"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Whoever answers for an indicator has one; a profile is asked for only beside a job description."""
    if not case.concept.indicators:
        return
    for role in case.project.organization.roles:
        if not role.client_facing:
            continue
        own = case.relations.linked(role, Indicator)
        answers = case.relations.pointing(role, "owner", Indicator)
        if _is_begun(role.profile) and not (own or answers):
            yield Trouble(role, variant="indicator")
        elif own and _is_described(role) and not _is_begun(role.profile):
            yield Trouble(role, variant="profile", also=own)


def _is_described(role: Role) -> bool:
    return bool(role.job_description or role.selection_steps or role.training)


def _is_begun(profile: RoleProfile | None) -> bool:
    return bool(profile and (profile.knowledge or profile.experience or profile.skills or profile.attitudes))
