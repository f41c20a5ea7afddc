"""Do the dates of every action agree: start before end, a day of completion exactly where it is done?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Label, Trouble

CODE = "E-ACT-02"
SECTION = "programme"
PAPERS = FULL_CONCEPT
CONTRADICTION = True


def check(case: Case) -> Iterator[Trouble]:
    """Periods are compared by their outer days: a quarter is before another only when it lies wholly before."""
    for action in case.programme.actions:
        start = case.first(action.start)
        for field in ("deadline", "completed_on"):
            end = case.last(getattr(action, field))
            if start and end and start > end:
                values = {"start": action.start, "end": getattr(action, field)}
                yield Trouble(action, field, field, values)
        if action.status == "done" and not action.completed_on:
            yield Trouble(action, "status", "undated")
        if action.completed_on and action.status not in ("done", None):
            yield Trouble(action, "status", "undone", {"status": Label("action_status", action.status)})
