"""Problem zones against stages: how many touchpoints each zone shows at; the more, the darker the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from conceptgen.composition.builders import cell, column, full_grid
from conceptgen.composition.lines import strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import numbers, points, route, span
from conceptgen.composition.sections.chain.map_rows import sheets
from conceptgen.composition.sections.chain.stage_heads import MOST_NARROW, phases, upright
from conceptgen.document.blocks import Block, Cell, Paragraph, Row, Table, Tone
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.base import Item
from conceptgen.model.chain import Touchpoint
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.relations import BUILT_IN
from conceptgen.model.touchpoint_positions import Placed, StageInChain

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
Zone = str | CustomZone
Met = list[tuple[Zone, list[Placed]]]
_SOME, _MANY = 2, 3


def met(scope: Scope) -> Met:
    """The zones that show in this chain, ours before the client's own, each with its touchpoints.

    A touchpoint counts when it names the zone, or is named by a verdict on it or a problem found in it.
    """
    found: Met = []
    zones: list[Zone] = [*BUILT_IN["ProblemZone"], *scope.project.custom_zones]
    for zone in zones:
        named = {id(point) for point in _touchpoints(scope, zone)}
        those = [each for each in points(scope) if id(each.touchpoint) in named]
        if those:
            found.append((zone, those))
    return found


def _touchpoints(scope: Scope, zone: Zone) -> Iterator[Touchpoint]:
    yield from _saying(scope, zone, Touchpoint)
    for kind in (ZoneVerdict, ProblemFound):
        for each in _saying(scope, zone, kind):
            yield from scope.relations.linked(each, Touchpoint)


def _saying(scope: Scope, zone: Zone, kind: type[I]) -> tuple[I, ...]:
    relations = scope.relations
    return relations.linked(zone, kind) if isinstance(zone, CustomZone) else relations.naming(zone, kind)


def zone_name(scope: Scope, zone: Zone) -> Inlines:
    """The name of a zone."""
    return scope.t(zone, "name") if isinstance(zone, CustomZone) else scope.named(zone)


def blocks(scope: Scope, prefix: str = "") -> Iterator[Block]:
    """The matrix and what its shades mean; nothing where no zone shows at two stages or more.

    ``prefix`` keeps the anchors of several chains apart where they stand in one section.
    """
    found = met(scope)
    if len({each.stage.name for _, those in found for each in those}) < _SOME:
        return
    tables = list(sheets(route(scope), MOST_NARROW))
    key = "chain.heat_of" if prefix else "chain.heat"
    chain = scope.t(scope.chain, "name")
    for number, sheet in enumerate(tables, 1):
        first = column(scope, "chain.columns.zone", 1.5)
        heads, stages = upright(scope, sheet, first, (zone_name(scope, zone) for zone, _ in found))
        rows = [*phases(scope, sheet), *(_row(scope, zone, those, sheet) for zone, those in found)]
        for block in full_grid(
            scope, key, heads, rows, number=f"{prefix}{number}", chain=chain, **span(sheet)
        ):
            yield replace(block, alt=_alt(scope, found, sheet)) if isinstance(block, Table) else block
        yield from stages
    yield Paragraph(line(scope.say("chain.heat.legend")), "note")


def _row(scope: Scope, zone: Zone, placed: list[Placed], sheet: Sequence[StageInChain]) -> Row:
    cells = (_cell(_at(step, placed)) for step in sheet)
    return Row((cell(strong(zone_name(scope, zone))), *cells))


def _at(step: StageInChain, placed: list[Placed]) -> list[Placed]:
    return [each for each in placed if each.stage is step.stage]


def _cell(placed: list[Placed]) -> Cell:
    """«2» and under it the touchpoints."""
    count = len(placed)
    if not count:
        return cell()
    tone: Tone = "many" if count >= _MANY else "some" if count >= _SOME else "few"
    return cell(strong(line(str(count))), numbers(placed), tone=tone)


def _alt(scope: Scope, found: Met, sheet: Sequence[StageInChain]) -> str:
    listed = []
    for zone, those in found:
        where = [
            f"{step.stage.name} — {scope.words.plural('touchpoint', len(_at(step, those)))}"
            for step in sheet
            if _at(step, those)
        ]
        if where:
            listed.append(f"{plain(zone_name(scope, zone))}: {', '.join(where)}")
    return scope.say("chain.heat.alt", listed="; ".join(listed))
