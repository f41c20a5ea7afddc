"""Which thing of a contribution is which of the file: by id, by what the participant says, by name within the parent.

Near names are never taken for one: they are proposed to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from conceptgen.changes.pairing import normal
from conceptgen.exchange.contributions.things import Data, is_thing, mark, name_in, part_of, things
from conceptgen.input.workbook.names import slug
from conceptgen.model.base import Model
from conceptgen.model.project import Project
from conceptgen.model.relations import built_in
from conceptgen.model.walk import fields_of

_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Near:
    """Two things whose names are near: ``said`` was added beside ``known``, whether they are one is to be decided."""

    participant: str
    kind: str
    said: str
    known: str
    known_id: str


class Known:
    """The things of the file by id, kept up as it grows."""

    def __init__(self, data: Data) -> None:
        self.by_id: dict[str, tuple[type[Model], Data]] = {}
        self.new: set[str] = set()
        for spot in things(data):
            if isinstance(id_ := spot.part.get("id"), str):
                self.by_id.setdefault(id_, (spot.kind, spot.part))

    def named(self, id_: str, kind: type[Model]) -> Data | None:
        """The thing of this id and kind."""
        found = self.by_id.get(id_)
        return found[1] if found is not None and found[0] is kind else None

    def add(self, kind: type[Model], part: Data, wished: str, name: str) -> str:
        """Take in a new thing: with the id it wishes, or with one made of its name."""
        id_ = wished if wished and wished not in self.by_id else slug(name or wished, self._is_free)
        self.by_id[id_] = kind, part
        self.new.add(id_)
        return id_

    def _is_free(self, id_: str) -> bool:
        return id_ not in self.by_id and not built_in(id_)


def find(part: Data, kind: type[Model], beside: list[Any], known: Known, ids: dict[str, str]) -> Data | None:
    """The entry of a list of the file that a part of a contribution is; ``ids``: his ids → those of the file.

    An id that only another participant uses may mean another thing: then the name has to be the same, too.
    """
    own = str(part.get("id", ""))
    found = known.named(ids.get(own, own), kind)
    if found is not None and (own in ids or own not in known.new or mark(part) == mark(found)):
        return found
    looked_for = mark(part)
    like = [each for each in beside if isinstance(each, dict) and mark(each) == looked_for]
    return like[0] if len(like) == 1 or (like and looked_for[0] == "content") else None


def same_ids(theirs: Data, ours: Data, known: Known, same_as: dict[str, str]) -> dict[str, str]:
    """The ids of a contribution whose things have another id in the file, and what that is.

    A thing that the file does not have keeps its id unless another thing has it.
    """
    ids = dict(same_as)
    for kind, part, other in _pairs(theirs, ours, Project, known, ids):
        own = part.get("id")
        if not isinstance(own, str):
            continue
        if other is None:
            if own in known.by_id and own not in ids:
                ids[own] = slug(name_in(part) or own, lambda id_: id_ not in known.by_id and id_ not in ids)
        elif "id" in other:
            ids[own] = other["id"]
        elif own not in known.by_id:
            other["id"] = own
            known.by_id[own] = kind, other
    return {own: id_ for own, id_ in ids.items() if own != id_}


def _pairs(
    theirs: Data, ours: Data, kind: type[Model], known: Known, ids: dict[str, str]
) -> Iterator[tuple[type[Model], Data, Data | None]]:
    """Every thing of a contribution with what it is in the file."""
    for name, key, _ in fields_of(kind):
        inner, value, other = part_of(kind, name), theirs.get(key), ours.get(key)
        if inner is None or not value:
            continue
        if isinstance(value, dict) and "unknown" not in value:
            yield from _pairs(value, other if isinstance(other, dict) else {}, inner, known, ids)
        elif isinstance(value, list):
            beside = other if isinstance(other, list) else []
            for each in value:
                if isinstance(each, dict) and is_thing(inner):
                    found = find(each, inner, beside, known, ids)
                    yield inner, each, found
                    yield from _pairs(each, found or {}, inner, known, ids)


def renamed(theirs: Data, project: Project, ids: dict[str, str]) -> None:
    """Let a contribution speak of things by the ids of the file."""
    for ref in project.relations.references:
        if ref.names not in ids:
            continue
        *way, last = ref.origin.path
        holder: Any = theirs
        for step in way:
            holder = holder[step]
        if isinstance(last, str) and last == ref.names:
            holder[ids[last]] = holder.pop(last)
        elif holder[last] == ref.names:
            holder[last] = ids[ref.names]


def near(part: Data, kind: type[Model], among: list[tuple[type[Model], Data]], who: str) -> Iterator[Near]:
    """The likest thing of the file that a new one might be."""
    name = name_in(part)
    marks = [
        (_likeness(name, name_in(other)), n)
        for n, (its_kind, other) in enumerate(among)
        if its_kind is kind and other is not part
    ]
    ratio, at = max(marks, default=(0.0, 0), key=lambda each: (each[0], -each[1]))
    if ratio >= _NEAR:
        other = among[at][1]
        yield Near(who, kind.__name__, name, name_in(other), other.get("id", ""))


def _likeness(one: str, other: str) -> float:
    first, second = normal(one).split(), normal(other).split()
    if not first or not second:
        return 0.0
    words = SequenceMatcher(None, first, second, autojunk=False).ratio()
    letters = SequenceMatcher(None, " ".join(sorted(first)), " ".join(sorted(second)), autojunk=False).ratio()
    return max(words, letters - 0.15)
