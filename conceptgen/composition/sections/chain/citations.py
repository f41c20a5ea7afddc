"""Annex: the sources, where the chain cites any; numbered as everywhere in the project."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import sources
from conceptgen.model.base import Citation


def blocks(scope: Scope) -> Iterator[Piece]:
    """All sources and legal references of the project, so that the numbers keep their meaning."""
    home = scope.relations.origins[id(scope.chain)].path
    places = (place for place in scope.relations.places if place.origin.path[: len(home)] == home)
    if any(isinstance(place.part, Citation) for place in places):
        yield from sources.blocks(scope)
