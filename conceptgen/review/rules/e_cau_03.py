"""Does something follow from every analysis of a cause?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-CAU-03"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A first step is not yet an action; what was decided to keep, closed or postponed needs none."""
    for cause in case.state.causes:
        if not case.relations.linked(cause, Action) and not _is_decided(case, cause):
            yield Trouble(cause)


def _is_decided(case: Case, cause: Cause) -> bool:
    problems = case.relations.linked(cause, ProblemFound)
    criteria = case.relations.linked(cause, Criterion)
    return any(each.status in ("accepted", "closed") for each in problems) or any(
        each.postponed for each in criteria
    )
