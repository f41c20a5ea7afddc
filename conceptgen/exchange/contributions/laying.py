"""Contributions laid over one input, one after another: what each says of every value, what each names anew."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from conceptgen.exchange.contributions.matching import Known, Near, find, near
from conceptgen.exchange.contributions.things import (
    CHAPTERS,
    Data,
    figure_keys,
    is_same,
    is_thing,
    mark,
    name_in,
    part_of,
    things,
)
from conceptgen.input.workbook.one_line import from_one_line
from conceptgen.model.assessment import Score
from conceptgen.model.base import Model
from conceptgen.model.contributions import OpenConflict
from conceptgen.model.project import Project
from conceptgen.model.walk import fields_of

_NOT_SAID = ("id", "note")
_UNDECIDED = ("not_checked", "undecided")
"""Listed values that are no answer yet."""


@dataclass
class Value:
    """One value of the file: what stood there and what each participant says, by his id."""

    holder: Data
    kind: type[Model]
    keys: tuple[str, ...]
    field: str
    was: Any
    said: dict[str, Any] = dataclasses.field(default_factory=dict)

    def opinions(self) -> list[Any]:
        """What is said, each opinion once, that of the file first."""
        found: list[Any] = []
        for each in ([] if is_open(self.was) else [self.was]) + list(self.said.values()):
            if not any(is_same(each, other) for other in found):
                found.append(each)
        return found

    def put(self, value: Any) -> None:
        """Let the file say this; None takes the value away."""
        for key in self.keys:
            self.holder.pop(key, None)
        if value is not None:
            self.holder.update(value if self.field == "" else {self.keys[0]: value})


def is_open(value: Any) -> bool:
    """True for no value, and for one that says it is not known yet."""
    return value in (None, *_UNDECIDED) or (isinstance(value, dict) and "unknown" in value)


@dataclass
class Thing:
    """One thing that participants named; ``is_new``: the file did not have it."""

    part: Data
    kind: type[Model]
    is_new: bool
    named_by: list[str] = dataclasses.field(default_factory=list)


class Union:
    """An input that grows by what participants say. ``data`` is changed; nothing that stood there is."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.known = Known(data)
        self.values: dict[tuple[int, tuple[str, ...]], Value] = {}
        self.things: dict[int, Thing] = {}
        self.lists: dict[tuple[int, str], tuple[Data, str, list[str]]] = {}
        self.near: list[Near] = []
        self._assessors: dict[str, str] = {}
        self._meant: dict[str, str] = {}

    def lay(
        self, theirs: Data, made_from: Data | None, who: str, assessor: str, meant: dict[str, str]
    ) -> None:
        """Lay a contribution over it; what the participant found in his workbook already is not his word.

        ``assessor``: whose the scores are that he gives; ``meant``: the ids of the file that he means by his own.
        """
        self._meant = {id_: id_ for id_ in meant.values()}
        self._assessors[who] = assessor
        for name, key, _ in fields_of(Project):
            if key in CHAPTERS and key in theirs:
                self._field(Project, name, key, theirs[key], self.data, made_from or {}, who)

    def recall(self, conflicts: tuple[OpenConflict, ...]) -> None:
        """Take up what an earlier merge left open."""
        parts = {spot.address: (spot.kind, spot.part) for spot in things(self.data)}
        for conflict in conflicts:
            value = _value_at(conflict.at, parts)
            if value is None:
                continue
            for each in conflict.opinions:
                if each.participant:
                    told = from_one_line(each.value)
                    value.said[each.participant] = each.value if told is None else told
            self.values[id(value.holder), value.keys] = value

    def _part(self, kind: type[Model], theirs: Data, ours: Data, before: Data, who: str) -> None:
        forms = figure_keys(kind)
        if any(key in theirs for key in forms):
            said, was, now = ({k: part[k] for k in forms if k in part} for part in (theirs, before, ours))
            self._say(Value(ours, kind, forms, "", now or None), said, was or None, who)
        for name, key, _ in fields_of(kind):
            if key in theirs and key not in forms and key not in _NOT_SAID:
                self._field(kind, name, key, theirs[key], ours, before, who)

    def _field(
        self, kind: type[Model], name: str, key: str, value: Any, ours: Data, before: Data, who: str
    ) -> None:
        inner, was = part_of(kind, name), before.get(key)
        if isinstance(value, list):
            self._list(inner, key, value, ours, was if isinstance(was, list) else [], who)
        elif not isinstance(value, dict) or "unknown" in value:
            self._say(Value(ours, kind, (key,), name, ours.get(key)), value, was, who)
        elif isinstance(held := ours.get(key), dict) and "unknown" in held:
            self._say(Value(ours, kind, (key,), name, held), value, was, who)
        else:
            below, was = ours.setdefault(key, {}), was if isinstance(was, dict) else {}
            if inner is not None:
                self._part(inner, value, below, was, who)
            else:
                for each in value:
                    self._say(
                        Value(below, kind, (each,), name, below.get(each)), value[each], was.get(each), who
                    )
            if not below:
                del ours[key]

    def _say(self, place: Value, value: Any, was: Any, who: str) -> None:
        """Note what a participant says; what he found in his workbook, and what he does not know, is no answer."""
        if was is not None and is_same(value, was):
            return
        if is_open(value) and place.was is not None:
            return
        known = self.values.setdefault((id(place.holder), place.keys), place)
        known.said.setdefault(who, value)
        if is_open(known.was) and len(known.said) == 1:
            known.put(value)

    def _list(
        self, inner: type[Model] | None, key: str, value: list[Any], ours: Data, before: list[Any], who: str
    ) -> None:
        held = ours.setdefault(key, [])
        for each in value:
            if isinstance(each, dict) and inner is not None:
                self._entry(inner, each, held, before, who)
            elif not any(is_same(each, other) for other in before):
                if not any(is_same(each, other) for other in held):
                    held.append(each)
                said = self.lists.setdefault((id(ours), key), (ours, key, []))[2]
                if who not in said:
                    said.append(who)
        if not held:
            del ours[key]

    def _entry(self, kind: type[Model], theirs: Data, held: list[Any], before: list[Any], who: str) -> None:
        was = _same_before(theirs, before)
        if was is not None and _said(theirs) == _said(was):
            return
        if kind is Score and "assessor" not in theirs:
            theirs, was = theirs | {"assessor": self._assessors[who]}, None
        found = find(theirs, kind, held, self.known, self._meant)
        is_new = found is None
        if found is None:
            found, was = self._new(kind, theirs, held, who), None
            held.append(found)
        if is_thing(kind) and was is None:
            thing = self.things.setdefault(id(found), Thing(found, kind, is_new))
            if who not in thing.named_by:
                thing.named_by.append(who)
        self._part(kind, theirs, found, was or {}, who)

    def _new(self, kind: type[Model], theirs: Data, held: list[Any], who: str) -> Data:
        """A thing that the file does not have, with an id of its own; what it may be the same as is noted."""
        made: Data = {}
        own = str(theirs.get("id", ""))
        if is_thing(kind):
            others = [each for each in self.known.by_id.values() if is_thing(each[0])]
            others += [(kind, each) for each in held if isinstance(each, dict) and "id" not in each]
            self.near += near(theirs, kind, others, who)
        if own or is_thing(kind):
            made["id"] = self.known.add(kind, made, own, name_in(theirs))
        return made


def _value_at(address: str, parts: dict[str, tuple[type[Model], Data]]) -> Value | None:
    """The value at an address of the file; None where nothing can stand there."""
    if address in parts and (forms := figure_keys(parts[address][0])):
        kind, part = parts[address]
        return Value(part, kind, forms, "", {key: part[key] for key in forms if key in part} or None)
    holder, _, key = address.rpartition(".")
    if holder not in parts:
        return None
    kind, part = parts[holder]
    name = next((name for name, its_key, _ in fields_of(kind) if its_key == key), "")
    return Value(part, kind, (key,), name, part.get(key)) if name else None


def _said(part: Data) -> Data:
    return {key: value for key, value in part.items() if key not in _NOT_SAID}


def _same_before(theirs: Data, before: list[Any]) -> Data | None:
    """The same entry in what a workbook was made from."""
    own, looked_for = theirs.get("id"), mark(theirs)
    by_id = (each for each in before if isinstance(each, dict) and own and each.get("id") == own)
    by_mark = (each for each in before if isinstance(each, dict) and mark(each) == looked_for)
    return next(by_id, None) or next(by_mark, None)
