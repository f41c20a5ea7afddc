"""The invitation, a page to send to everybody who comes."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Fresh, Piece, bare_grid, bullets, card, cell, columns, label, row
from conceptgen.composition.forms import card_to_fill
from conceptgen.composition.lines import full_stop, join
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import (
    blocks_of_day,
    count_of_groups,
    groups,
    is_few,
    participants,
    session_of,
)
from conceptgen.composition.sections.kit.script import beginning_of, block_name
from conceptgen.document.blocks import Block, Heading, Height, Paragraph
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Unknown
from conceptgen.model.session_times import clock, end_of

MOST_NAMED = 14
"""Those who come that are named on the page."""
_ROOM: Height = 11
"""Millimetres for what is written in by hand."""
LUNCH = 30
"""Minutes of a break that who is invited has to know of."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """When, where, why, what to bring, how the day goes, who comes."""
    yield Fresh(tuple(_invitation(scope)))


def _invitation(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.invitation.title")))
    name = scope.t(scope.project.organization, "name")
    yield Paragraph(full_stop(scope.tell("kit.invitation.lead", organization=name)))
    open = line(say("kit.invitation.open"))
    facts = [
        (say("kit.invitation.when"), when(scope)),
        (say("kit.invitation.where"), scope.t(session, "place") or open),
        (say("kit.invitation.leads"), scope.t(session, "facilitator") or open),
        (say("kit.invitation.sponsor"), scope.who(session, "sponsor") or open),
    ]
    if open in [fact for _, fact in facts]:
        rows = [(name, () if fact == open else fact, _ROOM) for name, fact in facts]
        yield card_to_fill(rows, say("kit.invitation.title"))
    else:
        yield from card([(name, (fact,)) for name, fact in facts], say("kit.invitation.title"))
    yield Paragraph(scope.tell("kit.invitation.answer", whom=scope.t(session, "facilitator") or open))
    yield label(scope, "kit.invitation.goals")
    usual = tuple(line(each) for each in scope.words.several("kit.invitation.usual_goals"))
    yield from bullets(full_texts(scope, session.goals) or usual)
    yield label(scope, "kit.invitation.bring")
    yield from bullets(line(each) for each in scope.words.several("kit.invitation.to_bring"))
    yield label(scope, "kit.invitation.day")
    heads = columns(scope, ("time", 0.2), ("block", 1.0), of="kit.script.columns")
    slots = [
        row(cell(line(beginning_of(scope, each))), cell(block_name(scope, each)))
        for each in blocks_of_day(scope)
        if not each.is_break or each.end - each.start >= LUNCH
    ]
    yield bare_grid(heads, slots, say("kit.invitation.day"))
    if session.participants:
        yield label(scope, "kit.invitation.who")
        yield from _who(scope)


def when(scope: Scope) -> Inlines:
    """«17 марта 2027 г., с 10:00 до 17:30», with a blank for a day that is not set."""
    session = session_of(scope)
    slots, ends = blocks_of_day(scope), end_of(session, is_few=is_few(scope))
    start = scope.t(session, "start") or line(clock(slots[0].start))
    open = line(scope.say("kit.invitation.open") if ends is None else clock(ends))
    times = {"start": start, "end": scope.t(session, "end") or open}
    if session.date is None or isinstance(session.date, Unknown):
        return scope.tell("kit.invitation.times_open", **times)
    return scope.tell("kit.invitation.times", date=scope.t(session, "date"), **times)


def _who(scope: Scope) -> Iterator[Block]:
    """Those who come, by groups where there are any; a great many are told by name on the plan of tables alone."""
    people = len(session_of(scope).participants)
    if people > MOST_NAMED:
        counted = {"people": str(people), "groups": str(count_of_groups(scope))}
        yield Paragraph(scope.tell("kit.invitation.many", **counted))
    elif groups(scope):
        yield from card([*_by_group(scope)], scope.say("kit.invitation.who"))
    else:
        yield Paragraph(full_stop(join(participants(scope, None), "; ")))


def _by_group(scope: Scope) -> Iterator[tuple[Inlines, tuple[Inlines, ...]]]:
    """The groups with those who are in them, then those who are in none."""
    for group in groups(scope):
        yield line(group), (join(participants(scope, group), "; "),)
    yield line(scope.say("kit.invitation.apart")), (join(participants(scope, None), "; "),)
