"""Scores read as a whole: the median of the assessors, the range, what is low."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from conceptgen.model.assessment import Criterion, CurrentState, Round, Score
from conceptgen.model.base import Figure, Scored


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


def number_of(figure: Figure | None) -> Decimal | None:
    """The number a figure counts as: its bound or the lower of two; a state, a change, an unknown are none."""
    if figure is None:
        return None
    for form in ("value", "min", "at_least", "at_most", "more_than", "less_than", "from_", "about"):
        value: Decimal | None = getattr(figure, form)
        if value is not None:
            return value
    return None


def in_rounds(state: CurrentState, scores: Iterable[Scored]) -> list[Scored]:
    """Scores as it is, in the order of their rounds; those without a round first."""
    found = [each for each in scores if each.form != "target"]
    if len(found) < 2:
        return found
    order = {round.id: number for number, round in enumerate(state.rounds, 1)}
    return sorted(found, key=lambda each: order.get(each.round, 0))


def latest_scored(state: CurrentState, scores: Iterable[Scored]) -> Scored | None:
    """The last known score; where none is known, the last stated unknown."""
    found = in_rounds(state, scores)
    known = [each for each in found if each.form != "unknown"]
    ranked = known or found
    return ranked[-1] if ranked else None


def score(state: CurrentState, scores: Iterable[Scored]) -> Decimal | None:
    """The last known score of a touchpoint or stage as a number."""
    return number_of(latest_scored(state, scores))


def is_low(state: CurrentState, value: Decimal | None) -> bool:
    """Below the threshold of the scale."""
    return value is not None and value < state.scale.low_threshold
