"""Is it said of every low score what was seen or heard?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Criterion, ProblemFound
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ASM-04"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """The evidence of any low score of a criterion counts, and that of a problem linked with it."""
    for criterion in case.state.criteria:
        score = case.score(criterion)
        if case.is_low(score) and not criterion.postponed and not _is_evident(case, criterion):
            yield Trouble(criterion, values={"score": score, "threshold": case.threshold})


def _is_evident(case: Case, criterion: Criterion) -> bool:
    problems = case.relations.linked(criterion, ProblemFound)
    return any(score.evidence for score in criterion.scores) or any(
        problem.evidence or problem.heard for problem in problems
    )
