"""5. Target indicators: by phase, было → станет, how each is measured."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, columns, grid, group, h1, h2, lead, refer, row
from conceptgen.composition.charts import change_charts
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import latest_measured
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Chart, Paragraph, Row
from conceptgen.document.inline import Inlines, Ref, line
from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator, Target

PHASES = ("before", "during", "after", "cross")


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 5."""
    title = h1(scope, "indicators.title")
    if not scope.concept.indicators:
        yield title
        yield Paragraph(scope.gap("indicators", scope.concept))
        return
    yield title
    yield from lead(_conclusion(scope))
    yield from _tables(scope)
    charts = change_charts(scope)
    if charts:
        yield h2(scope, "indicators.change")
        yield _refer_to(scope, charts)
    yield from (chart for _, chart in charts)


def _refer_to(scope: Scope, charts: list[tuple[str, Chart]]) -> Paragraph:
    """One sentence for all charts: each its own would push the last chart to a page of its own."""
    (unit, first), *others = charts
    if not others:
        return refer(scope, "chart.change.refer", first.anchor, unit=unit)
    figures = scope.join([(Ref(chart.anchor),) for _, chart in charts])
    return Paragraph(scope.tell("chart.change.refer_many", figures=figures), "intro")


def _conclusion(scope: Scope) -> Inlines:
    indicators = scope.concept.indicators
    phases = scope.join(
        [phase_name(scope, phase) for phase in PHASES if any(i.phase == phase for i in indicators)]
    )
    count = scope.words.plural("indicator", len(indicators))
    if not phases:
        return ()
    named = {each.phase for each in indicators}
    key = "lead_some" if None in named else "lead_one" if len(named) == 1 else "lead"
    return scope.tell(f"indicators.{key}", count=count, phases=phases)


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
        rows.append(group(scope.capital(name), len(heads)))
        rows += [_values(scope, each) for each in indicators]
    yield from grid(scope, "indicators", *stacked(heads, rows, {1: 0, 4: 0, 5: 0, 6: 0}))
    yield h2(scope, "indicators.method")
    heads = columns(
        scope, ("indicator", 2.4), ("metric", 1.6), ("formula", 2.0), ("population", 1.8), ("data_source", 1.8),
        ("alert", 1.2), ("where", 1.6),
    )  # fmt: skip
    methods = [_method(scope, each) for each in scope.concept.indicators]
    yield from grid(scope, "methods", *stacked(heads, methods, {1: 0, 6: 0, 4: 3, 5: 3}))


def _values(scope: Scope, each: Indicator) -> Row:
    name = [scope.full(each)]
    if each.of:
        name.append(scope.quiet_line(scope.all_named(each.of)))
    if each.target_kind == "norm":
        name.append(scope.quiet(scope.say("indicators.norm")))
    unit = line(scope.say(f"unit_names.{each.known_unit}")) if each.known_unit else scope.t(each, "unit")
    goals = [scope.t(goal, "text") for goal in scope.relations.linked(each, Goal)]
    frequency = (
        line(scope.label("frequency", each.frequency)) if each.frequency else scope.gap("frequency", each)
    )
    return row(
        scope.cell(*name),
        scope.cell(scope.or_gap(unit, "unit", each), _scale(scope, each)),
        scope.cell(*_baseline(scope, each)),
        scope.cell(
            *([_target(scope, each, t) for t in each.targets] or [scope.gap("target", each, "targets")])
        ),
        scope.cell(scope.or_gap(scope.t(each, "method"), "method", each), frequency),
        scope.cell(*goals),
        scope.cell(scope.or_gap(scope.who(each, "owner"), "owner", each)),
    )


def _scale(scope: Scope, each: Indicator) -> Inlines:
    """«шкала от 1 до 5»."""
    if each.scale is None:
        return ()
    ends = {field: scope.n(each.scale, field) for field in ("min", "max")}
    return scope.quiet_line(scope.tell("indicators.scale", **ends))


def _now(scope: Scope, each: Indicator) -> tuple[Inlines, ...]:
    """«Сейчас: 4 мин» and its date, once it was measured again."""
    latest = latest_measured(scope, each)
    if latest is None:
        return ()
    value, *when = scope.with_date(latest, unit=each.known_unit)
    return (scope.tell("indicators.now", value=value), *when)


def _baseline(scope: Scope, each: Indicator) -> Iterator[Inlines]:
    """Where it starts and stands now, then what others have."""
    yield from scope.with_date(each.baseline, unit=each.known_unit) or _missing(scope, each, "baseline")
    yield from _now(scope, each)
    for other in each.benchmarks:
        when = line(" (", scope.in_words(other, "date"), ")") if other.date else ()
        value = scope.figures.bare(other, each.known_unit)
        told = scope.tell("indicators.benchmark", who=scope.t(other, "who"), value=value)
        yield line(scope.quiet_line(line(told, when)), scope.marks(other))


def _missing(scope: Scope, each: Indicator, field: str) -> list[Inlines]:
    """The mark of a gap; a norm starts nowhere and leads nowhere."""
    return [] if each.target_kind == "norm" else [scope.gap(field, each)]


def _target(scope: Scope, indicator: Indicator, target: Target) -> Inlines:
    due = scope.dated(target, "due", "by", short=True)
    since = scope.dated(target, "since", "from", short=True)
    norm = indicator.target_kind == "norm"
    waits = not (norm or since or target.unknown)
    until = line(" ", due) if due else line(" ", scope.gap("due", target)) if waits else ()
    level = scope.quiet(scope.label("target_level", target.level) + ": ") if target.level else ()
    until = line(line(" ", since) if since else "", until)
    old = target.supersedes
    was: Inlines = ()
    if old:
        was = line(" (", scope.say("indicators.instead"), " ", scope.figures.bare(old, indicator.known_unit))
        reason = scope.t(old, "reason")
        was = line(was, line("; ", reason) if reason else "", ")", scope.marks(old))
    return line(level, scope.figure(target, unit=indicator.known_unit), until, was)


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
    sample = scope.n(each, "sample_min")
    sample = scope.tell("indicators.sample", count=sample) if sample else ()
    alert = each.alert
    alarm = (
        scope.join([scope.figures.bare(alert, each.known_unit), scope.t(alert, "text")], " ") if alert else ()
    )
    points = [scope.t(point, "name") for point in scope.relations.linked(each, Touchpoint)]
    return row(
        scope.cell(scope.t(each, "name")),
        scope.cell(*metric),
        scope.cell(scope.t(each, "formula")),
        scope.cell(scope.t(each, "population"), sample),
        scope.cell(scope.or_gap(scope.t(each, "data_source"), "data_source", each)),
        scope.cell(line(alarm, scope.marks(alert) if alert else "")),
        scope.cell(*points),
    )
