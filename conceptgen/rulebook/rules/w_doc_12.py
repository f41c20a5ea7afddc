"""Do people learn of the document before it binds them?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, ORDER
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-12"
SECTION = "document"
DOCUMENTS = FULL_CONCEPT | ORDER


def check(context: RuleContext) -> Iterator[Violation]:
    """The day they are told lies beyond doubt after the day it comes into force."""
    binding, governance = context.project.document.binding, context.concept.governance
    rollout = governance.rollout if governance else None
    if binding is None or rollout is None:
        return
    in_force, told = context.last(binding.effective_from), context.first(rollout.date)
    if in_force is not None and told is not None and told > in_force:
        yield Violation(rollout, "date", values={"told": rollout.date, "in_force": binding.effective_from})
