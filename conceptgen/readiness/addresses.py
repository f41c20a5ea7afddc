"""Where something of the input stands, in words of the field: what a field is called, and what it is of."""

from __future__ import annotations

from conceptgen.composition.lines import capital
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.languages import vocabulary
from conceptgen.model.base import Model
from conceptgen.model.naming import naming_field, own_name
from conceptgen.model.walk import fields_of
from conceptgen.origin import Path


class Addresses:
    """Tells a path of one project in words."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.at: dict[Path, Model] = {place.origin.path: place.part for place in scope.relations.places}

    def chapter(self, path: Path) -> Inlines:
        """The chapter of the input it stands in."""
        is_of_concept = path[0] == "concept" and len(path) > 1
        model, field = ("Concept", path[1]) if is_of_concept else ("Project", path[0])
        return line(self.scope.words.field(model, str(field)))

    def field(self, path: Path) -> Inlines:
        """What the last field on the way is called: «Исходное значение»."""
        labels = (self._label(path[:end]) for end in range(len(path), 1, -1))
        return capital(line(next(filter(None, labels), "")))

    def name(self, path: Path) -> Inlines:
        """What it is of: the name of the nearest part above that has one."""
        names = (self._name(self.at.get(path[:end])) for end in range(len(path), -1, -1))
        return next(filter(None, names), ())

    def _label(self, path: Path) -> str:
        """What the last step of a path is called; "" for a place in a list, for «unknown» itself."""
        holder, key = self.at.get(path[:-1]), path[-1]
        if holder is None or isinstance(key, int) or key == "unknown":
            return self._key(path)
        names = {each: name for name, each, _ in fields_of(type(holder))}
        return self.scope.words.field(type(holder).__name__, names[key])

    def _key(self, path: Path) -> str:
        """An entry of a mapping: what its id names."""
        is_entry = isinstance(path[-1], str) and path[-1] != "unknown" and self.at.get(path[:-1]) is None
        known = vocabulary(self.scope.words.language)["documents"]["built_in"]
        return str(known.get(path[-1], "")) if is_entry else ""

    def _name(self, part: Model | None) -> Inlines:
        return self.scope.t(part, naming_field(part)) if own_name(part) else ()
