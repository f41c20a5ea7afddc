"""What the page asks for → changes of the input: fields of a part set, an entry added, removed, moved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from conceptgen.changes import Change
from conceptgen.changes.compare import forms_of
from conceptgen.changes.pairing import name_of
from conceptgen.changes.trail import trail_of, value_at
from conceptgen.input.workbook.figures import figure_in, number_in
from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.input.workbook.names import slug
from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Source
from conceptgen.model.walk import Reference
from conceptgen.model.worded_dates import iso_of
from conceptgen.origin import Path, format_path
from conceptgen.preview.editing.editors import NAMELESS, NEW_ROLE
from conceptgen.preview.editing.spots import NoPlace, data_at, spot_at

CLICK, ASIDE = "click", "aside"
"""Where these changes come from: what was asked for, and what had to go along with it."""
_WORDED = frozenset(("state", "done_when", "date", "unit", "per", "currency", "duration", "unknown"))
"""The keys of a figure that hold no number."""
_ROLES: Path = ("organization", "roles")


class Wishes:
    """Turns wishes about one input into changes of it; whoever is referred to gets an id."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ids: dict[Path, str] = {}
        self._roles: dict[str, str] = {}

    def put(self, at: Path, values: dict[str, Any]) -> tuple[Change, ...]:
        """Fields of a part: each key with its new data, None for nothing. Raises NoPlace."""
        part = spot_at(self._project, at).part
        if part is None:
            raise NoPlace(at)
        found = tuple(self._fields(part, at, data_at(self._project, at), values))
        return (*self._named(), *found)

    def add(self, at: Path, index: int, values: dict[str, Any]) -> tuple[Change, ...]:
        """A new entry of a list. Raises NoPlace."""
        spot = spot_at(self._project, at)
        if not spot.is_list or spot.kind.model is None:
            raise NoPlace(at)
        new = self._new(spot.kind.model, values)
        trail = trail_of(self._project, at)
        name = next((each for each in new.values() if isinstance(each, str)), "")
        trail = (*trail[:-1], replace(trail[-1], name=name))
        count = len(value_at(self._project, at) or ())
        change = Change("add", at, format_path(at), trail, new=new, index=min(index, count), source=CLICK)
        return (*self._named(), change)

    def remove(self, at: Path) -> tuple[Change, ...]:
        """An entry, and whatever refers to what goes with it. Raises NoPlace."""
        entry = self._entry(at)
        gone = Change("remove", at, format_path(at), trail_of(self._project, at), entry, source=CLICK)
        freed = {change.path: change for change in map(self._let_go, self.referring(at))}
        return (*(replace(each, source=ASIDE) for each in freed.values()), gone)

    def move(self, at: Path, index: int) -> tuple[Change, ...]:
        """An entry to another place of its list. Raises NoPlace."""
        entry = self._entry(at)
        trail = trail_of(self._project, at)
        return (Change("move", at, format_path(at), trail, entry, index=index, to=at[:-1], source=CLICK),)

    def verified(self, at: Path) -> tuple[Change, ...]:
        """The mark of the starter taken off an item: it is an example no more. Raises NoPlace."""
        if not isinstance(value_at(self._project, at), Item):
            raise NoPlace(at)
        marks = data_at(self._project, at).get("source", [])
        kept = [each for each in marks if not self._is_starter(each["id"])]
        return (replace(self._set((*at, "source"), kept or None, marks), source=ASIDE),)

    def referring(self, at: Path) -> list[Reference]:
        """The references from elsewhere to what an entry holds."""
        places = self._project.relations.places
        inside = [each.part for each in places if each.origin.path[: len(at)] == at]
        ids = {part.id for part in inside if isinstance(part, Item) and part.id}
        found = self._project.relations.references
        return [each for each in found if each.names in ids and each.origin.path[: len(at)] != at]

    def _is_starter(self, name: str) -> bool:
        source = self._project.relations.get(name, Source)
        return source is not None and source.kind == "starter"

    def _entry(self, at: Path) -> Any:
        spot = spot_at(self._project, at)
        if not isinstance(spot.entry, int):
            raise NoPlace(at)
        return data_at(self._project, at) or name_of(value_at(self._project, at))

    def _let_go(self, reference: Reference) -> Change:
        """A reference goes; where a part is nothing without it (who carries an action out), the part goes."""
        at = reference.origin.path
        holder = spot_at(self._project, at[:-1])
        is_named_so = isinstance(holder.entry, int) and holder.kind.short == reference.field
        if is_named_so or type(reference.holder).model_fields[reference.field].is_required():
            at = next((at[:end] for end in range(len(at) - 1, 0, -1) if isinstance(at[end - 1], int)), at)
        if isinstance(at[-1], int):
            old = data_at(self._project, at) or value_at(self._project, at)
            return Change("remove", at, format_path(at), trail_of(self._project, at), old, source=CLICK)
        return self._set(at, None)

    def _set(self, path: Path, new: Any, old: Any = None) -> Change:
        return Change("set", path, format_path(path), trail_of(self._project, path), old, new, source=CLICK)

    def _fields(
        self, model: type[Model], at: Path, old: dict[str, Any], values: dict[str, Any]
    ) -> Iterator[Change]:
        forms = _keys(model)
        if wished := {key: each for key, each in values.items() if key in forms}:
            yield from self._figure(at, forms, old, wished)
        for key, new in values.items():
            name = name_of_key(model, key)
            if key not in forms and not name:
                raise NoPlace((*at, key))
            if key not in forms:
                yield from self._field(kind_of(model, name), (*at, key), old.get(key), new)

    def _figure(
        self, at: Path, forms: set[str], old: dict[str, Any], wished: dict[str, Any]
    ) -> Iterator[Change]:
        before = {key: each for key, each in old.items() if key in forms}
        after = _as_figure({**before, **wished}, forms)
        is_typed = not wished.get("unit") and "unit" not in before
        if is_typed and after.get("unit") == data_at(self._project, at[:-2]).get("unit"):
            after.pop("unit", None)  # the indicator has said it
        if before != after:
            keys = tuple({**before, **after})
            trail = trail_of(self._project, at)
            yield Change("set", at, format_path(at), trail, before, after, keys=keys, source=CLICK)

    def _field(self, kind: Kind, path: Path, old: Any, new: Any) -> Iterator[Change]:
        new = self._as_written(kind, new)
        is_part = kind.model is not None and kind.model is not Unknown and not kind.is_many
        if kind.model and is_part and isinstance(new, dict) and not _says_unknown(new):
            before = old if isinstance(old, dict) and not _says_unknown(old) else {}
            left = {key: each for key, each in {**before, **new}.items() if each is not None}
            if left and before:
                yield from self._fields(kind.model, path, before, new)
            elif (made := self._new(kind.model, left)) != (old or {}):
                yield self._set(path, made or None, old)
        elif kind.is_many and isinstance(new, list) and isinstance(old, list) and new and old:
            yield from self._entries(path, old, new)
        elif (old or None) != (new or None):
            yield self._set(path, new if new != [] else None, old)

    def _entries(self, path: Path, old: list[Any], new: list[Any]) -> Iterator[Change]:
        """Entries that go and come, where the others keep their order; the whole list anew where they do not."""
        if sorted(map(str, old)) == sorted(map(str, new)) or not all(
            isinstance(each, str) for each in old + new
        ):
            yield from [self._set(path, new, old)] if old != new else []
            return
        trail = trail_of(self._project, path)
        for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            for index in range(start, end):
                at = (*path, index)
                yield Change("remove", at, format_path(at), trail, old[index], source=CLICK)
            for index in range(first, last):
                yield Change("add", path, format_path(path), trail, new=new[index], index=index, source=CLICK)

    def _new(self, model: type[Model], values: dict[str, Any]) -> dict[str, Any]:
        """The data of a new part, without what was left empty."""
        found: dict[str, Any] = {}
        for key, value in values.items():
            name = name_of_key(model, key)
            if not name:
                raise NoPlace((key,))
            kind = kind_of(model, name)
            new = self._as_written(kind, value)
            if kind.model:
                new = self._parts(kind.model, new)
            if new not in (None, "", [], {}):
                found[key] = new
        return _as_figure(found, _keys(model))

    def _parts(self, model: type[Model], value: Any) -> Any:
        """A new part or several, without what was left empty."""
        if isinstance(value, list):
            return [each for each in (self._parts(model, each) for each in value) if each != {}]
        is_part = isinstance(value, dict) and not _says_unknown(value)
        return self._new(model, value) if is_part else value

    def _as_written(self, kind: Kind, value: Any) -> Any:
        """References by id, also to what had none; dates and numbers as the file writes them."""
        if isinstance(value, str) and kind.shape == "date":
            return iso_of(value) or value
        if isinstance(value, str) and kind.shape == "number":
            return number_in(value) or value
        if kind.shape != "reference":
            return value
        if isinstance(value, list):
            return [self._as_written(kind, each) for each in value]
        if isinstance(value, str) and value.startswith(NEW_ROLE):
            return self._new_role(value.removeprefix(NEW_ROLE).strip())
        return self._id_of(value) if isinstance(value, str) and value.startswith(NAMELESS) else value

    def _new_role(self, name: str) -> str | None:
        """The id of a position that the choice of who it is has named; one of that name may be there already."""
        for index, role in enumerate(self._project.organization.roles):
            if role.name.casefold() == name.casefold():
                return role.id or self._id_of(NAMELESS + json.dumps([*_ROLES, index]))
        return self._roles.setdefault(name, self._free_id(name)) if name else None

    def _free_id(self, name: str) -> str:
        taken = {*self._project.relations.by_id, *self._ids.values(), *self._roles.values()}
        return slug(name, lambda made: made not in taken)

    def _id_of(self, nameless: str) -> str:
        try:
            path = steps(json.loads(nameless.removeprefix(NAMELESS)))
        except (ValueError, RecursionError) as fault:
            raise NoPlace(()) from fault
        part = value_at(self._project, path)
        if not isinstance(part, Item):
            raise NoPlace(path)
        if part.id:
            return part.id
        return self._ids.setdefault(path, self._free_id(name_of(part)))

    def _named(self) -> Iterator[Change]:
        """What gets an id because it is referred to, and the positions that are new."""
        for path, name in self._ids.items():
            yield replace(self._set((*path, "id"), name), source=ASIDE)
        count = len(self._project.organization.roles)
        for index, (name, own) in enumerate(self._roles.items(), count):
            new = {"id": own, "name": name}
            trail = trail_of(self._project, _ROLES)
            yield Change("add", _ROLES, format_path(_ROLES), trail, new=new, index=index, source=ASIDE)


