"""Has anyone asked how neighbours in another business solved it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-ASM-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """One answer anywhere is enough; told once, at the first analysis."""
    causes = context.state.causes
    if causes and not any(each.peer_practice for each in causes):
        yield Violation(causes[0])
