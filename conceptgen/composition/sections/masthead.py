"""The head of a short document: title, whose it is, its state and date; the approval only once it is given."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.inflection import for_whom, mark
from conceptgen.composition.lines import join, lowered, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.purpose import since
from conceptgen.composition.sections.stamps import stamp
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import line


def blocks(scope: Scope) -> Iterator[Piece]:
    """A compact title above the text."""
    yield Cover(tuple(_lines(scope)), compact=True)


def _lines(scope: Scope) -> Iterator[CoverLine]:
    head = scope.project.document
    if head.access_label:
        yield CoverLine("access", scope.t(head, "access_label"))
    if head.approval and scope.status == "approved" and not scope.is_poster:
        yield CoverLine("approval", stamp(scope, head.approval, "approve"))
    yield CoverLine("organization", scope.t(scope.project.organization, "name"))
    yield CoverLine("title", title(scope))
    told = for_whom(scope) if scope.is_poster else mark(scope)
    # Whoever is to keep the rules reads first from when.
    begins = lowered(without_full_stop(since(scope, head.binding))) if scope.audience else ()
    yield CoverLine("status", join([date_for_brackets(scope, head, "date"), line(told), begins]))
