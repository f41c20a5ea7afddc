"""The sheet on which the facilitator puts all scores together, and all vote: a column for each who comes, then the
median, what the data say, room for the dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.forms import BLANK, to_fill
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.data_sheet import last_score
from conceptgen.composition.sections.kit.pieces import GUESTS, criteria, session_of
from conceptgen.document.blocks import Block, Cell, Column, Height, Row, Sheet
from conceptgen.document.inline import Inlines, line

OPEN = 15
"""The fewest columns: more may come than are named."""
OF_A4, OF_A3 = 15, 26
"""Columns that a sheet on its side takes; beyond them there is another table."""
_HEIGHTS: tuple[Height, ...] = (9, 11, 13, 16, 20)


def paper(scope: Scope) -> Sheet:
    """The large one, for it hangs on the wall while they vote; who asks for small paper gets it."""
    return "" if scope.map_size == "a4" else "a3"


def count(scope: Scope) -> int:
    """How many columns there are for scores."""
    named = len(session_of(scope).participants)
    return max(named + GUESTS, OPEN)


def tables(scope: Scope, room: int) -> Iterator[Block]:
    """The criteria against those who come, by number: no name stands beside a score; the last table has the median."""
    most = OF_A3 if paper(scope) else OF_A4
    named = [*criteria(scope)]
    known = _known(scope) or ((),) * len(named)
    height = max((each for each in _HEIGHTS if each * len(named) <= room), default=_HEIGHTS[0])
    criterion, *last = scope.words.several("kit.sheets.scores.columns")
    weights = (1.2, 1.1, 1.2, 3.4 if paper(scope) else 1.6)
    for start in range(0, count(scope), most):
        numbers = range(start + 1, min(start + most, count(scope)) + 1)
        is_last = numbers[-1] == count(scope)
        columns = (
            Column(line(criterion), 3.6),
            *(Column(line(str(number)), 0.6, "center") for number in numbers),
            *(
                Column(line(head), weight, "center")
                for head, weight in zip(last, weights, strict=True)
                if is_last
            ),
        )
        rows = [
            Row(_cells(columns, numbers, each, value if is_last else ()), height=height)
            for each, value in zip(named, known, strict=True)
        ]
        yield to_fill(columns, rows, scope.say("kit.sheets.scores.name"))


def _cells(columns: Sequence[Column], numbers: range, criterion: Inlines, known: Inlines) -> tuple[Cell, ...]:
    """The criterion, room for a mark of each; after the median what the data say."""
    cells = [Cell((criterion,)) if criterion else BLANK, *(BLANK,) * (len(columns) - 1)]
    if known:
        cells[len(numbers) + 2] = Cell((known,))
    return tuple(cells)


def _known(scope: Scope) -> tuple[Inlines, ...]:
    """What stands on the sheet of data for each criterion of the input."""
    found = (last_score(scope, each) for each in scope.state.criteria)
    return tuple(line(scope.words.number(each[0])) if each else () for each in found)
