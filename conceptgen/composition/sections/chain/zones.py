"""4. Problem zones and hand-overs: where the zones show, by what rules the client is handed over, who serves when."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conceptgen.composition.builders import Piece, cell, columns, full_grid, h1, h2, lead
from conceptgen.composition.lines import join, strong
from conceptgen.composition.names import numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import handovers, heat, units
from conceptgen.composition.sections.chain.heat import Met, Zone, met, zone_name
from conceptgen.composition.sections.chain.lookups import actions, numbers, spoken_name, unrepeated
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """Problem zones and hand-overs along the chain."""
    yield from _section(scope, _zones, heat.blocks, handovers.blocks, units.blocks)


def beside_a_concept(scope: Scope) -> Iterator[Piece]:
    """The same inside a concept, whose own section holds the zones by stage."""
    yield from _section(scope, _zones, handovers.blocks, units.blocks)


def _section(scope: Scope, *parts: Callable[[Scope], Iterator[Block]]) -> Iterator[Piece]:
    said = [block for part in parts for block in part(scope)]
    if said:
        yield h1(scope, "chain.crossings.title")
        yield from said


def _zones(scope: Scope) -> Iterator[Block]:
    found = met(scope)
    if not found:
        return
    yield from lead(_conclusion(scope, found))
    yield h2(scope, "chain.problem_zones.title")
    heads = columns(
        scope,
        ("zone", 1.2),
        ("shows_as", 1.7),
        ("meaning", 1.6),
        ("touchpoints", 2.0),
        ("problems", 1.9),
        ("actions", 1.8),
        of="chain.columns",
    )
    rows = [_row(scope, zone, those) for zone, those in found]
    yield from full_grid(scope, "chain.problem_zones", *stacked(heads, rows, {1: 0, 2: 0}))


def _conclusion(scope: Scope, found: Met) -> Inlines:
    """The zones that show more often than others, each with its touchpoints."""
    most = max(len(those) for _, those in found)
    told = [
        line(scope.tell("quoted", text=zone_name(scope, zone)), " (", numbers(those), ")")
        for zone, those in found
        if len(those) == most
    ]
    return scope.tell("chain.crossings.lead", zones=join(told)) if most > 1 else ()


def _row(scope: Scope, zone: Zone, placed: list[Placed]) -> Row:
    if isinstance(zone, CustomZone):
        said = [scope.t(zone, field) for field in ("name", "shows_as", "client_meaning")]
    else:
        catalogue = (f"zone_catalogue.{zone}.{key}" for key in ("shows_as", "client_meaning"))
        said = [scope.named(zone), *(line(scope.say(key)) for key in catalogue)]
    planned = [numbered(scope, each, scope.t(each, "name")) for each in actions(scope, placed)]
    return Row(
        (
            cell(strong(said[0])),
            cell(said[1]),
            cell(said[2]),
            cell(*(spoken_name(scope, each) for each in placed)),
            cell(*_problems(scope, zone, placed)),
            cell(*planned),
        )
    )


def _problems(scope: Scope, zone: Zone, placed: list[Placed]) -> tuple[Inlines, ...]:
    """The problems at these touchpoints that name the zone, or none."""
    key = zone.id if isinstance(zone, CustomZone) else zone
    problems = (
        scope.t(found, "text")
        for each in placed
        for found in scope.relations.linked(each.touchpoint, ProblemFound)
        if key in found.problem_zones or not found.problem_zones
    )
    return unrepeated(problems)
