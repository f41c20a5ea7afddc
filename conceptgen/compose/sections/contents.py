"""The list of contents."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.compose.build import Piece
from conceptgen.compose.scope import Scope
from conceptgen.document.blocks import Contents
from conceptgen.document.inline import line


def blocks(scope: Scope) -> Iterator[Piece]:
    """Where the contents stand."""
    yield Contents(line(scope.say("labels.contents")))
