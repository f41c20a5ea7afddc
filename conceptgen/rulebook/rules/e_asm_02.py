"""Is each of the three components of service judged by at least one criterion?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Unknown
from conceptgen.model.relations import BUILT_IN
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import BuiltInName, Violation

CODE = "E-ASM-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A component said to be unknown is an answer; where there are no criteria at all, the section is missing."""
    state = context.state
    if not state.criteria or state.not_assessed:
        return
    judged = {each.component for each in state.criteria}
    judged |= {name for name, said in state.components.items() if isinstance(said, Unknown)}
    missing = [BuiltInName(name) for name in BUILT_IN["Component"] if name not in judged]
    if missing:
        yield Violation(state, "criteria", values={"missing": missing})
