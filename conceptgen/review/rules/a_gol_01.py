"""Does some goal say how the client gets more than he expects?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-GOL-01"
SECTION = "goals"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Once for all goals; a touchpoint that says it will do."""
    goals = case.concept.goals
    said = [goal.exceeds_expectation for goal in goals] + [point.exceeds for point in case.every(Touchpoint)]
    if goals and not any(said):
        yield Trouble(case.concept, "goals")
