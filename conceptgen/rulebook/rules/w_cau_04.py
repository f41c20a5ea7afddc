"""Is the first step still ahead when the document is dated, or is it said whether it was done?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-CAU-04"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Done or not done, the reader is told; a remark tells him, too."""
    today = context.first(context.project.document.date)
    for cause in context.state.causes:
        step = cause.first_step
        last = context.last(step.date) if step else None
        if step and last and today and last < today and step.done is None and not step.remark:
            yield Violation(step, "date", values={"name": step, "date": step.date})
