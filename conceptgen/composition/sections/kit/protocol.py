"""The protocol that closes the session: principles, weak places, decisions, what stays open; those present sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Fresh, Piece, label
from conceptgen.composition.forms import blank_rows, card_to_fill, started, to_fill
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.lines import join
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.invitation import when
from conceptgen.composition.sections.kit.pieces import heads, session_of
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Row
from conceptgen.document.inline import Inlines, line

PRINCIPLES, WEAK_PLACES, DECISIONS, SIGNATURES = 7, 4, 10, 12
"""Rows to write in where nothing is written yet."""
MORE_PRINCIPLES = 2
SPARE = 4
"""Rows beyond what is written."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """What was found, what was decided, a page to sign."""
    yield Fresh((*_head(scope), *_principles(scope), *_weak_places(scope)))
    yield Fresh((*_decisions(scope), *_left_open(scope)))
    yield Fresh(tuple(_confirmed(scope)))


def _head(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.protocol.title")))
    where = scope.t(session, "place")
    yield card_to_fill(
        [
            (say("kit.protocol.when"), join([when(scope), where]), 11),
            (say("kit.protocol.leads"), scope.t(session, "facilitator"), 11),
        ],
        say("kit.protocol.when"),
    )


def _weak_places(scope: Scope) -> Iterator[Block]:
    """What the diagram, the six questions and the zones have shown."""
    yield label(scope, "kit.protocol.weak.title")
    columns = heads(scope, "kit.protocol.weak.columns", (0.3, 2.4, 0.7, 2.4, 2.0))
    yield to_fill(columns, _numbered(columns, (), WEAK_PLACES), scope.say("kit.protocol.weak.title"))


def _decisions(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield label(scope, "kit.protocol.decisions")
    columns = heads(scope, "kit.protocol.columns", (0.3, 3.0, 1.6, 1.2))
    told = [
        (
            full_text(scope, each),
            or_gap(scope, scope.who(each, "owner"), "owner", each),
            or_gap(scope, scope.date(each, "due"), "deadline", each, "due"),
        )
        for each in session.decisions
    ]
    count = max(DECISIONS, len(told) + SPARE)
    yield to_fill(columns, _numbered(columns, told, count), say("kit.protocol.decisions"))


def _left_open(scope: Scope) -> Iterator[Block]:
    yield label(scope, "kit.protocol.open.title")
    columns = heads(scope, "kit.protocol.open.columns", (0.3, 3.0, 1.6, 1.2))
    told = [(each,) for each in full_texts(scope, session_of(scope).parking_lot)]
    yield to_fill(columns, _numbered(columns, told, len(told) + SPARE), scope.say("kit.protocol.open.title"))


def _numbered(columns: Sequence[Column], told: Sequence[tuple[Inlines, ...]], count: int) -> list[Row]:
    """So many rows by their numbers, the first of them begun."""
    begun = [*told, *[()] * (count - len(told))]
    return [started((line(str(number)), *each), columns) for number, each in enumerate(begun, 1)]


def _principles(scope: Scope) -> Iterator[Block]:
    """What the project proposes, to be accepted or changed here; open rows where it proposes nothing."""
    own = scope.concept.principles
    key = "proposed" if own else "accepted"
    columns = heads(scope, f"kit.protocol.{key}.columns", (0.3, 3.0, 2.2) if own else (0.3, 4.0))
    count = len(own) + MORE_PRINCIPLES if own else PRINCIPLES
    texts = [(each,) for each in full_texts(scope, own)]
    yield label(scope, f"kit.protocol.{key}.title")
    yield to_fill(columns, _numbered(columns, texts, count), scope.say(f"kit.protocol.{key}.title"))


def _confirmed(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.protocol.confirm")))
    title = scope.t(scope.project.document, "title")
    yield Paragraph(scope.tell("kit.protocol.confirmed", title=title))
    in_groups = any(each.group for each in session.participants)
    key, weights = ("signed_by_group", (3.0, 1.2, 1.1, 1.6)) if in_groups else ("signed", (3.0, 1.2, 1.6))
    columns = heads(scope, f"kit.protocol.{key}", weights)
    present = [
        started((join([scope.t(each, "name"), scope.who(each, "role")]), scope.t(each, "group")), columns)
        for each in session.participants
    ]
    spare = SPARE if present else SIGNATURES
    yield to_fill(columns, [*present, *blank_rows(columns, spare)], say("kit.protocol.present"))
