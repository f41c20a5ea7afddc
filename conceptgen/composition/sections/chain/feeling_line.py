"""The line of feeling inside the map, now and to be, each point under the head of its stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from conceptgen.composition.lines import strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import route, target, value
from conceptgen.document.blocks import Cell, Row, StripChart
from conceptgen.document.charts import Series, Strip
from conceptgen.document.inline import line
from conceptgen.model.chain import FEELINGS
from conceptgen.model.touchpoint_positions import StageInChain

FEWEST = 2
"""Feelings that make a line."""


def felt(scope: Scope, way: Sequence[StageInChain]) -> tuple[Decimal | None, ...]:
    """How the client feels now, stage by stage."""
    return tuple(value(scope, step.stage.emotion) for step in way)


def wanted(way: Sequence[StageInChain]) -> tuple[Decimal | None, ...]:
    """How the client shall feel."""
    return tuple(goal.target if (goal := target(step.stage.emotion)) else None for step in way)


def is_drawn(scope: Scope) -> bool:
    """True if the chain knows enough feelings for a line."""
    return sum(each is not None for each in felt(scope, route(scope))) >= FEWEST


def rows(scope: Scope, sheet: Sequence[StageInChain]) -> Iterator[Row]:
    """One row under the feelings in words, where there is a line to draw."""
    if not is_drawn(scope):
        return
    series = [Series(scope.say("chain.map.now"), felt(scope, sheet), "latest")]
    then = wanted(sheet)
    if any(each is not None for each in then):
        series.append(Series(scope.say("chain.map.then"), then, "target"))
    ticks = tuple(f"{step.number}. {step.stage.name}" for step in sheet)
    alt = scope.say("chain.map.line_alt", listed="; ".join(_listed(scope, sheet)))
    drawn = StripChart(Strip(ticks, tuple(series), *FEELINGS, tuple(_moments(sheet))), alt)
    head = strong(line(scope.say("chain.map.line")))
    yield Row((Cell((head,)), Cell((), len(sheet), strip=drawn)))


def _moments(sheet: Sequence[StageInChain]) -> Iterator[tuple[float, str]]:
    """The moments of truth where they lie among the touchpoints of their stage."""
    for column, step in enumerate(sheet):
        for index, each in enumerate(step.placed):
            if each.touchpoint.moment_of_truth:
                yield column + (index + 0.5) / len(step.placed), each.number


def _listed(scope: Scope, sheet: Sequence[StageInChain]) -> Iterator[str]:
    for step, now, then in zip(sheet, felt(scope, sheet), wanted(sheet), strict=True):
        said = [
            scope.say(f"chain.map.line_{key}", grade=scope.words.number(grade))
            for key, grade in (("now", now), ("then", then))
            if grade is not None
        ]
        moments = [each.number for each in step.placed if each.touchpoint.moment_of_truth]
        if moments:
            said.append(scope.say("chain.map.line_moments", numbers=", ".join(moments)))
        if said:
            yield f"{step.stage.name} — {', '.join(said)}"
