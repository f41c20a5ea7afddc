"""Is it estimated what every problem zone found costs?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, PROBLEM_ZONES
from conceptgen.rulebook.violation import Violation

CODE = "A-PZ-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT | PROBLEM_ZONES


def check(context: RuleContext) -> Iterator[Violation]:
    """Words will do where no sum can be given, and so will a stated unknown."""
    for verdict in context.state.zone_audit:
        if verdict.verdict == "found" and verdict.missed_opportunity is None:
            yield Violation(verdict)
