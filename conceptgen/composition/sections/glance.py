"""«Главное на одной странице»: the author's summary, the weakest places, goals, first steps, money, who answers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.composition.builders import Piece, card, h1
from conceptgen.composition.charts.criteria import criteria_chart
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, join, without_full_stop
from conceptgen.composition.markdown import prose
from conceptgen.composition.money import budget_lines
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current, has_low, latest_measured, weakest
from conceptgen.composition.sections.causes import step_date, step_state, step_who
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion
from conceptgen.model.base import Unknown
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator

_FLUENT = frozenset(
    ("value", "min", "at_least", "at_most", "more_than", "less_than", "from_", "about", "fraction")
)
"""Forms of a figure that a sentence takes as it takes a number."""
_MOST_GOALS = 4
_MOST_STEPS = 3
_MOST_WEAK = 5


def blocks(scope: Scope) -> Iterator[Piece]:
    """One page."""
    yield h1(scope, "glance.title")
    yield from prose(scope, scope.concept, "summary", "lead")
    rows = (
        ("weak" if has_low(scope) else "weakest", _weak(scope)),
        ("goals", tuple(goal_with_change(scope, goal) for goal in scope.concept.goals[:_MOST_GOALS])),
        ("first_steps", first_steps(scope)[:_MOST_STEPS]),
        ("money", (join(budget_lines(scope), "; "),)),
        ("owners", _owners(scope)),
    )
    yield from card(((scope.say(f"glance.{key}"), said) for key, said in rows), scope.say("glance.title"))
    chart = criteria_chart(scope, small=True)
    if chart:
        yield chart


def _weak(scope: Scope) -> tuple[Inlines, ...]:
    number = scope.words.number
    named = [
        line(scope.t(criterion, "name"), f" ({number(value)})")
        for criterion, value in weakest(scope)[:_MOST_WEAK]
    ]
    return (join(named, "; "),)


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
    for indicator in scope.relations.linked(goal, Indicator):
        baseline = indicator.baseline
        target = next((each for each in reversed(indicator.earnest) if each.form != "unknown"), None)
        if baseline and baseline.form != "unknown" and target:
            figures = {"was": baseline, "now": latest_measured(scope, indicator), "will": target}
            told = {
                key: bare_figure(scope, each, indicator.known_unit) for key, each in figures.items() if each
            }
            key = "change" if {each.form for each in figures.values() if each} <= _FLUENT else "change_apart"
            key += "_now" if "now" in told else ""
            return scope.tell(f"glance.{key}", name=scope.t(indicator, "name"), **told)
    return ()


def first_steps(scope: Scope) -> tuple[Inlines, ...]:
    """What is done at once: the fifth answer of each cause analysis; of a past one only what became of it."""
    steps: list[Inlines] = []
    for cause in sorted(scope.state.causes, key=lambda each: _standing(scope, each)):
        step = cause.first_step
        if step and not (step.done is None and scope.is_past(step.date)):
            who = join([step_who(scope, step), step_date(scope, step), step_state(scope, step)])
            steps.append(line(capital(scope.t(step, "text")), line(" — ", who) if who else ""))
    return tuple(steps)


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
