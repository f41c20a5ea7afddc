"""Does an order name only those whom it can bind?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import ORDER
from conceptgen.rulebook.violation import Violation

CODE = "A-DOC-02"
SECTION = "document"
DOCUMENTS = ORDER


def check(context: RuleContext) -> Iterator[Violation]:
    """Partners work elsewhere: the order leaves them out, of those it binds and of those who sign."""
    governance = context.concept.governance
    for part in (context.project.document, governance.rollout if governance else None):
        if part is not None and "partners" in part.audience:
            yield Violation(part, "audience")
