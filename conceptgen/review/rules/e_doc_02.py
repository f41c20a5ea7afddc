"""Has each of the six sections of a full concept something in it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import CurrentState
from conceptgen.model.concept import Concept
from conceptgen.model.programme import Programme
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-DOC-02"
SECTION = "document"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """One trouble for all sections that are missing, one for a state no round of measurement stands behind."""
    concept, state = case.concept, case.state
    missing = [
        field for field in ("purpose", "goals", "indicators", "governance") if not getattr(concept, field)
    ]
    missing += [] if _is_told(state) else ["current_state"]
    missing += [] if _is_planned(case.programme) else ["programme"]
    if missing:
        order = list(Concept.model_fields)
        named = [FieldName(concept, each) for each in sorted(missing, key=order.index)]
        yield Trouble(concept, variant="sections", values={"missing": named})
    if _is_told(state) and not (state.rounds or state.not_assessed):
        yield Trouble(state, variant="rounds")


def _is_told(state: CurrentState) -> bool:
    return bool(state.criteria or state.not_assessed or state.findings or state.facts or state.description)


def _is_planned(programme: Programme) -> bool:
    return bool(programme.actions or programme.periods or programme.frame)
