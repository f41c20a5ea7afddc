"""Do duties and profile agree: each duty takes something, and each strict demand is of use?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.organization import ProfileItem, Role
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import ROLES
from conceptgen.rulebook.violation import Violation

CODE = "E-ROL-02"
SECTION = "roles"
DOCUMENTS = ROLES


def check(context: RuleContext) -> Iterator[Violation]:
    """Only where there are both; an attitude is of use to every duty."""
    for role in context.project.organization.roles:
        duties = role.job_description.duties if role.job_description else ()
        demands = [*_demands(role)]
        if not (duties and demands):
            continue
        used = {name for duty in duties for name in duty.requires}
        for duty in duties:
            if not duty.requires:
                yield Violation(duty, "", "duty", {"role": role}, also=(role,))
        for item in demands:
            if item.level == "must" and item.id not in used:
                yield Violation(item, "", "demand", {"role": role}, also=(role,))


def _demands(role: Role) -> Iterator[ProfileItem]:
    if role.profile:
        yield from (*role.profile.knowledge, *role.profile.experience, *role.profile.skills)
