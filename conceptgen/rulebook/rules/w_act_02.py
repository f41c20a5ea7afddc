"""Can it be told of every action who does it and when it is due?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ACT-02"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT

EXECUTORS = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """Those who take part by agreement are not counted; what repeats or has milestones can be checked.

    Nor does what goes on from a stated day need a deadline.
    """
    for action in context.actions:
        executors = [each for each in action.executors if not each.by_agreement]
        if len(executors) > EXECUTORS:
            yield Violation(action, "executors", "executors", {"count": len(executors), "limit": EXECUTORS})
        if action.milestones:
            continue
        if action.recurring == "continuous" and not (action.deadline or action.start):
            yield Violation(action, "recurring", "continuous")
        elif not action.recurring and _spans_all(context, action):
            yield Violation(action, "deadline", "whole", {"date": action.deadline})


def _spans_all(context: RuleContext, action: Action) -> bool:
    """True if the deadline is a period that holds the whole programme."""
    first, last = context.first(action.deadline), context.last(action.deadline)
    start, end = context.first(context.programme.start), context.last(context.programme.end)
    return bool(first and last and start and end and first != last and first <= start and last >= end)
