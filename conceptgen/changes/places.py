"""Which part of one input is which of another: the path of each in both."""

from __future__ import annotations

from typing import Any

from conceptgen.changes.pairing import pairs
from conceptgen.model.base import Item, Model
from conceptgen.model.project import Project
from conceptgen.model.walk import fields_of
from conceptgen.origin import Path


def places_in(old: Project, new: Project) -> dict[Path, Path]:
    """For each entry of a list of the old input that is also in the new one, its path there."""
    there = {
        place.part.id: place
        for place in new.relations.places
        if isinstance(place.part, Item) and place.part.id
    }
    found: dict[Path, Path] = {}

    def parts(one: Model, other: Model, at: Path, to: Path) -> None:
        for name, key, _ in fields_of(type(one)):
            field(getattr(one, name), getattr(other, name), (*at, key), (*to, key))

    def field(one: Any, other: Any, at: Path, to: Path) -> None:
        if isinstance(one, Model) and type(one) is type(other):
            parts(one, other, at, to)
        elif isinstance(one, tuple) and isinstance(other, tuple):
            for pair in pairs(one, other, lambda part: isinstance(part, Item) and bool(part.id)).kept:
                entry(one[pair.old], other[pair.new], (*at, pair.old), (*to, pair.new))
            for index, part in enumerate(one):
                if isinstance(part, Item) and (twin := there.get(part.id or "")) is not None:
                    entry(part, twin.part, (*at, index), twin.origin.path)

    def entry(one: Any, other: Any, at: Path, to: Path) -> None:
        found[at] = to
        if isinstance(one, Model) and type(one) is type(other):
            parts(one, other, at, to)

    parts(old, new, (), ())
    return found
