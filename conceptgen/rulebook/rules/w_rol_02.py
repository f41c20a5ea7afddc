"""Can every demand on a position be checked before a person is taken on?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, ROLES
from conceptgen.rulebook.violation import Violation

CODE = "W-ROL-02"
SECTION = "roles"
DOCUMENTS = FULL_CONCEPT | ROLES


def check(context: RuleContext) -> Iterator[Violation]:
    """Only of what is a must; a step of selection that checks it is a way to check."""
    roles = context.project.organization.roles
    checked = {item for role in roles for step in role.selection_steps for item in step.checks}
    for role in roles:
        profile = role.profile
        groups = (profile.knowledge, profile.experience, profile.skills, profile.attitudes) if profile else ()
        for item in chain.from_iterable(groups):
            if item.level == "must" and not item.check and item.id not in checked:
                yield Violation(item, values={"role": role}, also=(role,))
