"""Are there few enough goals and indicators to keep in mind?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-GOL-02"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT

GOALS, INDICATORS = 5, 15


def check(context: RuleContext) -> Iterator[Violation]:
    """Norms are kept, not striven for, and do not count."""
    goals = len(context.concept.goals)
    if goals > GOALS:
        yield Violation(context.concept, "goals", "goals", {"count": goals, "limit": GOALS})
    indicators = sum(each.target_kind == "target" for each in context.concept.indicators)
    if indicators > INDICATORS:
        yield Violation(
            context.concept, "indicators", "indicators", {"count": indicators, "limit": INDICATORS}
        )
