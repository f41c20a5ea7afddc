"""4. Problem zones and hand-overs: where the zones show, by what rules the client is handed over, who serves when."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.compose.build import Piece, Wide
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections.chain import handovers, units
from conceptgen.compose.sections.chain.readings import actions, points, spoken_name, unrepeated
from conceptgen.compose.sections.chain.words import column, grid, lead, title
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.chain import Touchpoint
from conceptgen.model.placing import Placed
from conceptgen.model.register import CustomZone
from conceptgen.model.relations import BUILT_IN


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 4."""
    parts = [tuple(part(scope)) for part in (_zones, handovers.blocks, units.blocks)]
    if any(parts):
        yield Wide((title(scope, "crossings"), *(block for part in parts for block in part)))


def _zones(scope: Scope) -> Iterator[Block]:
    found = _found(scope)
    if not found:
        return
    met = {each.number for _, those in found for each in those}
    yield lead(scope, "crossings", zones=str(len(found)), touchpoints=str(len(met)))
    yield title(scope, "problem_zones", 2)
    heads = (
        column(scope, "zone", 1.2),
        column(scope, "shows_as", 1.7),
        column(scope, "meaning", 1.6),
        column(scope, "touchpoints", 2.0),
        column(scope, "problems", 1.9),
        column(scope, "actions", 1.8),
    )
    yield from grid(scope, "problem_zones", heads, [_row(scope, zone, those) for zone, those in found])


def _found(scope: Scope) -> list[tuple[str | CustomZone, list[Placed]]]:
    """The zones that show in this chain, ours before the client's own, each with its touchpoints."""
    placed = points(scope)
    found: list[tuple[str | CustomZone, list[Placed]]] = []
    zones: list[str | CustomZone] = [*BUILT_IN["ProblemZone"], *scope.project.custom_zones]
    for zone in zones:
        if isinstance(zone, CustomZone):
            naming = scope.relations.linked(zone, Touchpoint)
        else:
            naming = scope.relations.naming(zone, Touchpoint)
        those = [each for each in placed if any(each.touchpoint is point for point in naming)]
        if those:
            found.append((zone, those))
    return found


def _row(scope: Scope, zone: str | CustomZone, placed: list[Placed]) -> Row:
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
