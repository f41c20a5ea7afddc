"""A draft order: it approves the document and puts it in force, names who answers and who is to know of it.

Every name stands in the case its sentence needs; where that is not certain, the sentence is built to do without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conceptgen.composition.builders import Fresh, Piece, bullets
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.inflection import gender_of, in_case, mark
from conceptgen.composition.lines import (
    capital,
    enumerated,
    full_stop,
    in_brackets,
    join,
    lowered,
    without_full_stop,
)
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.agreement import SPARE_LINES, acquaintance, by_person
from conceptgen.composition.sections.cover import version
from conceptgen.composition.sections.signature import at_the_right, by_signatory, holder, signatory, to_write
from conceptgen.composition.sections.stamps import numbered
from conceptgen.composition.staff_reading import staff_reading
from conceptgen.document.blocks import Block, Cover, CoverLine, Heading, Paragraph
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.languages.declension import Case
from conceptgen.languages.words import NBSP
from conceptgen.model.base import Term, Unknown
from conceptgen.model.document_head import Approval
from conceptgen.model.governance import Governance
from conceptgen.model.organization import Role

LINES_FOR_ANYBODY = 12
"""Lines to sign where no position is known."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The order on a page or two, and the sheet of acquaintance."""
    yield Cover(tuple(_head(scope)), compact=True)
    yield Paragraph(_named(scope, "gen", "order.heading"), "label")
    yield Paragraph(line(scope.say("order.preamble")), "intro")
    yield from bullets(_items(scope), ordered=True)
    yield from _annexes(scope)
    yield by_signatory(scope)
    people = by_person(scope)
    sheet = acquaintance(scope, people, SPARE_LINES if people else LINES_FOR_ANYBODY)
    rows = tuple(replace(row, role="body", height=9) for row in sheet.rows)
    of = scope.tell("order.sheet_annex_of", act=_dated(scope))
    above = at_the_right(line(scope.say("order.sheet_annex", number=len(_titles(scope)))), of)
    title = Heading(1, line(scope.say("acquaintance.title")))
    yield Fresh((above, title, replace(sheet, rows=rows, ruled=True)))


def _head(scope: Scope) -> Iterator[CoverLine]:
    head, organization = scope.project.document, scope.project.organization
    yield CoverLine("organization", scope.t(organization, "legal_name") or scope.t(organization, "name"))
    yield CoverLine("title", line(scope.say("order.title").upper()))
    if mark(scope):
        yield CoverLine("subtitle", line("(", mark(scope), ")"))
    yield CoverLine("status", _dated(scope))
    if head.place:
        yield CoverLine("place", scope.t(head, "place"))


def _dated(scope: Scope) -> Inlines:
    """The day and number of the act that the input says approves the document, with blanks for what is not there."""
    approval = scope.project.document.approval
    if approval and approval.mode == "by_act":
        return numbered(scope, approval, "number")
    return numbered(scope, Approval(mode="by_act"), "number")


def _items(scope: Scope) -> Iterator[Inlines]:
    head = scope.project.document
    governance = scope.concept.governance or Governance.empty()
    yield _named(scope, "acc", "order.approve")
    yield _in_force(scope)
    bound = _readers(scope, head.audience, "bound")
    if bound and (head.binding is None or head.binding.is_binding is not False):
        yield line(scope.say("order.binding", audience=bound))
    yield _appointed(scope, governance, "manager")
    if governance.working_group:
        members = join(
            (_member(scope, each.role, scope.t(each, "function")) for each in governance.working_group), "; "
        )
        yield scope.tell("order.group", members=members)
    if scope.concept.programme:
        yield line(scope.say("order.programme"))
    yield _acquainted(scope, governance)
    if head.review_cycle and head.review_cycle.form != "unknown":
        yield full_stop(_reviewed(scope, head.review_cycle))
    yield _appointed(scope, governance, "sponsor")


