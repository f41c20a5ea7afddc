"""The rules of the session, for the wall: a page in letters that are read from across a room."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Fresh, Piece, cell
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import session_of
from conceptgen.document.blocks import Block, Column, Heading, Height, Row, Table
from conceptgen.document.inline import line

_ROOM = 228
"""Millimetres of a page below its title."""
_HEIGHTS: tuple[Height, ...] = (60, 40, 28, 24)
MOST = 9
"""Rules that fill a page in the largest type; more stand in a smaller one."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The rules by their numbers, as high as the page allows."""
    yield Fresh(tuple(_rules(scope)))


def _rules(scope: Scope) -> Iterator[Block]:
    yield Heading(1, line(scope.say("kit.rules.title")))
    usual = tuple(line(each) for each in scope.words.several("kit.rules.usual"))
    rules = full_texts(scope, session_of(scope).rules) or usual
    height: Height = next((each for each in _HEIGHTS if each * len(rules) <= _ROOM), 0)
    rows = tuple(
        Row((cell(line(str(number))), cell(each)), "wall" if len(rules) <= MOST else "large", height)
        for number, each in enumerate(rules, 1)
    )
    yield Table((Column((), 0.3), Column((), 4.0)), rows, alt=scope.say("kit.rules.title"))
