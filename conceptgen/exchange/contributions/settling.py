"""What the file says where participants speak: what all agree on, what was settled, what is still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from conceptgen.exchange.contributions.laying import Union, Value, is_open
from conceptgen.exchange.contributions.things import Spot, is_same, things
from conceptgen.input.workbook.one_line import from_one_line, one_line
from conceptgen.model.assessment import Score
from conceptgen.model.base import Model
from conceptgen.model.contributions import Resolution
from conceptgen.model.naming import NAMING
from conceptgen.model.project import Project
from conceptgen.origin import Path
from conceptgen.rulebook.contributions import is_always_there, is_needed

Outcome = Literal["agreed", "settled", "open"]
BASE = "base"
"""What stood in the file, where a resolution names whose value is right."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value that participants speak of. ``opinions``: by participant, "" for the file itself."""

    address: str
    holder: Spot
    kind: type[Model]
    field: str
    keys: tuple[str, ...]
    opinions: dict[str, Any]
    outcome: Outcome
    stands: Any
    reason: str = ""
    is_required: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """The participants who speak of it."""
        return tuple(filter(None, self.opinions))

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.holder.path if self.field == "" else (*self.holder.path, self.keys[0])


@dataclass
class Settled:
    """All points, what every thing and value comes from by address, and the resolutions that concern nothing."""

    points: list[Point] = field(default_factory=list)
    provenance: dict[str, list[str]] = field(default_factory=dict)
    unused: list[Resolution] = field(default_factory=list)

    @property
    def conflicts(self) -> list[Point]:
        """What nobody has decided."""
        return [each for each in self.points if each.outcome == "open"]


def is_answer(point: Point) -> bool:
    """True unless it only names what is spoken of, or tells whose a score is and of which round."""
    return point.field not in NAMING and (point.kind is not Score or point.field == "")


def settle(union: Union, base: Project, names: dict[str, str]) -> Settled:
    """Decide every value. ``names``: what a resolution may call a participant → his id."""
    resolutions = base.resolutions
    spots = list(things(union.data))
    at = {id(spot.part): spot for spot in spots}
    wished = {each.at: each for each in resolutions}
    result = Settled()
    used: set[str] = set()
    for value in union.values.values():
        holder = at[id(value.holder)]
        address = _address(holder.address, value)
        point = _point(value, (address, holder), wished.get(address), names)
        if address in wished and len(value.opinions()) > 1 and point.outcome == "settled":
            used.add(address)
        value.put(point.stands)
        result.points.append(point)
    result.unused = [each for each in resolutions if each.at not in used]
    kept = {each.at: list(each.by) for each in base.contributions.provenance}
    result.provenance = _provenance(union, spots, result.points, kept)
    return result


def _address(holder: str, value: Value) -> str:
    key = value.keys[0] if value.field else ""
    return ".".join(filter(None, (holder, key)))


def _point(value: Value, at: tuple[str, Spot], wish: Resolution | None, names: dict[str, str]) -> Point:
    opinions = ({} if is_open(value.was) else {"": value.was}) | value.said
    distinct = value.opinions()
    is_required = is_needed(value.kind, value.field)

    def point(outcome: Outcome, stands: Any, reason: str = "") -> Point:
        return Point(*at, value.kind, value.field, value.keys, opinions, outcome, stands, reason, is_required)

    if len(distinct) == 1:
        return point("agreed", value.was if not is_open(value.was) else distinct[0])
    if wish is not None and (chosen := _chosen(value, wish, names)) is not None:
        return point("settled", chosen, str(wish.reason or ""))
    first = next(iter(value.said.values()))
    return point("open", first if value.was is None and _must_be(value) else value.was)


def _chosen(value: Value, wish: Resolution, names: dict[str, str]) -> Any:
    """What a resolution wishes; None where it names nobody who spoke."""
    if wish.participant is not None:
        who = names.get(wish.participant, wish.participant)
        return value.was if who == BASE else value.said.get(who)
    if wish.value is None:
        return None
    told = from_one_line(wish.value)
    if value.field == "" and not isinstance(told, dict):
        return {"value": wish.value} if told is None else None
    return wish.value if told is None else told


def _must_be(value: Value) -> bool:
    """True if what holds it cannot stand without it."""
    if value.field:
        return is_always_there(value.kind, value.field)
    return bool(getattr(value.kind, "needs_form", False) and value.holder.keys() - set(value.keys))


def _provenance(
    union: Union, spots: list[Spot], points: list[Point], kept: dict[str, list[str]]
) -> dict[str, list[str]]:
    """Who named each new thing, and who said each value that does not come from the same as what it is in."""
    addresses = {id(spot.part): spot.address for spot in spots}
    above = {spot.address: spot.above for spot in spots}
    found = dict(kept)
    for own, thing in union.things.items():
        if thing.is_new or addresses[own] in kept:
            found[addresses[own]] = _joined(kept.get(addresses[own], []), thing.named_by)

    def nearest(address: str) -> list[str] | None:
        while address and address not in found:
            address = above[address]
        return found.get(address)

    def note(holder: str, address: str, said: list[str]) -> None:
        if not set(said) <= set(nearest(holder) or ()) or len(said) < len(nearest(holder) or ()):
            found[address] = _joined(kept.get(address, []), said)

    for point in points:
        if "" not in point.opinions and point.outcome != "open":
            said = [who for who, each in point.opinions.items() if is_same(each, point.stands)]
            note(point.holder.address, point.address, said)
    for part, key, said in union.lists.values():
        holder = addresses[id(part)]
        note(holder, ".".join(filter(None, (holder, key))), said)
    order = {spot.address: n for n, spot in enumerate(spots)}
    return dict(sorted(found.items(), key=lambda each: _place(each[0], order)))


def _joined(one: list[str], other: list[str]) -> list[str]:
    return list(dict.fromkeys([*one, *other]))


def _place(address: str, order: dict[str, int]) -> int:
    """Where an address, or the part that holds it, stands in the file."""
    return order.get(address, order.get(address.rpartition(".")[0], 0))


def told(value: Any) -> str:
    """A value on one line, as the file keeps an opinion."""
    return value if isinstance(value, str) else one_line(value)
