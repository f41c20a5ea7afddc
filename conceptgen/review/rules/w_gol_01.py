"""Does every goal rest on something found, and does something follow from every problem found?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.tracing import answers, grounds
from conceptgen.review.trouble import Trouble

CODE = "W-GOL-01"
SECTION = "goals"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Where nothing was assessed a goal has nothing to rest on; a closed or accepted problem needs no answer."""
    state = case.state
    for goal in case.concept.goals:
        if (state.criteria or state.findings) and not goal.rationale and not grounds(case.relations, goal):
            yield Trouble(goal, variant="goal")
    if not (case.concept.goals or case.actions):
        return
    for problem in state.findings:
        if problem.status not in ("closed", "accepted") and not _is_answered(case, problem):
            yield Trouble(problem, variant="finding")


def _is_answered(case: Case, problem: ProblemFound) -> bool:
    """By a goal or an action, if only through a cause, a criterion, a touchpoint or a problem zone."""
    relations = case.relations
    if answers(relations, problem):
        return True
    return any(
        relations.naming(zone, Action)
        or any(relations.linked(verdict, Action) for verdict in relations.naming(zone, ZoneVerdict))
        for zone in problem.problem_zones
    )
