"""Does the one who orders the programme differ from the one who leads it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-GOV-01"
SECTION = "governance"
PAPERS = FULL_CONCEPT

FEW_ROLES = 5


def check(case: Case) -> Iterator[Trouble]:
    """In a small firm one person may be both."""
    governance, roles = case.concept.governance, case.project.organization.roles
    if governance is None or len(roles) <= FEW_ROLES or not isinstance(governance.sponsor, str):
        return
    if governance.sponsor == governance.manager:
        both = case.relations.by_id[governance.sponsor]
        yield Trouble(governance, "manager", values={"both": both}, also=(both,))
