"""Can it be told of every action who does it and when it is due?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ACT-02"
SECTION = "programme"
PAPERS = FULL_CONCEPT

EXECUTORS = 3


def check(case: Case) -> Iterator[Trouble]:
    """Those who take part by agreement are not counted; what repeats or has milestones can be checked on its way."""
    for action in case.actions:
        executors = [each for each in action.executors if not each.by_agreement]
        if len(executors) > EXECUTORS:
            yield Trouble(action, "executors", "executors", {"count": len(executors), "limit": EXECUTORS})
        if action.milestones:
            continue
        if action.recurring == "continuous" and not action.deadline:
            yield Trouble(action, "recurring", "continuous")
        elif not action.recurring and _spans_all(case, action):
            yield Trouble(action, "deadline", "whole", {"date": action.deadline})


def _spans_all(case: Case, action: Action) -> bool:
    """Whether the deadline is a period that holds the whole programme."""
    first, last = case.first(action.deadline), case.last(action.deadline)
    start, end = case.first(case.programme.start), case.last(case.programme.end)
    return bool(first and last and start and end and first != last and first <= start and last >= end)
