"""A name somebody wrote where a reference is printed → the id of who or what is called so."""

from __future__ import annotations

from collections import defaultdict

from conceptgen.changes.pairing import name_of, normal
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.model.references import To
from conceptgen.origin import Path


class Names:
    """Everything of an input that has an id, by what it is called."""

    def __init__(self, project: Project) -> None:
        self._ids: defaultdict[str, list[Item]] = defaultdict(list)
        for item in project.relations.by_id.values():
            if name := name_of(item):
                self._ids[_key(name)].append(item)
        self._to: dict[Path, To] = {each.origin.path: each.to for each in project.relations.references}

    def called(self, name: str, at: Path) -> list[str]:
        """The ids of what is called so and may stand where the reference stands."""
        to = self._to.get(at)
        found = self._ids.get(_key(name), [])
        return [each.id for each in found if each.id and (to is None or type(each).__name__ in to.kinds)]


def _key(name: str) -> str:
    return normal(name.replace("\u00ad", "")).rstrip(".")
