"""Is it said how the staff will be told of all this?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "A-PRG-02"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A rollout, an action that informs, or one whose name or result speaks of presenting."""
    governance = context.concept.governance
    if governance is None or governance.rollout or any(a.kind == "communication" for a in context.actions):
        return
    stems = tuple(word_list("presenting"))
    told = (text for action in context.actions for text in (action.name, action.deliverable))
    if not any(isinstance(text, str) and any(stem in text.casefold() for stem in stems) for text in told):
        yield Violation(governance)
