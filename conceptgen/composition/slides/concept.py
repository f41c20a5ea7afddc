"""The concept for a screen: the principles, where we are and why, where we go, the first steps, the decision asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from conceptgen.composition.builders import cell, columns, row
from conceptgen.composition.charts.calendar import gantt_chart
from conceptgen.composition.charts.criteria import criteria_chart
from conceptgen.composition.charts.steps import steps_chart
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import capital, full_stop, join, quiet_line, strong, without_full_stop
from conceptgen.composition.money import budget_lines
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current, has_low, weakest
from conceptgen.composition.sections import glance, leads, masthead, next_action, theses
from conceptgen.composition.slides import chain
from conceptgen.composition.slides.slide import bare, message, slide
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.blocks import Block, Chart, Cover, Document, Listing, Paragraph, Part, Row, Table
from conceptgen.document.charts import Gantt, Radar
from conceptgen.document.inline import Break, Inlines, line
from conceptgen.model.assessment import Cause, Criterion
from conceptgen.model.base import Item
from conceptgen.model.goals import Goal, Principle
from conceptgen.model.indicators import Indicator

_MOST_CAUSES = 4
_MOST_BESIDE = 3
"""Sentences that stand beside a chart."""
_MOST_TASKS = 12
"""Bars of a calendar that can be read from the last row; a longer programme shows its periods."""


def deck(scope: Scope, _: Document) -> Iterator[Part]:
    """Every slide there is content for, with the map of the first chain."""
    return _deck(scope, 1)


def deck_with_chains(scope: Scope, _: Document) -> Iterator[Part]:
    """The same with the map of every chain."""
    return _deck(scope, len(scope.project.chains))


def _deck(scope: Scope, maps: int) -> Iterator[Part]:
    making: tuple[Callable[[Scope], Iterator[Part]], ...] = (
        _cover, _why, _principles, _habits, _scores, _components, _causes, _goals, _steps, _soon, _programme,
        _owners,
    )  # fmt: skip
    for slides in making:
        yield from slides(scope)
    for each in scope.project.chains[:maps]:
        yield from chain.maps(scope.of(each))
    yield from _decision(scope)


def _cover(scope: Scope) -> Iterator[Part]:
    yield Part(tuple(each for each in masthead.blocks(scope) if isinstance(each, Cover)), key="cover")


def _why(scope: Scope) -> Iterator[Part]:
    said = [each for each in theses.why(scope) if isinstance(each, Paragraph)]
    yield slide("why", line(scope.say("slides.why")), said)


def _principles(scope: Scope) -> Iterator[Part]:
    said = [
        line(
            strong(scope.t(each, "text")),
            Break(),
            quiet_line(_felt(scope, each)),
        )
        for each in scope.concept.principles
    ]
    title = message(scope, "principles", line(scope.say("slides.principles")))
    shown: Block = Listing(tuple(said), ordered=True) if said else Paragraph(
        gap(scope, "principles", scope.concept)
    )  # fmt: skip
    yield slide("principles", title, [shown])


def _felt(scope: Scope, principle: Principle) -> Inlines:
    """What the client feels, in his own voice."""
    said = scope.t(principle, "client_meaning")
    if not isinstance(principle.client_meaning, str):
        return said or gap(scope, "client_meaning", principle)
    return scope.tell("quoted", text=without_full_stop(said))


def _habits(scope: Scope) -> Iterator[Part]:
    """Earlier → now, each beside its principle."""
    changing = [each for each in scope.concept.principles if each.stop_doing or each.staff_behaviour]
    if not changing:
        return
    heads = columns(scope, ("principle", 1.5), ("before", 1.6), ("now", 2.2))
    rows = [
        row(
            cell(strong(scope.t(each, "text"))),
            cell(scope.t(each, "stop_doing")),
            cell(scope.t(each, "staff_behaviour")),
        )
        for each in changing
    ]
    title = line(scope.say("slides.habits"))
    yield slide("principles", title, [Table(heads, tuple(rows), alt=scope.say("slides.habits"))])


# ── where we are ───────────────────────────────────────────────────────────────────────────────────────────


def _scores(scope: Scope) -> Iterator[Part]:
    chart = criteria_chart(scope)
    if chart is None:
        return
    title = message(scope, "current_state", *map(without_full_stop, leads.places(scope))) or line(
        scope.say("theses.where_we_are")
    )
    beside = _told_components(scope) if _are_beside(scope, chart) else []
    yield slide("where_we_are", title, [bare(chart), *beside], [leads.state(scope), *_rounds(scope)])


def _rounds(scope: Scope) -> Iterator[Inlines]:
    """Where the scores come from: each round, its day, how many answered; the sources of the criteria."""
    for each in scope.state.rounds:
        asked = line(scope.say("slides.respondents", count=each.respondents)) if each.respondents else ()
        told = [scope.round_name(each), scope.date(each), asked]
        yield line(scope.say("slides.round"), " ", join(told))
    yield from _sources(scope, [*scope.state.criteria, *(s for c in scope.state.criteria for s in c.scores)])


def _sources(scope: Scope, items: Iterable[Item]) -> Iterator[Inlines]:
    cited = list(dict.fromkeys(each.id for item in items for each in item.source))
    if cited:
        yield line(scope.say("slides.sources"), " ", join([scope.named(each) for each in cited], "; "))


def _components(scope: Scope) -> Iterator[Part]:
    """The sentence of each component, where it does not stand beside the chart."""
    chart, told = criteria_chart(scope), _told_components(scope)
    if told and not (chart and _are_beside(scope, chart)):
        yield slide("where_we_are", line(scope.say("slides.components")), told)


def _are_beside(scope: Scope, chart: Chart) -> bool:
    """True if the sentences of the components have room beside the chart."""
    return isinstance(chart.data, Radar) and len(scope.state.components) <= _MOST_BESIDE


def _told_components(scope: Scope) -> list[Block]:
    names = scope.state.components
    said = (
        line(strong(scope.named(name)), Break(), scope.keyed(scope.state, "components", name))
        for name in names
    )
    return [Listing(tuple(said))] if names else []


def _causes(scope: Scope) -> Iterator[Part]:
    """Why the weakest places are weak."""
    ranks = {id(criterion): rank for rank, (criterion, _) in enumerate(weakest(scope))}
    about = [(scope.item(each.criterion, Criterion), each) for each in scope.state.causes if each.root_cause]
    known = sorted(
        ((criterion, cause) for criterion, cause in about if criterion and id(criterion) in ranks),
        key=lambda pair: ranks[id(pair[0])],
    )
    if not known:
        return
    heads = columns(scope, ("criterion", 1.6), ("score", 0.6), ("root", 3.0), of="slides.columns")
    rows = tuple(_cause(scope, *pair) for pair in known[:_MOST_CAUSES])
    title = message(scope, "causes", line(scope.say("slides.causes")))
    notes = [_left_out(scope, len(rows), len(scope.state.causes))]
    yield slide("where_we_are", title, [Table(heads, rows, alt=scope.say("slides.causes"))], notes)


def _cause(scope: Scope, criterion: Criterion, cause: Cause) -> Row:
    value = current(scope, criterion)
    score = line(scope.words.number(value)) if value is not None else ()
    low = "low" if has_low(scope) else "none"
    return row(
        cell(strong(scope.t(criterion, "name"))),
        cell(score, tone="low" if low == "low" else "none"),
        cell(full_stop(scope.t(cause, "root_cause"))),
    )


def _left_out(scope: Scope, shown: int, total: int) -> Inlines:
    return line(scope.say("slides.shown", shown=shown, total=total)) if shown < total else ()


# ── where we go ────────────────────────────────────────────────────────────────────────────────────────────


def _goals(scope: Scope) -> Iterator[Part]:
    """Each goal with its key indicator in large figures; where none has any, the goals alone."""
    goals = scope.concept.goals[: theses.MOST_GOALS]
    if not goals:
        return
    measured = [(goal, glance.key_figures(scope, goal)) for goal in goals]
    changes = [capital(said) for goal in goals if (said := glance.key_change(scope, goal))]
    title = message(scope, "goals", *changes[:1]) or line(scope.say("theses.where_we_go"))
    notes = [*changes, _left_out(scope, len(goals), len(scope.concept.goals))]
    for _, found in measured:
        if found:
            indicator, figures = found
            notes.append(_measured_how(scope, indicator, figures))
            notes += _sources(scope, [indicator, *figures.values()])
    if not any(found for _, found in measured):
        yield slide("where_we_go", title, [Listing(tuple(scope.t(each, "text") for each in goals))], notes)
        return
    keys = ["was", *(["now"] if any(found and "now" in found[1] for _, found in measured) else []), "will"]
    heads = columns(
        scope, ("goal", 3.4), *((key, 1.0, "center") for key in keys), of="slides.columns"
    )  # fmt: skip
    rows = tuple(_goal(scope, goal, found, keys) for goal, found in measured)
    yield slide("where_we_go", title, [Table(heads, rows, alt=scope.say("theses.where_we_go"))], notes)


def _goal(scope: Scope, goal: Goal, found: glance.Measured | None, keys: list[str]) -> Row:
    name = strong(without_full_stop(scope.t(goal, "text")))
    if found is None:
        return Row((cell(name), *(cell() for _ in keys)), "large")
    indicator, figures = found
    told = (bare_figure(scope, figures[key], indicator.known_unit) if key in figures else () for key in keys)
    return Row((cell(name, scope.t(indicator, "name")), *map(cell, told)), "large")


def _measured_how(scope: Scope, indicator: Indicator, figures: glance.Figures) -> Inlines:
    """«Доля звонков …: отчёт телефонии; было — март 2026 г.; цель — 30 июня 2027 г.»."""
    dated = [
        line(scope.say(f"slides.columns.{key}"), " — ", when)
        for key, each in figures.items()
        if (when := scope.date(each, "due" if key == "will" else "date"))
    ]
    told = join([scope.t(indicator, "method"), scope.t(indicator, "data_source"), *dated], "; ")
    return line(scope.t(indicator, "name"), ": ", told) if told else ()


def _steps(scope: Scope) -> Iterator[Part]:
    steps = glance.first_steps(scope)
    if not steps:
        return
    known = [each.first_step for each in scope.state.causes if each.first_step]
    done = all(each.done is True for each in known)
    title = line(scope.say("slides.steps_done" if done else "slides.steps"))
    yield slide("first_steps", title, [Listing(steps)])


def _soon(scope: Scope) -> Iterator[Part]:
    actions, planned = theses.soon(scope)
    if not actions:
        return
    begins = next_action.begins(scope)
    title = message(scope, "actions", without_full_stop(begins)) or line(scope.say("theses.first_steps"))
    notes = [begins, _left_out(scope, len(actions), planned)]
    yield slide("first_steps", title, [theses.table_of(scope, actions)], notes)


def _programme(scope: Scope) -> Iterator[Part]:
    """The programme in time: its actions, or its periods where there are too many of them."""
    chart = gantt_chart(scope)
    if chart and isinstance(chart.data, Gantt) and len(chart.data.tasks) > _MOST_TASKS:
        chart = steps_chart(scope) or chart
    if not isinstance(chart, Chart):
        return
    money = join(budget_lines(scope), "; ")
    title = message(scope, "programme", line(scope.say("slides.programme")))
    yield slide("first_steps", title, [bare(chart)], [capital(money)])


# ── who answers, what is asked ─────────────────────────────────────────────────────────────────────────────


def _owners(scope: Scope) -> Iterator[Part]:
    tables = [each for each in theses.who_answers(scope) if isinstance(each, Table)]
    if sum(len(each.rows) for each in tables) < 2:
        return
    title = message(scope, "governance", line(scope.say("slides.owners")))
    rows = [[content for cell in row.cells for content in cell.paragraphs] for t in tables for row in t.rows]
    said = (line(strong(name), *(line(Break(), each) for each in rest)) for name, *rest in rows)
    yield slide("who_answers", title, [Listing(tuple(said))])


def _decision(scope: Scope) -> Iterator[Part]:
    """What is asked of whoever decides; once decided, what comes next."""
    decided, asked = scope.status in FINAL, glance.decision(scope)
    begins, money = next_action.begins(scope), join(budget_lines(scope), "; ")
    contact = scope.t(scope.project.document, "contact")
    said = [
        *(line(strong(line(scope.say("slides.decided"))), Break(), each) for each in asked[:1] if decided),
        *(
            line(strong(each), *(line(Break(), more) for more in asked[1:]))
            for each in asked[:1]
            if not decided
        ),
        line(strong(line(scope.say("glance.money"))), Break(), capital(money)) if money else (),
        line(strong(line(scope.say("slides.begin"))), Break(), begins) if begins else (),
        line(strong(line(scope.say("glance.contact"))), Break(), contact) if contact else (),
    ]
    kept = tuple(each for each in said if each)
    # Without a decision to ask for, as in what the staff are shown, the slide tells what comes next.
    title = line(scope.say("slides.next" if decided else "slides.decision" if asked else "glance.next"))
    if kept:
        yield slide("who_answers", title, [Listing(kept)])
