"""What an unresolved reference most likely meant: an id mistyped, or the name of the thing instead of its id."""

from __future__ import annotations

from conceptgen.input.check.known_keys import nearest
from conceptgen.input.findings_report import show
from conceptgen.languages import vocabulary
from conceptgen.model.base import Item
from conceptgen.model.naming import NAMING, own_name
from conceptgen.model.project import Project
from conceptgen.model.relations import BUILT_IN
from conceptgen.model.walk import Reference

_SHORT = 60
_PATIENCE = 200
"""Searches for different ids; whoever has more wrong references than this has lost a whole section."""


class Suggestions:
    """Hints for the references of one project."""

    def __init__(self, project: Project, language: str) -> None:
        self._words = vocabulary(language)
        self._hints: dict[tuple[str, tuple[str, ...]], str] = {}
        self._items = [p.part for p in project.relations.places if isinstance(p.part, Item)]

    def kind(self, name: str) -> str:
        """The word for a kind of item."""
        label = (
            self._words["kinds"].get(name)
            or self._words["models"].get(name, name).split("|")[0].strip().lower()
        )
        return str(label)

    def hint(self, ref: Reference) -> str:
        """What to write instead of the reference, found once for every id."""
        key = ref.names, ref.to.kinds
        if key not in self._hints:
            self._hints[key] = self._hint(*key)
        return self._hints[key]

    def named(self, ref: Reference) -> str:
        """The id of the one thing that is called just so; "" where there is none, or more than one, or it has no id."""
        spoken = ref.names.strip().casefold()
        fitting = [
            item
            for item in self._items
            if type(item).__name__ in ref.to.kinds and spoken in _all_labels(item)
        ]
        return (fitting[0].id or "") if len(fitting) == 1 else ""

    def _hint(self, names: str, kinds: tuple[str, ...]) -> str:
        fitting = [item for item in self._items if type(item).__name__ in kinds]
        labels = {_label(item): item.id or "" for item in fitting}
        built_in = [id_ for kind in kinds for id_ in BUILT_IN.get(kind, ())]
        labels |= {self._words["documents"]["built_in"][id_].casefold(): id_ for id_ in built_in}
        ids = list(dict.fromkeys([*(item.id for item in fitting if item.id), *built_in]))
        words = self._words["validation"]["E-REF-01"]
        if len(self._hints) < _PATIENCE:
            label = nearest(names, list(labels))
            if near := nearest(names, ids) or labels.get(label, ""):
                return str(words["near"]).format(near=self._named(near, fitting))
            if label:
                return str(words["unnamed"]).format(label=show(names))
        known = ", ".join(self._named(each, fitting) for each in ids[:8]) + ("…" if len(ids) > 8 else "")
        return str(words["known"]).format(known=known) if ids else str(words["none"])

    def _named(self, id_: str, items: list[Item]) -> str:
        """An id after what it stands for, in words: «Директор» (director)."""
        name = next((own_name(each) for each in items if each.id == id_), "")
        name = name or self._words["documents"]["built_in"].get(id_, "")
        opening, closing = self._words["review"]["quotes"][:2]
        return f"{opening}{show(name, _SHORT)}{closing} ({id_})" if name else f"{opening}{id_}{closing}"


def _all_labels(item: Item) -> list[str]:
    values = (getattr(item, key, None) for key in (*NAMING, "short_name", "person"))
    return [value.casefold() for value in values if isinstance(value, str)]


def _label(item: Item) -> str:
    return own_name(item).casefold()
