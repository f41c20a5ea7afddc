"""Has every goal an indicator that shows when it is reached?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-GOL-01"
SECTION = "goals"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A concept without a single indicator lacks a whole section: that is told elsewhere, and once."""
    if not case.concept.indicators:
        return
    for goal in case.concept.goals:
        if not case.relations.linked(goal, Indicator):
            yield Trouble(goal)
