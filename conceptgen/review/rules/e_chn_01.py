"""Does something happen at every level of a chain: stage, zone, element, down to the touchpoint?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Stage, Touchpoint, Zone
from conceptgen.review.case import Case
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "E-CHN-01"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """A level skipped all through is told once a chain; a touchpoint may name its element instead of lying in it."""
    for chain in case.project.chains:
        if not chain.stages:
            yield Trouble(chain, variant="chain")
        for stage in chain.stages:
            yield from _empty(case, stage)
        for level, places in (("zone", _without_zones(chain)), ("element", _without_elements(chain))):
            if places and level not in chain.skipped_levels:
                yield Trouble(places[0], variant=f"no_{level}s", values={"count": len(places)})


def _empty(case: Case, stage: Stage) -> Iterator[Trouble]:
    if not (stage.zones or stage.elements or stage.touchpoints):
        yield Trouble(stage, variant="stage")
    elements = [*stage.elements]
    for zone in stage.zones:
        elements += zone.elements
        if not (zone.elements or zone.touchpoints):
            yield Trouble(zone, variant="zone_again" if zone.zone else "zone", values={"stage": stage})
    for element in elements:
        if not (element.touchpoints or case.relations.pointing(element, "element", Touchpoint)):
            yield Trouble(element, variant="element", values={"stage": stage})


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
