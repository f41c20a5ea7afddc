"""Who sits where: a table for each group, a line each; and cards to cut with the names of those who come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from conceptgen.composition.builders import Fresh, Piece
from conceptgen.composition.forms import BLANK, started, to_fill
from conceptgen.composition.lines import join, quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import (
    count_of_groups,
    groups,
    heads,
    is_few,
    is_one_table,
    page,
    participants,
    session_of,
)
from conceptgen.document.blocks import Block, Cell, Column, Height, Row, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.session import SessionParticipant

OPEN_TABLES = 3
"""Tables where nobody tells how many come."""
_ROOMY = 5
"""Tables whose rows are high."""
_IN_A_ROW, ON_A_PAGE = 2, 6
"""Cards beside each other, and on a page."""
_FACE: tuple[tuple[Literal["body", "large"], Height], ...] = (("body", 28), ("large", 20), ("body", 11))
"""The back of a card and its face, which stand like a tent: the name has room for a marker."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The plan of tables, unless there is but one; the cards, open ones where nobody tells who comes.

    Two or three know each other's names.
    """
    if has_plan(scope):
        yield page(scope, "kit.seating", _plan(scope))
    if not is_few(scope):
        first, *more = _cards(scope)
        yield page(scope, "kit.cards", (first,))
        yield from (Fresh((each,)) for each in more)


def has_plan(scope: Scope) -> bool:
    """True if there is more than one place to sit."""
    return not is_one_table(scope)


def has_names(scope: Scope) -> bool:
    """True if somebody is told of who comes."""
    return bool(session_of(scope).participants)


def _plan(scope: Scope) -> Iterator[Block]:
    columns = heads(scope, "kit.seating.columns", (1.2, 3.4, 2.2))
    told = [*_tables(scope)]
    if groups(scope) and not any(each[2] for each in told):
        columns, told = columns[:2], [each[:2] for each in told]
    height: Height = 40 if len(told) <= _ROOMY else 28
    rows = [replace(started(each, columns, height), role="large") for each in told]
    yield to_fill(columns, rows, scope.say("kit.seating.title"))


def _tables(scope: Scope) -> Iterator[tuple[Inlines, ...]]:
    """What each is called, who sits there, on what they work; open tables, one more than are told."""
    tasks = {each.name: scope.t(each, "task") for each in session_of(scope).groups}
    named = groups(scope)
    for group in named:
        yield line(group), join(participants(scope, group), "; "), tasks.get(group, ())
    rest = [*participants(scope, None)]
    if named:
        if rest:
            yield line(scope.say("kit.invitation.apart")), join(rest, "; "), ()
    else:
        for number in range(1, (count_of_groups(scope) or OPEN_TABLES) + 1):
            yield (line(scope.say("kit.seating.table", number=number)),)
        if rest:
            yield line(scope.say("kit.seating.to_place")), join(rest, "; ")
    if count_of_groups(scope):
        yield line(scope.say("kit.seating.table", number=scope.say("kit.script.open"))), (), ()


def _cards(scope: Scope) -> Iterator[Table]:
    """A table for each page, so that no card is torn between two: of those who come, then of cards to write on."""
    named = [_card(scope, each) for each in session_of(scope).participants]
    people = [*named, *[_card(scope, None)] * (-len(named) % ON_A_PAGE + ON_A_PAGE)]
    for start in range(0, len(people), ON_A_PAGE):
        taken = people[start : start + ON_A_PAGE]
        rows = [
            row for n in range(0, len(taken), _IN_A_ROW) for row in _row_of_cards(taken[n : n + _IN_A_ROW])
        ]
        yield to_fill((Column(()),) * _IN_A_ROW, rows, scope.say("kit.cards.title"))


def _row_of_cards(cards: Sequence[tuple[Cell, ...]]) -> Iterator[Row]:
    """Cards beside each other: the back, the name, what else is told; a place without a card stays empty."""
    for place, (role, height) in enumerate(_FACE):
        cells = (each[place] for each in cards)
        yield Row((*cells, *(BLANK,) * (_IN_A_ROW - len(cards))), role, height)


def _card(scope: Scope, person: SessionParticipant | None) -> tuple[Cell, ...]:
    """The back, the name or a line to write it on, the position with the group."""
    back = Cell((quiet(scope.say("kit.cards.back")),))
    if person is None:
        return back, BLANK, Cell((quiet(scope.say("kit.cards.position")),))
    name = scope.t(person, "name")
    told = [each for each in (scope.who(person, "role"), scope.t(person, "group")) if each]
    return back, Cell((name,)) if name else BLANK, Cell(tuple(told))
