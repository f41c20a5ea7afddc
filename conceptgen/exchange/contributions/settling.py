"""What the file says where participants speak: what all agree on, what was settled, what is still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from conceptgen.exchange.contributions.laying import Union, Value, is_open
from conceptgen.exchange.contributions.things import Spot, is_same, things
from conceptgen.input.workbook.one_line import from_one_line, one_line
from conceptgen.model.base import Model
from conceptgen.model.contributions import Resolution

Outcome = Literal["agreed", "settled", "open"]
_NEEDED = {
    "Touchpoint": ("owner", "standard"),
    "Goal": ("owner", "horizon"),
    "Action": ("owner", "deadline", "deliverable"),
    "Indicator": ("unit", "direction", "baseline", "owner", "method", "frequency", "data_source"),
    "Governance": ("sponsor", "manager"),
    "Stage": ("phase",),
}
"""Fields that an approved document cannot do without, beside those that no input can."""
BASE = "base"
"""What stood in the file, where a resolution names whose value is right."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value that participants speak of. ``opinions``: by participant, "" for the file itself."""

    address: str
    holder: str
    kind: type[Model]
    field: str
    keys: tuple[str, ...]
    opinions: dict[str, Any]
    outcome: Outcome
    stands: Any
    reason: str = ""
    is_required: bool = False


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


def settle(union: Union, resolutions: tuple[Resolution, ...], names: dict[str, str]) -> Settled:
    """Decide every value. ``names``: what a resolution may call a participant → his id."""
    spots = list(things(union.data))
    addresses = {id(spot.part): spot.address for spot in spots}
    wished = {each.at: each for each in resolutions}
    result = Settled()
    used: set[str] = set()
    for value in union.values.values():
        holder = addresses[id(value.holder)]
        address = _address(holder, value)
        point = _point(value, (address, holder), wished.get(address), names)
        if address in wished and len(value.opinions()) > 1 and point.outcome == "settled":
            used.add(address)
        value.put(point.stands)
        result.points.append(point)
    result.unused = [each for each in resolutions if each.at not in used]
    result.provenance = _provenance(union, spots, result.points)
    return result


def _address(holder: str, value: Value) -> str:
    key = value.keys[0] if value.field else ""
    return ".".join(filter(None, (holder, key)))


def _point(value: Value, at: tuple[str, str], wish: Resolution | None, names: dict[str, str]) -> Point:
    opinions = ({} if is_open(value.was) else {"": value.was}) | value.said
    distinct = value.opinions()
    is_required = _is_required(value)

    def point(outcome: Outcome, stands: Any, reason: str = "") -> Point:
        return Point(
            *at, value.kind, value.field, value.keys, opinions, outcome, stands, reason, is_required
        )

    if len(distinct) == 1:
        return point("agreed", value.was if not is_open(value.was) else distinct[0])
    if wish is not None and (chosen := _chosen(value, wish, names)) is not None:
        return point("settled", chosen, str(wish.reason or ""))
    first = next(iter(value.said.values()))
    return point("open", value.was if value.was is not None or not _must_be(value) else first)


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
    """True if no input may lack it."""
    return bool(value.field) and value.kind.model_fields[value.field].is_required()


def _is_required(value: Value) -> bool:
    return _must_be(value) or value.field in _NEEDED.get(value.kind.__name__, ())


def _provenance(union: Union, spots: list[Spot], points: list[Point]) -> dict[str, list[str]]:
    """Who named each new thing, and who said each value that does not come from the same as what it is in."""
    addresses = {id(spot.part): spot.address for spot in spots}
    above = {spot.address: spot.above for spot in spots}
    found = {addresses[key]: thing.named_by for key, thing in union.things.items() if thing.is_new}

    def nearest(address: str) -> list[str] | None:
        while address and address not in found:
            address = above[address]
        return found.get(address)

    def note(holder: str, address: str, said: list[str]) -> None:
        if said and said != nearest(holder):
            found[address] = said

    for point in points:
        if "" not in point.opinions and point.outcome != "open":
            said = [who for who, each in point.opinions.items() if is_same(each, point.stands)]
            note(point.holder, point.address, said)
    for holder, key, said in union.lists.values():
        at = addresses[id(holder)]
        note(at, ".".join(filter(None, (at, key))), said)
    order = {spot.address: n for n, spot in enumerate(spots)}
    return dict(sorted(found.items(), key=lambda each: _place(each[0], order)))


def _place(address: str, order: dict[str, int]) -> int:
    """Where an address, or the part that holds it, stands in the file."""
    return order.get(address, order.get(address.rpartition(".")[0], 0))


def told(value: Any) -> str:
    """A value on one line, as the file keeps an opinion."""
    return value if isinstance(value, str) else one_line(value)

