"""Does something lead to every goal, and is something done for every task?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Task
from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.tracing import ENABLING
from conceptgen.review.trouble import Trouble

CODE = "W-GOL-03"
SECTION = "goals"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A goal may do without tasks when actions serve it; an action of the goal that names no task may serve each.

    Telling, measuring and finding out serve a goal but carry out no task of another kind.
    """
    if not case.actions:
        return
    linked = case.relations.linked
    for goal in case.concept.goals:
        actions = linked(goal, Action)
        if not actions and not goal.tasks:
            yield Trouble(goal, variant="goal")
        if any(not linked(action, Task) for action in actions if action.kind not in ENABLING):
            continue
        for task in goal.tasks:
            if not linked(task, Action):
                yield Trouble(task, variant="task", values={"goal": goal}, also=(goal,))
