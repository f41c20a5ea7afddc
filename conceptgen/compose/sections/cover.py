"""The title page: who approves, whose document it is, its title, state and date."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.compose.build import Piece
from conceptgen.compose.scope import Scope
from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.paper import Approval


def blocks(scope: Scope) -> Iterator[Piece]:
    """The title page."""
    yield Cover(tuple(_lines(scope)))


def _lines(scope: Scope) -> Iterator[CoverLine]:
    head, organization = scope.project.document, scope.project.organization
    if head.access_label:
        yield CoverLine("access", scope.t(head, "access_label"))
    if head.approval:
        for content in approval_lines(scope, head.approval, "approve"):
            yield CoverLine("approval", content)
    yield CoverLine("organization", scope.t(organization, "legal_name") or scope.t(organization, "name"))
    yield CoverLine("title", line(scope.t(head, "title"), scope.marks(head)))
    yield CoverLine("status", _state(scope))
    if head.reg_number:
        yield CoverLine("status", line(scope.say("cover.reg_number"), NBSP, scope.t(head, "reg_number")))
    author = head.prepared_by
    if author:
        people = scope.join([scope.t(author, "firm"), scope.t(author, "position"), scope.t(author, "person")])
        yield CoverLine("author", line(scope.say("cover.prepared_by"), " ", people))
        if author.disclaimer:
            yield CoverLine("author", scope.t(author, "disclaimer"))
    yield CoverLine("place", scope.join([scope.t(head, "place"), line(str(head.date.year))]))


def _state(scope: Scope) -> Inlines:
    head = scope.project.document
    version = line(scope.say("cover.version"), NBSP, scope.t(head, "version")) if head.version else ()
    state = line(scope.label("status", scope.status).capitalize())
    return scope.join([state, version, scope.t(head, "date")])


def approval_lines(scope: Scope, approval: Approval, key: str) -> Iterator[Inlines]:
    """The lines of an approval or agreement: by a person, by an act, by a body."""
    if approval.mode == "by_person":
        yield line(scope.say(f"approval.{key}"))
        yield scope.or_gap(scope.t(approval, "position"), "position")
        if approval.organization:
            yield scope.t(approval, "organization")
        yield line("_____________", NBSP, scope.or_gap(scope.t(approval, "person"), "person"))
        yield scope.t(approval, "date") or line(scope.say("approval.blank_date"))
        return
    yield line(scope.say(f"approval.{key}_past"))
    if approval.organization:
        yield scope.t(approval, "organization")
    name, number = ("act", "number") if approval.mode == "by_act" else ("body", "protocol")
    yield scope.or_gap(scope.t(approval, name), name)
    dated = line(scope.say("approval.of"), " ", scope.t(approval, "date")) if approval.date else ()
    numbered = (
        line(scope.say("number_sign"), NBSP, scope.t(approval, number)) if getattr(approval, number) else ()
    )
    protocol = line(scope.say("approval.protocol")) if approval.mode == "by_body" and numbered else ()
    yield scope.join([protocol, dated, numbered], " ")
