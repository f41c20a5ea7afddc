"""5. Indicators of the touchpoints, by phase: where each stands, where it goes, who answers, where it is seen."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, group
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points, spoken_name
from conceptgen.composition.sections.chain.words import column, grid, title
from conceptgen.composition.sections.indicators import by_phase
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Touchpoint
from conceptgen.model.indicators import Indicator, Target
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 5."""
    rows = [*_rows(scope)]
    if rows:
        yield title(scope, "indicators")
        yield from grid(scope, "indicators", *stacked(_heads(scope), rows, {4: 0}))


def _heads(scope: Scope) -> tuple[Column, ...]:
    return (
        column(scope, "indicator", 2.2),
        column(scope, "was", 1.2),
        column(scope, "will", 1.8),
        column(scope, "owner", 1.4),
        column(scope, "touchpoints", 2.6),
    )


def _rows(scope: Scope) -> Iterator[Row]:
    for phase, indicators in by_phase(scope):
        seen = [(each, those) for each in indicators if (those := _seen(scope, each))]
        if seen:
            yield group(scope.capital(phase), len(_heads(scope)))
        yield from (_row(scope, each, those) for each, those in seen)


def _seen(scope: Scope, indicator: Indicator) -> list[Placed]:
    linked = scope.relations.linked(indicator, Touchpoint)
    return [each for each in points(scope) if any(each.touchpoint is point for point in linked)]


def _row(scope: Scope, each: Indicator, placed: list[Placed]) -> Row:
    baseline = each.baseline
    was = scope.figures.bare(baseline, each.known_unit) if baseline else ()
    when = scope.date(baseline) if baseline else ()
    return Row(
        (
            scope.cell(scope.t(each, "name"), scope.quiet_line(scope.all_named(each.of))),
            scope.cell(scope.or_gap(was, "baseline", each), scope.quiet_line(when)),
            scope.cell(
                *(
                    [_target(scope, each, goal) for goal in each.targets]
                    or [scope.gap("target", each, "targets")]
                )
            ),
            scope.cell(scope.or_gap(scope.who(each, "owner"), "owner", each)),
            scope.cell(*(spoken_name(scope, point) for point in placed)),
        )
    )


def _target(scope: Scope, indicator: Indicator, goal: Target) -> Inlines:
    due = scope.dated(goal, "due", "by", short=True) or scope.dated(goal, "since", "from", short=True)
    level = scope.quiet(scope.label("target_level", goal.level) + ": ") if goal.level else ()
    return line(level, scope.figures.bare(goal, indicator.known_unit), " " if due else "", due)
