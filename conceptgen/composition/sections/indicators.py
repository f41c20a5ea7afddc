"""5. Target indicators: by phase, было → станет, how each is measured."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, h2, refer, row
from conceptgen.composition.charts.change import change_charts, unit_name
from conceptgen.composition.dates import date_for_brackets, date_phrase
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import capital, join, quiet, quiet_line
from conceptgen.composition.marks import full_text, marked_figure, marks_of, with_date
from conceptgen.composition.names import all_in, goal_number, linked_names
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import latest_measured
from conceptgen.composition.sections import leads, measurements
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator, Target

PHASES = ("before", "during", "after", "cross")


def blocks(scope: Scope) -> Iterator[Piece]:
    """Indicators: where they stand, where they are to be, how they are measured."""
    yield from argued(scope, "indicators", _content(scope), leads.indicators(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "indicators.title")
    if not scope.concept.indicators:
        yield Paragraph(gap(scope, "indicators", scope.concept))
        return
    yield from _tables(scope)
    yield from argued(scope, "change", _change(scope))


def _change(scope: Scope) -> Iterator[Piece]:
    charts = change_charts(scope)
    if charts:
        yield h2(scope, "indicators.change")
    yield from charts


def phase_name(scope: Scope, phase: str) -> Inlines:
    """The document's own name of a phase."""
    return scope.t(scope.project.document.phase_labels, phase) or line(scope.label("phase", phase))


def by_phase(scope: Scope) -> Iterator[tuple[Inlines, list[Indicator]]]:
    """Indicators grouped by phase, in the order of the phases; those without a phase last."""
    for phase in (*PHASES, None):
        found = [each for each in scope.concept.indicators if each.phase == phase]
        if found:
            yield phase_name(scope, phase) if phase else line(scope.say("indicators.no_phase")), found


def _tables(scope: Scope) -> Iterator[Block]:
    yield h2(scope, "indicators.values")
    heads = columns(
        scope,
        ("indicator", 3.4),
        ("unit", 0.9),
        ("was", 1.2),
        ("targets", 1.6),
        ("measured", 2.3),
        ("goal", 1.9),
        ("owner", 1.4),
    )
    rows: list[Row] = []
    for name, indicators in by_phase(scope):
        rows.append(group(capital(name), len(heads)))
        rows += [_values(scope, each) for each in indicators]
    yield from grid(scope, "indicators", *stacked(heads, rows, {1: 0, 5: 0, 6: 0, 4: 0}))
    if measurements.are_shown(scope):
        yield refer(line(scope.say("measurements.refer")), measurements.TABLE)
    yield h2(scope, "indicators.method")
    heads = columns(
        scope, ("indicator", 2.4), ("metric", 1.6), ("formula", 2.0), ("population", 1.8), ("data_source", 1.8),
        ("alert", 1.2), ("where", 1.6),
    )  # fmt: skip
    methods = [_method(scope, each) for each in scope.concept.indicators]
    # Sources stand under the people measured; where nobody names those, in a column of their own.
    is_named = any(each.population or each.sample_min is not None for each in scope.concept.indicators)
    under = {4: 3, 5: 3} if is_named else {5: 4}
    yield from grid(scope, "methods", *stacked(heads, methods, {1: 0, 6: 0, **under}))


def _values(scope: Scope, each: Indicator) -> Row:
    name = [full_text(scope, each)]
    if each.of:
        name.append(quiet_line(all_in(scope, each, "of")))
    if each.target_kind == "norm":
        name.append(quiet(scope.say("indicators.norm")))
    goals = join([line(goal_number(scope, goal)) for goal in scope.relations.linked(each, Goal)])
    frequency = (
        line(scope.label("frequency", each.frequency)) if each.frequency else gap(scope, "frequency", each)
    )
    return row(
        cell(*name),
        cell(_unit(scope, each), _scale(scope, each)),
        cell(*_baseline(scope, each)),
        cell(*([_target(scope, each, t) for t in each.targets] or [gap(scope, "target", each, "targets")])),
        cell(or_gap(scope, scope.t(each, "method"), "method", each), frequency),
        cell(goals),
        cell(or_gap(scope, scope.who(each, "owner"), "owner", each)),
    )


