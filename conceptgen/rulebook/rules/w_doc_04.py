"""Is it said of every score and every evidence with a figure where it comes from?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Criterion, ProblemFound, Round, Score
from conceptgen.model.base import Item
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-04"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_OWN_EYES = ("self_search", "session", "observation", "interview")


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a kind, at the first; a voice or a round with a method says it too.

    An indicator says it by its source of data (E-IND-01).
    """
    for variant, bare in (
        ("score", [each for each in context.state.criteria if _is_bare(context, each)]),
        ("evidence", [each for each in context.state.findings if _has_bare_evidence(each)]),
    ):
        if bare:
            listed: tuple[Item, ...] = tuple(bare)
            yield Violation(
                bare[0], variant=variant, values={"names": listed[:3], "count": len(bare)}, also=listed[1:]
            )


def _is_bare(context: RuleContext, criterion: Criterion) -> bool:
    return not criterion.source and any(
        score.value is not None and not _is_sourced(score, _round(context, score))
        for score in criterion.scores
    )


def _round(context: RuleContext, score: Score) -> Round | None:
    rounds = context.state.rounds
    if score.round:
        return context.relations.get(score.round, Round)
    return rounds[0] if len(rounds) == 1 else None


def _is_sourced(score: Score, round: Round | None) -> bool:
    cited = score.source or score.assessor or any(each.source for each in score.evidence)
    return bool(cited or (round and (round.source or round.method)))


def _has_bare_evidence(problem: ProblemFound) -> bool:
    """Only evidence with a figure in it; what one saw oneself needs no other source."""
    if problem.source or problem.method in _OWN_EYES:
        return False
    return any(not each.source and any(map(str.isdigit, each.text)) for each in problem.evidence)
