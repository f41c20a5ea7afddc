"""The map on one page under its title: each stage with its moments of truth and lowest scores, as many as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from conceptgen.composition.builders import Piece, Wide
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import map_rows, title
from conceptgen.composition.sections.chain.chain_map import legend
from conceptgen.composition.sections.chain.feeling_line import is_drawn
from conceptgen.composition.sections.chain.lookups import ranked_by, route, weightiest
from conceptgen.composition.sections.chain.map_rows import MapRow, Told, feeling_now, scored_name
from conceptgen.composition.sections.chain.page_fit import AIR, LETTERS, height, widths
from conceptgen.composition.sections.chain.stage_heads import columns
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.touchpoint_positions import StageInChain

LINES = {"a4": 28.5, "a3": 46.0}
"""Lines of all tables of the page together, without their heads, by paper."""
MOST_STAGES = 9
"""Stages side by side on the one page; more make a second table under the first."""
_STRIP = 5
"""Lines that the line of feeling takes."""
_ANOTHER = 6
"""Lines that the heads of another table take."""
_ROOMY = {"a4": 6, "a3": 9}
"""Stages up to which a column is wide enough for more than one pain."""
_TITLE, _UNDER_TITLE = 0.38, 0.85
"""What part of the letters of a table go into a line of the title, and of the line under it."""
_LEAST = 3
_ROWS = (
    MapRow("goal", map_rows.goal, "client_goal"),
    MapRow("touchpoints", map_rows.touchpoints, "touchpoints"),
    MapRow("feeling", map_rows.feeling),
    MapRow("line", map_rows.line_of_feeling),
    MapRow("pain", map_rows.pain),
    MapRow("served_by", map_rows.served_by),
)


def blocks(scope: Scope) -> Iterator[Piece]:
    """Title and map."""
    head = tuple(title.head(scope))
    yield Wide((*head, *_map(scope, head)), sheet="a3" if _paper(scope) == "a3" else "")


def _paper(scope: Scope) -> str:
    """What does not fit is left out: the large paper is for those who ask for it."""
    return "a3" if scope.map_size == "a3" else "a4"


def _map(scope: Scope, head: Sequence[Block]) -> Iterator[Block]:
    tables = list(map_rows.sheets(route(scope), MOST_STAGES))
    if not tables:
        yield Paragraph(gap(scope, "stages", scope.chain))
        return
    lines = LINES[_paper(scope)] - _over(scope, head) - _ANOTHER * (len(tables) - 1)
    shown = 0
    for sheet in tables:
        heads = columns(scope, sheet)
        letters = widths(heads, LETTERS[_paper(scope)])[1]
        free = _free(scope, sheet, lines / len(tables) - _taller_heads(heads, letters), letters)
        rows = _rows(scope, sheet, free, letters)
        yield Table(heads, tuple(map_rows.rows(scope, sheet, rows)), alt=scope.say("chain.map.title"))
        shown += sum(len(_kept(scope, step, free, letters)) for step in sheet)
    total = sum(len(step.placed) for step in route(scope))
    first = scope.say(f"chain.short.map_{ranked_by(scope)}")
    told = scope.say("chain.short.map_shown", shown=shown, total=total, first=first) if shown < total else ""
    yield from legend(scope, told)


def _over(scope: Scope, head: Sequence[Block]) -> float:
    """Lines that a long title takes from the map."""
    over = 0.0
    for block in head:
        if isinstance(block, Heading | Paragraph):
            share, lines = (_TITLE, 2) if isinstance(block, Heading) else (_UNDER_TITLE, 1)
            over += lines * max(0.0, height([block.content], share * LETTERS[_paper(scope)]) - 1.2)
    return over


def _taller_heads(heads: Sequence[Column], letters: float) -> float:
    """Lines that heads of more than two lines take from the map."""
    return max(0.0, max(height([each.head], letters) for each in heads) - 2.2)


def _free(scope: Scope, sheet: Sequence[StageInChain], lines: float, letters: float) -> int:
    """The lines that the other rows leave to the touchpoints."""
    others = [
        AIR + max(height(row.tell(scope, step), letters) for step in sheet)
        for row in _short_rows(scope, sheet)
        if row.key not in ("touchpoints", "line")
    ]
    drawn = _STRIP if is_drawn(scope) else 0
    return max(_LEAST, int(lines - sum(others) - drawn - AIR))


def _rows(scope: Scope, sheet: Sequence[StageInChain], free: int, letters: float) -> list[MapRow]:
    """The rows of the short map; of the touchpoints as many as fit."""
    fitting = partial(_fitting, free=free, letters=letters)
    return [
        replace(row, tell=fitting) if row.key == "touchpoints" else row for row in _short_rows(scope, sheet)
    ]


def _short_rows(scope: Scope, sheet: Sequence[StageInChain]) -> list[MapRow]:
    roomy = len(sheet) <= _ROOMY[_paper(scope)] and len(route(scope)) <= MOST_STAGES
    most = {"pain": 2, "served_by": 3} if roomy else {"pain": 1, "served_by": 1}
    rows = [_limited(row, most.get(row.key)) for row in _ROWS]
    # The line says where feelings go: in words only what they are now.
    return [
        replace(row, tell=feeling_now) if row.key == "feeling" and is_drawn(scope) else row for row in rows
    ]


def _limited(row: MapRow, most: int | None) -> MapRow:
    """A row of at most so many statements a stage."""
    if most is None:
        return row

    def few(scope: Scope, step: StageInChain) -> Told:
        said = row.tell(scope, step)
        left = len(said) - most
        return said if left <= 0 else (*said[: most - 1], line(said[most - 1], " ", _more(scope, left)))

    return replace(row, tell=few)


def _fitting(scope: Scope, step: StageInChain, free: int, letters: float) -> Told:
    """The touchpoints that matter most, in their order, as many as fit into so many lines."""
    kept = _kept(scope, step, free, letters)
    said = tuple(scored_name(scope, each) for each in step.placed if each.number in kept)
    left = len(step.placed) - len(kept)
    return (*said, _more(scope, left)) if left else said


def _kept(scope: Scope, step: StageInChain, free: int, letters: float) -> set[str]:
    names = (scored_name(scope, each) for each in step.placed)
    room: float = free if height(names, letters, most=free) <= free else free - 1
    kept: set[str] = set()
    for each in weightiest(scope, step.placed):
        room -= height([scored_name(scope, each)], letters)
        if kept and room < 0:
            break
        kept.add(each.number)
    return kept


def _more(scope: Scope, count: int) -> Inlines:
    return quiet(scope.say("chain.short.more", count=count))
