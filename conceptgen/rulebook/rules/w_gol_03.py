"""Does something lead to every goal, and is something done for every task?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Task
from conceptgen.model.programme import Action
from conceptgen.rulebook.answers import ENABLING
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-GOL-03"
SECTION = "goals"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A goal may do without tasks when actions serve it; an action of the goal that names no task may serve each.

    Telling, measuring and finding out serve a goal but carry out no task of another kind.
    """
    if not context.actions:
        return
    linked = context.relations.linked
    for goal in context.concept.goals:
        actions = linked(goal, Action)
        if not actions and not goal.tasks:
            yield Violation(goal, variant="goal")
        if any(not linked(action, Task) for action in actions if action.kind not in ENABLING):
            continue
        for task in goal.tasks:
            if not context.answers(task, Action, "actions"):
                yield Violation(task, variant="task", values={"goal": goal}, also=(goal,))
