"""2. The map: stages side by side, the line of feeling among their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from conceptgen.composition.builders import Piece, Wide, full_grid, h1, lead
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import title
from conceptgen.composition.sections.chain.feeling_line import FEWEST, is_drawn, wanted
from conceptgen.composition.sections.chain.lookups import MOMENT, points, route, span, value
from conceptgen.composition.sections.chain.map_lanes import lanes
from conceptgen.composition.sections.chain.map_rows import MapRow, rows, told_once
from conceptgen.composition.sections.chain.map_sheets import Blocks, plan
from conceptgen.composition.sections.chain.stage_heads import columns
from conceptgen.document.blocks import Block, Paragraph, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.touchpoint_positions import StageInChain


def blocks(scope: Scope) -> Iterator[Piece]:
    """The map: stages side by side on one sheet; on more where one cannot hold them, each with all its signs told."""
    yield from _map(scope, (h1(scope, "chain.map.title"),))


def alone(scope: Scope) -> Iterator[Piece]:
    """The map as a document of its own, under the name of its chain: nothing refers to its tables by number."""
    for each in _map(scope, tuple(title.head(scope))):
        yield replace(each, blocks=tuple(map(_uncaptioned, each.blocks)))


def _uncaptioned(block: Block) -> Block:
    return replace(block, caption=(), anchor="") if isinstance(block, Table) else block


def _map(scope: Scope, head: Blocks) -> Iterator[Wide]:
    way = route(scope)
    if not way:
        yield Wide((*head, Paragraph(gap(scope, "stages", scope.chain))))
        return
    lines = tuple(map(told_once, lanes(scope)))
    made = plan(scope, way, partial(_sheet, scope, head, lines, tuple(legend(scope))))
    for sheet in made.sheets:
        set_so = (
            replace(each, fine=made.setting.fine, lanes=True) if isinstance(each, Table) else each
            for each in sheet
        )
        yield Wide(tuple(set_so), new_page=True, sheet=made.setting.sheet)


def _sheet(
    scope: Scope,
    head: Blocks,
    lines: Sequence[MapRow],
    signs: Blocks,
    way: Sequence[StageInChain],
    number: int,
) -> Blocks:
    """What stands on the sheet of some stages; the first bears the title."""
    opening = (*head, *lead(worst_stages(scope))) if number == 1 else ()
    key = "chain.map_part" if len(way) < len(route(scope)) else "chain.map"
    told = [*rows(scope, way, lines)]
    table = full_grid(scope, key, columns(scope, way), told, number=str(number), **span(way))
    return (*opening, *table, *signs)


_GOOD = 4
"""A feeling from which on nothing is bad anywhere."""


def worst_stages(scope: Scope) -> Inlines:
    """Where the client feels worst, all stages that share the place; nothing where none stands out."""
    way = route(scope)
    felt = [(step, felt) for step in way if (felt := value(scope, step.stage.emotion)) is not None]
    if len(felt) < FEWEST:
        return ()
    worst = min(value for _, value in felt)
    if worst >= _GOOD or all(value == worst for _, value in felt):
        return ()
    names = join([scope.tell("quoted", text=scope.t(s.stage, "name")) for s, value in felt if value == worst])
    return scope.tell("chain.map.lead", stages=names, grade=_number(scope, worst))


def legend(scope: Scope, shown: str = "") -> Iterator[Paragraph]:
    """What the signs of the map mean, as far as they occur; first how much of the chain it shows."""
    placed = points(scope)
    said = [shown] if shown else []
    if any(each.touchpoint.moment_of_truth for each in placed):
        said.append(scope.say("chain.map.moments", sign=MOMENT))
    if any(value(scope, each.touchpoint.scores) is not None for each in placed):
        scale = scope.state.scale
        said.append(
            scope.say("chain.map.scores", min=_number(scope, scale.min), max=_number(scope, scale.max))
        )
    if any(value(scope, step.stage.emotion) is not None for step in route(scope)) or any(
        each is not None for each in wanted(route(scope))
    ):
        said.append(scope.say("chain.map.feelings"))
    if is_drawn(scope):
        aims = any(each is not None for each in wanted(route(scope)))
        said.append(scope.say("chain.map.drawn" if aims else "chain.map.drawn_now"))
    if said:
        yield Paragraph(line(" ".join(said)), "note")


def _number(scope: Scope, value: Decimal) -> str:
    return scope.words.number(value)
