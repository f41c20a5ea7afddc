"""Does every indicator with a target show the way to a goal?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Goal
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-IND-14"
SECTION = "indicators"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A norm is kept for its own sake; where there are no goals yet, that is told elsewhere."""
    for indicator in case.concept.indicators:
        is_loose = not case.relations.linked(indicator, Goal)
        if case.concept.goals and indicator.target_kind == "target" and is_loose:
            yield Trouble(indicator)
