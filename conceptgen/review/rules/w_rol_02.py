"""Can every demand on a position be checked before a person is taken on?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ROL-02"
SECTION = "roles"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Only of what is a must; a step of selection that checks it is a way to check."""
    roles = case.project.organization.roles
    checked = {item for role in roles for step in role.selection_steps for item in step.checks}
    for role in roles:
        profile = role.profile
        groups = (profile.knowledge, profile.experience, profile.skills, profile.attitudes) if profile else ()
        for item in chain.from_iterable(groups):
            if item.level == "must" and not item.check and item.id not in checked:
                yield Trouble(item, values={"role": role}, also=(role,))
