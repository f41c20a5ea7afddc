"""Walking the input: every item with its path and address, every reference with what it may name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.references import UNKNOWN, To, target
from conceptgen.origin import Origin


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the input and where it stands. ``item`` is the nearest item that holds it (or itself).

    ``written``: the part as the input has it, where this is what a projection left of it.
    """

    part: Model
    origin: Origin
    item: Item | None
    written: Model | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: who holds it, by which field, what it names, where it is written."""

    holder: Model
    item: Item | None
    field: str
    names: str
    to: To
    origin: Origin


@cache
def fields_of(kind: type[Model]) -> tuple[tuple[str, str, To | None], ...]:
    """(name, key in the input, reference target) of each field of a model."""
    return tuple(
        (name, info.alias or name, target(info.annotation, tuple(info.metadata)))
        for name, info in kind.model_fields.items()
    )


def key_of(kind: type[Model], field: str) -> str:
    """The key of a field in the input; "" for no field."""
    return next((key for name, key, _ in fields_of(kind) if name == field), "")


def models_in(annotation: Any) -> list[type[Model]]:
    """The models that may stand where a field is annotated so."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def models_below(root: type[Model]) -> list[type[Model]]:
    """The models that an input of the root may hold, at any depth; each once."""
    found: dict[type[Model], None] = {}
    rest = [root]
    while rest:
        for info in rest.pop().model_fields.values():
            new = [each for each in models_in(info.annotation) if each not in found]
            found |= dict.fromkeys(new)
            rest += new
    return list(found)


@cache
def _holding(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields that may hold parts: few, and the walk spares the rest."""
    fields = kind.model_fields
    return tuple((name, key) for name, key, _ in fields_of(kind) if models_in(fields[name].annotation))


@cache
def _referring(kind: type[Model]) -> tuple[tuple[str, str, To], ...]:
    return tuple((name, key, to) for name, key, to in fields_of(kind) if to is not None)


def below(origin: Origin, *steps: str | int) -> Origin:
    """The origin of something inside: by key, by index."""
    address = origin.address
    for step in steps:
        address += f"[{step}]" if isinstance(step, int) else f".{step}" if address else step
    return Origin(origin.path + steps, address)


def parts(root: Model) -> list[Place]:
    """Every part of the input in its order, the root first."""
    found: list[Place] = []
    _collect(root, Origin((), ""), None, found)
    return found


def _collect(part: Model, origin: Origin, item: Item | None, found: list[Place]) -> None:
    if isinstance(part, Unknown) and origin.path[-1] != "unknown":
        origin = below(origin, "unknown")
    holder = part if isinstance(part, Item) else item
    found.append(Place(part, origin, holder))
    for name, key in _holding(type(part)):
        if name in part.model_fields_set:  # a default stands nowhere in the input
            _collect_inside(getattr(part, name), below(origin, key), holder, found)


def _collect_inside(value: Any, origin: Origin, item: Item | None, found: list[Place]) -> None:
    if isinstance(value, Model):
        _collect(value, origin, item, found)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, Model):
                _collect(each, _numbered(origin, index, each), item, found)
    elif isinstance(value, dict):
        for key, each in value.items():
            _collect_inside(each, below(origin, key), item, found)


def _numbered(origin: Origin, index: int, part: Model) -> Origin:
    name = part.id if isinstance(part, Item) and part.id else str(index)
    return Origin((*origin.path, index), f"{origin.address}[{name}]")


def references(places: Iterable[Place]) -> Iterator[Reference]:
    """Every reference of these parts in their order; stated unknowns are none."""
    for place in places:
        for name, key, to in _referring(type(place.part)):
            if value := getattr(place.part, name):
                yield from _references(place, name, to, value, below(place.origin, key))


def _references(place: Place, field: str, to: To, value: Any, origin: Origin) -> Iterator[Reference]:
    if isinstance(value, str) and value != UNKNOWN:
        yield Reference(place.part, place.item, field, value, to, origin)
    elif isinstance(value, tuple | dict):
        steps = positions(value, getattr(place.written or place.part, field))
        for step, each in zip(steps, value, strict=True):
            if isinstance(each, str) and each != UNKNOWN:
                yield Reference(place.part, place.item, field, each, to, below(origin, step))


def positions(left: Any, written: Any) -> list[Any]:
    """Where the entries that are left of a list stand in it as it is written; of a mapping, its keys."""
    if isinstance(left, dict):
        return list(left)
    found: list[int] = []
    for each in left:
        after = found[-1] + 1 if found else 0
        found.append(written.index(each, after) if left is not written else after)
    return found
