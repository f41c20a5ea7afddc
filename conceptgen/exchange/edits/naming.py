"""A name somebody wrote where a reference is printed → the id of who or what is called so."""

from __future__ import annotations

from collections import defaultdict

from conceptgen.changes.pairing import name_of, normal
from conceptgen.changes.trail import value_at
from conceptgen.model.base import Item, Model
from conceptgen.model.project import Project
from conceptgen.model.references import To
from conceptgen.model.walk import fields_of
from conceptgen.origin import Path


class Names:
    """Everything of an input that has an id, by what it is called."""

    def __init__(self, project: Project) -> None:
        self._ids: defaultdict[str, list[Item]] = defaultdict(list)
        for item in project.relations.by_id.values():
            if name := name_of(item):
                self._ids[_key(name)].append(item)
        self._project = project

    def may_stand(self, at: Path) -> bool:
        """Whether a reference stands at a path."""
        return self._to(at) is not None

    def called(self, name: str, at: Path) -> list[str]:
        """The ids of what is called so and may stand where a reference stands; none where there is no place for one."""
        to = self._to(at)
        found = self._ids.get(_key(name), [])
        return [each.id for each in found if each.id and to is not None and type(each).__name__ in to.kinds]

    def _to(self, path: Path) -> To | None:
        """What the field at a path may refer to, or the field whose list holds it."""
        for end in (len(path), len(path) - 1):
            holder = value_at(self._project, path[: end - 1])
            if end > 0 and isinstance(holder, Model):
                key = path[end - 1]
                return next((to for _, known, to in fields_of(type(holder)) if known == key), None)
        return None


def _key(name: str) -> str:
    return normal(name.replace("\u00ad", "")).rstrip(".")
