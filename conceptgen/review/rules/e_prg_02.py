"""Does every action start after those it depends on have ended?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-PRG-02"
SECTION = "programme"
PAPERS = FULL_CONCEPT
CONTRADICTION = True


def check(case: Case) -> Iterator[Trouble]:
    """Only what cannot be otherwise: a period may end on its first day and start on its last; repetition has no end."""
    standing = {id(each) for each in case.actions}
    for action in case.actions:
        for name in action.depends_on:
            before = case.relations.get(name, Action)
            if before is not None and id(before) in standing and before.recurring in (None, "once"):
                yield from _out_of_order(case, action, before)


def _out_of_order(case: Case, action: Action, before: Action) -> Iterator[Trouble]:
    end = before.completed_on or before.deadline
    ended = case.first(end)
    for field in ("start", "deadline"):
        begun = case.last(getattr(action, field))
        if ended and begun and ended > begun:
            values = {"date": getattr(action, field), "before": before, "end": end}
            yield Trouble(action, field, field, values, also=(before,))
            return
