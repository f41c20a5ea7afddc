"""Does the steering say who orders, who leads, who meets, who reports, and how it is changed?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-GOV-01"
SECTION = "governance"
DOCUMENTS = FULL_CONCEPT

_NEEDED = ("sponsor", "manager", "meetings", "reporting", "change_procedure")


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for all that is missing; where the whole section is missing, that is told elsewhere."""
    governance = context.concept.governance
    if governance is None:
        return
    missing = [field for field in _NEEDED if not getattr(governance, field)]
    if missing:
        yield Violation(governance, values={"missing": [FieldName(governance, each) for each in missing]})
