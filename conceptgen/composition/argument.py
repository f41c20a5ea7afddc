"""A section argues: under its name stand the message and the prose, then the exhibits, then what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import Piece, lead
from conceptgen.composition.markdown import prose
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines


def argued(scope: Scope, key: str, pieces: Iterable[Piece], finding: Inlines = ()) -> Iterator[Piece]:
    """A section or sub-section, its heading first, with what the author says of it; nothing where it has no pieces.

    ``key`` is its name among ``concept.messages``; ``finding`` is the conclusion where the author wrote none.
    """
    rest = iter(pieces)
    own = getattr(scope.concept.messages, key)
    for heading in rest:
        yield heading
        yield from prose(scope, own, "headline", "lead") or lead(finding)
        yield from prose(scope, own, "before")
        yield from rest
        yield from prose(scope, own, "after")
