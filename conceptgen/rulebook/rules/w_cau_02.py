"""Is the first step something one can do at once?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-CAU-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

DAYS = 7


def check(context: RuleContext) -> Iterator[Violation]:
    """Counted from the last possible day of the analysis to the first possible day of the step."""
    for cause in context.state.causes:
        step, held = cause.first_step, context.last(cause.date)
        taken = context.first(step.date) if step else None
        if step and taken and held and taken - held > timedelta(DAYS):
            values = {"step": step.date, "analysis": cause.date, "limit": DAYS}
            yield Violation(step, "date", values=values)
