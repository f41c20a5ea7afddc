"""3. Actions: a sign and a word for each, and by how many days what is overdue is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from conceptgen.composition.builders import Piece, bare_grid, cell, columns, grid, group, h1, label, row
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_number
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import quiet_line
from conceptgen.composition.names import action_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.tracking import OVERDUE, State, Track, tracks
from conceptgen.document.blocks import Cell, Column, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line

_SIGNS: dict[State, str] = {
    "done": "+", "overdue": "!", "behind": "!", "idle": "!", "running": "…", "planned": "·", "cancelled": "×",
    "merged": "×",
}  # fmt: skip
_SOON = timedelta(days=60)
MOST = 12
"""Actions of the short report, and its deviations."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """Every action of the programme by period."""
    told = tracks(scope)
    if told:
        yield h1(scope, "progress.actions.title")
        yield from grid(scope, "progress.actions", _heads(scope), [*_rows(scope, told)])


def short(scope: Scope) -> Iterator[Piece]:
    """What is overdue, what is due within sixty days, and how many of how many are shown."""
    told = tracks(scope)
    urgent = [each for each in told if each.state in OVERDUE] + [
        each for each in told if _is_soon(scope, each)
    ]
    if not urgent:
        return
    shown = urgent[:MOST]
    yield h1(scope, "progress.actions.urgent")
    yield label(scope, "progress.actions.soon")
    rows = [_row(scope, each) for each in shown]
    yield bare_grid(_heads(scope), rows, scope.say("progress.actions.urgent"))
    yield from shown_of(scope, len(urgent))


def shown_of(scope: Scope, count: int) -> Iterator[Piece]:
    """How many of how many a table of the short report shows; nothing where it shows all."""
    if count > MOST:
        yield Paragraph(line(scope.say("progress.shown", shown=MOST, count=count)), "note")


def _is_soon(scope: Scope, told: Track) -> bool:
    last = scope.last(told.action.deadline)
    is_open = told.state in ("running", "planned")
    return is_open and last is not None and scope.today is not None and last <= scope.today + _SOON


def _heads(scope: Scope) -> tuple[Column, ...]:
    return columns(
        scope,
        ("number", 0.5, "center"),
        ("action", 3.0),
        ("owner", 1.4),
        ("term", 1.1),
        ("status", 1.9),
        of="progress.columns",
    )


def _rows(scope: Scope, told: list[Track]) -> Iterator[Row]:
    period: str | None = None
    for each in told:
        own = scope.say("programme.prior") if each.action.prior else ""
        name = line(own) if own else scope.who(each.action, "period")
        key = own or each.action.period or ""
        if key != period and (name or period):
            yield group(name or line(scope.say("programme.no_period")), 5)
        period = key
        yield _row(scope, each)


def _row(scope: Scope, told: Track) -> Row:
    action = told.action
    result = scope.t(action, "deliverable") if told.state == "done" else ()
    return row(
        cell(line(action_number(scope, action))),
        cell(scope.t(action, "name"), quiet_line(result)),
        cell(or_gap(scope, scope.who(action, "owner"), "owner", action)),
        cell(scope.date(action, "deadline")),
        _state(scope, told),
    )


def _state(scope: Scope, told: Track) -> Cell:
    """«! просрочено на 41 день»: the sign and the word, the shade says no more than they do."""
    if not told.state:
        return cell(gap(scope, "status", told.action))
    said = f"{_SIGNS[told.state]} {scope.say(f'progress.states.{told.state}')}"
    tone: Tone = "good" if told.state == "done" else "low" if told.state in OVERDUE else "none"
    return cell(line(said, _late(scope, told)), *_more(scope, told), tone=tone)


def _late(scope: Scope, told: Track) -> str:
    if not told.days:
        return ""
    days = scope.words.quantity(str(told.days), "day", Decimal(told.days))
    return scope.say("progress.late_by_days" if told.state == "done" else "progress.by_days", days=days)


def _more(scope: Scope, told: Track) -> Iterator[Inlines]:
    action = told.action
    yield date_phrase(scope, action, "completed_on", "at", apart="dated.at", short=True)
    if action.completion_pct is not None and told.state != "done":
        share = bare_number(scope, action, "completion_pct", "pct")
        yield quiet_line(scope.tell("programme.ready", share=share))
