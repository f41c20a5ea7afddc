"""Is it said of every low score what was seen or heard?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Criterion, ProblemFound
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-04"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The evidence of any low score of a criterion counts, and that of a problem linked with it."""
    for criterion in context.state.criteria:
        score = context.score(criterion)
        if context.is_low(score) and not criterion.postponed and not _is_evident(context, criterion):
            yield Violation(criterion, values={"score": score, "threshold": context.threshold})


def _is_evident(context: RuleContext, criterion: Criterion) -> bool:
    problems = context.relations.linked(criterion, ProblemFound)
    return any(score.evidence for score in criterion.scores) or any(
        problem.evidence or problem.heard for problem in problems
    )
