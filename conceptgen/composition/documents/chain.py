"""The document of one chain: the whole, two pages of it, its map alone."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, annex, front, thesis
from conceptgen.composition.sections import contents, unprinted
from conceptgen.composition.sections.chain import (
    chain_map,
    changes,
    checks,
    citations,
    general,
    indicators,
    key_points,
    short_map,
    stages,
    title,
    without_concept,
    zones,
)

FULL = Variant(
    runs=(
        (front(title.page, key="cover"),),
        (front(contents.blocks),),
        (
            front(without_concept.blocks, key="organization"),
            Place(general.blocks),
            Place(chain_map.blocks, key="map"),
            Place(stages.blocks),
            Place(zones.blocks),
            Place(indicators.blocks),
            Place(checks.blocks),
            Place(changes.blocks),
        ),
        (
            annex(citations.blocks, key="sources"),
            annex(without_concept.positions, key="roles"),
            annex(without_concept.papers, key="agreement"),
        ),
    ),
    rest=unprinted.of_chain,
    shrinks=True,
)
"""One chain whole: its map, each touchpoint in full once, problem zones, hand-overs, indicators, checks, what changes.

Leaves out: notes, ids, drawbacks of the way the chain was built; what the concept says beyond the touchpoints of this
chain (how indicators are measured, causes, programme); other chains; sources where the chain cites none.
"""

SHORT = Variant(
    runs=((front(short_map.blocks, key="map"),), (thesis(key_points.blocks),)),
)
"""One page with the map, one with the key touchpoints, weak points and what we do; both on their side.

Leaves out: touchpoints that do not fit the map (counted there) and those beyond the fifteen that matter most; zones,
elements, how we do it in view and behind the scenes, all standards of a touchpoint but the first; hand-overs, problem
zones, indicators; weak points after the fifth; sources, remarks, photographs.
"""

MAP = Variant(runs=((front(chain_map.alone, key="map"),),))
"""The map alone, on one sheet, for a wall or a slide.

Leaves out: everything that stands in no lane of the map.
"""

VARIANTS = {"map": MAP, "short": SHORT, "full": FULL}
