"""The protocol that closes the session: principles, decisions, what stays open, the confirmation by those present."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Fresh, Piece, bullets, label
from conceptgen.composition.forms import blank_rows, card_to_fill, started, to_fill
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.lines import join
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.invitation import when
from conceptgen.composition.sections.kit.pieces import heads, session_of
from conceptgen.document.blocks import Block, Heading, Paragraph, Row
from conceptgen.document.inline import line

PRINCIPLES, DECISIONS, SIGNATURES = 7, 8, 12
"""Rows to write in where nothing is written yet."""
MORE_PRINCIPLES = 2
SPARE = 4
"""Rows beyond what is written."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page of what was decided, a page to sign."""
    yield Fresh(tuple(_decided(scope)))
    yield Fresh(tuple(_confirmed(scope)))


def _decided(scope: Scope) -> Iterator[Block]:
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
    yield from _principles(scope)
    yield label(scope, "kit.protocol.decisions")
    columns = heads(scope, "kit.protocol.columns", (0.3, 3.0, 1.6, 1.2))
    told = [
        started(
            (
                line(str(number)),
                full_text(scope, each),
                or_gap(scope, scope.who(each, "owner"), "owner", each),
                or_gap(scope, scope.date(each, "due"), "deadline", each, "due"),
            ),
            columns,
        )
        for number, each in enumerate(session.decisions, 1)
    ]
    yield to_fill(
        columns, [*told, *blank_rows(columns, SPARE if told else DECISIONS)], say("kit.protocol.decisions")
    )
    if session.parking_lot:
        yield label(scope, "kit.protocol.open")
        yield from bullets(full_texts(scope, session.parking_lot))


def _principles(scope: Scope) -> Iterator[Block]:
    """What the project proposes, to be accepted or changed here; open rows where it proposes nothing."""
    own = scope.concept.principles
    key = "proposed" if own else "accepted"
    columns = heads(scope, f"kit.protocol.{key}.columns", (0.3, 3.0, 2.2) if own else (0.3, 4.0))
    count = len(own) + MORE_PRINCIPLES if own else PRINCIPLES
    texts = [*full_texts(scope, own), *([()] * (count - len(own)))]
    yield label(scope, f"kit.protocol.{key}.title")
    rows = [started((line(str(number)), each), columns) for number, each in enumerate(texts, 1)]
    yield to_fill(columns, rows, scope.say(f"kit.protocol.{key}.title"))


def _confirmed(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.protocol.confirm")))
    title = scope.t(scope.project.document, "title")
    yield Paragraph(scope.tell("kit.protocol.confirmed", title=title))
    columns = heads(scope, "kit.protocol.signed", (3.0, 1.2, 1.6))
    present: list[Row] = [
        started((join([scope.t(each, "name"), scope.who(each, "role")]),), columns)
        for each in session.participants
    ]
    spare = SPARE if present else SIGNATURES
    yield to_fill(columns, [*present, *blank_rows(columns, spare)], say("kit.protocol.present"))
