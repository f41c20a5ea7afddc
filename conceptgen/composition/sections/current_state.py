"""2. The current state: the organisation, how it was assessed, the components, causes, problem zones, conclusions."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import Piece, h1, h2
from conceptgen.composition.gaps import gap
from conceptgen.composition.markdown import prose
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import assessment, causes, leads, organization, problem_zones
from conceptgen.document.blocks import Block, Paragraph


def blocks(scope: Scope) -> Iterator[Piece]:
    """How the service stands today: the organisation, its assessment, causes, problem zones."""
    yield from argued(scope, "current_state", _content(scope), leads.state(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "state.title")
    yield h2(scope, "state.organization")
    yield from prose(scope, scope.state, "description")
    yield from organization.blocks(scope)
    yield from assessment.blocks(scope)
    yield from argued(scope, "causes", causes.blocks(scope))
    yield from argued(scope, "zones", problem_zones.blocks(scope))
    yield from _conclusions(scope)


def _conclusions(scope: Scope) -> tuple[Block, ...]:
    said = prose(scope, scope.state, "conclusions") or (Paragraph(gap(scope, "conclusions", scope.state)),)
    return (h2(scope, "state.conclusions"), *said)
