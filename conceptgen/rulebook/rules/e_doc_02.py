"""Has each of the six sections of a full concept something in it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import CurrentState
from conceptgen.model.concept import Concept
from conceptgen.model.programme import Programme
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-DOC-02"
SECTION = "document"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for all sections that are missing, one for a state no round of measurement stands behind."""
    concept, state = context.concept, context.state
    missing = [
        field for field in ("purpose", "goals", "indicators", "governance") if not getattr(concept, field)
    ]
    missing += [] if _is_told(state) else ["current_state"]
    missing += [] if _is_planned(context.programme) else ["programme"]
    if missing:
        order = list(Concept.model_fields)
        named = [FieldName(concept, each) for each in sorted(missing, key=order.index)]
        yield Violation(concept, variant="sections", values={"missing": named})
    if _is_told(state) and not (state.rounds or state.not_assessed):
        yield Violation(state, variant="rounds")


def _is_told(state: CurrentState) -> bool:
    return bool(state.criteria or state.not_assessed or state.findings or state.facts or state.description)


def _is_planned(programme: Programme) -> bool:
    return bool(programme.actions or programme.periods or programme.frame)
