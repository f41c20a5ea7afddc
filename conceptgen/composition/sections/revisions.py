"""Annex: the list of changes of the document."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, columns, grid, h1, row
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope


def blocks(scope: Scope) -> Iterator[Piece]:
    """Versions in the order of the input."""
    revisions = scope.project.document.revisions
    if not revisions:
        return
    yield h1(scope, "revisions.title")
    rows = [
        row(
            cell(scope.t(each, "version")),
            cell(scope.date(each)),
            cell(full_text(scope, each, "text")),
        )
        for each in revisions
    ]
    yield from grid(
        scope, "revisions", columns(scope, ("version", 0.8), ("date", 1.0), ("changed", 4.0)), rows
    )
