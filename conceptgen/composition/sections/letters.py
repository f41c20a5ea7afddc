"""Two letters of a page: one that brings the document to the client, one that tells the staff of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.composition.builders import Piece, bullets, label
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.in_force import kept_on
from conceptgen.composition.inflection import in_case, mark
from conceptgen.composition.lines import capital, full_stop, join, lowered, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import meetings, rules
from conceptgen.composition.sections.agreement import is_held
from conceptgen.composition.sections.cover import version
from conceptgen.composition.sections.salutation import greeting
from conceptgen.composition.sections.signature import (
    by_signatory,
    holder,
    signatory,
    signed,
    sponsor,
    to_write,
)
from conceptgen.composition.staff_reading import staff_reading
from conceptgen.composition.whom_to_ask import reached
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.blocks import Block, Cover, CoverLine, Paragraph, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Model, Unknown
from conceptgen.model.dates import When
from conceptgen.model.document_head import Approval
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card

MOST_GOALS = 3
"""Goals that a letter names: it has a page, and the rest stands in the document."""
MOST_PRINCIPLES = 7
"""Principles an announcement has room for."""


def covering(scope: Scope) -> Iterator[Piece]:
    """What is sent, what it is about, what is asked of the client."""
    head = scope.project.document
    author = head.prepared_by
    firm = scope.t(author, "firm") or scope.t(author, "person")
    lines = [CoverLine("organization", firm)] if firm else []
    yield Cover((*lines, CoverLine("title", line(scope.say("letter.title")))), compact=True)
    yield from _addressed(scope)
    yield Paragraph(greeting(scope))
    yield Paragraph(full_stop(_sent(scope)))
    if scope.concept.summary:
        # In the client's voice, though the letter is signed by another: set apart as the document's own words.
        yield label(scope, "letter.summary")
        yield Paragraph(scope.t(scope.concept, "summary"), "lead")
    if goals := scope.concept.goals[:MOST_GOALS]:
        yield label(scope, "letter.goals")
        yield from bullets(scope.t(each, "text") for each in goals)
    yield label(scope, "letter.inside")
    yield from bullets([scope.t(head, "title"), *(scope.t(each, "name") for each in scope.project.chains)])
    yield label(scope, "letter.asked")
    asked = [*_asked(scope)]
    yield from bullets(asked, ordered=True) if len(asked) > 1 else map(Paragraph, asked)
    if scope.status not in FINAL:
        yield Paragraph(_answer(scope))
    yield _signature(scope, firm)


def announcement(scope: Scope) -> Iterator[Piece]:
    """From when, what we do from now on, when it is told in person, whom to ask."""
    head = scope.project.document
    organization = scope.t(scope.project.organization, "name")
    lines = (
        CoverLine("organization", organization),
        CoverLine("title", line(scope.say("announcement.title"))),
        CoverLine("subtitle", line("(", mark(scope), ")") if mark(scope) else ()),
        CoverLine("status", _since(scope)),
    )
    yield Cover(tuple(each for each in lines if each.content), compact=True)
    yield Paragraph(full_stop(_told(scope)))
    yield from _rules(scope)
    yield from _cards(scope)
    yield from meetings.blocks(scope)
    yield Paragraph(join([_read(scope), _where(scope)], " "))
    contact = reached(scope, scope.t(head, "contact"))
    yield Paragraph(full_stop(scope.tell("announcement.contact", contact=contact)))
    if signatory(scope):
        yield by_signatory(scope)


def _rules(scope: Scope) -> Iterator[Block]:
    """By date; where none holds from the first day, until when all stays as it was."""
    days = {id(each): kept_on(scope, each) for each in scope.concept.principles}
    found = sorted(scope.concept.principles, key=lambda each: days[id(each)] or date.min)
    if not found:
        return
    yield label(scope, "announcement.principles")
    if first := days[id(found[0])]:
        until = worded(scope.words, first, "until")
        yield Paragraph(capital(full_stop(scope.tell("announcement.nothing_until", until=until))))
    shown = found[:MOST_PRINCIPLES]
    # A day that all of them have stands above them.
    yield from bullets(rules.told(scope, each, dated=any(days.values())) for each in shown)
    if more := len(found[MOST_PRINCIPLES:]):
        yield Paragraph(line(scope.say("announcement.more", count=more)), "note")


def _cards(scope: Scope) -> Iterator[Block]:
    """Where one's own part and one's rights stand; the positions are named where not each has a card."""
    roles = scope.project.organization.roles
    having = [each for each in roles if has_card(scope.project, each)]
    others = [
        each for each in roles if is_held(each) and each not in having and each.name != signatory(scope)
    ]
    if having:
        names = join((lowered(without_full_stop(scope.t(each, "name"))) for each in having), ", ")
        key = ("card_of_one" if len(having) == 1 else "card_of") if others else "card"
        yield Paragraph(scope.tell(f"announcement.{key}", roles=names))


def _read(scope: Scope) -> Inlines:
    """Nobody signs what is said to bind nobody; whatever else the order brings in has a sheet to sign."""
    binding = scope.project.document.binding
    is_free = scope.status == "superseded" or bool(binding and binding.is_binding is False)
    edition = "own" if staff_reading(scope) == "own" else "whole"
    return line(scope.say(f"announcement.{'read' if is_free else 'sheet'}.{edition}"))


def _where(scope: Scope) -> Inlines:
    """Who keeps the document: whoever introduces it; room to write where it lies if nobody does."""
    governance = scope.concept.governance
    role = (
        scope.item(governance.manager, Role) if governance and isinstance(governance.manager, str) else None
    )
    if role is None:
        return line(scope.say("announcement.where_blank"))
    form = lowered(in_case(scope, role, "name", "gen"))
    who = form or scope.t(role, "name")
    return full_stop(scope.tell("announcement.where" if form else "announcement.where_apart", who=who))


def _addressed(scope: Scope) -> Iterator[Block]:
    """To whoever approves; where an act does, to the one who answers for the whole."""
    approval, organization = scope.project.document.approval, scope.project.organization
    named = scope.t(organization, "legal_name") or scope.t(organization, "name")
    answers = sponsor(scope) if approval is None or approval.mode == "by_act" else None
    whose: tuple[tuple[Model | None, str], ...] = (
        ((answers, "name"), (holder(scope, answers), "name"))
        if answers
        else ((approval, "position"), (approval, "person"))
    )
    forms = [in_case(scope, part, field, "dat") if part else () for part, field in whose]
    plain_ones = [scope.t(part, field) for part, field in whose]
    # A position and a name go together: both in their case, or both as they are.
    if forms[0] and (forms[1] or not plain_ones[1]):
        yield Paragraph(join([*forms, named]))
    else:
        yield Paragraph(scope.tell("letter.to", whom=join([*plain_ones, named])))
    yield Paragraph(line(scope.say("letter.date")))


def _sent(scope: Scope) -> Inlines:
    """«Направляем Концепцию … (версия 0.4, 12 февраля 2027 г.)», or the title behind the word «document»."""
    head = scope.project.document
    form = in_case(scope, head, "title", "acc")
    key, what = ("letter.sent", form) if form else ("letter.sent_apart", scope.t(head, "title"))
    return scope.tell(key, what=what, edition=version(scope))


def _asked(scope: Scope) -> Iterator[Inlines]:
    """Of a draft remarks alone; nobody signs what is still being written."""
    head = scope.project.document
    if scope.status in FINAL:
        yield line(scope.say("letter.keep"))
        return
    yield line(scope.say("letter.read"))
    if scope.status == "draft":
        return
    agree = join([_who(scope, each) for each in head.agreements if not isinstance(each.date, When)], "; ")
    if agree:
        yield full_stop(scope.tell("letter.agree", who=agree))
    approves = _who(scope, head.approval) if head.approval else ()
    key = "approve_act" if head.approval and head.approval.mode == "by_act" else "approve"
    yield (
        full_stop(scope.tell(f"letter.{key}", who=approves))
        if approves
        else line(scope.say("letter.approve_open"))
    )
    rollout = scope.concept.governance.rollout if scope.concept.governance else None
    day = scope.t(rollout, "date") if rollout and isinstance(rollout.date, When) else ()
    yield full_stop(scope.tell("letter.staff", date=day)) if day else line(scope.say("letter.staff_open"))


def _answer(scope: Scope) -> Inlines:
    """By when an answer is asked: a day to fill in, and the one that waits for it."""
    asked = line(scope.say("letter.answer" if scope.status == "draft" else "letter.answer_signed"))
    rollout = scope.concept.governance.rollout if scope.concept.governance else None
    if rollout is None or not worded(scope.words, rollout.date, "at") or scope.is_past(rollout.date):
        return asked
    return line(asked, " ", scope.tell("letter.before", date=date_phrase(scope, rollout, "date", "at")))


def _who(scope: Scope, approval: Approval) -> Inlines:
    field = {"by_person": "position", "by_act": "act", "by_body": "body"}[approval.mode]
    return join([scope.t(approval, field), scope.t(approval, "person")])


def _signature(scope: Scope, firm: Inlines) -> Table:
    """Whoever prepared the document; a line to write on where nobody is named."""
    head = scope.project.document
    author = head.prepared_by
    position = scope.t(author, "position") or firm
    if not (position or scope.t(author, "person")):
        position = scope.tell("letter.from", who=to_write(scope, head, "prepared_by"))
    return signed(scope, position, scope.t(author, "person"))


def _since(scope: Scope) -> Inlines:
    """From when; where rules begin later, that each has its own day."""
    binding = scope.project.document.binding
    when = binding.effective_from if binding else None
    if when is None or isinstance(when, Unknown):
        return line(scope.say("announcement.since_blank"))
    if not worded(scope.words, when, "from"):
        return ()
    days = [kept_on(scope, each) for each in scope.concept.principles]
    key = "since_each" if any(days) else "since"
    since = date_phrase(scope, binding, "effective_from", "from")
    return capital(scope.tell(f"announcement.{key}", since=since))


def _told(scope: Scope) -> Inlines:
    head = scope.project.document
    form = in_case(scope, head, "title", "gen")
    return scope.tell(
        "announcement.told" if form else "announcement.told_apart", what=form or scope.t(head, "title")
    )
