"""What makes one input into another: a list of changes in the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from conceptgen.changes.change import Change, Step
from conceptgen.changes.pairing import Pair, name_of, pairs
from conceptgen.changes.plain import Data, plain, short_form_of, terse
from conceptgen.changes.rising import longest_rise
from conceptgen.model.base import FORMS, Figure, Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.references import To
from conceptgen.model.walk import below, fields_of
from conceptgen.origin import Origin


def compare(old: Project, new: Project) -> tuple[Change, ...]:
    """What changed from ``old`` to ``new``, in terms of the field.

    Keys in another order, comments, quotes, short forms and defaults written out are no change; nor is a relation
    (finding ↔ action) told at its other end. Items are recognised by id, then by name within their parent, then by
    likeness (``is_guess``); an item that stands elsewhere was moved, with all it holds.
    """
    comparison = _Comparison(_Side(old), _Side(new))
    found = list(comparison.parts(old, new, _Place(Origin((), ""), ())))
    return tuple(each for each in found if not comparison.is_moved_on(each))


class _Side:
    """One of the two inputs: its items by id with their places, and who is linked with whom."""

    def __init__(self, project: Project) -> None:
        relations = project.relations
        self.items = {
            place.part.id: (place.part, place.origin)
            for place in relations.places
            if isinstance(place.part, Item) and place.part.id
        }
        self._links = {
            frozenset((ref.item.id, ref.names))
            for ref in relations.references
            if ref.to.mutual and ref.item is not None and ref.item.id
        }

    def links(self, holder: Item | None, names: object) -> bool:
        """True if either end says that the two belong together."""
        return holder is not None and frozenset((holder.id, names)) in self._links

    def has(self, part: Item) -> bool:
        """True if an item of this id and kind is here."""
        found = self.items.get(part.id or "")
        return found is not None and type(found[0]) is type(part)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the comparison stands: the place in the old input, the way there, the items that hold it on both sides."""

    at: Origin
    trail: tuple[Step, ...]
    old: Item | None = None
    new: Item | None = None
    short_form: str = ""

    def field(self, model: Model, name: str, key: str) -> _Place:
        step = Step(type(model).__name__, name)
        short_form = short_form_of(type(model), name)
        return replace(self, at=below(self.at, key), trail=(*self.trail, step), short_form=short_form)

    def named(self, name: str) -> tuple[Step, ...]:
        return (*self.trail[:-1], replace(self.trail[-1], name=name))

    def written(self, value: Any) -> Data | None:
        """A value as an author would write it here."""
        return None if value is None or value == () else terse(value, self.short_form)


