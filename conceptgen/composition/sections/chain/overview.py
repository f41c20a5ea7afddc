"""3. The stages in a row before each is told: their phases, how many touchpoints, how the client feels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import cell, full_grid
from conceptgen.composition.lines import strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import graded, latest, route, span, target
from conceptgen.composition.sections.chain.map_rows import sheets
from conceptgen.composition.sections.chain.stage_heads import MOST_NARROW, columns, phases
from conceptgen.document.blocks import Block, Cell, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.touchpoint_positions import StageInChain

_FEWEST = 3
"""Stages that are worth an overview."""


def blocks(scope: Scope) -> Iterator[Block]:
    """One table, or several where the stages are very many."""
    way = route(scope)
    if len(way) < _FEWEST:
        return
    tables = list(sheets(way, MOST_NARROW))
    key = "chain.overview_part" if len(tables) > 1 else "chain.overview"
    key = key if any(step.stage.emotion for step in way) else f"{key}_counts"
    for number, sheet in enumerate(tables, 1):
        heads = columns(scope, sheet)
        rows = [*phases(scope, sheet), *_rows(scope, sheet)]
        yield from full_grid(scope, key, heads, rows, number=str(number), **span(sheet))


def _rows(scope: Scope, sheet: Sequence[StageInChain]) -> Iterator[Row]:
    counts = [len(step.placed) for step in sheet]
    yield _row(scope, "points", [line(str(count)) for count in counts])
    moments = [sum(each.touchpoint.moment_of_truth for each in step.placed) for step in sheet]
    if any(moments):
        yield _row(scope, "moments", [line(str(count)) if count else () for count in moments])
    now = [graded(scope, latest(scope, step.stage.emotion)) for step in sheet]
    if any(now):
        yield _row(scope, "now", now)
    then = [graded(scope, target(step.stage.emotion)) for step in sheet]
    if any(then):
        yield _row(scope, "then", then)


def _row(scope: Scope, key: str, said: Sequence[Inlines]) -> Row:
    head = Cell((strong(line(scope.say(f"chain.overview.{key}"))),))
    return Row((head, *(cell(each) for each in said)))
