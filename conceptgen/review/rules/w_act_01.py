"""Does every action rest on something found: a problem, a cause, a criterion, a touchpoint?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Goal, Task
from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.tracing import ENABLING, grounds
from conceptgen.review.trouble import Trouble

CODE = "W-ACT-01"
SECTION = "programme"
PAPERS = FULL_CONCEPT

_MANY = 3


def check(case: Case) -> Iterator[Trouble]:
    """More than a few are told in one; telling, measuring and finding out need no ground, nor does what is done."""
    goals = {id(task): goal for goal in case.concept.goals for task in goal.tasks}
    loose = [
        action
        for action in case.actions
        if not action.prior and action.status != "done" and action.kind not in ENABLING
        if not grounds(case.relations, action) and not _is_plain(case, action, goals)
    ]
    if len(loose) > _MANY:
        values = {"count": len(loose), "actions": loose[:_MANY]}
        yield Trouble(case.programme, "actions", "many", values, also=tuple(loose))
        return
    for action in loose:
        yield Trouble(action, variant="one")


def _is_plain(case: Case, action: Action, goals: dict[int, Goal]) -> bool:
    """Whether one of its goals rests on one thing at most: then the action can be about nothing else."""
    linked = case.relations.linked
    served = [*linked(action, Goal), *(goals[id(task)] for task in linked(action, Task))]
    return any(grounds(case.relations, goal) <= 1 for goal in served)
