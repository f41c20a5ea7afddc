"""Do the dates of every action agree: start before end, a day of completion exactly where it is done?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "E-ACT-02"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """Periods are compared by their outer days: a quarter is before another only when it lies wholly before."""
    for action in context.programme.actions:
        start = context.first(action.start)
        for field in ("deadline", "completed_on"):
            end = context.last(getattr(action, field))
            if start and end and start > end:
                values = {"start": action.start, "end": getattr(action, field)}
                yield Violation(action, field, field, values)
        if action.status == "done" and not action.completed_on:
            yield Violation(action, "status", "undated")
        if action.completed_on and action.status not in ("done", None):
            yield Violation(action, "status", "undone", {"status": Label("action_status", action.status)})
