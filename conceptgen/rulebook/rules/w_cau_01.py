"""Is at least one cause in one's own power?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-CAU-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Only where every factor is said to be external."""
    for cause in context.state.causes:
        if cause.factors and all(factor.kind == "external" for factor in cause.factors):
            yield Violation(cause, "factors")
