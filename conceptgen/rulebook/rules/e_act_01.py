"""Does every action say who answers for it, by when, what it leaves behind, and which goal it serves?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Unknown
from conceptgen.model.goals import Goal, Task
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-ACT-01"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation an action for all that is missing; an unknown owner that nobody looks for only warns.

    What was cancelled or merged need not be complete.
    """
    for action in context.programme.actions:
        missing = list(_missing(context, action))
        if missing and action.status not in ("cancelled", "merged"):
            yield Violation(action, values={"missing": [FieldName(action, each) for each in missing]})
        if isinstance(action.owner, Unknown) and not action.owner.resolve_by and action in context.actions:
            yield Violation(
                action, "owner", "nobody" if action.owner.reason == "nobody" else "unknown", mild=True
            )


def _missing(context: RuleContext, action: Action) -> Iterator[str]:
    if not action.owner:
        yield "owner"
    if not (action.deadline or action.period or action.recurring or action.completed_on):
        yield "deadline"
    if not action.deliverable:
        yield "deliverable"
    if not (context.answers(action, Goal, "goals") or context.answers(action, Task, "tasks")):
        yield "goals"
