"""What is known of the clients on a sheet for the tables: scores, indicators, the clients' words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from conceptgen.composition.builders import Fresh, Piece, bare_grid, bullets, cell, columns, label, row
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current
from conceptgen.composition.sections.chain.lookups import unrepeated
from conceptgen.document.blocks import Block, Heading
from conceptgen.document.inline import Inlines, line
from conceptgen.model.indicators import Indicator

MOST_WORDS = 10
"""Sayings that can be read before the groups begin."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page of what there is."""
    if told := [*_scores(scope), *_indicators(scope), *_words(scope)]:
        yield Fresh((Heading(1, line(scope.say("kit.data.title"))), *told))


def _scores(scope: Scope) -> Iterator[Block]:
    known = [(each, value) for each in scope.state.criteria if (value := current(scope, each)) is not None]
    if known:
        yield label(scope, "kit.data.scores")
        heads = columns(scope, ("criterion", 3.0), ("score", 1.0), of="kit.data.columns")
        rows = [
            row(cell(scope.t(each, "name")), cell(line(scope.words.number(value)))) for each, value in known
        ]
        yield bare_grid(heads, rows, scope.say("kit.data.scores"))


def _indicators(scope: Scope) -> Iterator[Block]:
    known = [(each, now) for each in scope.concept.indicators if (now := _now(scope, each))]
    if known:
        yield label(scope, "kit.data.indicators")
        heads = columns(scope, ("indicator", 3.0), ("now", 1.0), of="kit.data.columns")
        rows = [row(cell(scope.t(each, "name")), cell(now)) for each, now in known]
        yield bare_grid(heads, rows, scope.say("kit.data.indicators"))


def _now(scope: Scope, each: Indicator) -> Inlines:
    """The last measurement, else where it began."""
    last = each.measurements[-1] if each.measurements else each.baseline
    return bare_figure(scope, last, each.known_unit) if last else ()


def _words(scope: Scope) -> Iterator[Block]:
    """What was heard, as it was said."""
    said = [each.heard for each in scope.state.findings] + [each.heard for each in scope.state.zone_audit]
    heard = unrepeated(full_texts(scope, chain.from_iterable(said)))
    if heard:
        yield label(scope, "kit.data.words")
        yield from bullets(heard[:MOST_WORDS])
