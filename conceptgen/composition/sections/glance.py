"""«Главное на одной странице»: the author's summary, figures, the decision asked, money, steps in time, who answers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.composition.builders import Piece, card, h1, label
from conceptgen.composition.charts.steps import steps_chart
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, join, without_full_stop
from conceptgen.composition.markdown import prose
from conceptgen.composition.money import budget_lines
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current, has_low, latest_measured, weakest
from conceptgen.composition.sections.causes import step_date, step_state, step_who
from conceptgen.composition.sections.glance_figures import FLUENT, figures, last_target
from conceptgen.composition.sections.next_action import begins
from conceptgen.composition.sections.stamps import WHO, sentence
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, FirstStep
from conceptgen.model.base import Dated, Unknown
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator, Target

_MOST_GOALS = 4
_MOST_STEPS = 3
_MOST_WEAK = 5

Figures = dict[str, Dated | Target]
"""The figures of an indicator by «was», «now» and «will»."""
Measured = tuple[Indicator, Figures]


def blocks(scope: Scope) -> Iterator[Piece]:
    """One page; none where the readers of an edition may know nothing of it."""
    if told := [*_told(scope)]:
        yield h1(scope, "glance.title")
        yield from told


def _told(scope: Scope) -> Iterator[Piece]:
    yield from prose(scope, scope.concept, "summary", "lead")
    large = figures(scope)
    yield from large
    tell = _in_words if large else goal_with_change
    rows = (
        ("decided" if scope.status in FINAL else "decision", decision(scope)),
        ("weak" if has_low(scope) else "weakest", _weak(scope)),
        ("goals", tuple(tell(scope, goal) for goal in scope.concept.goals[:_MOST_GOALS])),
        *_steps(scope),
        ("money", (join(budget_lines(scope), "; "),)),
        ("owners", _owners(scope)),
    )
    yield from card(((scope.say(f"glance.{key}"), said) for key, said in rows), scope.say("glance.title"))
    steps = steps_chart(scope)
    if steps:
        yield label(scope, "glance.steps")
        yield steps


def decision(scope: Scope) -> tuple[Inlines, ...]:
    """What is asked of whoever approves, which is nothing to the staff; once it is approved, that it was."""
    head, programme = scope.project.document, scope.concept.programme
    approval = head.approval
    if scope.status in FINAL:
        return (sentence(scope, approval),) if approval else ()
    if scope.audience:
        return ()
    what = "ask_money" if programme and programme.budget else "ask_programme" if programme else "ask"
    who = scope.t(approval, WHO[approval.mode][0]) if approval else ()
    told = scope.say(f"glance.{what}")
    decides = "glance.decides_by_act" if approval and approval.mode == "by_act" else "glance.decides"
    return (line(told), scope.tell(decides, who=who) if who else ())


def _weak(scope: Scope) -> tuple[Inlines, ...]:
    number = scope.words.number
    named = [
        line(scope.t(criterion, "name"), f" ({number(value)})")
        for criterion, value in weakest(scope)[:_MOST_WEAK]
    ]
    return (join(named, "; "),)


def _in_words(scope: Scope, goal: Goal) -> Inlines:
    """A goal whose figures stand elsewhere."""
    return scope.t(goal, "text")


def goal_with_change(scope: Scope, goal: Goal) -> Inlines:
    """A goal and, where it has one, its key indicator: «Гость не ждёт — ожидание: было 6 мин, станет …»."""
    change = key_change(scope, goal)
    return (
        scope.tell("glance.goal", goal=without_full_stop(scope.t(goal, "text")), change=change)
        if change
        else scope.t(goal, "text")
    )


def key_change(scope: Scope, goal: Goal) -> Inlines:
    """«(Ожидание у входа: сейчас 6 мин, станет не более 1 мин)»: the goal's first indicator that has both ends."""
    found = key_figures(scope, goal)
    if found is None:
        return ()
    indicator, figures = found
    told = {key: bare_figure(scope, each, indicator.known_unit) for key, each in figures.items()}
    key = "change" if {each.form for each in figures.values()} <= FLUENT else "change_apart"
    key += "_now" if "now" in told else ""
    return scope.tell(f"glance.{key}", name=scope.t(indicator, "name"), **told)


def key_figures(scope: Scope, goal: Goal) -> Measured | None:
    """The goal's first indicator that has both ends, with where it started, where it is, where it shall be."""
    for indicator in scope.relations.linked(goal, Indicator):
        baseline = indicator.baseline
        target = last_target(indicator)
        if baseline and baseline.form != "unknown" and target:
            figures = {"was": baseline, "now": latest_measured(scope, indicator), "will": target}
            return indicator, {key: each for key, each in figures.items() if each}
    return None


def _steps(scope: Scope) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    """The first steps still ahead; where all are done, that they are, and which action is next."""
    steps = _told_of(scope)
    ahead = tuple(_step(scope, each) for each in steps if not each.done)
    if ahead or not steps:
        yield "first_steps", ahead[:_MOST_STEPS]
        return
    yield "next", (line(scope.say("glance.steps_done")), begins(scope))


def first_steps(scope: Scope) -> tuple[Inlines, ...]:
    """What is done at once: the fifth answer of each cause analysis."""
    return tuple(_step(scope, each) for each in _told_of(scope))


def _told_of(scope: Scope) -> list[FirstStep]:
    """The weakest place first; a step whose date is past only with what became of it."""
    causes = sorted(scope.state.causes, key=lambda each: _standing(scope, each))
    steps = [each.first_step for each in causes if each.first_step]
    return [each for each in steps if not (each.done is None and scope.is_past(each.date))]


def _step(scope: Scope, step: FirstStep) -> Inlines:
    who = join([step_who(scope, step), step_date(scope, step), step_state(scope, step)])
    text = capital(scope.t(step, "text"))
    return line(without_full_stop(text), " — ", who) if who else text


def _standing(scope: Scope, cause: Cause) -> Decimal:
    """The score of what a cause explains: the weakest first, problems without a score last."""
    criterion = scope.item(cause.criterion, Criterion)
    value = current(scope, criterion) if criterion else None
    return value if value is not None else scope.state.scale.max


def _owners(scope: Scope) -> tuple[Inlines, ...]:
    governance = scope.concept.governance
    said: list[Inlines] = []
    for field in ("sponsor", "manager"):
        value = getattr(governance, field, None)
        if governance and value and not isinstance(value, Unknown):
            said.append(line(scope.say(f"governance.{field}"), ": ", scope.who(governance, field)))
    contact = scope.t(scope.project.document, "contact")
    answers = join([capital(said[0]), *said[1:]], "; ") if said else ()
    return (answers, line(scope.say("glance.contact"), ": ", contact) if contact else ())
