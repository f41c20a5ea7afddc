"""The protocol that closes the session: principles, weak places, what stays open, decisions; those present sign.

Before the day what the input tells of decisions is proposed, to be ticked, and the rows of the day are empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Fresh, Piece, label
from conceptgen.composition.forms import blank_rows, card_to_fill, started, to_fill
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.lines import join, quiet, without_full_stop
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import source
from conceptgen.composition.sections.kit.invitation import when
from conceptgen.composition.sections.kit.pieces import (
    LEAST_ROWS,
    heads,
    is_few,
    is_over,
    proposed,
    rows_for_each,
    session_of,
)
from conceptgen.document.blocks import Block, Column, Heading, Height, Paragraph, Row
from conceptgen.document.inline import Inlines, line

PRINCIPLES, WEAK_PLACES, OPEN, SIGNATURES = 7, 7, 8, 16
"""Rows to write in where nothing is written yet."""
MORE_PRINCIPLES = 2
_DECIDED = (0.3, 3.0, 1.4, 1.1, 1.8)
SPARE, FEW = 4, 2
"""Rows beyond what is written, and those beyond a long list."""
ROOMY = 13
"""Signatures that find room on a page with rows to spare; more have fewer of those, then stand closer."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """What was found and stays open, what was decided, what is signed: a page each, lest a table break."""
    yield Fresh((*_head(scope), *_principles(scope)))
    yield Fresh((*_weak_places(scope), *_left_open(scope)))
    yield Fresh(tuple(_decisions(scope)))
    yield Fresh(tuple(_confirmed(scope)))


def _head(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.protocol.title")))
    where = scope.t(session, "place")
    yield card_to_fill(
        [
            (say("kit.protocol.when"), join([when(scope), where]), 11),
            (say("kit.protocol.leads"), scope.t(session, "facilitator"), 11),
            (say("kit.protocol.kept"), (), 11),
            (say("kit.protocol.absent"), (), 16),
            (say("kit.protocol.expectations"), (), 40),
        ],
        say("kit.protocol.when"),
    )


def _weak_places(scope: Scope) -> Iterator[Block]:
    """What the diagram, the six questions and the zones have shown."""
    yield from _fill(scope, "weak", (0.3, 2.4, 0.7, 2.4, 2.0), (), WEAK_PLACES, 16)


def _decisions(scope: Scope) -> Iterator[Block]:
    if is_over(scope):
        yield from _fill(scope, "decided", _DECIDED, [*_told(scope)], LEAST_ROWS)
        return
    if ahead := [*_proposed(scope)]:
        columns = heads(scope, "kit.protocol.ahead.columns", (0.3, 2.9, 1.5, 1.1, 0.9, 0.9, 0.9))
        yield label(scope, "kit.protocol.ahead.title")
        rows = _numbered(columns, ahead, len(ahead))
        yield to_fill(columns, rows, scope.say("kit.protocol.ahead.title"))
    yield from _fill(scope, "decided", _DECIDED, [], rows_for_each(scope), 9 if len(ahead) > FEW else 11)


def _fill(
    scope: Scope,
    key: str,
    weights: Sequence[float],
    told: Sequence[tuple[Inlines, ...]],
    count: int,
    height: Height = 11,
) -> Iterator[Block]:
    """A table under its title: what is told, and rows to write in."""
    title = f"kit.protocol.{key}.title"
    columns = heads(scope, f"kit.protocol.{key}.columns", weights)
    yield label(scope, title)
    rows = _numbered(columns, told, max(count, len(told) + SPARE), height)
    yield to_fill(columns, rows, scope.say(title))


def _told(scope: Scope) -> Iterator[tuple[Inlines, ...]]:
    for each in session_of(scope).decisions:
        yield (
            full_text(scope, each),
            or_gap(scope, scope.who(each, "owner"), "owner", each),
            or_gap(scope, scope.date(each, "due"), "deadline", each, "due"),
        )


def _proposed(scope: Scope) -> Iterator[tuple[Inlines, ...]]:
    """Who answers and by when may be open until the day: there is room to write it in."""
    for each in proposed(scope):
        yield full_text(scope, each), scope.who(each, "owner"), scope.date(each, "due")


def _left_open(scope: Scope) -> Iterator[Block]:
    ahead = () if is_over(scope) else quiet(f" ({scope.say('kit.protocol.open.ahead')})")
    told = [(line(each, ahead),) for each in full_texts(scope, session_of(scope).parking_lot)]
    yield from _fill(scope, "open", (0.3, 3.0, 1.6, 1.2), told, OPEN)


def _numbered(
    columns: Sequence[Column], told: Sequence[tuple[Inlines, ...]], count: int, height: Height = 11
) -> list[Row]:
    """So many rows by their numbers, the first of them begun."""
    begun = [*told, *[()] * (count - len(told))]
    return [started((line(str(number)), *each), columns, height) for number, each in enumerate(begun, 1)]


def _principles(scope: Scope) -> Iterator[Block]:
    """What the project proposes, to be accepted or changed; after the day, what stands in it; open rows for nothing."""
    texts = [(each,) for each in full_texts(scope, scope.concept.principles)]
    is_asked = bool(texts) and not is_over(scope)
    asked = "approved" if source.stands(scope) else "proposed"
    key = asked if is_asked else ("standing" if texts else "accepted")
    count = len(texts) + (MORE_PRINCIPLES if is_asked else 0) or PRINCIPLES
    columns = heads(scope, f"kit.protocol.{key}.columns", (0.3, 3.0, 2.2) if is_asked else (0.3, 4.0))
    title = scope.say(f"kit.protocol.{key}.title", **source.named(scope))
    yield Paragraph(line(title), "label")
    yield to_fill(columns, _numbered(columns, texts, count), title)


def _confirmed(scope: Scope) -> Iterator[Block]:
    session, say = session_of(scope), scope.say
    yield Heading(1, line(say("kit.protocol.confirm")))
    title = without_full_stop(scope.t(scope.project.document, "title"))
    is_changed = source.stands(scope) and not is_over(scope) and bool(scope.concept.principles)
    confirmed = f"kit.protocol.{'confirmed_approved' if is_changed else 'confirmed'}"
    yield Paragraph(scope.tell(confirmed, title=title))
    in_groups = any(each.group for each in session.participants)
    key, weights = ("signed_by_group", (3.0, 1.2, 1.1, 1.6)) if in_groups else ("signed", (3.0, 1.2, 1.6))
    columns = heads(scope, f"kit.protocol.{key}", weights)
    people = len(session.participants)
    least = SPARE if people <= ROOMY else FEW
    spare = least if is_few(scope) and people else max(least, SIGNATURES - people)
    height: Height = 11 if people + spare <= ROOMY + SPARE else 9
    present = [
        started(
            (join([scope.t(each, "name"), scope.who(each, "role")]), scope.t(each, "group")), columns, height
        )
        for each in session.participants
    ]
    yield to_fill(columns, [*present, *blank_rows(columns, spare, height)], say("kit.protocol.present"))
    yield card_to_fill([(say("kit.protocol.result"), (), 16)], say("kit.protocol.result"))
