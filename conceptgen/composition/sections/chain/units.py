"""4. Who serves at which stage: departments, positions and partners against stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import cell, column, full_grid, group, h2
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import numbers, points, route, servants, span
from conceptgen.composition.sections.chain.map_rows import sheets
from conceptgen.composition.sections.chain.stage_heads import MOST_NARROW, phases, upright
from conceptgen.document.blocks import Block, Cell, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.organization import Role
from conceptgen.model.touchpoint_positions import StageInChain


def blocks(scope: Scope) -> Iterator[Block]:
    """One table, or several where the stages are many."""
    if not servants(points(scope)):
        return
    yield h2(scope, "chain.units.title")
    tables = list(sheets(route(scope), MOST_NARROW))
    key = "chain.units_part" if len(tables) > 1 else "chain.units"
    for number, sheet in enumerate(tables, 1):
        first = column(scope, "chain.columns.unit", 1.0)
        names = (scope.named(party) for party in servants(points(scope)))
        heads, stages = upright(scope, sheet, first, names)
        rows = [*phases(scope, sheet), *_rows(scope, sheet)]
        yield from full_grid(scope, key, heads, rows, number=str(number), **span(sheet))
        yield from stages


def _rows(scope: Scope, sheet: Sequence[StageInChain]) -> Iterator[Row]:
    """Positions under their departments; whoever has none comes last."""
    parties = servants(each for step in sheet for each in step.placed)
    homes = {party: _department(scope, party) for party in parties}
    kept = [home for home in dict.fromkeys(homes.values()) if home]
    for home in (*kept, ""):
        those = [party for party in parties if homes[party] == home]
        if those and kept:
            name = scope.named(home) if home else line(scope.say("chain.units.others"))
            yield group(name, len(sheet) + 1)
        yield from (_row(scope, party, sheet) for party in those)


def _department(scope: Scope, party: str) -> str:
    role = scope.item(party, Role)
    return (role.department or "") if role else ""


def _row(scope: Scope, party: str, sheet: Sequence[StageInChain]) -> Row:
    cells = (cell(_served(step, party)) for step in sheet)
    return Row((Cell((scope.named(party),)), *cells))


def _served(step: StageInChain, party: str) -> Inlines:
    return numbers(each for each in step.placed if party in each.served_or_owned_by)
