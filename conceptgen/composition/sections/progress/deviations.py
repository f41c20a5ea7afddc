"""What went otherwise than planned, why, and what is done about it; a reason that is not told leaves a mark."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bare_grid, cell, columns, grid, h1, row
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import join, without_full_stop
from conceptgen.composition.marks import full_text
from conceptgen.composition.names import names_in, numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.progress.actions import MOST, shown_of
from conceptgen.composition.tracking import OVERDUE, PlanFact, Track, plan_facts, track, tracks
from conceptgen.document.blocks import Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Item
from conceptgen.model.programme import Action
from conceptgen.model.progress import Deviation


def blocks(scope: Scope) -> Iterator[Piece]:
    """As the report tells it, then as the actions do, then what nobody has explained."""
    rows = [*_rows(scope, _of_actions(scope))]
    if rows:
        yield h1(scope, "progress.deviation.title")
        yield from grid(scope, "progress.deviation", _heads(scope), rows)


def short(scope: Scope) -> Iterator[Piece]:
    """The same without a caption, an action once, and no more of them than can be talked over."""
    told = _told_of(scope)
    rows = [*_rows(scope, [each for each in _of_actions(scope) if each.action.id not in told])]
    if rows:
        yield h1(scope, "progress.deviation.title")
        yield bare_grid(_heads(scope), rows[:MOST], scope.say("progress.deviation.title"))
        yield from shown_of(scope, len(rows))


def _heads(scope: Scope) -> tuple[Column, ...]:
    return columns(
        scope, ("deviation", 2.2), ("about", 2.0), ("reason", 2.2), ("response", 2.2), of="progress.columns"
    )


def _told_of(scope: Scope) -> set[str]:
    """The ids of what the deviations of the report speak of."""
    return {name for each in scope.report.deviations for name in each.about}


def _of_actions(scope: Scope) -> list[Track]:
    """The actions that say why they went otherwise, and the late ones of which nobody does."""
    told = _told_of(scope)
    return [
        each
        for each in tracks(scope)
        if each.action.deviation_reason or (each.state in OVERDUE and each.action.id not in told)
    ]


def _rows(scope: Scope, actions: list[Track]) -> Iterator[Row]:
    yield from (_told(scope, each) for each in scope.report.deviations)
    told = _told_of(scope)
    for each in plan_facts(scope):
        is_off = each.is_due and (each.fact is None or each.is_met is False)
        if is_off and each.indicator.id not in told:
            yield _of_indicator(scope, each)
    yield from (_of_action(scope, each) for each in actions)


def _told(scope: Scope, each: Deviation) -> Row:
    return row(
        cell(full_text(scope, each)),
        cell(*_about(scope, each)),
        cell(or_gap(scope, scope.t(each, "reason"), "reason", each)),
        cell(scope.t(each, "response")),
    )


def _about(scope: Scope, each: Deviation) -> Iterator[Inlines]:
    """What a deviation touches; an action with its number."""
    for id, name in zip(each.about, names_in(scope, each, "about"), strict=True):
        item = scope.relations.by_id.get(id)
        yield numbered(scope, item, name) if isinstance(item, Action) else name


def _of_indicator(scope: Scope, each: PlanFact) -> Row:
    """An indicator that does not keep to its plan and that no deviation speaks of."""
    word = "unmeasured" if each.fact is None else "missed"
    return row(
        cell(line(scope.say(f"progress.deviations.{word}"))),
        cell(scope.t(each.indicator, "name")),
        cell(gap(scope, "reason", scope.report, "deviations")),
        cell(*_decided(scope, each.indicator)),
    )


def _of_action(scope: Scope, stands: Track) -> Row:
    action = stands.action
    key = f"progress.states.{stands.state}" if stands.state else ""
    return row(
        cell(line(scope.say(key)) if key else ()),
        cell(numbered(scope, action, scope.t(action, "name"))),
        cell(or_gap(scope, scope.t(action, "deviation_reason"), "reason", action, "deviation_reason")),
        cell(*(_decided(scope, action) or _instead(scope, action))),
    )


def _decided(scope: Scope, item: Item) -> tuple[Inlines, ...]:
    """The decisions of this report about something: what is done, and by when."""
    about = [each for each in scope.report.decisions if item.id and item.id in each.about]
    terms = [date_phrase(scope, each, "due", "by", apart="dated.at", short=True) for each in about]
    return tuple(
        join([without_full_stop(scope.t(each, "text")), term], ", ")
        for each, term in zip(about, terms, strict=True)
    )


def _instead(scope: Scope, action: Action) -> tuple[Inlines, ...]:
    """What the plan of an action became when it was last changed; one that is missed, too, is no answer."""
    last = action.change_log[-1] if action.change_log else None
    if track(scope, action).state in OVERDUE:
        return (line(scope.say("progress.deviation.undecided")),)
    if last and last.became:
        return (scope.tell("progress.deviation.instead", became=scope.t(last, "became")),)
    return ()
