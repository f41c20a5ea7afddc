"""Does the one who orders the programme differ from the one who leads it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-GOV-01"
SECTION = "governance"
DOCUMENTS = FULL_CONCEPT

FEW_ROLES = 5


def check(context: RuleContext) -> Iterator[Violation]:
    """In a small firm one person may be both."""
    governance, roles = context.concept.governance, context.project.organization.roles
    if governance is None or len(roles) <= FEW_ROLES or not isinstance(governance.sponsor, str):
        return
    if governance.sponsor == governance.manager:
        both = context.relations.by_id[governance.sponsor]
        yield Violation(governance, "manager", values={"both": both}, also=(both,))
