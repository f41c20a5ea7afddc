"""Before section 1: terms and abbreviations, then legal references."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import glossary, legal_refs


def blocks(scope: Scope) -> Iterator[Piece]:
    """Both on one page where they fit."""
    yield from glossary.blocks(scope)
    yield from legal_refs.blocks(scope)
