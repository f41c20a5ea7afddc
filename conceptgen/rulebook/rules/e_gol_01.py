"""Has every goal an indicator that shows when it is reached?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-GOL-01"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A concept without a single indicator lacks a whole section: that is told elsewhere, and once."""
    if not context.concept.indicators:
        return
    for goal in context.concept.goals:
        if not context.answers(goal, Indicator, "indicators"):
            yield Violation(goal)
