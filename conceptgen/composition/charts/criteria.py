"""The chart of scores: criteria by round, as a radar or as bars."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from conceptgen.composition.charts.shown import origins_of
from conceptgen.composition.comparable import comparable_rounds, told_rounds
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current, has_low, is_scored, standing, weakest
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Bars, ChartData, Radar, Series, Value
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.base import Item

Role = Literal["baseline", "latest", "earlier", "target", "threshold"]
_FEWEST_AXES = 3
MOST_AXES = 10
"""Up to how many criteria a radar can be read; more are bars, the widest gap first."""


def criteria_chart(scope: Scope, *, small: bool = False, most: int | None = None) -> Chart | None:
    """The criteria on a radar, or as bars where it could not be read, ``most`` of them; nothing without scores."""
    criteria = scored_by_component(scope)
    if not is_scored(scope):
        return None
    if len(criteria) > MOST_AXES:
        return None if small else _ranked_chart(scope, most)
    scale = scope.state.scale
    series = _score_series(scope, criteria)
    names = tuple(each.name for each in criteria)
    data: ChartData
    if len(criteria) >= _FEWEST_AXES:
        groups = tuple(plain(scope.named(each.component)) for each in criteria)
        data = Radar(names, groups, series, scale.min, scale.max)
    else:
        labels = tuple(tuple(_number(scope, value) for value in each.values) for each in series)
        data = Bars(names, series, labels, "", Decimal(0), scale.max)
    aims = any(each.target is not None for each in criteria)
    caption = () if small else line(scope.say(f"chart.criteria.{'caption' if aims else 'caption_now'}"))
    shown = origins_of(
        scope,
        [*criteria, *scope.state.rounds, *(_components(scope, criteria) if isinstance(data, Radar) else [])],
    )
    anchor = "" if small else "chart_criteria"
    return Chart(data, _criteria_alt(scope), caption, anchor=anchor, small=small, shows=shown)


def _components(scope: Scope, criteria: list[Criterion]) -> list[Item]:
    """The client's own components, whose names stand beside the axes."""
    names = (each.component for each in criteria)
    return [item for name in names if name and (item := scope.relations.by_id.get(name))]


def _ranked_chart(scope: Scope, most: int | None) -> Chart:
    """Many criteria by what their latest scores lack, the widest gap first; earlier rounds are in the table.

    A report on progress shows what was and what is; its targets are in the table.
    """
    known = [(each, value) for each in scope.state.criteria if (value := current(scope, each)) is not None]
    known = sorted(known, key=lambda pair: (-_gap(scope, *pair), pair[1]))[:most]
    rounds = comparable_rounds(scope) if scope.about_report else ()
    data = _bars_of_rounds(scope, rounds, known) if rounds else _bars_of_targets(scope, known)
    threshold = scope.words.number(scope.state.scale.low_threshold)
    key = "caption_ranked_rounds" if rounds else "caption_ranked"
    caption = line(scope.say(f"chart.criteria.{key}", threshold=threshold))
    shown = origins_of(scope, [each for each, _ in known])
    return Chart(data, _criteria_alt(scope), caption, anchor="chart_criteria", shows=shown)


def _bars_of_targets(scope: Scope, known: list[tuple[Criterion, Decimal]]) -> Bars:
    names = tuple(each.name for each, _ in known)
    scores = Series(scope.say("chart.score"), tuple(value for _, value in known), "latest")
    aims = Series(scope.say("chart.target"), tuple(each.target for each, _ in known), "target")
    axis = (Decimal(0), scope.state.scale.max)
    if any(value is not None for value in aims.values):
        words = tuple(zip(*(_marks(scope, value, each.target) for each, value in known), strict=True))
        return Bars(names, (aims, scores), words, "", *axis, overlaid=True)
    return Bars(names, (scores,), (tuple(_mark(scope, value) for _, value in known),), "", *axis)


def _marks(scope: Scope, score: Decimal, target: Value) -> tuple[str, str]:
    """The words of a target and of the score on it; those of a target that is reached stand with the score."""
    if target is None or target > score:
        return _mark(scope, target), _mark(scope, score)
    return "", scope.say("chart.score_and_target", score=_mark(scope, score), target=_mark(scope, target))


def _bars_of_rounds(scope: Scope, rounds: tuple[Round, ...], known: list[tuple[Criterion, Decimal]]) -> Bars:
    """The first and the last of the rounds."""
    names = tuple(each.name for each, _ in known)
    series = tuple(
        Series(
            plain(scope.round_name(round)),
            tuple(standing(each, round).value for each, _ in known),
            "latest" if round is rounds[-1] else "earlier",
        )
        for round in (rounds[:1] + rounds[1:][-1:])
    )
    labels = [tuple(_number(scope, value) for value in each.values) for each in series]
    labels[-1] = tuple(
        _towards(scope, value, each.target) for value, (each, _) in zip(series[-1].values, known, strict=True)
    )
    return Bars(names, series, tuple(labels), "", Decimal(0), scope.state.scale.max)


