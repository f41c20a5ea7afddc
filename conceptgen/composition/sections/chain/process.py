"""A touchpoint that goes in several forms: its steps in rows, its forms in columns."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell, column, full_grid
from conceptgen.composition.builders import row as table_row
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Cell, Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import ProcessStep
from conceptgen.model.organization import Channel
from conceptgen.model.touchpoint_positions import Placed, StageInChain

_MOST_COLUMNS = 6
"""Forms side by side; more of them stand under one another."""


def blocks(scope: Scope, step: StageInChain) -> Iterator[Block]:
    """One table for each touchpoint of a stage that has steps."""
    for placed in step.placed:
        heads, rows = _table(scope, placed)
        name = scope.t(placed.touchpoint, "name")
        yield from full_grid(scope, "chain.process", heads, rows, name=name, number=placed.number)


def _table(scope: Scope, placed: Placed) -> tuple[tuple[Column, ...], list[Row]]:
    steps, forms = placed.touchpoint.process, placed.touchpoint.forms
    if len(forms) > _MOST_COLUMNS:
        listed = (
            column(scope, "chain.columns.step", 1.4),
            column(scope, "chain.columns.form", 1.2),
            column(scope, "chain.columns.way", 3.0),
        )
        return listed, [row for each in steps for row in _listed(scope, each)]
    heads = (column(scope, "chain.columns.step", 1.4), *(Column(_form(scope, form), 1.6) for form in forms))
    return heads, [
        table_row(cell(full_text(scope, each)), *(_way(scope, each, form) for form in forms))
        for each in steps
    ]


def _listed(scope: Scope, step: ProcessStep) -> Iterator[Row]:
    name = full_text(scope, step)
    for form in step.forms or ("",):
        shown = _form(scope, form) if form else ()
        yield table_row(cell(name), cell(shown), _way(scope, step, form))
        name = ()


def _way(scope: Scope, step: ProcessStep, form: str) -> Cell:
    return cell(scope.keyed(step, "forms", form) if form in step.forms else ())


def _form(scope: Scope, form: str) -> Inlines:
    """The name of a channel of the client's, or of a form of its own."""
    return scope.named(form) if scope.item(form, Channel) else line(form)
