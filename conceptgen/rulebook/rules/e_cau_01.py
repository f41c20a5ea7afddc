"""Has every criterion below the threshold an analysis of its cause, or a reason why it waits?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-CAU-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The latest score counts; a cause of a problem linked with the criterion counts too."""
    for criterion in context.state.criteria:
        score = context.score(criterion)
        if context.is_low(score) and not criterion.postponed and not _is_explained(context, criterion):
            yield Violation(criterion, values={"score": score, "threshold": context.threshold})


def _is_explained(context: RuleContext, criterion: Criterion) -> bool:
    linked = context.relations.linked
    problems = linked(criterion, ProblemFound)
    return bool(linked(criterion, Cause)) or any(linked(problem, Cause) for problem in problems)
