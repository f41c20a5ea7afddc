"""Scores read as a whole: the median of the assessors, the range, what is low."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from conceptgen.model.assessment import Criterion, CurrentState, Round, Score


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion in one round: its median, its range (equal ends for one voice), the scores behind it."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    scores: tuple[Score, ...]


def standing(criterion: Criterion, round: Round | None) -> Standing:
    """How a criterion stands in a round; scores without a round belong to the only one."""
    scores = tuple(s for s in criterion.scores if round is None or s.round in (None, round.id))
    values = [score.value for score in scores if score.value is not None]
    if not values:
        return Standing(None, None, None, scores)
    return Standing(Decimal(median(values)), min(values), max(values), scores)


def latest(state: CurrentState, criterion: Criterion) -> Decimal | None:
    """The latest known median of a criterion."""
    for round in reversed(state.rounds):
        value = standing(criterion, round).value
        if value is not None:
            return value
    return None if state.rounds else standing(criterion, None).value


def is_low(state: CurrentState, value: Decimal | None) -> bool:
    """Below the threshold of the scale."""
    return value is not None and value < state.scale.low_threshold
