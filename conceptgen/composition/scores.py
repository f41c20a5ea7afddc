"""Scores as sections show them: what is low, what is weakest, a score with its range in words."""

from __future__ import annotations

from decimal import Decimal

from conceptgen.composition.comparable import runs
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model import scoring
from conceptgen.model.assessment import Criterion
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.model.scoring import Standing, is_low, standing

__all__ = [
    "Standing",
    "current",
    "has_low",
    "has_scores",
    "is_scored",
    "latest_measured",
    "score_text",
    "standing",
    "weakest",
]


def current(scope: Scope, criterion: Criterion) -> Decimal | None:
    """The latest known median of a criterion."""
    return scoring.latest(scope.state, criterion)


def weakest(scope: Scope) -> list[tuple[Criterion, Decimal]]:
    """Low criteria, lowest first; where none is low, the weakest of all; none where all are equal."""
    known = [(each, value) for each in scope.state.criteria if (value := current(scope, each)) is not None]
    known.sort(key=lambda pair: pair[1])
    low = [pair for pair in known if is_low(scope.state, pair[1])]
    least = [pair for pair in known if pair[1] == known[0][1]]
    return low or (least if len(least) < len(known) else [])


def has_low(scope: Scope) -> bool:
    """True if any criterion is low."""
    return any(is_low(scope.state, current(scope, each)) for each in scope.state.criteria)


def is_scored(scope: Scope) -> bool:
    """True if any criterion has a score that can be compared and drawn: one number."""
    return any(score.value is not None for each in scope.state.criteria for score in each.scores)


def has_scores(scope: Scope) -> bool:
    """True if any criterion has a score of any form: «3–4» is one, too."""
    return any(score.form not in ("", "unknown") for each in scope.state.criteria for score in each.scores)


def score_text(scope: Scope, standing: Standing) -> Inlines:
    """«4 (3–6)»: the median and, where assessors differ, their range; what is no number, as it is: «3–4»."""
    if standing.value is None:
        told = [each for each in standing.scores if each.form not in ("", "unknown")]
        return join([bare_figure(scope, each) for each in told], "; ")
    number = scope.words.number
    only = standing.scores[0] if len(standing.scores) == 1 else None
    origin = scope.relations.origin(only, "value") if only else None
    shown = line(Text(number(standing.value), origin=origin))
    if standing.low != standing.high and standing.low is not None and standing.high is not None:
        return line(shown, f" ({number(standing.low)}–{number(standing.high)})")
    return shown


def latest_measured(scope: Scope, indicator: Indicator) -> Measurement | None:
    """The last known measurement after the baseline, unless it cannot be compared with it."""
    start = scope.last(indicator.baseline.date) if indicator.baseline else None
    dated = [
        (day, each, number)
        for number, run in enumerate(runs(scope, indicator))
        for each in run
        if each.form not in ("unknown", "") and (day := scope.last(each.date))
    ]
    later = [found for found in dated if start is None or found[0] > start]
    _, latest, number = max(later, key=lambda found: found[0], default=(None, None, 0))
    return latest if number == 0 and latest and latest.comparable is not False else None
