"""Is every act the document leans on in force?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-02"
SECTION = "register"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A remark beside the act says why it is cited all the same; of an act without a status nothing is known."""
    for act in context.project.legal_refs:
        if act.status in ("superseded", "not_checked") and not act.remark:
            yield Violation(act, "status", act.status)
