"""1. The diagram again: the rounds that can be compared in one figure, every round in the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, noted, row
from conceptgen.composition.charts.criteria import criteria_chart, remarks_on_rounds, scored_by_component
from conceptgen.composition.comparable import told_rounds
from conceptgen.composition.figures import bare_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import score_text, standing
from conceptgen.composition.tracking import Move, moves
from conceptgen.document.blocks import Block, Cell, Column, Paragraph, Row, Tone
from conceptgen.document.charts import Bars
from conceptgen.document.inline import Text, line
from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.scoring import is_low

MOST = 5
"""Criteria on the bars of the short report."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The figure, what its reader must know, and the scores of every round; nothing where there is no criterion."""
    if shown := (*figure(scope), *_table(scope)):
        yield h1(scope, "progress.diagram.title")
        yield from shown


def figure(scope: Scope) -> Iterator[Block]:
    """The diagram of the compared rounds and what its reader must know."""
    if chart := criteria_chart(scope):
        yield chart
        if remark := remarks_on_rounds(scope):
            yield Paragraph(remark, "note")


def short(scope: Scope) -> Iterator[Piece]:
    """The figure alone, of the criteria that lack most where there are many."""
    chart = criteria_chart(scope, most=MOST)
    if chart is None:
        return
    yield h1(scope, "progress.diagram.title")
    yield replace(chart, caption=(), anchor="")
    scored = len(scope.state.criteria)
    if isinstance(chart.data, Bars) and len(chart.data.categories) < scored:
        yield Paragraph(line(scope.say("progress.diagram.most", shown=MOST, count=scored)), "note")
    if remark := remarks_on_rounds(scope):
        yield Paragraph(remark, "note")


def _table(scope: Scope) -> tuple[Block, ...]:
    rounds = told_rounds(scope)
    told = {id(each.criterion): each for each in moves(scope)}
    heads: list[Column] = [*columns(scope, ("criterion", 2.6))]
    heads += [Column(scope.round_name(each), 1.0, "center") for each in rounds]
    heads += columns(scope, ("step", 1.4), ("target", 0.7, "center"), of="progress.columns")
    rows: list[Row] = []
    component = ""
    for criterion in scored_by_component(scope):
        if criterion.component != component:
            component = criterion.component
            rows.append(group(scope.named(component), len(heads)))
        rows.append(_row(scope, criterion, rounds, told[id(criterion)]))
    table = grid(scope, "progress.scores", tuple(heads), rows)
    is_shaded = any(
        is_low(scope.state, standing(each.criterion, one).value) for each in told.values() for one in rounds
    )
    return noted(scope, "scores.note", table) if is_shaded else table


def _row(scope: Scope, criterion: Criterion, rounds: tuple[Round, ...], move: Move) -> Row:
    cells = [_score(scope, criterion, each) for each in rounds]
    return row(
        cell(scope.t(criterion, "name")),
        *cells,
        _step(scope, move),
        cell(bare_number(scope, criterion, "target")),
    )


def _score(scope: Scope, criterion: Criterion, round: Round) -> Cell:
    stands = standing(criterion, round)
    tone: Tone = "low" if is_low(scope.state, stands.value) else "none"
    return cell(score_text(scope, stands) or (Text(scope.say("labels.no_data"), "unknown"),), tone=tone)


def _step(scope: Scope, move: Move) -> Cell:
    """«+3, выше»; what cannot be compared says so."""
    if move.step is None:
        return cell(line(scope.say("progress.steps.none")))
    word = "same" if move.step == 0 else "up" if move.step > 0 else "down"
    fallen = (
        line(scope.say("progress.steps.fallen")) if move.has_fallen and len(told_rounds(scope)) > 2 else ()
    )
    tone: Tone = "low" if word == "down" or fallen else "good" if word == "up" else "none"
    step = scope.words.number(move.step, sign=True)
    return cell(line(scope.say(f"progress.steps.{word}", step=step)), fallen, tone=tone)
