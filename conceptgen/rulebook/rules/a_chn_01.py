"""Does the concept lead to a chain: is there one, or an action to develop it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-CHN-01"
SECTION = "chains"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The action counts in any state but cancelled."""
    concept = context.project.concept
    planned = any(each.kind == "chain" and each.status != "cancelled" for each in context.programme.actions)
    if concept and not context.project.chains and not planned:
        yield Violation(concept.programme or concept, values={"name": context.project.organization})
