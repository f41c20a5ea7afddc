"""Who sits where: a table for each group, a line each; and cards to cut with the names of those who come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgen.composition.builders import Piece
from conceptgen.composition.forms import BLANK, started, to_fill
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import (
    count_of_groups,
    groups,
    heads,
    is_one_table,
    page,
    participants,
    session_of,
)
from conceptgen.document.blocks import Block, Cell, Column, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.session import SessionParticipant

OPEN_TABLES = 3
"""Tables where nobody tells how many come."""
_IN_A_ROW = 2


def blocks(scope: Scope) -> Iterator[Piece]:
    """The plan of tables, unless there is but one; the cards where it is told who comes."""
    if has_plan(scope):
        yield page(scope, "kit.seating", _plan(scope))
    if has_cards(scope):
        yield page(scope, "kit.cards", _cards(scope))


def has_plan(scope: Scope) -> bool:
    """True if there is more than one place to sit."""
    return not is_one_table(scope)


def has_cards(scope: Scope) -> bool:
    """True if somebody is told of who comes."""
    return bool(session_of(scope).participants)


def _plan(scope: Scope) -> Iterator[Block]:
    columns = heads(scope, "kit.seating.columns", (1.2, 3.4, 2.2))
    told = [*_tables(scope)]
    if groups(scope) and not any(task for _, _, task in told):
        columns, told = columns[:2], [each[:2] for each in told]
    rows = [replace(started(each, columns, 40), role="large") for each in told]
    yield to_fill(columns, rows, scope.say("kit.seating.title"))


def _tables(scope: Scope) -> Iterator[tuple[Inlines, ...]]:
    """What each is called, who sits there, on what they work; open tables for those who are in no group yet."""
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


def _cards(scope: Scope) -> Iterator[Block]:
    people = [Cell((*_card(scope, each),)) for each in session_of(scope).participants]
    rows = [people[start : start + _IN_A_ROW] for start in range(0, len(people), _IN_A_ROW)]
    filled = [Row((*each, *(BLANK,) * (_IN_A_ROW - len(each))), "large", 40) for each in rows]
    yield to_fill((Column(()),) * _IN_A_ROW, filled, scope.say("kit.cards.title"))


def _card(scope: Scope, person: SessionParticipant) -> Iterator[Inlines]:
    """The name, with a line for one that is not told; the position, the group."""
    yield scope.t(person, "name") or line(scope.say("kit.invitation.open"))
    yield from (each for each in (scope.who(person, "role"), scope.t(person, "group")) if each)
