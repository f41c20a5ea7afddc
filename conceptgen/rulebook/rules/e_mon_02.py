"""Is it said of every action how it stands, where a report tells of it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import PROGRESS
from conceptgen.rulebook.violation import Violation

CODE = "E-MON-02"
SECTION = "progress"
DOCUMENTS = PROGRESS


def check(context: RuleContext) -> Iterator[Violation]:
    """«Planned» is an answer, too."""
    for action in context.programme.actions:
        if action.status is None:
            yield Violation(action, "status")
