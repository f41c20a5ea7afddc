"""Is a document that is not approved yet as young as what it tells?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Round
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-DOC-07"
SECTION = "document"
PAPERS = FULL_CONCEPT

_AHEAD = (None, "planned", "in_progress")


def check(case: Case) -> Iterator[Trouble]:
    """Rounds that have no scores yet are plans; what is done, late, dropped or recurring needs no day ahead.

    A deadline before the programme itself is E-PRG-01.
    """
    if all(paper.is_final for paper in case.papers if paper.name in PAPERS):
        return
    today = case.project.document.date
    late = [
        each
        for each in case.state.rounds
        if _is_held(case, each) and (case.first(each.date) or today) > today
    ]
    if late:
        yield Trouble(case.project.document, "date", "round", {"date": late[-1].date})
    start = case.first(case.programme.start)
    for action in case.programme.actions:
        end = case.last(action.deadline)
        is_ahead = action.status in _AHEAD and not (action.completed_on or action.recurring or action.prior)
        if end and (start or end) <= end < today and is_ahead:
            yield Trouble(action, "deadline", "deadline", {"deadline": action.deadline})


def _is_held(case: Case, round: Round) -> bool:
    scores = (score for criterion in case.state.criteria for score in criterion.scores)
    return any(score.round == round.id and score.value is not None for score in scores)
