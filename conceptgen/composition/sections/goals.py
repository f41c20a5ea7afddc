"""3. Goal and tasks of the changes: goals by direction, tasks, principles."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, h2, row
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import join, quiet
from conceptgen.composition.marks import full_text
from conceptgen.composition.names import all_in, goal_number, linked_names, names_in, task_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import leads
from conceptgen.composition.sections.problem_zones import finding_number
from conceptgen.composition.sections.rules import since
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Criterion, ProblemFound
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.goals import Basis, Goal, Principle, Task
from conceptgen.model.programme import Action


def blocks(scope: Scope) -> Iterator[Piece]:
    """Goals by direction, their tasks, the principles."""
    yield from argued(scope, "goals", _content(scope), leads.goals(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "goals.title")
    yield h2(scope, "goals.by_direction")
    yield from _goals(scope)
    if any(goal.tasks for goal in scope.concept.goals):
        yield from argued(scope, "tasks", _tasks(scope))
    if scope.concept.principles:
        yield from argued(scope, "principles", _principles(scope))


def _tasks(scope: Scope) -> Iterator[Block]:
    yield h2(scope, "goals.tasks")
    heads = columns(scope, ("number", 0.5, "center"), ("task", 3.0), ("actions", 3.0))
    yield from grid(scope, "tasks", heads, [*_task_rows(scope)])


def _goals(scope: Scope) -> Iterator[Block]:
    if not scope.concept.goals:
        yield Paragraph(gap(scope, "goals", scope.concept))
        return
    heads = columns(scope, ("goal", 2.4), ("basis", 2.2), ("exceeds", 1.8), ("owner", 1.4), ("horizon", 1.1))
    rows: list[Row] = []
    direction = ""
    for goal in scope.concept.goals:
        name = goal.direction if isinstance(goal.direction, str) else ""
        if name and name != direction:
            rows.append(group(scope.t(goal, "direction"), len(heads)))
            direction = name
        rows.append(_goal(scope, goal))
    yield from grid(scope, "goals", *stacked(heads, rows, {2: 0}))


def _goal(scope: Scope, goal: Goal) -> Row:
    priority = (
        f"{scope.say('goals.priority')} {scope.label('priority', goal.priority)}" if goal.priority else ""
    )
    deputies = all_in(scope, goal, "deputies")
    key = "deputies" if len(goal.deputies) > 1 else "deputy"
    return row(
        cell(
            line(goal_number(scope, goal), ". ", full_text(scope, goal)), quiet(priority) if priority else ()
        ),
        cell(*basis(scope, goal.basis, goal), scope.t(goal, "rationale")),
        cell(scope.t(goal, "exceeds_expectation")),
        cell(
            or_gap(scope, scope.who(goal, "owner"), "owner", goal),
            line(scope.say(f"goals.{key}"), " ", deputies) if deputies else (),
        ),
        cell(or_gap(scope, scope.date(goal, "horizon"), "horizon", goal)),
    )


def basis(scope: Scope, given: Basis, holder: Goal | Action) -> list[Inlines]:
    """What a goal or an action rests on, each kind in its words; written at either end."""
    linked = scope.relations.linked
    said = [
        (scope.say("basis.criteria"), linked_names(scope, holder, Criterion)),
        (scope.say("basis.findings"), [line(finding_number(scope, f)) for f in linked(holder, ProblemFound)]),
        (scope.say("basis.problem_zones"), names_in(scope, given, "problem_zones")),
        (scope.say("basis.stages"), linked_names(scope, holder, Stage)),
        (scope.say("basis.touchpoints"), linked_names(scope, holder, Touchpoint)),
    ]
    lines = [line(name, " ", join(names, "; ")) for name, names in said if names]
    return [*lines, scope.t(given, "text")] if given.text else lines


def _task_rows(scope: Scope) -> Iterator[Row]:
    for number, goal in enumerate(scope.concept.goals, 1):
        if not goal.tasks:
            continue
        yield group(line(scope.say("goals.goal_number", number=number), " ", scope.t(goal, "text")), 3)
        for index, task in enumerate(goal.tasks, 1):
            yield row(
                cell(line(task_number(scope, number, index))),
                cell(full_text(scope, task)),
                cell(*_actions(scope, task)),
            )


def _actions(scope: Scope, task: Task) -> tuple[Inlines, ...]:
    names = tuple(linked_names(scope, task, Action))
    return names or (gap(scope, "action", task, "actions"),)


def _principles(scope: Scope) -> Iterator[Block]:
    yield h2(scope, "goals.principles")
    principles = scope.concept.principles
    stop = any(each.stop_doing for each in principles)
    served = any(scope.relations.linked(p, Goal) or scope.relations.linked(p, Touchpoint) for p in principles)
    specs: list[tuple[str, float]] = [("principle", 1.8), ("client_feels", 1.6)]
    specs += [("before", 1.6)] if stop else []
    specs += [("now", 1.8)] + ([("serves", 1.5)] if served else [])
    rows = [_principle(scope, each, stop, served) for each in principles]
    heads = columns(scope, *specs)
    yield from grid(scope, "principles", *stacked(heads, rows, {len(heads) - 1: 0} if served else {}))


def _principle(scope: Scope, principle: Principle, stop: bool, served: bool) -> Row:
    cells = [
        cell(full_text(scope, principle), *since(scope, principle)),
        cell(or_gap(scope, scope.t(principle, "client_meaning"), "client_meaning", principle)),
    ]
    if stop:
        cells.append(cell(scope.t(principle, "stop_doing")))
    cells.append(cell(scope.t(principle, "staff_behaviour")))
    if served:
        numbers = (goal_number(scope, goal) for goal in scope.relations.linked(principle, Goal))
        goals = (line(scope.say("goals.named", number=each)) for each in numbers)
        points = linked_names(scope, principle, Touchpoint)
        cells.append(cell(*goals, *points))
    return row(*cells)
