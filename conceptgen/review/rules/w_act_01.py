"""Does every action rest on something found: a problem, a cause, a criterion, a touchpoint?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.tracing import is_grounded
from conceptgen.review.trouble import Trouble

CODE = "W-ACT-01"
SECTION = "programme"
PAPERS = FULL_CONCEPT

_ENABLING = ("chain", "communication", "measurement", "clarify")
_MANY = 3


def check(case: Case) -> Iterator[Trouble]:
    """More than a few are told in one; telling, measuring and finding out need no ground, nor does what is done."""
    loose = [
        action
        for action in case.actions
        if not action.prior and action.status != "done" and action.kind not in _ENABLING
        if not is_grounded(case.relations, action)
    ]
    if len(loose) > _MANY:
        values = {"count": len(loose), "actions": loose[:_MANY]}
        yield Trouble(case.programme, "actions", "many", values, also=tuple(loose))
        return
    for action in loose:
        yield Trouble(action, variant="one")
