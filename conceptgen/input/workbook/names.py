"""What a cell calls a thing instead of its id: its name, where no other thing that may stand there is called so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from conceptgen.input.workbook.kinds import kind_of
from conceptgen.languages import vocabulary
from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.naming import NAMING
from conceptgen.model.project import Project
from conceptgen.model.relations import BUILT_IN
from conceptgen.model.scalars import is_id

Data = Any
"""Plain data of the input: texts, lists, mappings."""
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)),
        **{"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
        **{"ъ": "", "ь": "", "ю": "yu", "я": "ya"},
    }
)
_LONGEST_ID = 24
_CAUSE = "Cause"


def normal(text: str) -> str:
    """A name without what does not tell one from another."""
    text = text.casefold().replace("ё", "е")
    return " ".join(re.sub(r"[«»„“”\"'‘’]", "", re.sub(r"[–—−‑]", "-", text)).split())


def name_in(item: Data) -> str:
    """What an item of plain data is called; "" for a nameless one."""
    return next((item[key] for key in NAMING if isinstance(item.get(key), str)), "")


def items_in(data: Data, model: type[Model] = Project) -> Iterator[tuple[type[Model], dict[str, Data]]]:
    """Every item of the plain data of a model, in its order."""
    if issubclass(model, Item):
        yield model, data
    for key, inner in _parts_of(model):
        value = data.get(key)
        if value is None:
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from items_in(each, inner)


@cache
def _parts_of(model: type[Model]) -> tuple[tuple[str, type[Model]], ...]:
    """The keys that hold parts, and of what model."""
    found = ((info.alias or name, kind_of(model, name).model) for name, info in model.model_fields.items())
    return tuple((key, inner) for key, inner in found if inner is not None and inner is not Unknown)


@dataclass
class Names:
    """The things of one input by what they are called; ``make_ids`` gives an id to what is named and has none."""

    language: str
    make_ids: bool = False
    _named: defaultdict[str, list[tuple[str, Data]]] = field(default_factory=lambda: defaultdict(list))
    _ids: dict[str, tuple[str, Data]] = field(default_factory=dict)
    _causes: list[Data] = field(default_factory=list)
    """Called by the criterion or the problem that they analyse."""

    @classmethod
    def of(cls, data: Data, language: str, *, make_ids: bool = False) -> Names:
        """The names of an input."""
        names = cls(language, make_ids)
        for model, item in items_in(data):
            names.add(model.__name__, item)
        words = vocabulary(language)["documents"]["built_in"]
        for kind, ids in BUILT_IN.items():
            for id_ in ids:
                names.add(kind, {"id": id_, "name": words[id_]})
        return names

    def add(self, kind: str, item: Data) -> None:
        """Take an item in."""
        if kind == _CAUSE:
            self._causes.append(item)
        else:
            self._named[normal(name_in(item))].append((kind, item))
        if id_ := item.get("id"):
            self._ids[id_] = kind, item

    def label(self, id_: str, kinds: Iterable[str]) -> str:
        """What a cell writes for an id: the name where it can be read back, or else the id."""
        name = " ".join(self.name_of(id_).split())
        is_plain = name and not re.search(r"[;|]|^[{]", name) and name not in self._ids
        return name if is_plain and self.id_of(name, tuple(kinds)) == id_ else id_

    def id_of(self, text: str, kinds: tuple[str, ...]) -> str:
        """The id of the one thing that is called so, or the text itself."""
        if text in self._ids:
            return text
        found = self._called(text, kinds)
        if len(found) != 1:
            return text
        if not found[0].get("id"):
            if not self.make_ids:
                return text
            self._give_id(found[0])
        return str(found[0]["id"])

    def name_of(self, id_: str) -> str:
        """What the thing with an id is called; "" for none."""
        kind, item = self._ids.get(id_, ("", {}))
        return self._cause(item) if kind == _CAUSE else name_in(item)

    def knows(self, text: str, kinds: tuple[str, ...]) -> bool:
        """Whether exactly one thing of these kinds is called so."""
        return text in self._ids or len(self._called(text, kinds)) == 1

    def labels(self, kinds: tuple[str, ...]) -> list[str]:
        """What may be written in a reference, in the order of the input."""
        own = [self._cause(item) for item in self._causes] if _CAUSE in kinds else []
        return own + [
            name_in(item) for found in self._named.values() for kind, item in found if kind in kinds
        ]

    def _called(self, text: str, kinds: tuple[str, ...]) -> list[Data]:
        """The things of these kinds that are called so."""
        wanted = normal(text)
        found = [item for kind, item in self._named.get(wanted, ()) if kind in kinds]
        own = self._causes if wanted and _CAUSE in kinds else []
        return found + [item for item in own if normal(self._cause(item)) == wanted]

    def _cause(self, item: Data) -> str:
        """What an analysis is called: its criterion or problem, by its id or, in a row being read, by its name."""
        about = item.get("criterion") or item.get("finding") or ""
        return (self.name_of(about) or about) if isinstance(about, str) else ""

    def _give_id(self, item: dict[str, Data]) -> None:
        made = slug(name_in(item) or self._cause(item), lambda id_: id_ not in self._ids)
        rest = dict(item)
        item.clear()
        item.update({"id": made} | rest)
        self._ids[made] = _CAUSE if any(each is item for each in self._causes) else "", item


def slug(name: str, is_free: Callable[[str], bool]) -> str:
    """An id made of a name: Latin letters, short, not taken."""
    latin = name.casefold().translate(_LETTERS)
    words = re.sub(r"[^a-z0-9]+", "_", latin).strip("_").split("_")
    short = ""
    for word in words:
        if len(short) + len(word) >= _LONGEST_ID:
            break
        short = f"{short}_{word}" if short else word
    short = short or words[0][:_LONGEST_ID]
    base = short if is_id(short) and short != "unknown" else f"x_{short}".rstrip("_")
    number, made = 1, base
    while not is_free(made):
        number += 1
        made = f"{base}_{number}"
    return made
