"""Annex: measurements of the indicators, as a table and in lines."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, row
from conceptgen.composition.charts.change import measurement_charts
from conceptgen.composition.figures import bare_number
from conceptgen.composition.lines import join, quiet_line
from conceptgen.composition.marks import marked_figure
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.indicators import Indicator, Measurement

TABLE = "measurements"
"""The table of all measurements: its words and its anchor."""


def are_shown(scope: Scope) -> bool:
    """Whether anything was measured, so that there is the annex."""
    return any(each.measurements for each in scope.concept.indicators)


def blocks(scope: Scope) -> Iterator[Piece]:
    """Every measurement under its indicator, then a line for each indicator with three or more."""
    if not are_shown(scope):
        return
    yield h1(scope, "measurements.title")
    heads = columns(scope, ("date", 1.2), ("value", 1.4), ("answers", 0.9, "center"), ("comment", 2.2))
    yield from grid(scope, TABLE, heads, [*_rows(scope, len(heads))])
    yield from measurement_charts(scope)


def _rows(scope: Scope, width: int) -> Iterator[Row]:
    for indicator in scope.concept.indicators:
        if indicator.measurements:
            yield group(scope.t(indicator, "name"), width)
            yield from (_row(scope, indicator, each) for each in indicator.measurements)


def _row(scope: Scope, indicator: Indicator, measurement: Measurement) -> Row:
    said = [scope.say("measurements.provisional")] if measurement.provisional else []
    if measurement.comparable is False:
        said.append(scope.say("measurements.not_comparable"))
    if measurement.reached is not None:
        said.append(scope.say(f"measurements.{'reached' if measurement.reached else 'not_reached'}"))
    return row(
        cell(scope.date(measurement)),
        cell(marked_figure(scope, measurement, unit=indicator.known_unit), _counted(scope, measurement)),
        cell(bare_number(scope, measurement, "n")),
        cell(
            scope.who(measurement, "round"),
            line("; ".join(said)),
            join(
                line(scope.t(a, "text"), " — ", bare_number(scope, a, "count")) for a in measurement.answers
            ),
        ),
    )


def _counted(scope: Scope, measurement: Measurement) -> Inlines:
    """«12 из 80»: the counts behind a share."""
    ratio = measurement.ratio
    if ratio is None:
        return ()
    part, whole = bare_number(scope, ratio, "part"), bare_number(scope, ratio, "whole")
    return quiet_line(scope.tell("figure.fraction", part=part, whole=whole))
