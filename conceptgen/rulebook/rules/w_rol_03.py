"""Has every position that meets the client a profile, where the document prints profiles?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.organization import Role
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, ROLES
from conceptgen.rulebook.violation import Violation

CODE = "W-ROL-03"
SECTION = "roles"
DOCUMENTS = FULL_CONCEPT | ROLES


def check(context: RuleContext) -> Iterator[Violation]:
    """Where nobody has one the document is not about profiles; one trouble for all that lack it."""
    facing = [role for role in context.project.organization.roles if role.client_facing]
    bare = tuple(role for role in facing if not _has_profile(role))
    if bare and any(_has_profile(role) for role in context.project.organization.roles):
        values = {"names": bare, "count": len(bare)}
        yield Violation(bare[0], values=values, also=bare[1:])


def _has_profile(role: Role) -> bool:
    profile = role.profile
    return bool(profile and (profile.knowledge or profile.experience or profile.skills or profile.attitudes))
