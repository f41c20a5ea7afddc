"""2. The current state: the organisation, how it was assessed, the components, causes, problem zones, conclusions."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, h1, h2, lead
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import join
from conceptgen.composition.markdown import prose
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import has_low, is_scored, weakest
from conceptgen.composition.sections import assessment, causes, organization, problem_zones
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines, line


def blocks(scope: Scope) -> Iterator[Piece]:
    """How the service stands today: the organisation, its assessment, causes, problem zones."""
    yield h1(scope, "state.title")
    yield from lead(_conclusion(scope))
    yield h2(scope, "state.organization")
    yield from prose(scope, scope.state, "description")
    yield from organization.blocks(scope)
    yield from assessment.blocks(scope)
    yield from causes.blocks(scope)
    yield from problem_zones.blocks(scope)
    yield from _conclusions(scope)


def _conclusions(scope: Scope) -> tuple[Block, ...]:
    said = prose(scope, scope.state, "conclusions") or (Paragraph(gap(scope, "conclusions", scope.state)),)
    return (h2(scope, "state.conclusions"), *said)


def _conclusion(scope: Scope) -> Inlines:
    weak = weakest(scope)
    threshold = scope.words.number(scope.state.scale.low_threshold)
    if not weak:
        return line(scope.say("state.lead_none", threshold=threshold)) if is_scored(scope) else ()
    shown = join(
        [
            line(
                scope.tell("quoted", text=scope.t(criterion, "name")),
                f" ({scope.words.plural('score', value)})",
            )
            for criterion, value in weak
        ]
    )
    low = has_low(scope)
    return line(
        scope.say("state.lead_low" if low else "state.lead_weakest", threshold=threshold), " ", shown, "."
    )
