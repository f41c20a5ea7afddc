"""Does something follow from every analysis of a cause?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-CAU-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A first step is not yet an action; what was decided to keep, closed or postponed needs none."""
    for cause in context.state.causes:
        if not context.answers(cause, Action, "actions") and not _is_decided(context, cause):
            yield Violation(cause, values={"missing": FieldName(cause, "actions")})


def _is_decided(context: RuleContext, cause: Cause) -> bool:
    problems = context.relations.linked(cause, ProblemFound)
    criteria = context.relations.linked(cause, Criterion)
    return any(each.status in ("accepted", "closed") for each in problems) or any(
        each.postponed for each in criteria
    )
