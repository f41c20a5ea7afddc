"""Is care for the client looked for in those who meet him?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, ROLES
from conceptgen.rulebook.violation import Violation

CODE = "W-ROL-01"
SECTION = "roles"
DOCUMENTS = FULL_CONCEPT | ROLES


def check(context: RuleContext) -> Iterator[Violation]:
    """Only of a profile that is begun; to have none is no fault here."""
    for role in context.project.organization.roles:
        profile = role.profile
        if not (role.client_facing and profile) or profile.attitudes:
            continue
        if profile.knowledge or profile.experience or profile.skills:
            yield Violation(role, "profile")
