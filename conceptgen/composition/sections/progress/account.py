"""Corrections of the plan, decisions, and when the diagram levels out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.composition.builders import Piece, bare_grid, bullets, cell, columns, grid, h1, paragraph, row
from conceptgen.composition.comparable import comparable_rounds
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.lines import capital, full_stop, go_on
from conceptgen.composition.marks import full_text, full_texts, marks_of
from conceptgen.composition.names import numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import standing
from conceptgen.document.blocks import Column, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion
from conceptgen.model.dates import When
from conceptgen.model.programme import Action, PlanChange
from conceptgen.model.progress import Decision, Forecast
from conceptgen.model.scoring import is_low


def corrections(scope: Scope) -> Iterator[Piece]:
    """The corrections of the plan since the report before."""
    rows = [_correction(scope, action, change) for action, change in changes(scope)]
    if rows:
        yield h1(scope, "progress.corrections.title")
        heads = columns(scope, ("action", 2.0), ("date", 1.0), ("was", 1.8), ("became", 1.8), ("reason", 2.0))
        yield from grid(scope, "progress.corrections", heads, rows)


def changes(scope: Scope) -> list[tuple[Action, PlanChange]]:
    """Each change of an action since the day of the report before; those without a date, too."""
    since = _day_before(scope)
    return [
        (action, change)
        for action in _actions(scope)
        for change in action.change_log
        if not (since and isinstance(change.date, When) and change.date.last <= since)
    ]


def _actions(scope: Scope) -> tuple[Action, ...]:
    return scope.concept.programme.actions if scope.concept.programme else ()


def _day_before(scope: Scope) -> date | None:
    """The day of the report before this one."""
    days = [scope.last(each.as_of) for each in scope.project.progress]
    earlier = [day for day in days if day and scope.today and day < scope.today]
    return max(earlier, default=None)


def _correction(scope: Scope, action: Action, change: PlanChange) -> Row:
    return row(
        cell(numbered(scope, action, scope.t(action, "name"))),
        cell(scope.date(change)),
        cell(scope.t(change, "was")),
        cell(scope.t(change, "became")),
        cell(line(scope.t(change, "reason"), marks_of(scope, change))),
    )


def decisions(scope: Scope) -> Iterator[Piece]:
    """What was decided, who does it, by when."""
    if scope.report.decisions:
        yield h1(scope, "progress.decisions.title")
        rows = [_decision(scope, each, full_text(scope, each)) for each in scope.report.decisions]
        yield from grid(scope, "progress.decisions", _decision_heads(scope), rows)


def decisions_short(scope: Scope) -> Iterator[Piece]:
    """The same without a caption and without sources."""
    if scope.report.decisions:
        yield h1(scope, "progress.decisions.title")
        rows = [_decision(scope, each, scope.t(each, "text")) for each in scope.report.decisions]
        yield bare_grid(_decision_heads(scope), rows, scope.say("progress.decisions.title"))


def _decision_heads(scope: Scope) -> tuple[Column, ...]:
    return columns(scope, ("decision", 4.0), ("owner", 1.8), ("term", 1.2), of="progress.columns")


def _decision(scope: Scope, each: Decision, text: Inlines) -> Row:
    return row(
        cell(text),
        cell(or_gap(scope, scope.who(each, "owner"), "owner", each)),
        cell(or_gap(scope, scope.date(each, "due"), "due", each)),
    )


def forecast(scope: Scope) -> Iterator[Piece]:
    """When the diagram levels out, what that rests on, and the terms the causes were given."""
    yield from _forecast(scope, _terms(scope))


def forecast_short(scope: Scope) -> Iterator[Piece]:
    """The same without the terms."""
    yield from _forecast(scope, [])


def _forecast(scope: Scope, terms: list[Inlines]) -> Iterator[Piece]:
    told = scope.report.forecast
    if not (told or terms):
        return
    yield h1(scope, "progress.forecast.title")
    if told:
        text = full_text(scope, told) if told.text else ()
        said = go_on(levels(scope, told), text)
        yield from paragraph(full_stop(capital(said)) if said else ())
        if told.rests_on:
            yield Paragraph(line(scope.say("progress.forecast.rests_on")), "label")
            yield from bullets(full_texts(scope, told.rests_on))
    if terms:
        yield Paragraph(line(scope.say("progress.forecast.terms")), "label")
        yield from bullets(terms)


def levels(scope: Scope, told: Forecast) -> Inlines:
    """«Оценки дойдут до целей к 30 июня 2028 г.»; what no sentence can hold stands behind a colon."""
    if told.date is None:
        return ()
    when = date_phrase(scope, told, "date", "by", apart="progress.forecast.apart")
    is_apart = not isinstance(told.date, When) or not worded(scope.words, told.date, "by")
    return when if is_apart else scope.tell("progress.forecast.levels", when=when)


def _terms(scope: Scope) -> list[Inlines]:
    """The criteria that are still low, each with the time its cause was given to level out."""
    held = comparable_rounds(scope)
    last = held[-1] if held else None
    found = []
    for criterion in scope.state.criteria:
        value = standing(criterion, last).value
        if value is None or not is_low(scope.state, value):
            continue
        if said := _term(scope, criterion):
            found.append(line(scope.t(criterion, "name"), f" ({scope.words.number(value)}): ", said))
    return found


def _term(scope: Scope, criterion: Criterion) -> Inlines:
    """What its cause was given to level out; that it was given nothing is said where no forecast speaks for all."""
    terms = [each.time_to_level for each in scope.relations.linked(criterion, Cause) if each.time_to_level]
    if terms:
        return scope.tell("progress.forecast.given", term=bare_figure(scope, terms[0]))
    told = scope.report.forecast
    return () if told and isinstance(told.date, When) else line(scope.say("progress.forecast.no_term"))
