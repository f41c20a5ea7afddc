"""Does some goal say how the client gets more than he expects?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-GOL-01"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Once for all goals; a touchpoint that says it will do."""
    goals = context.concept.goals
    said = [goal.exceeds_expectation for goal in goals] + [
        point.exceeds for point in context.every(Touchpoint)
    ]
    if goals and not any(said):
        yield Violation(context.concept, "goals")
