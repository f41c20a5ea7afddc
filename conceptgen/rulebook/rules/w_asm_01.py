"""Do the scores hold more than one person's view?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Round
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_OUTSIDE = ("client_survey", "mystery_shopper", "interview", "mixed", "team_vote")


def check(context: RuleContext) -> Iterator[Violation]:
    """The latest round with scores counts, where none before went beyond one's own circle."""
    held = [each for each in context.state.rounds if _voices(context, each) is not None]
    if not held or any(each.method in _OUTSIDE for each in held):
        return
    latest = held[-1]
    voices = {*latest.assessors, *(_voices(context, latest) or ())}
    if latest.method == "self":
        yield Violation(latest, variant="self")
    elif len(voices) == 1 and (latest.respondents or 1) == 1:
        yield Violation(latest, variant="single", values={"who": context.relations.by_id.get(*voices)})


def _voices(context: RuleContext, round: Round) -> set[str] | None:
    """Who gave scores in a round; None where it has none."""
    only = len(context.state.rounds) == 1
    scores = [
        score
        for criterion in context.state.criteria
        for score in criterion.scores
        if score.value is not None and (score.round == round.id if score.round else only)
    ]
    return {score.assessor for score in scores if score.assessor} if scores else None
