"""Does every action rest on something found: a problem, a cause, a criterion, a touchpoint?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Goal, Task
from conceptgen.model.programme import Action
from conceptgen.rulebook.answers import ENABLING, grounds
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ACT-01"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT

_MANY = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """More than a few are told in one; telling, measuring and finding out need no ground, nor does what is done."""
    goals = {id(task): goal for goal in context.concept.goals for task in goal.tasks}
    loose = [
        action
        for action in context.actions
        if not action.prior and action.status != "done" and action.kind not in ENABLING
        if not grounds(context.relations, action) and not _is_plain(context, action, goals)
    ]
    if len(loose) > _MANY:
        values = {"count": len(loose), "actions": loose[:_MANY]}
        yield Violation(context.programme, "actions", "many", values, also=tuple(loose))
        return
    for action in loose:
        yield Violation(action, variant="one")


def _is_plain(context: RuleContext, action: Action, goals: dict[int, Goal]) -> bool:
    """True if one of its goals rests on one thing at most: then the action can be about nothing else."""
    linked = context.relations.linked
    served = [*linked(action, Goal), *(goals[id(task)] for task in linked(action, Task))]
    return any(grounds(context.relations, goal) <= 1 for goal in served)
