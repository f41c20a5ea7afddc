"""4. Programme: frame and periods, actions with their Gantt chart, resources, risks."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import (
    Piece,
    cell,
    columns,
    grid,
    h1,
    h2,
    noted,
    paragraph,
    row,
)
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import amount, bare_number
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import full_stop
from conceptgen.composition.marks import full_text, marks_of
from conceptgen.composition.money import is_exact, is_whole, spelled, total
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import actions, leads
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.dates import When
from conceptgen.model.programme import Programme


def blocks(scope: Scope) -> Iterator[Piece]:
    """The programme: its term and periods, actions on a calendar, budget, risks."""
    yield from argued(scope, "programme", _content(scope), leads.programme(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "programme.title")
    programme = scope.concept.programme
    if programme is None:
        yield Paragraph(gap(scope, "programme", scope.concept))
        return
    yield h2(scope, "programme.frame")
    yield from _frame(scope, programme)
    if programme.actions:
        yield from argued(scope, "actions", actions.blocks(scope, programme))
    else:
        yield h2(scope, "programme.actions")
        yield Paragraph(gap(scope, "actions", programme))
    if programme.budget or any(action.cost or action.resources for action in programme.actions):
        yield from argued(scope, "resources", _resources(scope, programme))
    if programme.risks:
        yield from argued(scope, "risks", _risks(scope, programme))


def _frame(scope: Scope, programme: Programme) -> Iterator[Block]:
    name = scope.t(programme, "name")
    quoted = name if "«" in plain(name) else scope.tell("quoted", text=name)
    yield from paragraph(full_stop(line(scope.say("programme.called"), " ", quoted)) if name else ())
    yield Paragraph(full_stop(_term_of(scope, programme)))
    frame = scope.t(programme, "frame")
    yield from paragraph(full_stop(line(scope.say("programme.frame_text"), " ", frame)) if frame else ())
    heads = columns(scope, ("period", 1.8), ("start", 1.0), ("end", 1.0), ("result", 3.0))
    rows = [
        row(
            cell(full_text(scope, each)),
            cell(scope.date(each, "start")),
            cell(scope.date(each, "end")),
            cell(scope.t(each, "result")),
        )
        for each in programme.periods
    ]
    yield from grid(scope, "periods" if len(rows) > 1 else "only_period", heads, rows)


def _term_of(scope: Scope, programme: Programme) -> Inlines:
    """«Программа начинается 11 января 2027 г., заканчивается …»; what no sentence can hold stands behind colons."""
    ends = {field: getattr(programme, field) for field in ("start", "end")}
    if isinstance(programme.start, When) and programme.start == programme.end:
        return scope.tell("programme.term_one", date=scope.t(programme, "end"))
    plain_ones = all(each is None or worded(scope.words, each, "at") for each in ends.values())
    start, end = (
        or_gap(
            scope,
            date_phrase(scope, programme, field, "at") if plain_ones else scope.t(programme, field),
            field,
            programme,
        )
        for field in ends
    )
    return scope.tell("programme.term" if plain_ones else "programme.term_apart", start=start, end=end)


def _resources(scope: Scope, programme: Programme) -> Iterator[Block]:
    yield h2(scope, "programme.resources")
    heads = columns(scope, ("year", 1.0), ("sum", 1.2, "right"), ("comment", 3.0))
    rows = [
        row(
            cell(scope.date(each, "year")),
            cell(line(amount(scope, each), marks_of(scope, each)) if each.form else ()),
            cell(scope.t(each, "text")),
        )
        for each in programme.budget
    ]
    has_years = any(each.year for each in programme.budget)
    yield from grid(scope, "budget" if has_years else "budget_sums", heads, rows)
    budget, costs = total(programme.budget), total(action.cost for action in programme.actions)
    exact = is_whole(programme) and is_exact(action.cost for action in programme.actions)
    if budget and costs and exact:
        sums = {"costs": spelled(scope, costs), "budget": spelled(scope, budget)}
        yield Paragraph(full_stop(line(scope.say("money.compare", **sums))))


def _risks(scope: Scope, programme: Programme) -> Iterator[Block]:
    yield h2(scope, "programme.risks")
    heads = columns(
        scope,
        ("risk", 2.4),
        ("probability", 0.9, "center"),
        ("impact", 0.9, "center"),
        ("mitigation", 2.4),
        ("owner", 1.4),
    )
    yield from noted(scope, "risks.note", grid(scope, "risks", heads, [*_risk_rows(scope, programme)]))


def _risk_rows(scope: Scope, programme: Programme) -> Iterator[Row]:
    for risk in programme.risks:
        yield row(
            cell(full_text(scope, risk)),
            cell(bare_number(scope, risk, "probability")),
            cell(bare_number(scope, risk, "impact")),
            cell(or_gap(scope, scope.t(risk, "mitigation"), "mitigation", risk)),
            cell(or_gap(scope, scope.who(risk, "owner"), "owner", risk)),
        )
