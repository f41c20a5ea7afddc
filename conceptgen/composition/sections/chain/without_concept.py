"""What a concept would say of the organisation, for a chain that stands without one."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, h1
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import agreement, organization, revisions, roles, terms

ELSEWHERE = {"name", "roles"}
"""The name stands on the title page, the positions in an annex."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The organisation, its facts and customers, then terms; nothing beside a concept."""
    if scope.project.concept is None:
        if scope.project.organization.model_fields_set - ELSEWHERE:
            yield h1(scope, "state.organization")
            yield from organization.blocks(scope)
        yield from terms.blocks(scope)


def papers(scope: Scope) -> Iterator[Piece]:
    """Who agrees, who has read it, what has changed; nothing beside a concept, which says it."""
    if scope.project.concept is None:
        yield from agreement.blocks(scope)
        yield from revisions.blocks(scope)


def positions(scope: Scope) -> Iterator[Piece]:
    """The annex of positions; nothing beside a concept."""
    if scope.project.concept is None:
        yield from roles.blocks(scope)