def _says_unknown(data: dict[str, Any]) -> bool:
    """A form gives all keys of a figure, «unknown» among them, None for those that are empty."""
    return data.get("unknown") is not None


def _keys(model: type[Model]) -> set[str]:
    """The keys that make up a figure, as the file writes them."""
    return {model.model_fields[name].alias or name for name in forms_of(model)}


def _as_figure(data: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    """A figure without what is empty, its numbers as the file writes them; words typed with a number count."""
    found: dict[str, Any] = {}
    for key, each in data.items():
        if each is None:
            continue
        is_number = key in keys - _WORDED
        if is_number and isinstance(each, str):
            found |= _said(key, each)
        elif is_number and isinstance(each, dict):
            found[key] = {inside: number_in(one) or one for inside, one in each.items() if one}
        else:
            found.setdefault(key, each)
    return found


def _said(key: str, text: str) -> dict[str, Any]:
    """What stands in the field of a number: «18,5» or «18,5 %», the unit with it, or «не более 3 минут»."""
    if number := number_in(text):
        return {key: number}
    said = figure_in(text)
    if key != "value" and "value" in said:
        said[key] = said.pop("value")
    return said or {key: text}


def steps(path: object) -> Path:
    """A path as it came over the wire. Raises NoPlace for what is none."""
    is_path = isinstance(path, list) and all(isinstance(step, str | int) for step in path)
    if not is_path:
        raise NoPlace(())
    return tuple(path)  # type: ignore[arg-type]
