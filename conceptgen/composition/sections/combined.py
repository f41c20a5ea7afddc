"""Chains inside the concept: the map and key touchpoints in section 2, the rest of each chain in an annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from conceptgen.composition.builders import Piece, Wide, lowered, reshaped
from conceptgen.composition.once import composed_once
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import (
    chain_map,
    checks,
    general,
    indicators,
    key_points,
    short_map,
    stages,
    zones,
)
from conceptgen.document.blocks import Block, Chart, Heading, Table
from conceptgen.document.inline import Inline, Ref
from conceptgen.document.reshape import each_inline


def as_they_are(scope: Scope) -> Iterator[Piece]:
    """Each chain as it is, a sub-section of section 2."""
    for prefix, inner in _chains(scope):
        title = Heading(2, scope.tell("combined.as_it_is", name=scope.t(inner.chain, "name")))
        for map_ in _moved(composed_once(chain_map.blocks, inner), prefix):
            if isinstance(map_, Wide):
                yield replace(map_, blocks=(title, *map_.blocks[1:]), new_page=True)
        yield from _moved(composed_once(key_points.blocks, inner), prefix, 2)


def annexes(scope: Scope) -> Iterator[Piece]:
    """An annex a chain: what it is, each touchpoint in full once, problem zones and hand-overs, indicators.

    What changes is in the programme: its actions are never listed twice.
    """
    for prefix, inner in _chains(scope):
        yield Heading(1, scope.t(inner.chain, "name"))
        sections = (general.blocks, stages.blocks, zones.beside_a_concept, indicators.blocks, checks.blocks)
        for section in sections:
            yield from _moved(composed_once(section, inner), f"{prefix}annex_")


def maps(scope: Scope) -> Iterator[Piece]:
    """The map of each chain on a page of its own."""
    for prefix, inner in _chains(scope):
        for piece in _moved(composed_once(short_map.blocks, inner), prefix):
            yield replace(piece, new_page=True) if isinstance(piece, Wide) else piece


def _chains(scope: Scope) -> Iterator[tuple[str, Scope]]:
    """Each chain's own scope, and what keeps its anchors apart from those of the others."""
    for number, chain in enumerate(scope.project.chains, 1):
        yield f"chain{number}_", scope.of(chain)


def _moved(pieces: Iterable[Piece], prefix: str, levels: int = 1) -> Iterator[Piece]:
    """The same pieces so many levels deeper, with anchors of their own."""
    return reshaped(lowered(pieces, levels), partial(_with_own_anchors, prefix=prefix))


def _with_own_anchors(block: Block, prefix: str) -> Block:
    def own(inline: Inline) -> Inline:
        return replace(inline, target=prefix + inline.target) if isinstance(inline, Ref) else inline

    block = each_inline(block, own)
    if isinstance(block, Table | Chart) and block.anchor:
        return replace(block, anchor=prefix + block.anchor)
    return block
