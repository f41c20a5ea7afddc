"""The map on one page under its title: each stage with its moments of truth and lowest scores, as many as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conceptgen.compose.build import Piece, Wide
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections.chain import map_rows, title
from conceptgen.compose.sections.chain.chain_map import legend
from conceptgen.compose.sections.chain.fitting import AIR, height, widths
from conceptgen.compose.sections.chain.map_rows import MapRow, Tell, Told, scored_name
from conceptgen.compose.sections.chain.readings import route, weightiest
from conceptgen.compose.sections.chain.words import gap, say
from conceptgen.document.blocks import Block, Paragraph, Table
from conceptgen.document.inline import Inlines
from conceptgen.model.placing import Step

LINES = 26
"""Lines of all tables of the page together, without their heads."""
MOST_STAGES = 9
"""Stages side by side on the one page; more make a second table under the first."""
_ANOTHER = 6
"""Lines that the heads of another table take."""
_ROOMY = 6
"""Stages up to which a column is wide enough for more than one pain."""
_LEAST = 3
_ROWS = ("goal", "touchpoints", "feeling", "pain", "served_by")


def blocks(scope: Scope) -> Iterator[Piece]:
    """Title and map."""
    yield Wide((*title.head(scope), *_map(scope)))


def _map(scope: Scope) -> Iterator[Block]:
    tables = list(map_rows.sheets(route(scope), MOST_STAGES))
    if not tables:
        yield Paragraph(gap(scope, "stages"))
        return
    for sheet in tables:
        heads = map_rows.heads(scope, sheet)
        rows = _rows(scope, sheet, (LINES - _ANOTHER * (len(tables) - 1)) / len(tables), widths(heads)[1])
        yield Table(heads, tuple(map_rows.rows(scope, sheet, rows)), alt=say(scope, "map.title"))
    yield from legend(scope)


def _rows(scope: Scope, sheet: Sequence[Step], lines: float, letters: float) -> list[MapRow]:
    """The rows of the short map; touchpoints get the lines that the others leave."""
    roomy = len(sheet) <= _ROOMY and len(route(scope)) <= MOST_STAGES
    most = {"pain": 2, "served_by": 3} if roomy else {"pain": 1, "served_by": 1}
    rows = [_limited(row, most.get(row.key)) for row in map_rows.FULL if row.key in _ROWS]
    taken = [
        AIR + max(height(row.tell(scope, step), letters) for step in sheet)
        for row in rows
        if row.key != "touchpoints"
    ]
    free = max(_LEAST, int(lines - sum(taken) - AIR))
    return [replace(row, tell=_fitting(free, letters)) if row.key == "touchpoints" else row for row in rows]


def _limited(row: MapRow, most: int | None) -> MapRow:
    """A row of at most so many statements a stage."""
    if most is None:
        return row

    def few(scope: Scope, step: Step) -> Told:
        said = row.tell(scope, step)
        return said if len(said) <= most else (*said[:most], _more(scope, len(said) - most))

    return replace(row, tell=few)


def _fitting(free: int, letters: float) -> Tell:
    """The touchpoints that matter most, in their order, as many as fit into so many lines."""

    def fitting(scope: Scope, step: Step) -> Told:
        lines = {each.number: height([scored_name(scope, each)], letters) for each in step.placed}
        room = free if sum(lines.values()) <= free else free - 1
        kept: set[str] = set()
        for each in weightiest(scope, step.placed):
            room -= lines[each.number]
            if kept and room < 0:
                break
            kept.add(each.number)
        said = tuple(scored_name(scope, each) for each in step.placed if each.number in kept)
        left = len(lines) - len(kept)
        return (*said, _more(scope, left)) if left else said

    return fitting


def _more(scope: Scope, count: int) -> Inlines:
    return scope.quiet(say(scope, "short.more", count=count))
