"""Do the scores hold more than one person's view?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Round
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ASM-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT

_OUTSIDE = ("client_survey", "mystery_shopper", "interview", "mixed", "team_vote")


def check(case: Case) -> Iterator[Trouble]:
    """The latest round with scores counts, where none before went beyond one's own circle."""
    held = [each for each in case.state.rounds if _voices(case, each) is not None]
    if not held or any(each.method in _OUTSIDE for each in held):
        return
    latest = held[-1]
    voices = {*latest.assessors, *(_voices(case, latest) or ())}
    if latest.method == "self":
        yield Trouble(latest, variant="self")
    elif len(voices) == 1 and (latest.respondents or 1) == 1:
        yield Trouble(latest, variant="single", values={"who": case.relations.by_id.get(*voices)})


def _voices(case: Case, round: Round) -> set[str] | None:
    """Who gave scores in a round; None where it has none."""
    only = len(case.state.rounds) == 1
    scores = [
        score
        for criterion in case.state.criteria
        for score in criterion.scores
        if score.value is not None and (score.round == round.id if score.round else only)
    ]
    return {score.assessor for score in scores if score.assessor} if scores else None
