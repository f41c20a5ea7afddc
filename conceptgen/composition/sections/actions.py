"""The actions of the programme: a row each, then their calendar and what was corrected since."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import (
    Piece,
    cell,
    columns,
    grid,
    group,
    h2,
    label,
    row,
)
from conceptgen.composition.charts.calendar import gantt_chart, undated
from conceptgen.composition.date_words import is_plain
from conceptgen.composition.dates import date_phrase, span_phrase
from conceptgen.composition.figures import bare_number
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import full_stop, join, quiet, quiet_line, without_full_stop
from conceptgen.composition.marks import full_text, marked_figure, marks_of
from conceptgen.composition.money import is_exact, spelled, total
from conceptgen.composition.names import action_number, goal_number, numbered, task_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.goals import basis
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause
from conceptgen.model.base import Unknown
from conceptgen.model.dates import When
from conceptgen.model.goals import Goal, Task
from conceptgen.model.programme import Action, Executor, Programme


def blocks(scope: Scope, programme: Programme) -> Iterator[Piece]:
    """The actions by period, their calendar, and the corrections of the programme."""
    yield h2(scope, "programme.actions")
    term = "term_and_cost" if any(action.cost for action in programme.actions) else "term"
    heads = columns(
        scope, ("number", 0.45, "center"), ("action", 4.05), ("deliverable", 1.7), ("basis", 2.3), ("who", 1.5),
        (term, 1.4),
    )  # fmt: skip
    rows = [*_rows(scope, programme, len(heads))]
    yield from grid(scope, "actions", *stacked(heads, rows, {2: 1, 3: 1}))
    chart = gantt_chart(scope)
    if chart:
        yield chart
        yield from _undrawn(scope)
    if any(action.change_log for action in programme.actions):
        yield from _corrections(scope, programme)


def _undrawn(scope: Scope) -> Iterator[Block]:
    """Which actions the calendar leaves out, and why."""
    names = [without_full_stop(scope.t(each, "name")) for each in undated(scope)]
    if names:
        yield Paragraph(full_stop(scope.tell("chart.gantt.undated", actions=join(names, "; "))), "note")


def _rows(scope: Scope, programme: Programme, width: int) -> Iterator[Row]:
    period: str | None = None
    for action in programme.actions:
        own = scope.say("programme.prior") if action.prior else ""
        name = line(own) if own else scope.who(action, "period")
        key = own or action.period or ""
        if key != period and (name or period):
            yield group(name or line(scope.say("programme.no_period")), width)
        period = key
        yield _action(scope, action)
    costs = total(action.cost for action in programme.actions)
    if any(costs.values()):
        sums = line(spelled(scope, costs))
        word = "total" if is_exact(action.cost for action in programme.actions) else "total_known"
        yield Row((cell(line(scope.say(f"programme.{word}")), span=width - 1), cell(sums)), "total")


def _action(scope: Scope, action: Action) -> Row:
    kind = line(scope.label("action_kind", action.kind)) if action.kind else ()
    own = scope.tell("programme.own_code", code=scope.t(action, "code")) if action.code else ()
    sort = join([join([kind, scope.t(action, "direction")]), own], "; ")
    name = line(scope.t(action, "name"), marks_of(scope, action))
    return row(
        cell(line(action_number(scope, action))),
        cell(line(name, quiet_line(line(" (", sort, ")")) if sort else ""), *_state(scope, action)),
        cell(_deliverable(scope, action), scope.t(action, "resources")),
        cell(*_basis(scope, action)),
        cell(
            or_gap(scope, scope.who(action, "owner"), "owner", action),
            *(_executor(scope, each) for each in action.executors),
        ),
        cell(*_term(scope, action), _cost(scope, action)),
    )


def _deliverable(scope: Scope, action: Action) -> Inlines:
    said = scope.t(action, "deliverable")
    return said if action.is_dropped else or_gap(scope, said, "deliverable", action)


def _cost(scope: Scope, action: Action) -> Inlines:
    cost = action.cost
    return marked_figure(scope, cost) if cost and cost.form else scope.t(cost, "text")


def _state(scope: Scope, action: Action) -> Iterator[Inlines]:
    if action.status and action.status != "planned":
        done = date_phrase(scope, action, "completed_on", "at", apart="dated.within")
        yield line(quiet(scope.label("action_status", action.status)), " " if done else "", done)
    if action.completion_pct is not None:
        share = bare_number(scope, action, "completion_pct", "pct")
        yield quiet_line(scope.tell("programme.ready", share=share))
    yield scope.t(action, "deviation_reason")


def _basis(scope: Scope, action: Action) -> Iterator[Inlines]:
    tasks, goals = scope.relations.linked(action, Task), scope.relations.linked(action, Goal)
    if tasks:
        yield line(scope.say("basis.tasks"), " ", join([line(number_of(scope, task)) for task in tasks]))
    if goals:
        yield line(scope.say("basis.goals"), " ", join([line(goal_number(scope, goal)) for goal in goals]))
    if not (tasks or goals):
        yield gap(scope, "goal", action, "goals")
    causes = [
        scope.who(c, "criterion" if c.criterion else "finding")
        for c in scope.relations.linked(action, Cause)
        if c.criterion or c.finding
    ]
    if causes:
        yield line(scope.say("basis.causes"), " ", join(causes, "; "))
    yield from basis(scope, action.basis, action)


def number_of(scope: Scope, task: Task) -> str:
    """«З2.1»: the number of a task under its goal."""
    for number, goal in enumerate(scope.concept.goals, 1):
        for index, each in enumerate(goal.tasks, 1):
            if each is task:
                return task_number(scope, number, index)
    return ""


def _executor(scope: Scope, executor: Executor) -> Inlines:
    agreed = f" ({scope.say('programme.by_agreement')})" if executor.by_agreement else ""
    name = next(filter(None, (scope.who(executor, each) for each in ("role", "department", "partner"))), ())
    return line(name, agreed, marks_of(scope, executor))


def _term(scope: Scope, action: Action) -> Iterator[Inlines]:
    yield term(scope, action)
    if action.recurring:
        yield line(scope.label("frequency", action.recurring))
    for each in action.milestones:
        when = scope.date(each)
        yield line(when, ": " if when else "", full_text(scope, each))
    if action.depends_on:
        numbers = [action_number(scope, each) for each in _all(scope) if each.id in action.depends_on]
        yield quiet(scope.say("programme.after", numbers=", ".join(numbers)))


def term(scope: Scope, action: Action) -> Inlines:
    """«11.01.2027 – 01.02.2027»; «с 11.01.2027» for what has no end; a marker where the deadline is missing."""
    start, end = scope.date(action, "start"), scope.date(action, "deadline")
    if action.prior and not end and not (action.recurring and not action.completed_on):
        return or_gap(scope, scope.date(action, "completed_on"), "deadline", action)
    if action.recurring and not end:
        return date_phrase(scope, action, "start", "from", short=True) if start else ()
    is_unknown_start = isinstance(action.start, Unknown) and not action.start.resolve_by
    is_one_date = isinstance(action.start, When) and action.start == action.deadline
    if end and (is_unknown_start or is_one_date):
        start = ()
    if start and end and not (is_plain(action.start) and is_plain(action.deadline)):
        return join(
            [scope.tell("programme.only_start", date=start), scope.tell("programme.only_end", date=end)], "; "
        )
    if not end and (action.period or action.is_dropped):
        return date_phrase(scope, action, "start", "from", short=True)
    if start and end:
        return span_phrase(scope, action, "start", "deadline", short=True)
    return line(start, " – " if start else "", or_gap(scope, end, "deadline", action))


def _all(scope: Scope) -> tuple[Action, ...]:
    return scope.concept.programme.actions if scope.concept.programme else ()


def _corrections(scope: Scope, programme: Programme) -> Iterator[Block]:
    yield label(scope, "programme.corrections")
    heads = columns(scope, ("action", 2.0), ("date", 1.0), ("was", 1.8), ("became", 1.8), ("reason", 2.0))
    rows = [
        row(
            cell(numbered(scope, action, scope.t(action, "name"))),
            cell(scope.date(change)),
            cell(scope.t(change, "was")),
            cell(scope.t(change, "became")),
            cell(line(scope.t(change, "reason"), marks_of(scope, change))),
        )
        for action in programme.actions
        for change in action.change_log
    ]
    yield from grid(scope, "corrections", heads, rows)
