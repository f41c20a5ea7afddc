"""Walking the input: every item with its path and address, every reference with what it may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from conceptgen.model.base import Citation, Item, Model
from conceptgen.model.references import To, target
from conceptgen.origin import Origin


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the input and where it stands. ``item`` is the nearest item that holds it (or itself)."""

    part: Model
    origin: Origin
    item: Item | None


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


def below(origin: Origin, *steps: str | int) -> Origin:
    """The origin of something inside: by key, by index."""
    path, address = origin.path, origin.address
    for step in steps:
        path += (step,)
        address += f"[{step}]" if isinstance(step, int) else f".{step}" if address else step
    return Origin(path, address)


def parts(root: Model) -> Iterator[Place]:
    """Every part of the input in its order, the root first."""
    yield from _parts(root, Origin((), ""), None)


def _parts(part: Model, origin: Origin, item: Item | None) -> Iterator[Place]:
    holder = part if isinstance(part, Item) else item
    yield Place(part, origin, holder)
    for name, key, _ in fields_of(type(part)):
        yield from _inside(getattr(part, name), below(origin, key), holder)


def _inside(value: Any, origin: Origin, item: Item | None) -> Iterator[Place]:
    if isinstance(value, Model):
        yield from _parts(value, origin, item)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, Model):
                yield from _parts(each, _numbered(origin, index, each), item)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _inside(each, below(origin, key), item)


def _numbered(origin: Origin, index: int, part: Model) -> Origin:
    name = part.id if isinstance(part, Item | Citation) and part.id else str(index)
    return Origin((*origin.path, index), f"{origin.address}[{name}]")


def references(root: Model) -> Iterator[Reference]:
    """Every reference of the input in its order; stated unknowns are none."""
    for place in parts(root):
        for name, key, to in fields_of(type(place.part)):
            if to is not None:
                value = getattr(place.part, name)
                yield from _references(place, name, to, value, below(place.origin, key))


def _references(place: Place, field: str, to: To, value: Any, origin: Origin) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(place.part, place.item, field, value, to, origin)
    elif isinstance(value, tuple | dict):
        for index, each in enumerate(value):
            if isinstance(each, str):
                step = index if isinstance(value, tuple) else each
                yield Reference(place.part, place.item, field, each, to, below(origin, step))
