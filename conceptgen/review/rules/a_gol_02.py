"""Are there few enough goals and indicators to keep in mind?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-GOL-02"
SECTION = "goals"
PAPERS = FULL_CONCEPT

GOALS, INDICATORS = 5, 15


def check(case: Case) -> Iterator[Trouble]:
    """Norms are kept, not striven for, and do not count."""
    goals = len(case.concept.goals)
    if goals > GOALS:
        yield Trouble(case.concept, "goals", "goals", {"count": goals, "limit": GOALS})
    indicators = sum(each.target_kind == "target" for each in case.concept.indicators)
    if indicators > INDICATORS:
        yield Trouble(case.concept, "indicators", "indicators", {"count": indicators, "limit": INDICATORS})
