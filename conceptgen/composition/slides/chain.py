"""A chain for a screen: its map on one slide, its key touchpoints, what is weak and what we do about it."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Wide
from conceptgen.composition.lines import join, lowered, quiet, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import chain_map, key_points, map_rows
from conceptgen.composition.sections.chain.lookups import points, route, value, weightiest
from conceptgen.composition.sections.chain.map_rows import MapRow, Told
from conceptgen.composition.sections.chain.stage_heads import columns
from conceptgen.composition.slides.slide import LONGEST, slide
from conceptgen.document.blocks import Cover, CoverLine, Document, Heading, Part, Table
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.scoring import is_low
from conceptgen.model.touchpoint_positions import StageInChain

MOST_STAGES = 8
"""Stages side by side that can still be read from a screen."""
_MOST_POINTS = 2


def deck(scope: Scope, _: Document) -> Iterator[Part]:
    """Title, map, key touchpoints, weak points."""
    yield _cover(scope)
    yield from maps(scope)
    yield from _tables(scope)


def _cover(scope: Scope) -> Part:
    written = scope.project.document
    lines = [
        CoverLine("organization", scope.t(scope.project.organization, "name")),
        CoverLine("title", scope.t(scope.chain, "name")),
        CoverLine("subtitle", scope.t(scope.chain, "scenario")),
        CoverLine("status", scope.t(written, "date")),
    ]
    return Part((Cover(tuple(each for each in lines if each.content), compact=True),), key="map")


def maps(scope: Scope) -> Iterator[Part]:
    """The map; of a long way a slide for each part of it."""
    tables = list(map_rows.sheets(route(scope), MOST_STAGES))
    worst, name = chain_map.worst_stages(scope), scope.t(scope.chain, "name")
    several = len(scope.project.chains) > 1
    found = line(name, ": ", lowered(worst)) if several else worst
    told = found if worst and len(plain(found)) <= LONGEST and len(tables) == 1 else name
    for sheet in tables:
        rows = tuple(map_rows.rows(scope, sheet, _ROWS))
        table = Table(columns(scope, sheet), rows, alt=scope.say("chain.map.title"))
        legend = [each.content for each in chain_map.legend(scope)]
        yield slide("map", without_full_stop(told), [table], [name, worst, *legend])


def _points(scope: Scope, step: StageInChain) -> Told:
    """The touchpoints that matter most, and how many there are beside."""
    first = weightiest(scope, step.placed)[:_MOST_POINTS]
    said = [map_rows.scored_name(scope, each) for each in step.placed if each in first]
    left = len(step.placed) - len(first)
    return (*said, quiet(scope.say("chain.short.more", count=left))) if left else tuple(said)


def _first_pain(scope: Scope, step: StageInChain) -> Told:
    return map_rows.pain(scope, step)[:1]


_ROWS = (
    MapRow("feeling", map_rows.feeling_now),
    MapRow("line", map_rows.line_of_feeling),
    MapRow("touchpoints", _points, "touchpoints"),
    MapRow("pain", _first_pain),
    MapRow("goal", map_rows.goal, "client_goal"),
    MapRow("served_by", map_rows.served_by),
)
"""What matters most from a screen first: where there is no room, the last rows stand in the notes."""


def _tables(scope: Scope) -> Iterator[Part]:
    """The tables of the second page, each on a slide of its own."""
    pieces = [each for wide in key_points.blocks(scope) if isinstance(wide, Wide) for each in wide.blocks]
    heading: Inlines = ()
    is_first = True
    for block in pieces:
        if isinstance(block, Heading):
            heading = block.content
        elif isinstance(block, Table):
            found = _weakest(scope) if is_first else ()
            yield slide("key_points", found or heading, [block], [heading] if found else [])
            is_first = False


def _weakest(scope: Scope) -> Inlines:
    """The touchpoints with the lowest score; nothing where none is low or they are too many for a title."""
    scored = [
        (score, each) for each in points(scope) if (score := value(scope, each.touchpoint.scores)) is not None
    ]
    worst = min((score for score, _ in scored), default=None)
    if worst is None or not is_low(scope.state, worst):
        return ()
    named = [
        line(
            scope.tell("quoted", text=scope.t(each.touchpoint, "name")),
            f" ({scope.words.plural('score', score)})",
        )
        for score, each in scored
        if score == worst
    ]
    threshold = scope.words.number(scope.state.scale.low_threshold)
    told = without_full_stop(scope.tell("state.lead_low", weak=join(named), threshold=threshold))
    return told if len(plain(told)) <= LONGEST else ()
