"""Does a concept that was begun as a full one hold all that a full one needs?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.content import lacking
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, SHORT_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "A-DOC-01"
SECTION = "document"
DOCUMENTS = SHORT_CONCEPT

_OF_FULL = ("current_state", "goals", "programme", "indicators", "governance")


def check(context: RuleContext) -> Iterator[Violation]:
    """Principles alone are a short concept on purpose; so is one that the deliverables call short."""
    concept = context.concept
    begun = any(getattr(concept, field) for field in _OF_FULL)
    if context.prints(FULL_CONCEPT) or not begun or _is_wished(context):
        return
    missing = [_field(context, need) for need in lacking(context.project, "concept", "full")]
    if missing:
        yield Violation(concept, values={"missing": missing})


def _is_wished(context: RuleContext) -> bool:
    lines = [each for each in context.project.deliverables if each.document == "concept"]
    return any(set(each.variant) & {"short", "page"} for each in lines)


def _field(context: RuleContext, need: str) -> FieldName:
    """A need is a path of the input, «concept.goals»; a state that is begun lacks its criteria."""
    field = need.split(" or ")[0].split(".")[1]
    if field == "current_state" and context.concept.current_state:
        return FieldName(context.state, "criteria")
    return FieldName(context.concept, field)
