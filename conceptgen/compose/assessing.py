"""Scores read as a whole: the median of the assessors, the range, what is low, what is weakest."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from conceptgen.compose.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model.assessment import Criterion, Round, Score


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


def current(scope: Scope, criterion: Criterion) -> Decimal | None:
    """The latest known median of a criterion."""
    for round in reversed(scope.state.rounds):
        value = standing(criterion, round).value
        if value is not None:
            return value
    return None if scope.state.rounds else standing(criterion, None).value


def is_low(scope: Scope, value: Decimal | None) -> bool:
    """Below the threshold of the scale."""
    return value is not None and value < scope.state.scale.low_threshold


def weakest(scope: Scope) -> list[tuple[Criterion, Decimal]]:
    """Low criteria, lowest first; where none is low, the weakest of all."""
    known = [(each, value) for each in scope.state.criteria if (value := current(scope, each)) is not None]
    known.sort(key=lambda pair: pair[1])
    low = [pair for pair in known if is_low(scope, pair[1])]
    return low or [pair for pair in known if pair[1] == known[0][1]]


def score_text(scope: Scope, standing: Standing) -> Inlines:
    """«4 (3–6)»: the median and, where assessors differ, their range."""
    if standing.value is None:
        return ()
    number = scope.words.number
    only = standing.scores[0] if len(standing.scores) == 1 else None
    origin = scope.relations.origin(only, "value") if only else None
    shown = line(Text(number(standing.value), origin=origin))
    if standing.low != standing.high and standing.low is not None and standing.high is not None:
        return line(shown, f" ({number(standing.low)}–{number(standing.high)})")
    return shown
