"""Which part of one input is which of another: the path of each in both."""

from __future__ import annotations

from typing import Any

from conceptgen.changes.pairing import pairs
from conceptgen.model.base import Item, Model
from conceptgen.model.project import Project
from conceptgen.model.walk import Place, fields_of
from conceptgen.origin import Path


def places_in(old: Project, new: Project) -> dict[Path, Path]:
    """For each entry of a list of the old input that is also in the new one, its path there."""
    search = _Search(new)
    search.parts(old, new, (), ())
    return search.found


class _Search:
    def __init__(self, new: Project) -> None:
        self.found: dict[Path, Path] = {}
        self._there: dict[str, Place] = {
            place.part.id: place
            for place in new.relations.places
            if isinstance(place.part, Item) and place.part.id
        }

    def parts(self, one: Model, other: Model, at: Path, to: Path) -> None:
        """All that two parts hold."""
        for name, key, _ in fields_of(type(one)):
            before, after = getattr(one, name), getattr(other, name)
            if isinstance(before, Model) and type(before) is type(after):
                self.parts(before, after, (*at, key), (*to, key))
            elif isinstance(before, tuple) and isinstance(after, tuple):
                self._list(before, after, (*at, key), (*to, key))

    def _list(self, before: tuple[Any, ...], after: tuple[Any, ...], at: Path, to: Path) -> None:
        for pair in pairs(before, after, lambda part: isinstance(part, Item) and bool(part.id)).kept:
            self._entry(before[pair.old], after[pair.new], (*at, pair.old), (*to, pair.new))
        for index, part in enumerate(before):
            if isinstance(part, Item) and (twin := self._there.get(part.id or "")) is not None:
                self._entry(part, twin.part, (*at, index), twin.origin.path)

    def _entry(self, one: Any, other: Any, at: Path, to: Path) -> None:
        self.found[at] = to
        if isinstance(one, Model) and type(one) is type(other):
            self.parts(one, other, at, to)
