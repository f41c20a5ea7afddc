"""The large map to fill in together, in the design of the map: stages side by side in the tones of their phases.

Where the input has a chain, its stages, their aims and touchpoints stand there already; else everything is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Piece, Wide
from conceptgen.composition.forms import BLANK, to_fill
from conceptgen.composition.lines import join, quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import stage_heads
from conceptgen.composition.sections.chain.lookups import route
from conceptgen.composition.sections.chain.map_rows import sheets
from conceptgen.composition.sections.kit import source
from conceptgen.composition.sections.kit.pieces import whose_map
from conceptgen.composition.sections.kit.steps import has_stickers
from conceptgen.document.blocks import Block, Cell, Column, Heading, Height, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.touchpoint_positions import StageInChain

OPEN_STAGES = 7
"""Columns of a map that nothing is known of yet."""
MOST_STAGES = 8
"""Columns of a sheet that are as wide as a sticker, even before it is enlarged."""
MOST_POINTS = 6
"""Touchpoints written into a stage; the room for more of them is what the map is for."""
_KNOWN = "known"
_OF_STICKERS = ("name", "points", "obstacles", "ideas")
_ROOM: dict[str, Height] = {
    "goal": 11, "does": 9, _KNOWN: 0, "points": 60, "feeling": 9, "obstacles": 28, "ideas": 28, "seen": 9,
    "backstage": 9, "served": 9, "decision": 9,
}  # fmt: skip
"""The rows and their millimetres on the sheet, before it is enlarged: a cell for stickers is higher than one."""
_ROOM_OPEN: dict[str, Height] = {"name": 16, **_ROOM, "does": 13, "seen": 13, "backstage": 13}
"""Those where nothing is written yet: enlarged, the row of the stages takes a sticker."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A sheet a chain, or one that is empty."""
    if not scope.project.chains:
        yield _sheet(scope, (), _open(scope), [])
    for chain in scope.project.chains:
        own = scope.of(chain)
        for steps in sheets(route(own), MOST_STAGES):
            heads = stage_heads.columns(own, steps, Column(line(scope.say("kit.map.stage")), 0.9))
            yield _sheet(scope, scope.t(chain, "name"), heads, steps)


def counted(scope: Scope) -> list[tuple[Inlines, int]]:
    """The chains and how many sheets the map of each takes; one sheet where there is no chain."""
    chains = [
        (scope.t(each, "name"), len([*sheets(route(scope.of(each)), MOST_STAGES)]))
        for each in scope.project.chains
    ]
    return chains or [((), 1)]


def _open(scope: Scope) -> tuple[Column, ...]:
    word = scope.say("kit.map.stage")
    return (Column(line(word), 0.9), *(Column(line(f"{n}.")) for n in range(1, OPEN_STAGES + 1)))


def _sheet(scope: Scope, name: Inlines, heads: tuple[Column, ...], steps: Sequence[StageInChain]) -> Wide:
    rows = [
        Row((Cell((line(_lane(scope, key)),)), *_cells(scope, key, heads, steps)), height=room)
        for key, room in (_ROOM if steps else _ROOM_OPEN).items()
        if steps or key != _KNOWN
    ]
    title: list[Block] = [Heading(1, line(scope.say("kit.map.title")))]
    title += [Heading(2, name)] if name else []
    whose = whose_map(scope)
    how = line(scope.say(f"kit.map.{'how' if has_stickers(scope) else 'how_of_few'}"))
    title += [Paragraph(line(how, " ", whose) if whose else how)]
    return Wide(
        (*title, to_fill(heads, rows, scope.say("kit.map.title"))),
        new_page=True,
        sheet="a3",
    )


def _lane(scope: Scope, key: str) -> str:
    """What a row is called, with the colour of its stickers where there are any."""
    bare = key in _OF_STICKERS and not has_stickers(scope)
    return scope.say(f"kit.map.{'bare_rows' if bare else 'rows'}.{key}", **source.named(scope))


def _cells(
    scope: Scope, key: str, heads: tuple[Column, ...], steps: Sequence[StageInChain]
) -> tuple[Cell, ...]:
    if not steps or key not in ("goal", _KNOWN):
        return (BLANK,) * (len(heads) - 1)
    if key == "goal":
        goals = (scope.t(step.stage, "client_goal") for step in steps)
        return tuple(Cell((each,)) if each else BLANK for each in goals)
    return tuple(Cell((join(_points(scope, step), "; "),)) for step in steps)


def _points(scope: Scope, step: StageInChain) -> Iterator[Inlines]:
    """The first touchpoints of a stage, and how many more there are; which of them decide, the groups find out."""
    for each in step.placed[:MOST_POINTS]:
        yield line(quiet(f"{each.number} "), scope.t(each.touchpoint, "name"))
    if more := len(step.placed[MOST_POINTS:]):
        yield quiet(scope.say("chain.short.more", count=more))
