"""Annex: method of the assessment: anchors of the scale, each assessor's scores, rounds by component."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from conceptgen.composition.builders import Piece, cell, columns, grid, h1, label, row
from conceptgen.composition.builders import card as card_of
from conceptgen.composition.charts.criteria import scored_by_component
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.lines import join, quiet_line
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Criterion, Score

VOICES = "voices"
"""The table of who gave which score: its words and its anchor."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """What the anchors mean, and who gave which score where several judged."""
    anchors, voices = scope.state.scale.anchors, [*_voices(scope)]
    weighted = [each for each in scope.state.criteria if each.weight is not None or each.servqual]
    if not (anchors or voices or weighted):
        return
    yield h1(scope, "method.title")
    if anchors:
        yield label(scope, "method.anchors")
        scale = scope.state.scale
        yield from card_of(
            ((key, (scope.keyed(scale, "anchors", key),)) for key in anchors), scope.say("method.anchors")
        )
    yield from _weights(scope, weighted)
    heads = columns(scope, ("criterion", 1.0), ("scores", 4.4))
    yield from grid(scope, VOICES, heads, voices)


def has_voices(scope: Scope) -> bool:
    """Whether the annex shows who gave which score."""
    return any(True for _ in _voices(scope))


def _weights(scope: Scope, criteria: list[Criterion]) -> tuple[Block, ...]:
    heads = columns(scope, ("criterion", 2.4), ("weight", 1.0, "center"), ("servqual", 1.4))
    rows = [
        row(
            cell(scope.t(each, "name")),
            cell(bare_number(scope, each, "weight")),
            cell(line(scope.label("servqual", each.servqual)) if each.servqual else ()),
        )
        for each in criteria
    ]
    return grid(scope, "weights", heads, rows)


def _voices(scope: Scope) -> Iterator[Row]:
    for criterion in scored_by_component(scope):
        unnamed = Counter(score.round for score in criterion.scores if not score.assessor)
        # Where the edition names nobody, scores without names would only repeat what the diagram shows.
        told = [
            each
            for each in criterion.scores
            if each.assessor or (unnamed[each.round] > 1 and not scope.audience)
        ]
        if told:
            rounds = (_round(scope, [*scores]) for _, scores in groupby(told, key=lambda each: each.round))
            yield row(cell(scope.t(criterion, "name")), cell(*rounds))


def _round(scope: Scope, scores: list[Score]) -> Inlines:
    """What each said of a criterion in one round."""
    said = join((line(_assessor(scope, each), " — ", bare_figure(scope, each)) for each in scores), "; ")
    name = scope.who(scores[0], "round")
    return line(quiet_line(line(name, ": ")) if name else (), said)


def _assessor(scope: Scope, score: Score) -> Inlines:
    return scope.who(score, "assessor") or line(scope.say("method.unnamed"))
