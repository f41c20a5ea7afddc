"""Where each touchpoint of a chain stands, its number, and what it inherits: zone → element → touchpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain as joined
from itertools import count
from weakref import WeakKeyDictionary

from conceptgen.model.base import Unknown
from conceptgen.model.chain import Carried, Chain, Element, Stage, Standard, Touchpoint, Zone
from conceptgen.model.relations import Relations

NOT_MET = ("remove", "not_applicable")
"""Decisions on touchpoints that nobody is to meet."""
Standing = tuple[Element | None, Touchpoint]
"""A touchpoint and the element it belongs to."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A touchpoint in its place. ``zone`` is the one that has the name, also where a stage only refers to it.

    ``above`` are the levels it inherits from, the nearest first.
    """

    number: str
    touchpoint: Touchpoint
    stage: Stage
    zone: Zone | None
    element: Element | None
    above: tuple[Carried, ...]

    @property
    def is_met(self) -> bool:
        """True unless it is to go or does not apply."""
        return self.touchpoint.decision not in NOT_MET

    def holder(self, field: str) -> Carried:
        """The nearest level that says it; the touchpoint itself where none does."""
        for level in (self.touchpoint, *self.above):
            if getattr(level, field):
                return level
        return self.touchpoint

    @property
    def owner(self) -> str | Unknown | None:
        """Who answers for it."""
        return self.holder("owner").owner

    @property
    def served_by(self) -> tuple[str, ...]:
        """Who does it."""
        return self.holder("served_by").served_by

    @property
    def served_or_owned_by(self) -> tuple[str, ...]:
        """Who does it; whoever answers for it where nobody else is named."""
        return self.served_by or ((self.owner,) if isinstance(self.owner, str) else ())

    @property
    def channels(self) -> tuple[str, ...]:
        """Through what it happens."""
        return self.holder("channels").channels

    @property
    def standard(self) -> tuple[Standard, ...]:
        """What is promised."""
        return self.holder("standard").standard


@dataclass(frozen=True, slots=True)
class ZoneInStage:
    """A zone of a stage and what happens in it there; an element or the stage itself where zones are skipped.

    ``written`` is the zone as the stage writes it; ``bare`` are elements in which nothing happens yet.
    """

    number: str
    written: Zone | None
    zone: Zone | None
    element: Element | None
    placed: tuple[Placed, ...]
    bare: tuple[Element, ...] = ()

    @property
    def is_reused(self) -> bool:
        """True if the zone belongs to another stage."""
        return self.written is not self.zone


@dataclass(frozen=True, slots=True)
class StageInChain:
    """A stage with its number and its spots."""

    number: int
    stage: Stage
    zones: tuple[ZoneInStage, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Its touchpoints in order."""
        return tuple(joined.from_iterable(spot.placed for spot in self.zones))


def steps(chain: Chain, relations: Relations) -> tuple[StageInChain, ...]:
    """The stages of a chain in order, every touchpoint in its place."""
    known = _known.setdefault(relations, {})
    if id(chain) not in known:
        stages = enumerate(chain.stages, 1)
        found = (StageInChain(n, stage, tuple(_zones_of(n, stage, relations))) for n, stage in stages)
        known[id(chain)] = chain, tuple(found)
    return known[id(chain)][1]


_known: WeakKeyDictionary[Relations, dict[int, tuple[Chain, tuple[StageInChain, ...]]]] = WeakKeyDictionary()
"""Every section of every document asks for them. The chain is kept, so that no other gets its number."""


def touchpoints(chain: Chain, relations: Relations) -> tuple[Placed, ...]:
    """Every touchpoint of a chain in order."""
    return tuple(joined.from_iterable(step.placed for step in steps(chain, relations)))


def _zones_of(number: int, stage: Stage, relations: Relations) -> Iterator[ZoneInStage]:
    """Zones, then elements without a zone, then touchpoints of the stage itself; numbers run on."""
    numbers = count(1)
    for zone in stage.zones:
        yield _in_zone(f"{number}.{next(numbers)}", stage, zone, relations)
    for element in stage.elements:
        own = f"{number}.{next(numbers)}"
        placed = _place(own, stage, None, ((element, each) for each in element.touchpoints))
        yield ZoneInStage(own, None, None, element, placed)
    if stage.touchpoints:
        standing = _referring(stage.touchpoints, relations)
        placed = _place(str(number), stage, None, standing, first=next(numbers))
        yield ZoneInStage(str(number), None, None, None, placed)


def _in_zone(number: str, stage: Stage, written: Zone, relations: Relations) -> ZoneInStage:
    inside = ((element, each) for element in written.elements for each in element.touchpoints)
    standing = joined(inside, _referring(written.touchpoints, relations))
    bare = tuple(element for element in written.elements if not element.touchpoints)
    home = _home(written, relations)
    return ZoneInStage(number, written, home, None, _place(number, stage, written, standing, home), bare)


def _home(written: Zone, relations: Relations) -> Zone:
    """The zone that has the name; zones that refer to each other in a circle end at the last one met."""
    zone, met = written, {id(written)}
    while zone.name is None and zone.zone:
        named = relations.get(zone.zone, Zone)
        if named is None or id(named) in met:
            break
        zone = named
        met.add(id(zone))
    return zone


def _referring(touchpoints: Iterable[Touchpoint], relations: Relations) -> Iterator[Standing]:
    return ((relations.get(each.element, Element) if each.element else None, each) for each in touchpoints)


def _place(
    number: str,
    stage: Stage,
    written: Zone | None,
    standing: Iterable[Standing],
    home: Zone | None = None,
    *,
    first: int = 1,
) -> tuple[Placed, ...]:
    zones = [each for each in (written, home if home is not written else None) if each]
    return tuple(
        Placed(
            f"{number}.{index}", each, stage, home, element, tuple([element, *zones] if element else zones)
        )
        for index, (element, each) in enumerate(standing, first)
    )
