"""Is a document that is not approved yet as young as what it tells?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Round
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-07"
SECTION = "document"
DOCUMENTS = FULL_CONCEPT

_AHEAD = (None, "planned", "in_progress")


def check(context: RuleContext) -> Iterator[Violation]:
    """Rounds that have no scores yet are plans; what is done, late, dropped or recurring needs no day ahead.

    A deadline before the programme itself is E-PRG-01.
    """
    if all(document.is_final for document in context.documents if document.name in DOCUMENTS):
        return
    dated = context.project.document.date
    today, at_latest = context.first(dated), context.last(dated)
    if not (today and at_latest):
        return
    late = [
        each
        for each in context.state.rounds
        if _is_held(context, each) and (context.first(each.date) or at_latest) > at_latest
    ]
    if late:
        yield Violation(context.project.document, "date", "round", {"date": late[-1].date})
    start = context.first(context.programme.start)
    for action in context.programme.actions:
        end = context.last(action.deadline)
        is_ahead = action.status in _AHEAD and not (action.completed_on or action.recurring or action.prior)
        if end and (start or end) <= end < today and is_ahead:
            yield Violation(action, "deadline", "deadline", {"deadline": action.deadline})


def _is_held(context: RuleContext, round: Round) -> bool:
    scores = (score for criterion in context.state.criteria for score in criterion.scores)
    return any(score.round == round.id and score.value is not None for score in scores)
