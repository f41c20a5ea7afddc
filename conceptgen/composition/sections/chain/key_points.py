"""The short chain, second page: the touchpoints that matter most, then what is weak and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, Wide, cell, column, columns
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import join, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.changes import CHANGES, deadline
from conceptgen.composition.sections.chain.lookups import (
    latest,
    level,
    points,
    ranked_by,
    spoken_name,
    target,
    value,
    weightiest,
)
from conceptgen.composition.sections.chain.page_fit import first_fitting, row_heights
from conceptgen.document.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.programme import Action
from conceptgen.model.scoring import is_low
from conceptgen.model.touchpoint_positions import Placed

MOST_POINTS = 15
MOST_WEAK = 5
LINES = 30
"""Lines of both tables of the page together, without heads."""
_WEAK_LINES = 15
_DONE = ("done", "merged", "cancelled")


def blocks(scope: Scope) -> Iterator[Piece]:
    """Key touchpoints, weak points, what we do."""
    weak = _steps(scope)
    taken = sum(row_heights(weak.rows, weak.columns)) if weak else 0
    content = [*_key(scope, LINES - taken)]
    if weak:
        content += [Heading(1, line(scope.say("chain.short.weak"))), weak]
    if content:
        yield Wide(tuple(content))


def _key(scope: Scope, lines: float) -> Iterator[Block]:
    placed = points(scope)
    if not placed:
        return
    yield Heading(1, line(scope.say("chain.short.key")))
    heads = _key_heads(scope)
    rows = [_key_row(scope, each) for each in weightiest(scope, placed)[:MOST_POINTS]]
    kept = first_fitting(rows, heads, lines)
    yield Table(heads, kept, alt=scope.say("chain.short.key"))
    if len(kept) < len(placed):
        yield Paragraph(line(_shown(scope, len(kept), len(placed))), "note")


def _shown(scope: Scope, shown: int, total: int) -> str:
    first = scope.say(f"chain.short.{ranked_by(scope)}")
    are_shown = scope.words.form("are_shown", shown)
    return scope.say("chain.short.shown", are_shown=are_shown, shown=shown, total=total, first=first)


def _key_heads(scope: Scope) -> tuple[Column, ...]:
    return (
        Column(level(scope, "touchpoint"), 2.7),
        *columns(
            scope, ("score", 0.8), ("promise", 3.9), ("owner", 1.6), ("decision", 0.8), of="chain.columns"
        ),
    )


def _key_row(scope: Scope, placed: Placed) -> Row:
    point = placed.touchpoint
    tone: Tone = "low" if is_low(scope.state, value(scope, point.scores)) else "none"
    decision = line(scope.label("decision", point.decision)) if point.decision else ()
    return Row(
        (
            cell(spoken_name(scope, placed)),
            cell(_score(scope, placed), tone=tone),
            cell(_promise(scope, placed)),
            cell(or_gap(scope, scope.who(placed.holder("owner"), "owner"), "owner", placed.touchpoint)),
            cell(decision),
        )
    )


def _score(scope: Scope, placed: Placed) -> Inlines:
    """«5, цель 9»."""
    now, then = latest(scope, placed.touchpoint.scores), target(placed.touchpoint.scores)
    goal = scope.tell("chain.short.target", value=bare_figure(scope, then)) if then else ()
    return join([bare_figure(scope, now) if now else (), goal])


def _promise(scope: Scope, placed: Placed) -> Inlines:
    """The first standard with its limit."""
    if not placed.standard:
        wanted = placed.touchpoint.moment_of_truth or placed.touchpoint.decision in ("change", "new")
        return gap(scope, "standard", placed.touchpoint) if wanted else ()
    first = placed.standard[0]
    limit = bare_figure(scope, first.limit) if first.limit else ()
    text = scope.t(first, "text")
    return line(without_full_stop(text), ": ", limit) if text and limit else text or limit


# ── what is weak, what is done ─────────────────────────────────────────────────────────────────────────────


def _weak(scope: Scope) -> list[Placed]:
    """Low scores, lowest first; where none is low, what is to be changed."""
    scored = [
        (score, each) for each in points(scope) if (score := value(scope, each.touchpoint.scores)) is not None
    ]
    low = [each for score, each in sorted(scored, key=lambda pair: pair[0]) if is_low(scope.state, score)]
    changing = [each for each in weightiest(scope, points(scope)) if each.touchpoint.decision in CHANGES]
    return (low or changing)[:MOST_WEAK]


def _steps(scope: Scope) -> Table | None:
    """What is weak and what we do; without a concept there are no actions, and the decision stands for them."""
    weak = _weak(scope)
    if not weak:
        return None
    alone = scope.project.concept is None
    keys = ("decision", "owner") if alone else ("do", "owner", "when")
    weights = {"weak": 1.9, "wrong": 2.5, "do": 2.5, "decision": 1.0, "owner": 1.4, "when": 1.0}
    heads = tuple(column(scope, f"chain.columns.{key}", weights[key]) for key in ("weak", "wrong", *keys))
    rows = [Row((*_problem(scope, each), *(_decided if alone else _planned)(scope, each))) for each in weak]
    return Table(heads, first_fitting(rows, heads, _WEAK_LINES), alt=scope.say("chain.short.weak"))


def _problem(scope: Scope, placed: Placed) -> tuple[Cell, Cell]:
    point = placed.touchpoint
    felt = [scope.t(each, "text") for each in point.pain]
    found = [scope.t(each, "text") for each in scope.relations.linked(point, ProblemFound)]
    wrong = scope.t(point, "decision_reason") or join(felt or found, "; ")
    return cell(spoken_name(scope, placed)), cell(wrong)


def _decided(scope: Scope, placed: Placed) -> tuple[Cell, Cell]:
    decision = placed.touchpoint.decision
    return (
        cell(line(scope.label("decision", decision)) if decision else ()),
        cell(or_gap(scope, scope.who(placed.holder("owner"), "owner"), "owner", placed.touchpoint)),
    )


def _planned(scope: Scope, placed: Placed) -> tuple[Cell, Cell, Cell]:
    """The first action that is not done yet."""
    planned = scope.relations.linked(placed.touchpoint, Action)
    action = next((each for each in planned if each.status not in _DONE), planned[0] if planned else None)
    if action is None:
        return cell(gap(scope, "action", placed.touchpoint, "actions")), cell(), cell()
    return (
        cell(scope.t(action, "name")),
        cell(or_gap(scope, scope.who(action, "owner"), "owner", action)),
        cell(deadline(scope, action)),
    )
