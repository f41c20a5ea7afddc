"""2. Indicators: plan, fact, how far they lie apart, and which way it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.composition.builders import Piece, bare_grid, cell, columns, grid, group, h1, row
from conceptgen.composition.charts.change import measurement_charts
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import capital, quiet, quiet_line
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.indicators import by_phase
from conceptgen.composition.tracking import PlanFact, is_known, is_upwards, plan_fact
from conceptgen.document.blocks import Cell, Column, Row, Tone
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model.base import Dated
from conceptgen.model.indicators import Indicator

_SIGNS = {"better": "+", "worse": "−", "same": "="}


def blocks(scope: Scope) -> Iterator[Piece]:
    """The table, then a line for each indicator with three measurements or more."""
    if not scope.concept.indicators:
        return
    yield h1(scope, "progress.indicators.title")
    yield from grid(scope, "progress.indicators", _heads(scope), [*_rows(scope)])
    yield from measurement_charts(scope)


def short(scope: Scope) -> Iterator[Piece]:
    """Those that are off the plan; the summary names the others."""
    told = [plan_fact(scope, each) for each in scope.concept.indicators]
    off = [each for each in told if each.is_due and not each.is_met]
    if off:
        yield h1(scope, "progress.indicators.off")
        yield bare_grid(
            _heads(scope), [_row(scope, each) for each in off], scope.say("progress.indicators.off")
        )


def _heads(scope: Scope) -> tuple[Column, ...]:
    return columns(
        scope,
        ("indicator", 2.5),
        ("was", 1.4),
        ("plan", 1.9),
        ("fact", 1.3),
        ("deviation", 1.4),
        ("trend", 1.1),
        of="progress.columns",
    )


def _rows(scope: Scope) -> Iterator[Row]:
    """Under the phases they belong to, where there are several."""
    phases = [*by_phase(scope)]
    for name, indicators in phases:
        if len(phases) > 1:
            yield group(capital(name), 6)
        yield from (_row(scope, plan_fact(scope, each)) for each in indicators)


def _row(scope: Scope, told: PlanFact) -> Row:
    indicator = told.indicator
    return row(
        cell(scope.t(indicator, "name")),
        cell(*_was(scope, indicator)),
        cell(*_plan(scope, told)),
        cell(*_fact(scope, told)),
        _deviation(scope, told),
        cell(*_trend(scope, told)),
    )


def _was(scope: Scope, indicator: Indicator) -> Iterator[Inlines]:
    """The baseline; where there was none, the first of several measurements; a promise that is past is none."""
    base, unit = indicator.baseline, indicator.known_unit
    if base is None or base.unknown is None:
        yield from _dated(scope, base, unit)
        return
    known = [each for each in indicator.measurements if is_known(each)]
    if len(known) > 1:
        first = min(known, key=lambda each: scope.last(each.date) or date.max)
        yield from (*_dated(scope, first, unit), quiet(scope.say("progress.indicators.first")))
    elif scope.is_past(base.unknown.resolve_by):
        yield line(scope.say("progress.indicators.no_baseline"))
    else:
        yield from _dated(scope, base, unit)


def _plan(scope: Scope, told: PlanFact) -> Iterator[Inlines]:
    """The plan for the day; beneath it the target the indicator is to reach in the end, where that is another."""
    if told.plan is None:
        return
    yield bare_figure(scope, told.plan, told.indicator.known_unit)
    if told.indicator.target_kind == "norm":
        yield quiet(scope.say("indicators.norm"))
    yield date_phrase(scope, told.plan, "due", "by", apart="dated.until", short=True)
    if (final := told.indicator.aim) and final is not told.plan:
        figure = bare_figure(scope, final, told.indicator.known_unit)
        yield quiet_line(scope.tell("progress.indicators.final", what=figure))
        yield quiet_line(date_phrase(scope, final, "due", "by", apart="dated.until", short=True))


def _fact(scope: Scope, told: PlanFact) -> tuple[Inlines, ...]:
    if told.fact is None:
        return ((Text(scope.say("labels.no_data"), "unknown"),),)
    aside = () if told.is_comparable else quiet(scope.say("measurements.not_comparable"))
    return (*_dated(scope, told.fact, told.indicator.known_unit), aside)


def _dated(scope: Scope, figure: Dated | None, unit: str | None) -> tuple[Inlines, ...]:
    return (bare_figure(scope, figure, unit), scope.date(figure)) if figure else ()


def _deviation(scope: Scope, told: PlanFact) -> Cell:
    """«+2 п. п. / план не выполнен»; before the term how far it is still to go."""
    if told.is_met is None:
        return cell(*_untold(scope, told))
    word = ("met" if told.is_met else "missed") if told.is_due else "ahead" if told.is_met else "on_the_way"
    tone: Tone = {"met": "good", "ahead": "good", "missed": "low"}.get(word, "none")  # type: ignore[assignment]
    return cell(*_apart(scope, told), line(scope.say(f"progress.deviations.{word}")), tone=tone)


def _untold(scope: Scope, told: PlanFact) -> Iterator[Inlines]:
    """Words are compared by whoever measured; until the term nobody asks."""
    if told.fact is None or told.fact.form != "state":
        yield line(scope.say(f"progress.deviations.{'unknown' if told.fact else 'unmeasured'}"))
    elif not told.is_due:
        yield line(scope.say("progress.deviations.on_the_way"))
    else:
        yield line(scope.say("progress.deviations.by_words"))
        yield gap(scope, "reached", told.fact)


def _apart(scope: Scope, told: PlanFact) -> Iterator[Inlines]:
    if told.deviation is None or (told.deviation != 0 and is_upwards(told.indicator) is None):
        return
    unit = told.indicator.known_unit
    unit = "pp" if unit == "pct" else unit
    number = scope.words.number(told.deviation, sign=True)
    yield line(scope.words.quantity(number, unit, told.deviation))


def _trend(scope: Scope, told: PlanFact) -> Iterator[Inlines]:
    if told.trend:
        yield line(f"{_SIGNS[told.trend]} ", scope.say(f"progress.trends.{told.trend}"))
    else:
        yield line(scope.say("progress.trends.none"))
