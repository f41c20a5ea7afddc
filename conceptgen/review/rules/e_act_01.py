"""Does every action say who answers for it, by when, what it leaves behind, and which goal it serves?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.goals import Goal, Task
from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-ACT-01"
SECTION = "programme"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """One trouble an action for all that is missing; what was cancelled or merged need not be complete."""
    for action in case.programme.actions:
        missing = list(_missing(case, action))
        if missing and action.status not in ("cancelled", "merged"):
            yield Trouble(action, values={"missing": [FieldName(action, each) for each in missing]})


def _missing(case: Case, action: Action) -> Iterator[str]:
    if not action.owner:
        yield "owner"
    if not (action.deadline or action.period or action.recurring or action.completed_on):
        yield "deadline"
    if not action.deliverable:
        yield "deliverable"
    if not any(case.relations.linked(action, kind) for kind in (Task, Goal)):
        yield "goals"