def _named(scope: Scope, case: Case, key: str) -> Inlines:
    """A sentence with the title in a case, or with the title as it is behind the word «document»."""
    head = scope.project.document
    form = in_case(scope, head, "title", case)
    if not form:
        return scope.tell(f"{key}_apart", what=scope.t(head, "title"))
    attached = scope.say(f"order.attached.{gender_of(scope, head) or 'neutral'}")
    return scope.tell(key, what=form, attached=attached)


def _in_force(scope: Scope) -> Inlines:
    binding = scope.project.document.binding
    when = binding.effective_from if binding else None
    if when is None or isinstance(when, Unknown):
        return line(scope.say("order.in_force_blank"))
    if worded(scope.words, when, "in_force"):
        told = date_phrase(scope, binding, "effective_from", "in_force")
        return full_stop(scope.tell("order.in_force", date=told))
    return full_stop(scope.tell("order.in_force_apart", date=scope.t(binding, "effective_from")))


def _appointed(scope: Scope, governance: Governance, field: str) -> Inlines:
    """Who answers, or who watches over it; the one who signs keeps watch himself."""
    role = scope.item(_id(getattr(governance, field)), Role)
    if role and field == "sponsor" and role.name.casefold() == signatory(scope).casefold():
        return line(scope.say("order.sponsor_self"))
    form = lowered(in_case(scope, role, "name", "acc")) if role else ()
    who = form or scope.who(governance, field) or _missing(scope, field)
    person = in_case(scope, whoever, "name", "acc") if (whoever := holder(scope, role)) and form else ()
    named = line(who, in_brackets(person))
    return full_stop(scope.tell(f"order.{field}" if form else f"order.{field}_apart", who=named))


def _missing(scope: Scope, field: str) -> Inlines:
    """A line for one who is not named; it waits for the whole chapter where that is not written."""
    governance = scope.concept.governance
    return to_write(scope, governance, field) if governance else to_write(scope, scope.concept, "governance")


def _id(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _readers(scope: Scope, audience: Iterable[str], form: str) -> str:
    """Readers in the case a clause needs, without partners: an order binds those alone who work here."""
    told = (scope.say(f"order.{form}.{each}") for each in audience if each != "partners")
    return enumerated(told, f" {scope.say('and')} ")


def _reviewed(scope: Scope, term: Term) -> Inlines:
    if term.value is None or not term.unit:
        return scope.tell("order.review_apart", term=bare_figure(scope, term))
    shown = scope.words.quantity(scope.words.number(term.value), term.unit, term.value, form="after_by")
    key = "order.review"
    if term.value == 1:
        key, shown = "order.review_of_one", shown.partition(NBSP)[2]
    return scope.tell(key, term=(Text(shown, origin=scope.relations.origin(term, "value")),))


def _member(scope: Scope, party: str, function: Inlines) -> Inlines:
    name = scope.named(party)
    return join([lowered(name) if scope.item(party, Role) else name, without_full_stop(function)], " — ")


def _acquainted(scope: Scope, governance: Governance) -> Inlines:
    """By when, how, and who is to know."""
    rollout = governance.rollout
    by = (
        date_phrase(scope, rollout, "date", "by") if rollout and not isinstance(rollout.date, Unknown) else ()
    )
    readers = (rollout.audience if rollout else ()) or scope.project.document.audience
    whom = _readers(scope, readers, "acquainted") or scope.say("order.everybody")
    key = f"order.acquaint.{staff_reading(scope)}"
    said = [capital(scope.tell(key, whom=whom, by=by or line(scope.say("order.before"))))]
    if rollout and rollout.format:
        said.append(full_stop(scope.tell("order.how", how=scope.t(rollout, "format"))))
    return join(said, " ")


def _annexes(scope: Scope) -> Iterator[Block]:
    yield Paragraph(line(scope.say("order.annexes")), "label")
    yield from bullets(_titles(scope), ordered=True)


def _titles(scope: Scope) -> list[Inlines]:
    """The document and which edition of it, the one that the staff read, the sheet they sign."""
    title = scope.t(scope.project.document, "title")
    own = staff_reading(scope) == "own"
    edition = [scope.tell("order.staff_edition", title=title)] if own else []
    return [full_stop(line(title, in_brackets(version(scope)))), *edition, line(scope.say("order.sheet"))]
