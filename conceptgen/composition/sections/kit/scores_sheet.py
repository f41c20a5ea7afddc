"""The sheet on which the facilitator puts all scores together: a column for each who comes, the median beside them."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.forms import BLANK, to_fill
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import criteria, session_of
from conceptgen.document.blocks import Block, Cell, Column, Height, Row, Sheet
from conceptgen.document.inline import line

OPEN = 12
"""Columns where nobody tells how many come."""
OF_A4, OF_A3 = 14, 30
"""Columns that a sheet on its side takes; beyond them there is another table."""
_HEIGHTS: tuple[Height, ...] = (9, 11, 13, 16)


def paper(scope: Scope) -> Sheet:
    """The large one for many who come."""
    return "a3" if scope.map_size == "a3" or (count(scope) > OF_A4 and scope.map_size != "a4") else ""


def count(scope: Scope) -> int:
    """How many give scores."""
    return len(session_of(scope).participants) or OPEN


def tables(scope: Scope, room: int) -> Iterator[Block]:
    """The criteria against those who come, by number: no name stands beside a score; the last table has the median."""
    most = OF_A3 if paper(scope) else OF_A4
    named = [*criteria(scope)]
    height = max((each for each in _HEIGHTS if each * len(named) <= room), default=_HEIGHTS[0])
    criterion, *last = scope.words.several("kit.sheets.scores.columns")
    for start in range(0, count(scope), most):
        numbers = range(start + 1, min(start + most, count(scope)) + 1)
        is_last = numbers[-1] == count(scope)
        columns = (
            Column(line(criterion), 4.0),
            *(Column(line(str(number)), 0.7, "center") for number in numbers),
            *(Column(line(head), 1.2, "center") for head in last if is_last),
        )
        rows = [Row((Cell((each,)), *(BLANK,) * (len(columns) - 1)), height=height) for each in named]
        yield to_fill(columns, rows, scope.say("kit.sheets.scores.name"))
