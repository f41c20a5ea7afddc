"""6. The change plan: touchpoints to change, remove or make; why, by what action, who, when."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, column, columns, full_grid, group, h1, lead
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import capital, full_stop, join
from conceptgen.composition.names import numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import decided, numbers, points, spoken_name
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Cell, Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.programme import Action
from conceptgen.model.touchpoint_positions import Placed

CHANGES = ("change", "remove", "new")


def blocks(scope: Scope) -> Iterator[Piece]:
    """What is to change at which touchpoint, why, by whom and when."""
    plan = {decision: those for decision, those in decided(points(scope)).items() if decision in CHANGES}
    if not plan:
        return
    heads = _heads(scope)
    rows: list[Row] = []
    for decision, those in plan.items():
        rows.append(group(capital(line(scope.label("decision", decision))), len(heads)))
        rows += [row for each in those for row in _rows(scope, each)]
    yield h1(scope, "chain.changes.title")
    yield from lead(_conclusion(scope, [each for those in plan.values() for each in those]))
    yield from full_grid(scope, "chain.changes", *stacked(heads, rows, {1: 0}))


def _conclusion(scope: Scope, changing: list[Placed]) -> Inlines:
    """Which touchpoint changes before the others, and which have no action yet."""
    dated = [
        (day, each, action)
        for each in changing
        for action in scope.relations.linked(each.touchpoint, Action)
        if not (action.prior or action.is_over) and (day := scope.last(action.deadline))
    ]
    told: list[Inlines] = []
    if dated:
        _, first, action = min(dated, key=lambda found: found[0])
        when = (
            date_phrase(scope, action, "deadline", "by") if worded(scope.words, action.deadline, "by") else ()
        )
        parts = {"point": spoken_name(scope, first), "when": line(" ", when) if when else ""}
        told.append(full_stop(scope.tell("chain.changes.lead_first", **parts)))
    idle = [each for each in changing if not scope.relations.linked(each.touchpoint, Action)]
    if idle and scope.project.concept:
        told.append(scope.tell("chain.changes.lead_idle", points=numbers(idle)))
    return join(told, " ")


def _heads(scope: Scope) -> tuple[Column, ...]:
    first = columns(scope, ("touchpoint", 2.0), ("reason", 2.6), of="chain.columns")
    if scope.project.concept is None:
        return (*first, column(scope, "chain.columns.owner", 1.4))
    return (
        *first,
        *columns(scope, ("action", 2.4), ("owner", 1.4), ("when", 1.0), of="chain.columns"),
    )


def _rows(scope: Scope, placed: Placed) -> Iterator[Row]:
    """A row an action; a touchpoint without one shows what is missing. Only a concept has actions."""
    planned = scope.relations.linked(placed.touchpoint, Action)
    first = cell(spoken_name(scope, placed)), cell(scope.t(placed.touchpoint, "decision_reason"))
    if scope.project.concept is None:
        yield Row(
            (
                *first,
                cell(or_gap(scope, scope.who(placed.holder("owner"), "owner"), "owner", placed.touchpoint)),
            )
        )
    elif not planned:
        missing = gap(scope, "action", placed.touchpoint, "actions")
        yield Row((*first, cell(missing), cell(), cell()))
    for index, action in enumerate(planned):
        yield Row((*(first if index == 0 else (Cell(()), Cell(()))), *_action(scope, action)))


def _action(scope: Scope, action: Action) -> tuple[Cell, ...]:
    return (
        cell(numbered(scope, action, scope.t(action, "name"))),
        cell(or_gap(scope, scope.who(action, "owner"), "owner", action)),
        cell(deadline(scope, action)),
    )


def deadline(scope: Scope, action: Action) -> Inlines:
    """By when: the deadline; how often, for what has none and recurs; when it was done, for what came before."""
    when = scope.date(action, "completed_on") if action.prior else ()
    if action.recurring and not action.deadline:
        when = when or line(scope.label("frequency", action.recurring))
    return when or or_gap(scope, scope.date(action, "deadline"), "deadline", action)
