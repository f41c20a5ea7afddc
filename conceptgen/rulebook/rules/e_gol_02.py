"""Has every goal someone who answers for it, and a horizon?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-GOL-02"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a goal; a stated unknown is an answer."""
    for goal in context.concept.goals:
        missing = [field for field in ("owner", "horizon") if not getattr(goal, field)]
        if missing:
            yield Violation(goal, values={"missing": [FieldName(goal, each) for each in missing]})
