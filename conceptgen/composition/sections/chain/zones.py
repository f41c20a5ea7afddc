"""4. Problem zones and hand-overs: where the zones show, by what rules the client is handed over, who serves when."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import handovers, heat, units
from conceptgen.composition.sections.chain.heat import Zone, met
from conceptgen.composition.sections.chain.lookups import actions, spoken_name, unrepeated
from conceptgen.composition.sections.chain.words import column, grid, lead, title
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 4."""
    yield from _section(scope, _zones, heat.blocks, handovers.blocks, units.blocks)


def beside_a_concept(scope: Scope) -> Iterator[Piece]:
    """The same inside a concept, whose own section holds the zones by stage."""
    yield from _section(scope, _zones, handovers.blocks, units.blocks)


def _section(scope: Scope, *parts: Callable[[Scope], Iterator[Block]]) -> Iterator[Piece]:
    said = [block for part in parts for block in part(scope)]
    if said:
        yield title(scope, "crossings")
        yield from said


def _zones(scope: Scope) -> Iterator[Block]:
    found = met(scope)
    if not found:
        return
    numbers = {each.number for _, those in found for each in those}
    yield lead(scope, "crossings", zones=str(len(found)), touchpoints=str(len(numbers)))
    yield title(scope, "problem_zones", 2)
    heads = (
        column(scope, "zone", 1.2),
        column(scope, "shows_as", 1.7),
        column(scope, "meaning", 1.6),
        column(scope, "touchpoints", 2.0),
        column(scope, "problems", 1.9),
        column(scope, "actions", 1.8),
    )
    rows = [_row(scope, zone, those) for zone, those in found]
    yield from grid(scope, "problem_zones", *stacked(heads, rows, {1: 0, 2: 0}))


def _row(scope: Scope, zone: Zone, placed: list[Placed]) -> Row:
    if isinstance(zone, CustomZone):
        said = [scope.t(zone, field) for field in ("name", "shows_as", "client_meaning")]
    else:
        catalogue = (f"zone_catalogue.{zone}.{key}" for key in ("shows_as", "client_meaning"))
        said = [scope.named(zone), *(line(scope.say(key)) for key in catalogue)]
    planned = [scope.t(each, "name") for each in actions(scope, placed)]
    return Row(
        (
            scope.cell(scope.strong(said[0])),
            scope.cell(said[1]),
            scope.cell(said[2]),
            scope.cell(*(spoken_name(scope, each) for each in placed)),
            scope.cell(*_problems(scope, placed)),
            scope.cell(*planned),
        )
    )


def _problems(scope: Scope, placed: list[Placed]) -> tuple[Inlines, ...]:
    problems = (
        scope.t(found, "text")
        for each in placed
        for found in scope.relations.linked(each.touchpoint, ProblemFound)
    )
    return unrepeated(problems)
