"""Does every goal rest on something found, and does something follow from every problem found?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.programme import Action
from conceptgen.rulebook.answers import answers, grounds
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-GOL-01"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Where nothing was assessed a goal has nothing to rest on; a closed or accepted problem needs no answer."""
    state = context.state
    for goal in context.concept.goals:
        if (state.criteria or state.findings) and not goal.rationale and not grounds(context.relations, goal):
            yield Violation(goal, variant="goal")
    if not (context.concept.goals or context.actions):
        return
    for problem in state.findings:
        if problem.status not in ("closed", "accepted") and not _is_answered(context, problem):
            yield Violation(problem, variant="finding")


def _is_answered(context: RuleContext, problem: ProblemFound) -> bool:
    """By a goal or an action, if only through a cause, a criterion, a touchpoint or a problem zone."""
    relations = context.relations
    if answers(relations, problem):
        return True
    return any(
        relations.naming(zone, Action)
        or any(relations.linked(verdict, Action) for verdict in relations.naming(zone, ZoneVerdict))
        for zone in problem.problem_zones
    )
