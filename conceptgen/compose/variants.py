"""Variants: what a document consists of, in order, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conceptgen.compose.build import Piece
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections import (
    agreement,
    contents,
    cover,
    current_state,
    glance,
    goals,
    governance,
    indicators,
    measurements,
    method,
    programme,
    purpose,
    remainder,
    revisions,
    roles,
    sources,
    terms,
)

Section = Callable[[Scope], Iterable[Piece]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A document as a list of sections; ``rest`` prints what no section printed, so that nothing is lost."""

    document: str
    name: str
    front: tuple[Section, ...]
    body: tuple[Section, ...]
    annexes: tuple[Section, ...]
    rest: Callable[[Scope, set[tuple[str | int, ...]]], Iterable[Piece]]


CONCEPT_FULL = Variant(
    document="concept",
    name="full",
    front=(cover.blocks, glance.blocks, contents.blocks, terms.blocks),
    body=(
        purpose.blocks,
        current_state.blocks,
        goals.blocks,
        programme.blocks,
        indicators.blocks,
        governance.blocks,
    ),
    annexes=(
        sources.blocks,
        method.blocks,
        measurements.blocks,
        roles.blocks,
        agreement.blocks,
        revisions.blocks,
    ),
    rest=remainder.blocks,
)
"""The full concept: six sections in the order of the method, after «Главное на одной странице».

Leaves out: notes, ids, contacts of people, psychological remarks on roles; chains have documents of their own.
"""

VARIANTS = {("concept", "full"): CONCEPT_FULL}
