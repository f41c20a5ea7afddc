"""Does something happen at every level of a chain: stage, zone, element, down to the touchpoint?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Element, Stage, Touchpoint, Zone
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-CHN-01"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """A level skipped all through is told once a chain; a touchpoint may name its element instead of lying in it."""
    for chain in context.project.chains:
        if not chain.stages:
            yield Violation(chain, variant="chain", values={"missing": FieldName(chain, "stages")})
        for stage in chain.stages:
            yield from _empty(context, stage)
        for level, places in (("zone", _without_zones(chain)), ("element", _without_elements(chain))):
            if places and level not in chain.skipped_levels:
                yield Violation(places[0], variant=f"no_{level}s", values={"count": len(places)})


def _empty(context: RuleContext, stage: Stage) -> Iterator[Violation]:
    shared = context.relations.linked(stage, Touchpoint)
    if not (stage.zones or stage.elements or stage.touchpoints or shared):
        yield Violation(stage, variant="stage", values=_values(stage, stage))
    elements = [*stage.elements]
    for zone in stage.zones:
        elements += zone.elements
        if not (zone.elements or zone.touchpoints):
            yield (
                Violation(zone, variant="zone_again", values={"stage": stage})
                if zone.zone
                else Violation(zone, variant="zone", values=_values(zone, stage))
            )
    for element in elements:
        if not (element.touchpoints or context.relations.pointing(element, "element", Touchpoint)):
            yield Violation(element, variant="element", values=_values(element, stage))


def _values(place: Stage | Zone | Element, stage: Stage) -> dict[str, object]:
    return {"stage": stage, "missing": FieldName(place, "touchpoints")}


def _without_zones(chain: Chain) -> list[Stage]:
    return [stage for stage in chain.stages if not stage.zones and (stage.elements or stage.touchpoints)]


def _without_elements(chain: Chain) -> list[Stage | Zone]:
    """Stages and zones of which no touchpoint has an element; a zone of another stage has those of its own."""
    zones = (zone for stage in chain.stages for zone in stage.zones if not zone.zone)
    places: tuple[Stage | Zone, ...] = (*chain.stages, *zones)
    return [
        place
        for place in places
        if place.touchpoints and not place.elements and not any(point.element for point in place.touchpoints)
    ]
