"""The head of a report: whose, of what day, about which document; the approval of that document is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_phrase, span_phrase
from conceptgen.composition.inflection import mark
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import Inlines, line
from conceptgen.model.dates import When
from conceptgen.model.programme import Programme


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
    span = _span(scope, programme) if programme else ()
    frame = scope.tell("progress.programme", span=span) if span else ()
    yield CoverLine("status", join([frame, line(mark(scope))], "; "))


def _span(scope: Scope, programme: Programme) -> Inlines:
    """From when to when, as far as it is known."""
    known = [each for each in ("start", "end") if isinstance(getattr(programme, each), When)]
    if not known:
        return ()
    if len(known) == 1:
        return date_phrase(scope, programme, known[0], "from" if known == ["start"] else "until")
    if programme.start == programme.end:
        return scope.t(programme, "start")
    return span_phrase(scope, programme, *known)
