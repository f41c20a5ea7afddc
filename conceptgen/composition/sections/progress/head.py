"""The head of a report: whose, of what day, about which document; the approval of that document is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.inflection import mark
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import line


def blocks(scope: Scope) -> Iterator[Piece]:
    """A compact title above the text."""
    yield Cover(tuple(_lines(scope)), compact=True)


def _lines(scope: Scope) -> Iterator[CoverLine]:
    head, programme = scope.project.document, scope.concept.programme
    if head.access_label:
        yield CoverLine("access", scope.t(head, "access_label"))
    yield CoverLine("organization", scope.t(scope.project.organization, "name"))
    yield CoverLine("title", title(scope))
    yield CoverLine("subtitle", scope.t(head, "title"))
    span = join([scope.t(programme, "start"), scope.t(programme, "end")], " – ")
    frame = scope.tell("progress.programme", span=span) if span else ()
    yield CoverLine("status", join([frame, line(mark(scope))], "; "))
