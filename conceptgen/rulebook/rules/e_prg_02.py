"""Does every action start after those it depends on have ended?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-PRG-02"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """Only what cannot be otherwise: a period may end on its first day and start on its last; repetition has no end."""
    standing = {id(each) for each in context.actions}
    for action in context.actions:
        for name in action.depends_on:
            before = context.relations.get(name, Action)
            if before is not None and id(before) in standing and before.recurring in (None, "once"):
                yield from _out_of_order(context, action, before)


def _out_of_order(context: RuleContext, action: Action, before: Action) -> Iterator[Violation]:
    end = before.completed_on or before.deadline
    ended = context.first(end)
    for field in ("start", "deadline"):
        begun = context.last(getattr(action, field))
        if ended and begun and ended > begun:
            values = {"date": getattr(action, field), "before": before, "end": end}
            yield Violation(action, field, field, values, also=(before,))
            return