class _Comparison:
    def __init__(self, before: _Side, after: _Side) -> None:
        self._before, self._after = before, after
        self._moved: set[str] = set()

    def is_moved_on(self, change: Change) -> bool:
        """True if what seems to be removed stands elsewhere now."""
        removed = change.old if change.kind == "remove" else None
        return isinstance(removed, dict) and removed.get("id") in self._moved

    def parts(self, old: Model, new: Model, place: _Place) -> Iterator[Change]:
        """Changes of one part and of all it holds."""
        if isinstance(old, Item) and isinstance(new, Item):
            place = replace(place, old=old, new=new)
        forms = forms_of(type(old))
        if forms:
            yield from _figure(old, new, forms, place)
        for name, key, to in fields_of(type(old)):
            before, after = getattr(old, name), getattr(new, name)
            if name not in forms and before is not after:  # most fields are empty on both sides
                yield from self._field(before, after, to, place.field(old, name, key))

    def _field(self, before: Any, after: Any, to: To | None, place: _Place) -> Iterator[Change]:
        is_part = isinstance(before, Model) and not isinstance(before, Unknown)
        if is_part and type(before) is type(after):
            yield from self.parts(before, after, place)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            yield from self._list(before, after, to, place)
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from _mapping(before, after, place)
        elif before != after and not self._is_told_elsewhere(before, after, to, place):
            yield _set(before, after, place)

    def _is_told_elsewhere(self, before: Any, after: Any, to: To | None, place: _Place) -> bool:
        if to is None or not to.mutual or not (before is None or after is None):
            return False
        names = before or after
        return self._before.links(place.old, names) and self._after.links(place.new, names)

    def _list(
        self, before: Sequence[Any], after: Sequence[Any], to: To | None, place: _Place
    ) -> Iterator[Change]:
        found = pairs(before, after, self._elsewhere(before, after))
        still = longest_rise([pair.new for pair in found.kept])
        for pair in found.kept:
            yield from self._kept(
                before[pair.old], after[pair.new], pair, place, is_moved=pair.new not in still
            )
        for index in found.gone:
            yield from self._gone(before[index], index, to, place)
        for index in found.come:
            yield from self._come(after[index], index, to, place)

    def _elsewhere(self, before: Iterable[Any], after: Iterable[Any]) -> Any:
        """Tells of an item of one list whether its like stands in another place of the other input."""
        here = {id(part): self._after for part in before} | {id(part): self._before for part in after}
        ids = [{part.id for part in side if isinstance(part, Item)} for side in (before, after)]
        both = ids[0] & ids[1]

        def is_elsewhere(part: Any) -> bool:
            return isinstance(part, Item) and part.id not in both and here[id(part)].has(part)

        return is_elsewhere

    def _kept(self, old: Any, new: Any, pair: Pair, place: _Place, *, is_moved: bool) -> Iterator[Change]:
        inside = replace(place, at=_entry(place.at, pair.old, old), trail=place.named(name_of(old)))
        if is_moved:
            yield _move(old, inside, place.at, pair.new)
        if isinstance(old, Model) and type(old) is type(new):
            for each in self.parts(old, new, inside):
                yield replace(each, is_guess=True) if pair.is_guess else each
        elif old != new:
            yield _set(old, new, inside)

    def _gone(self, part: Any, index: int, to: To | None, place: _Place) -> Iterator[Change]:
        if to is None or not (to.mutual and self._after.links(place.new, part)):
            at = _entry(place.at, index, part)
            yield Change("remove", at.path, at.address, place.named(name_of(part)), place.written(part))

    def _come(self, part: Any, index: int, to: To | None, place: _Place) -> Iterator[Change]:
        trail = place.named(name_of(part))
        if isinstance(part, Item) and part.id and self._before.has(part):
            old, origin = self._before.items[part.id]
            self._moved.add(part.id)
            inside = replace(place, at=origin, trail=trail)
            yield _move(old, inside, place.at, index)
            yield from self.parts(old, part, inside)
        elif to is None or not (to.mutual and self._before.links(place.old, part)):
            yield Change("add", place.at.path, place.at.address, trail, new=place.written(part), index=index)


def _figure(old: Model, new: Model, forms: tuple[str, ...], place: _Place) -> Iterator[Change]:
    """A figure changes as a whole: its form, its number, its unit."""
    before, after = _written(old, forms), _written(new, forms)
    if before != after:
        keys = tuple({**before, **after})
        yield Change("set", place.at.path, place.at.address, place.trail, before, after, keys=keys)


def _mapping(before: dict[str, Any], after: dict[str, Any], place: _Place) -> Iterator[Change]:
    for key in {**before, **after}:
        if before.get(key) != after.get(key):
            inside = replace(place, at=below(place.at, key), trail=place.named(key))
            yield _set(before.get(key), after.get(key), inside)


def _set(before: Any, after: Any, place: _Place) -> Change:
    at = place.at
    return Change("set", at.path, at.address, place.trail, place.written(before), place.written(after))


def _move(part: Any, place: _Place, to: Origin, index: int) -> Change:
    return Change(
        "move", place.at.path, place.at.address, place.trail, place.written(part), index=index, to=to.path
    )


def _entry(at: Origin, index: int, part: Any) -> Origin:
    name = part.id if isinstance(part, Item) and part.id else index
    return Origin((*at.path, index), f"{at.address}[{name}]")


@cache
def forms_of(kind: type[Model]) -> tuple[str, ...]:
    """The fields that make up a figure; none for other parts."""
    if not issubclass(kind, Figure):
        return ()
    names = (*FORMS, *kind.other_forms, "max", "done_when", "unit", "per", "currency")
    return tuple(name for name in kind.model_fields if name in names)


def _written(part: Model, names: tuple[str, ...]) -> dict[str, Any]:
    fields = type(part).model_fields
    return {
        fields[name].alias or name: plain(getattr(part, name))
        for name in names
        if getattr(part, name) is not None
    }
