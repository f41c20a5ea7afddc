"""Has every criterion below the threshold an analysis of its cause, or a reason why it waits?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-CAU-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """The latest score counts; a cause of a problem linked with the criterion counts too."""
    for criterion in case.state.criteria:
        score = case.score(criterion)
        if case.is_low(score) and not criterion.postponed and not _is_explained(case, criterion):
            yield Trouble(criterion, values={"score": score, "threshold": case.threshold})


def _is_explained(case: Case, criterion: Criterion) -> bool:
    linked = case.relations.linked
    problems = linked(criterion, ProblemFound)
    return bool(linked(criterion, Cause)) or any(linked(problem, Cause) for problem in problems)