def _unit(scope: Scope, each: Indicator) -> Inlines:
    """Its name; none of a bare count, whose name says nothing, and where there is none."""
    if each.known_unit == "none":
        return ()
    if each.known_unit:
        return line(unit_name(scope, each.known_unit))
    said = scope.t(each, "unit")
    return said if each.has_unit else or_gap(scope, said, "unit", each)


def _scale(scope: Scope, each: Indicator) -> Inlines:
    """«шкала от 1 до 5»."""
    if each.scale is None:
        return ()
    ends = {field: bare_number(scope, each.scale, field) for field in ("min", "max")}
    return quiet_line(scope.tell("indicators.scale", **ends))


def _now(scope: Scope, each: Indicator) -> tuple[Inlines, ...]:
    """«Сейчас: 4 мин» and its date, once it was measured again."""
    latest = latest_measured(scope, each)
    if latest is None:
        return ()
    value, *when = with_date(scope, latest, unit=each.known_unit)
    return (scope.tell("indicators.now", value=value), *when)


def _baseline(scope: Scope, each: Indicator) -> Iterator[Inlines]:
    """Where it starts and stands now, then what others have."""
    yield from with_date(scope, each.baseline, unit=each.known_unit) or _missing(scope, each, "baseline")
    if counted := bare_number(scope, each.baseline, "n"):
        yield quiet_line(scope.tell("indicators.counted", count=counted))
    yield from _now(scope, each)
    for other in each.benchmarks:
        when = line(" (", date_for_brackets(scope, other, "date"), ")") if other.date else ()
        value = bare_figure(scope, other, each.known_unit)
        told = scope.tell("indicators.benchmark", who=scope.t(other, "who"), value=value)
        yield line(quiet_line(line(told, when)), marks_of(scope, other))


def _missing(scope: Scope, each: Indicator, field: str) -> list[Inlines]:
    """The mark of a gap; a norm starts nowhere and leads nowhere."""
    return [] if each.target_kind == "norm" else [gap(scope, field, each)]


def _target(scope: Scope, indicator: Indicator, target: Target) -> Inlines:
    due = date_phrase(scope, target, "due", "by", short=True)
    since = date_phrase(scope, target, "since", "from", short=True)
    norm = indicator.target_kind == "norm"
    waits = not (norm or since or target.unknown)
    until = line(" ", due) if due else line(" ", gap(scope, "due", target)) if waits else ()
    level = quiet(scope.label("target_level", target.level) + ": ") if target.level else ()
    until = line(line(" ", since) if since else "", until)
    old = target.supersedes
    was: Inlines = ()
    if old:
        was = line(" (", scope.say("indicators.instead"), " ", bare_figure(scope, old, indicator.known_unit))
        reason = scope.t(old, "reason")
        was = line(was, line("; ", reason) if reason else "", ")", marks_of(scope, old))
    return line(level, marked_figure(scope, target, unit=indicator.known_unit), until, was)


def _method(scope: Scope, each: Indicator) -> Row:
    metric = [line(scope.label("metric", each.metric)) if each.metric else ()]
    metric.append(line(scope.label("metric_variant", each.variant)) if each.variant else ())
    metric.append(line(scope.say("indicators.cumulative")) if each.cumulative else ())
    metric.append(
        line(scope.say("indicators.kind", what=scope.label("indicator_kind", each.kind))) if each.kind else ()
    )
    metric += (
        [line(scope.label("direction", each.direction))]
        if each.direction
        else _missing(scope, each, "direction")
    )
    sample = bare_number(scope, each, "sample_min")
    sample = scope.tell("indicators.sample", count=sample) if sample else ()
    alert = each.alert
    alarm = join([bare_figure(scope, alert, each.known_unit), scope.t(alert, "text")], " ") if alert else ()
    points = linked_names(scope, each, Touchpoint)
    return row(
        cell(scope.t(each, "name")),
        cell(*metric),
        cell(scope.t(each, "formula")),
        cell(scope.t(each, "population"), sample),
        cell(or_gap(scope, scope.t(each, "data_source"), "data_source", each)),
        cell(line(alarm, marks_of(scope, alert) if alert else "")),
        cell(*points),
    )
