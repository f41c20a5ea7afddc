"""What each position may decide itself: the staff edition speaks of rights, and its readers look for theirs first."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bare_grid, cell, columns, h1, row
from conceptgen.composition.lines import capital, strong
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope


def blocks(scope: Scope) -> Iterator[Piece]:
    """A row a position whose rights are written; only in an edition for the staff."""
    told = [
        (role, role.job_description.authority)
        for role in scope.project.organization.roles
        if role.job_description and role.job_description.authority
    ]
    if not (scope.audience and told):
        return
    yield h1(scope, "rights.title")
    heads = columns(scope, ("role", 1.0), ("may", 2.6), of="rights")
    rows = [
        row(cell(strong(scope.t(role, "name"))), cell(*map(capital, full_texts(scope, authority))))
        for role, authority in told
    ]
    yield bare_grid(heads, rows, scope.say("rights.title"))
