"""3. What leads to what: low score or problem → cause → action → goal → indicator, with the links that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from conceptgen.composition.builders import bullets, cell, columns, group, label, row
from conceptgen.composition.lines import quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import weakest
from conceptgen.document.blocks import Block, Cell, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.model.base import Item
from conceptgen.model.goals import Goal, Task
from conceptgen.model.indicators import Indicator
from conceptgen.model.programme import Action
from conceptgen.model.scoring import is_low
from conceptgen.readiness.builders import broken, explained, linked

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
Origin = Criterion | ProblemFound
_SETTLED = ("closed", "accepted")


def blocks(scope: Scope) -> Iterator[Block]:
    """The table, then the ends that nothing leads to."""
    heads = columns(
        scope,
        ("low", 2.0),
        ("cause", 2.2),
        ("actions", 2.2),
        ("goals", 2.4),
        ("indicators", 2.0),
        of="readiness.columns",
    )
    yield from explained(scope, "readiness.tracing", heads, list(_rows(scope)))
    yield from _loose(scope)


def _rows(scope: Scope) -> Iterator[Row]:
    scored = weakest(scope)
    found = [each for each in scope.state.findings if each.status not in _SETTLED]
    kind = "low" if any(is_low(scope.state, score) for _, score in scored) else "weak"
    groups: tuple[tuple[str, list[Origin]], ...] = (
        (kind, [criterion for criterion, _ in scored]),
        ("found", [*found]),
    )
    for key, those in groups:
        if those:
            yield group(line(scope.say(f"readiness.tracing.{key}")), 5)
        yield from (_row(scope, each) for each in those)


def _row(scope: Scope, origin: Origin) -> Row:
    causes = _causes(scope, origin)
    actions = _met(scope, [origin, *causes], Action)
    goals = _goals(scope, [origin, *causes], actions)
    indicators = _met(scope, goals, Indicator)
    wait = origin.postponed if isinstance(origin, Criterion) else None
    if wait:
        told = scope.tell("readiness.tracing.postponed", reason=scope.t(wait, "reason"))
        until = scope.t(wait, "until")
        waiting = cell(told, scope.tell("readiness.tracing.until", date=until) if until else (), span=4)
        return row(cell(_name(scope, origin)), waiting)
    return row(
        cell(_name(scope, origin)),
        _cause(scope, origin, causes),
        linked(scope, "action", (scope.t(each, "name") for each in actions)),
        linked(scope, "goal", (scope.t(each, "text") for each in goals)),
        linked(scope, "indicator", (scope.t(each, "name") for each in indicators)),
    )


def _name(scope: Scope, origin: Origin) -> Inlines:
    if isinstance(origin, ProblemFound):
        return scope.t(origin, "text")
    score = next(value for criterion, value in weakest(scope) if criterion is origin)
    return line(scope.t(origin, "name"), quiet(f" — {scope.words.number(score)}"))


def _cause(scope: Scope, origin: Origin, causes: list[Cause]) -> Cell:
    """The root causes; a problem need not be analysed, a low score must."""
    if not causes:
        unasked = quiet(scope.say("readiness.tracing.not_analysed"))
        return cell(unasked) if isinstance(origin, ProblemFound) else broken(scope, "cause")
    return linked(scope, "root_cause", (scope.t(each, "root_cause") for each in causes))


def _causes(scope: Scope, origin: Origin) -> list[Cause]:
    """Its own analyses; for a problem without one, those of the criteria it shows in."""
    own = _met(scope, [origin], Cause)
    if own or isinstance(origin, Criterion):
        return own
    return _met(scope, _met(scope, [origin], Criterion), Cause)


def _goals(scope: Scope, grounds: list[Item], actions: list[Action]) -> list[Goal]:
    """The goals that rest on it; where none says so, those that most of its actions serve.

    An action that serves every goal (a repeated measurement) must not make every goal an answer.
    """
    resting = _met(scope, grounds, Goal)
    if resting or not actions:
        return resting
    served = Counter(id(goal) for action in actions for goal in served_by(scope, action))
    most = max(served.values(), default=0)
    return [goal for goal in scope.concept.goals if served[id(goal)] == most] if most else []


def served_by(scope: Scope, action: Action) -> list[Goal]:
    """The goals an action serves, also through a task."""
    tasks = {id(task) for task in scope.relations.linked(action, Task)}
    direct = {id(goal) for goal in scope.relations.linked(action, Goal)}
    return [
        goal
        for goal in scope.concept.goals
        if id(goal) in direct or any(id(task) in tasks for task in goal.tasks)
    ]


def _met(scope: Scope, items: Iterable[Item], kind: type[I]) -> list[I]:
    """What they are linked with, each once."""
    return list({id(each): each for item in items for each in scope.relations.linked(item, kind)}.values())


def _loose(scope: Scope) -> Iterator[Block]:
    """The ends that nothing leads to: a goal without ground or action, an action or indicator without goal."""
    concept = scope.concept
    actions = concept.programme.actions if concept.programme else ()
    ends: tuple[tuple[str, list[Item]], ...] = (
        ("goal_basis", [goal for goal in concept.goals if not _has_ground(goal)]),
        ("goal_action", [goal for goal in concept.goals if not _met(scope, [goal, *goal.tasks], Action)]),
        (
            "action_goal",
            [each for each in actions if not served_by(scope, each) and each.status != "cancelled"],
        ),
        ("indicator_goal", [each for each in concept.indicators if not _met(scope, [each], Goal)]),
    )
    for key, items in ends:
        if items:
            yield label(scope, f"readiness.loose.{key}")
            yield from bullets(scope.t(each, "text" if isinstance(each, Goal) else "name") for each in items)
    if concept.goals and not any(items for _, items in ends):
        yield Paragraph(line(scope.say("readiness.loose.none")))


def _has_ground(goal: Goal) -> bool:
    basis = goal.basis
    return any(getattr(basis, name) for name in type(basis).model_fields)
