"""Behind a report: the sources it cites, and what of it no section printed, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.printable_values import printable_values
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import sources
from conceptgen.composition.sections.unprinted import left_over
from conceptgen.model.base import Citation
from conceptgen.origin import Path


def of_report(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """The values of this report; its day is in the title."""
    home = scope.relations.origins[id(scope.report)].path
    own = (
        value
        for value in printable_values(scope.project, ("progress",))
        if value.path[: len(home)] == home and value.path != (*home, "as_of")
    )
    return left_over(scope, printed, own)


def cited(scope: Scope) -> Iterator[Piece]:
    """The sources, where the report cites any."""
    home = scope.relations.origins[id(scope.report)].path
    cites = (ref for ref in scope.relations.references if isinstance(ref.holder, Citation))
    if any(ref.origin.path[: len(home)] == home for ref in cites):
        yield from sources.blocks(scope)
