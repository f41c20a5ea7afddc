"""The form of the next round: the same criteria, the same assessors, room for scores and for what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import (
    Piece,
    bullets,
    cell,
    columns,
    full_grid,
    group,
    h1,
    paragraph,
    row,
)
from conceptgen.composition.charts.criteria import scored_by_component
from conceptgen.composition.comparable import told_rounds
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_number
from conceptgen.composition.lines import full_stop, join
from conceptgen.composition.names import names_in
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Column, Paragraph, Row
from conceptgen.document.inline import Inlines, line

MOST_COLUMNS = 4
"""Assessors who write into one form, side by side; more of them get a form each, with a line for the name."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """How to fill it in, what the scores mean, and the criteria."""
    if not scope.state.criteria:
        return
    yield h1(scope, "progress.next.title")
    yield from when(scope)
    scale = scope.state.scale
    ends = {field: bare_number(scope, scale, field) for field in ("min", "max")}
    yield Paragraph(scope.tell("progress.next.how", **ends))
    yield from bullets(line(f"{key} — ", scope.keyed(scale, "anchors", key)) for key in scale.anchors)
    yield from _form(scope)


def when(scope: Scope) -> Iterator[Block]:
    """When the next round is held, and how."""
    told = scope.report.next_round
    if told is None:
        return
    due = date_phrase(scope, told, "date", "at", apart="dated.at")
    way = line(scope.label("round_method", told.method)) if told.method else ()
    said = join([due, way], "; ")
    if said:
        yield from paragraph(full_stop(scope.tell("progress.next.when", what=said)))


def short(scope: Scope) -> Iterator[Piece]:
    """When the next round is held."""
    told = [*when(scope)]
    if told:
        yield h1(scope, "progress.next.heading")
        yield from told


def _assessors(scope: Scope) -> list[Inlines]:
    """Those named for the next round, else those of the last one that names any."""
    told = scope.report.next_round
    if told and told.assessors:
        return names_in(scope, told, "assessors")
    last = next((each for each in reversed(told_rounds(scope)) if each.assessors), None)
    return names_in(scope, last, "assessors") if last else []


def _form(scope: Scope) -> tuple[Block, ...]:
    names = _assessors(scope)
    if not 0 < len(names) <= MOST_COLUMNS:
        names = [line(scope.say("chart.score"))]
    heads: list[Column] = [*columns(scope, ("criterion", 2.6))]
    heads += [Column(name, 1.0, "center") for name in names]
    heads += columns(scope, ("evidence", 2.6))
    rows: list[Row] = []
    component = ""
    for criterion in scored_by_component(scope):
        if criterion.component != component:
            component = criterion.component
            rows.append(group(scope.named(component), len(heads)))
        blanks = [cell(line(" ")) for _ in heads[1:]]
        rows.append(row(cell(scope.t(criterion, "name")), *blanks))
    return full_grid(scope, "progress.next", tuple(heads), rows)
