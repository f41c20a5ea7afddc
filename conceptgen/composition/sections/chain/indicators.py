"""5. Indicators of the touchpoints, by phase: where each stands, where it goes, who answers, where it is seen."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, columns, full_grid, group, h1
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import capital, quiet, quiet_line
from conceptgen.composition.names import all_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points, spoken_name
from conceptgen.composition.sections.indicators import by_phase
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Touchpoint
from conceptgen.model.indicators import Indicator, Target
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """The indicators that touchpoints lead to."""
    rows = [*_rows(scope)]
    if rows:
        yield h1(scope, "chain.indicators.title")
        yield from full_grid(scope, "chain.indicators", *stacked(_heads(scope), rows, {4: 0}))


def _heads(scope: Scope) -> tuple[Column, ...]:
    return columns(
        scope,
        ("indicator", 2.2),
        ("was", 1.2),
        ("will", 1.8),
        ("owner", 1.4),
        ("touchpoints", 2.6),
        of="chain.columns",
    )


def _rows(scope: Scope) -> Iterator[Row]:
    for phase, indicators in by_phase(scope):
        seen = [(each, those) for each in indicators if (those := _seen(scope, each))]
        if seen:
            yield group(capital(phase), len(_heads(scope)))
        yield from (_row(scope, each, those) for each, those in seen)


def _seen(scope: Scope, indicator: Indicator) -> list[Placed]:
    linked = scope.relations.linked(indicator, Touchpoint)
    return [each for each in points(scope) if any(each.touchpoint is point for point in linked)]


def _row(scope: Scope, each: Indicator, placed: list[Placed]) -> Row:
    baseline = each.baseline
    was = bare_figure(scope, baseline, each.known_unit) if baseline else ()
    when = scope.date(baseline) if baseline else ()
    return Row(
        (
            cell(scope.t(each, "name"), quiet_line(all_in(scope, each, "of"))),
            cell(or_gap(scope, was, "baseline", each), quiet_line(when)),
            cell(
                *(
                    [_target(scope, each, goal) for goal in each.targets]
                    or [gap(scope, "target", each, "targets")]
                )
            ),
            cell(or_gap(scope, scope.who(each, "owner"), "owner", each)),
            cell(*(spoken_name(scope, point) for point in placed)),
        )
    )


def _target(scope: Scope, indicator: Indicator, goal: Target) -> Inlines:
    due = date_phrase(scope, goal, "due", "by", short=True) or date_phrase(
        scope, goal, "since", "from", short=True
    )
    level = quiet(scope.label("target_level", goal.level) + ": ") if goal.level else ()
    return line(level, bare_figure(scope, goal, indicator.known_unit), " " if due else "", due)
