"""Relations of the input, readable from both ends: the union of what was written at either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from conceptgen.model.base import Item, Model
from conceptgen.model.walk import Place, Reference, below, parts, positions, references
from conceptgen.origin import Origin

I = TypeVar("I", bound=Item)  # noqa: E741 - an item

BUILT_IN = {
    "Component": ("atmosphere", "staff", "product"),
    "ProblemZone": tuple(f"pz{n:02d}" for n in range(1, 11)),
}
"""Ids that exist without being written, by kind; their names live in the language files."""


def built_in(name: str) -> str:
    """The kind of a built-in id, or ""."""
    return next((kind for kind, ids in BUILT_IN.items() if name in ids), "")


@dataclass(frozen=True, eq=False)
class Relations:
    """Who is who, where each part stands, and who is linked with whom."""

    places: tuple[Place, ...]
    references: tuple[Reference, ...]
    by_id: dict[str, Item]
    origins: dict[int, Origin]
    links: dict[int, tuple[Item, ...]]
    zone_links: dict[str, tuple[Item, ...]]
    pointers: dict[tuple[int, str], tuple[Item, ...]]
    told_at: dict[frozenset[int], Origin]
    written: Mapping[int, Model]

    @classmethod
    def of(cls, root: Model) -> Relations:
        """Read all references once."""
        return cls._read(tuple(parts(root)), {})

    def of_projection(self, root: Model, written: Mapping[int, Model]) -> Relations:
        """Those of a project that leaves out parts of this one: every part keeps the address it has here.

        ``written``: the parts of this project that changed ones were, by the identity of these.
        """
        places = (
            replace(place, origin=self.origins[id(whole)], written=whole)
            for place in parts(root)
            if (whole := written.get(id(place.part), place.part))
        )
        return self._read(tuple(places), written)

    @classmethod
    def _read(cls, places: tuple[Place, ...], written: Mapping[int, Model]) -> Relations:
        refs = tuple(references(places))
        by_id = {p.part.id: p.part for p in places if isinstance(p.part, Item) and p.part.id}
        links: defaultdict[int, dict[int, Item]] = defaultdict(dict)
        zones: defaultdict[str, dict[int, Item]] = defaultdict(dict)
        pointers: defaultdict[tuple[int, str], dict[int, Item]] = defaultdict(dict)
        for ref in refs:
            holder, named = ref.item, by_id.get(ref.names)
            if holder is None:
                continue
            if named is None:
                zones[ref.names][id(holder)] = holder
            elif ref.to.mutual:
                links[id(holder)][id(named)] = named
                links[id(named)][id(holder)] = holder
            else:
                pointers[id(named), ref.field][id(holder)] = holder
        told_at: dict[frozenset[int], Origin] = {}
        for ref in refs:
            if ref.to.mutual and ref.item is not None and (named := by_id.get(ref.names)) is not None:
                told_at.setdefault(frozenset((id(ref.item), id(named))), ref.origin)
        order = {id(p.part): n for n, p in enumerate(places)}

        def tidy(found: dict[int, Item]) -> tuple[Item, ...]:
            return tuple(sorted(found.values(), key=lambda item: order[id(item)]))

        return cls(
            places,
            refs,
            by_id,
            {id(p.part): p.origin for p in places},
            {key: tidy(found) for key, found in links.items()},
            {key: tidy(found) for key, found in zones.items()},
            {key: tidy(found) for key, found in pointers.items()},
            told_at,
            written,
        )

    def get(self, name: str, kind: type[I]) -> I | None:
        """The item of this id if it is of this kind."""
        item = self.by_id.get(name)
        return item if isinstance(item, kind) else None

    def linked(self, item: Item, kind: type[I]) -> tuple[I, ...]:
        """Items of a kind linked with this one, whichever end says so, in the order of the input."""
        return tuple(other for other in self.links.get(id(item), ()) if isinstance(other, kind))

    def link_origin(self, one: Item, other: Item) -> Origin | None:
        """Where the input says that two items are linked; the first place of several."""
        return self.told_at.get(frozenset((id(one), id(other))))

    def naming(self, name: str, kind: type[I]) -> tuple[I, ...]:
        """Items of a kind that name a problem zone by id: a built-in one (``pz10``) or the client's own."""
        own = self.by_id.get(name)
        naming = self.links.get(id(own), ()) if own else self.zone_links.get(name, ())
        return tuple(other for other in naming if isinstance(other, kind))

    def pointing(self, item: Item, field: str, kind: type[I]) -> tuple[I, ...]:
        """Items of a kind whose ``field`` names this one (all a role owns: ``pointing(role, "owner", Action)``)."""
        return tuple(other for other in self.pointers.get((id(item), field), ()) if isinstance(other, kind))

    def origin(self, part: Model, field: str, entry: str = "") -> Origin | None:
        """The address of a field of a part, or of one entry of a mapping field.

        None for a part that the input does not write (a default).
        """
        base = self.origins.get(id(part))
        if base is None:
            return None
        field_info = type(part).__pydantic_fields__[
            field
        ]  # at once; ``model_fields`` is looked up anew each time
        own = below(base, field_info.alias or field)
        return below(own, entry) if entry else own

    def entries(self, part: Model, field: str) -> list[Origin | None]:
        """The address of each entry of a list."""
        base = self.origin(part, field)
        places = positions(getattr(part, field), getattr(self.written.get(id(part), part), field))
        return [base and below(base, place) for place in places]
