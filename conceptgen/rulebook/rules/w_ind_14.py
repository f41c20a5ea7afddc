"""Does every indicator with a target show the way to a goal?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Goal
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-14"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A norm is kept for its own sake; where there are no goals yet, that is told elsewhere."""
    for indicator in context.concept.indicators:
        is_loose = not context.answers(indicator, Goal, "goals")
        if context.concept.goals and indicator.target_kind == "target" and is_loose:
            yield Violation(indicator)
