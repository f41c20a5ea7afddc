"""The title page: who approves, whose document it is, its title, state and date.

Stamps: the label of access, the approval, then the agreements of other organisations while they are few; one's own
people agree on a sheet of their own (``agreement``). In an official layout the organisation stands above everything,
and a draft is marked in the corner.
"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.inflection import for_whom, mark, state
from conceptgen.composition.lines import capital, join
from conceptgen.composition.marks import marks_of
from conceptgen.composition.pictures import cover_picture
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.stamps import stamp
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.document_head import Approval

MOST_AGREEMENTS = 2
"""The stamps of agreement a title page has room for; more of them go to the sheet."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The title page."""
    shown = scope.project.document.cover
    picture, unread = cover_picture(scope, shown) if shown else (None, ())
    lines = (*_lines(scope), *([CoverLine("place", unread)] if unread else []))
    yield Cover(lines, picture=picture)


def of_others(scope: Scope) -> tuple[Approval, ...]:
    """The agreements of other organisations, where they are few enough for the title page."""
    organization = scope.project.organization
    own = {None, organization.name, organization.legal_name}
    found = tuple(each for each in scope.project.document.agreements if each.organization not in own)
    return found if len(found) <= MOST_AGREEMENTS else ()


def _lines(scope: Scope) -> Iterator[CoverLine]:
    head, organization = scope.project.document, scope.project.organization
    owner = CoverLine("organization", scope.t(organization, "legal_name") or scope.t(organization, "name"))
    is_official = head.profile != "plain"
    if is_official:
        yield owner
    yield from _stamps(scope)
    if not is_official:
        yield owner
    yield CoverLine("title", line(title(scope), () if scope.title else marks_of(scope, head)))
    if scope.title:
        yield CoverLine("subtitle", line(scope.t(head, "title"), marks_of(scope, head)))
    if scope.audience:
        yield CoverLine("subtitle", line(for_whom(scope).capitalize()))
    yield CoverLine("status", _state(scope))
    if head.reg_number:
        number = scope.t(head, "reg_number")
        is_bare = isinstance(head.reg_number, str) and head.reg_number[:1].isalnum()
        sign = line(scope.say("number_sign"), NBSP) if is_bare else ()
        yield CoverLine("status", line(scope.say("cover.reg_number"), NBSP, sign, number))
    author = head.prepared_by
    if author:
        people = join([scope.t(author, "firm"), scope.t(author, "position"), scope.t(author, "person")])
        yield CoverLine("author", line(scope.say("cover.prepared_by"), " ", people))
        if author.disclaimer:
            yield CoverLine("author", scope.t(author, "disclaimer"))
    if place := join([scope.t(head, "place"), _year(scope)]):
        yield CoverLine("place", place)


def _stamps(scope: Scope) -> Iterator[CoverLine]:
    head = scope.project.document
    if head.profile != "plain" and mark(scope):
        yield CoverLine("access", line(mark(scope).capitalize()))
    if head.access_label:
        yield CoverLine("access", scope.t(head, "access_label"))
    if head.approval:
        yield CoverLine("approval", stamp(scope, head.approval, "approve"))
    for approval in of_others(scope):
        yield CoverLine("agreement", stamp(scope, approval, "agree"))


def _state(scope: Scope) -> Inlines:
    head = scope.project.document
    # A draft in an official layout has its mark in the corner.
    said = "" if head.profile != "plain" and mark(scope) else state(scope)
    return capital(join([line(said), version(scope)]))


def version(scope: Scope) -> Inlines:
    """«версия 0.9, 15 марта 2027 г.»: which edition of the document it is."""
    head = scope.project.document
    named = line(scope.say("cover.version"), NBSP, scope.t(head, "version")) if head.version else ()
    return join([named, date_for_brackets(scope, head, "date")])


def _year(scope: Scope) -> Inlines:
    """The year of the document, or the years it covers; nothing where its date is unknown."""
    date = scope.project.document.date
    first, last = scope.first(date), scope.last(date)
    if not (first and last):
        return ()
    return line(str(first.year) if first.year == last.year else f"{first.year}–{last.year}")
