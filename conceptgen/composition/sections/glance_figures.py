"""The figures of the glance: three to five, each from where to where, as large as they deserve, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import quiet_line
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import latest_measured
from conceptgen.document.blocks import Block, Cell, Column, Row, Table
from conceptgen.document.inline import Inlines, plain
from conceptgen.model.indicators import Indicator, Target

FLUENT = frozenset(
    ("value", "min", "at_least", "at_most", "more_than", "less_than", "from_", "about", "fraction")
)
"""Forms of a figure that a sentence takes as it takes a number."""
_MOST = 4
_LONGEST = 24
"""Signs of a target that still is a figure to look at."""


def last_target(indicator: Indicator) -> Target | None:
    """The target an indicator ends with, where it is known."""
    return next((each for each in reversed(indicator.earnest) if each.form != "unknown"), None)


def figures(scope: Scope) -> tuple[Block, ...]:
    """A column an indicator: its name, «не более 5 %» large, then from where, where it is now and by when."""
    drawn = [told for each in _in_order(scope) if (told := _told(scope, each))][:_MOST]
    if not drawn:
        return ()
    heads, large, small = zip(*drawn, strict=True)
    rows = (Row(large, "large"), Row(small))
    return (Table(heads, rows, alt=scope.say("glance.figures")),)


def _in_order(scope: Scope) -> Iterator[Indicator]:
    """Those of the goals first, one a goal, then the others of the goals, then the rest."""
    linked = [scope.relations.linked(goal, Indicator) for goal in scope.concept.goals]
    first = [each[0] for each in linked if each]
    everything = [*first, *(i for each in linked for i in each), *scope.concept.indicators]
    yield from {id(each): each for each in everything}.values()


def _told(scope: Scope, each: Indicator) -> tuple[Column, Cell, Cell] | None:
    target, baseline = last_target(each), each.baseline
    if not (baseline and target and {baseline.form, target.form} <= FLUENT):
        return None
    was, will = (bare_figure(scope, figure, each.known_unit) for figure in (baseline, target))
    if len(plain(will)) > _LONGEST:
        return None
    latest = latest_measured(scope, each)
    now = (
        scope.tell("glance.now", value=bare_figure(scope, latest, each.known_unit))
        if latest and latest.form in FLUENT
        else ()
    )
    begun = scope.tell("glance.was", was=was)
    return Column(scope.t(each, "name")), cell(will), cell(begun, now, _due(scope, target))


def _due(scope: Scope, target: Target) -> Inlines:
    return (
        quiet_line(date_phrase(scope, target, "due", "by")) if worded(scope.words, target.due, "by") else ()
    )
