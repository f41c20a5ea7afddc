"""The list of contents."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Contents
from conceptgen.document.inline import line


def blocks(scope: Scope) -> Iterator[Piece]:
    """Where the contents stand."""
    yield Contents(line(scope.say("labels.contents")))
