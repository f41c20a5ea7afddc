"""2. The map: stages side by side, and how the client feels along the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.compose.build import Piece, Wide
from conceptgen.compose.charts import exact
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections.chain.map_rows import FULL, heads, rows, sheets
from conceptgen.compose.sections.chain.readings import MOMENT, latest, points, route, target, value
from conceptgen.compose.sections.chain.words import gap, grid, lead, refer, say, tell, title
from conceptgen.document.blocks import Block, Chart, Paragraph
from conceptgen.document.charts import Lines, Series
from conceptgen.document.inline import line
from conceptgen.model.chain import FEELINGS
from conceptgen.model.placing import Step

_FEWEST = 2
"""Feelings that make a line."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 2."""
    yield Wide(tuple(_content(scope)))


def _content(scope: Scope) -> Iterator[Block]:
    yield title(scope, "map")
    way = route(scope)
    if not way:
        yield Paragraph(gap(scope, "stages"))
        return
    yield from _weakest(scope, way)
    tables = list(sheets(way))
    for number, sheet in enumerate(tables, 1):
        part = {"first": str(sheet[0].number), "last": str(sheet[-1].number), "number": str(number)}
        key = "map_part" if len(tables) > 1 else "map"
        yield from grid(scope, key, heads(scope, sheet), [*rows(scope, sheet, FULL)], **part)
    yield from legend(scope)
    yield from _feelings(scope, way)


def _weakest(scope: Scope, way: tuple[Step, ...]) -> Iterator[Block]:
    """Where the client feels worst, all stages that share the place."""
    felt = [(step, felt) for step in way if (felt := value(scope, step.stage.emotion)) is not None]
    if len(felt) < _FEWEST:
        return
    worst = min(value for _, value in felt)
    names = scope.join(
        [scope.tell("quoted", text=scope.t(s.stage, "name")) for s, value in felt if value == worst]
    )
    yield lead(scope, "map", stages=names, grade=_number(scope, worst))


def legend(scope: Scope) -> Iterator[Paragraph]:
    """What the signs of the map mean, as far as they occur."""
    placed = points(scope)
    said = []
    if any(each.touchpoint.moment_of_truth for each in placed):
        said.append(say(scope, "map.moments", sign=MOMENT))
    if any(value(scope, each.touchpoint.scores) is not None for each in placed):
        scale = scope.state.scale
        said.append(say(scope, "map.scores", min=_number(scope, scale.min), max=_number(scope, scale.max)))
    if any(step.stage.emotion for step in route(scope)):
        said.append(say(scope, "map.feelings"))
    if said:
        yield Paragraph(line(" ".join(said)), "note")


def _feelings(scope: Scope, way: tuple[Step, ...]) -> Iterator[Block]:
    """The line of feeling, now and to be."""
    now = tuple(value(scope, step.stage.emotion) for step in way)
    then = tuple(each.target if (each := target(step.stage.emotion)) else None for step in way)
    if sum(each is not None for each in now) < _FEWEST:
        return
    series = [Series(say(scope, "map.now"), now, "latest")]
    if any(each is not None for each in then):
        series.append(Series(say(scope, "map.then"), then, "target"))
    ticks = tuple(f"{step.number}. {step.stage.name}" for step in way)
    caption = line(say(scope, "feeling_line.caption"))
    alt = tell(scope, "feeling_line.alt", listed=_listed(scope, way))
    data = Lines(ticks, tuple(series), say(scope, "feeling_line.unit"), *FEELINGS)
    yield refer(scope, "feeling_line", "chain_feelings")
    yield Chart(data, "".join(getattr(each, "text", "") for each in alt), caption, anchor="chain_feelings")


def _listed(scope: Scope, way: tuple[Step, ...]) -> str:
    return "; ".join(
        f"{step.stage.name} — {_number(scope, felt)}"
        for step in way
        if (now := latest(scope, step.stage.emotion)) and (felt := exact(now)) is not None
    )


def _number(scope: Scope, value: Decimal) -> str:
    return scope.words.number(value)
