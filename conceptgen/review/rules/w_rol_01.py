"""Is care for the client looked for in those who meet him?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ROL-01"
SECTION = "roles"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Only of a profile that is begun; to have none is no fault here."""
    for role in case.project.organization.roles:
        profile = role.profile
        if not (role.client_facing and profile) or profile.attitudes:
            continue
        if profile.knowledge or profile.experience or profile.skills:
            yield Trouble(role, "profile")