def _towards(scope: Scope, score: Value, target: Value) -> str:
    """A score with the target it has still to reach."""
    if score is None or target is None or score >= target:
        return _number(scope, score)
    return scope.say("chart.score_and_target", score=_mark(scope, score), target=_mark(scope, target))


def _gap(scope: Scope, criterion: Criterion, value: Decimal) -> Decimal:
    """How far a score is from its target, or from the threshold where it has none."""
    aim = criterion.target if criterion.target is not None else scope.state.scale.low_threshold
    return aim - value


def _mark(scope: Scope, value: Value) -> str:
    return "" if value is None else scope.words.number(value)


def scored_by_component(scope: Scope) -> list[Criterion]:
    """Criteria in the order of their components, so that a component is one arc of the radar."""
    order: list[str] = []
    for each in scope.state.criteria:
        if each.component not in order:
            order.append(each.component)
    first = [name for name in ("atmosphere", "staff", "product") if name in order]
    ranks = {name: rank for rank, name in enumerate(first + [name for name in order if name not in first])}
    return sorted(scope.state.criteria, key=lambda each: ranks[each.component])


def _score_series(scope: Scope, criteria: list[Criterion]) -> tuple[Series, ...]:
    rounds = comparable_rounds(scope)
    series = _others(scope, criteria)
    for index, each in enumerate(rounds):
        role: Role = "latest" if index == len(rounds) - 1 else "earlier"
        series.append(
            Series(plain(scope.round_name(each)), tuple(standing(c, each).value for c in criteria), role)
        )
    if not rounds:
        values = tuple(standing(c, None).value for c in criteria)
        series.append(Series(scope.say("chart.score"), values, "latest"))
    if any(c.target is not None for c in criteria):
        series.append(Series(scope.say("chart.target"), tuple(c.target for c in criteria), "target"))
    threshold = scope.state.scale.low_threshold
    name = scope.say("chart.threshold", value=scope.words.number(threshold))
    return (*series, Series(name, (threshold,) * len(criteria), "threshold"))


def _others(scope: Scope, criteria: list[Criterion]) -> list[Series]:
    """How other clients stand, where the input says so: the band between their quartiles, as its two edges."""
    known = {each.criterion: each for each in scope.project.settings.benchmark}
    found = [known.get(each.id) if each.id else None for each in criteria]
    if not any(found):
        return []
    count = min(each.n for each in found if each)
    edges = {key: tuple(getattr(each, key) if each else None for each in found) for key in ("low", "high")}
    return [
        Series(scope.say(f"chart.criteria.others_{key}", count=count), values, "earlier")
        for key, values in edges.items()
    ]


def remarks_on_rounds(scope: Scope) -> Inlines:
    """What a reader of the radar must know: rounds that are not drawn on it, and rounds of other assessors."""
    shown, rounds = comparable_rounds(scope), told_rounds(scope)
    hidden = rounds[: len(rounds) - len(shown)]
    said = []
    if hidden:
        names = join([scope.round_name(each) for each in hidden])
        said.append(scope.tell("chart.criteria.not_comparable", rounds=names))
    asked = [frozenset(each.assessors) for each in shown if each.assessors]
    if len(set(asked)) > 1 and not any(each.comparable_with_previous for each in shown):
        said.append(line(scope.say("chart.criteria.other_assessors")))
    return join(said, " ")


def _criteria_alt(scope: Scope) -> str:
    known = [(c, value) for c in scored_by_component(scope) if (value := current(scope, c)) is not None]
    listed = "; ".join(f"{c.name} — {_with_target(scope, value, c.target)}" for c, value in known)
    weak = ", ".join(criterion.name for criterion, _ in weakest(scope))
    tail = scope.say(f"chart.criteria.{'low' if has_low(scope) else 'weakest'}", weak=weak) if weak else ""
    return scope.say("chart.criteria.alt", listed=listed) + tail


def _with_target(scope: Scope, score: Decimal, target: Value) -> str:
    if target is None:
        return _mark(scope, score)
    return scope.say("chart.score_and_target", score=_mark(scope, score), target=_mark(scope, target))


def _number(scope: Scope, value: Value) -> str:
    return scope.say("labels.no_data") if value is None else scope.words.number(value)
