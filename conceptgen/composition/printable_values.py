"""The printable values of the input, one by one: what a full document must say."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args
from weakref import WeakKeyDictionary

from pydantic.fields import FieldInfo

from conceptgen.model.base import FORMS, Bound, Change, Figure, Item, Model, NameForms, Reading
from conceptgen.model.dates import When
from conceptgen.model.document_head import Author, DocumentHead
from conceptgen.model.enums import Listed
from conceptgen.model.naming import NAMING, own_name
from conceptgen.model.organization import Person
from conceptgen.model.pictures import Picture
from conceptgen.model.project import Project
from conceptgen.model.references import UNKNOWN, is_silent
from conceptgen.model.relations import Relations
from conceptgen.model.walk import Place, below, fields_of
from conceptgen.origin import Origin, Path

NEVER_PRINTED = {"id", "note", "psychotype_note"}
"""Fields that are never printed."""
PRIVATE = {(Person, "contact"), (Author, "contact")}
"""Contacts of people, never printed either."""
RUNNING = {(DocumentHead, "short_title")}
"""What stands in the header of every page."""
UNSEEN = {(Picture, "file"), (Picture, "alt")}
"""What stands behind a picture: its file, and the words for who cannot see it."""
_TOGETHER = {"max": "min", "done_when": "state"}
"""A value that prints with another one of its figure."""
_FIGURE = {*FORMS, "max", "done_when", "amount", "target"}
"""Fields that a figure says as one: none of them is half of a sentence."""


@dataclass(frozen=True, slots=True)
class PrintableValue:
    """One printable value: the part that holds it, the field there, the steps that lead to it, what stands around.

    What it belongs to is looked for when it is asked for: most values are printed, and nobody asks.
    """

    place: Place
    field: str
    steps: Path
    value: Any
    around: Surroundings

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.place.origin.path + self.steps

    @property
    def origin(self) -> Origin:
        """Its address."""
        return below(self.place.origin, *self.steps)

    @property
    def model(self) -> str:
        """The model that has the field."""
        return type(self.place.part).__name__

    @property
    def text(self) -> str:
        """The text of a text value, "" for figures (an ISO duration too), dates and what is not known."""
        is_text = isinstance(self.value, str) and self.field != "duration" and not self.is_unknown
        return str(self.value) if is_text else ""

    @property
    def is_unknown(self) -> bool:
        """A reference that says it is not known to what."""
        return self.value is UNKNOWN

    @property
    def sibling(self) -> Path:
        """The path of the value this one prints with."""
        *above, last = self.path
        return (*above, _TOGETHER.get(str(last), last))

    @property
    def whole(self) -> Figure | None:
        """The figure that a number, or the reading of another source that a value is part of, where there is one."""
        return self.around.whole(self.place, self.field)[1] if len(self.steps) == 1 else None

    @property
    def home(self) -> Path:
        """Where that stands, or the part that holds the value."""
        return self.path if self.is_unknown else self.around.whole(self.place, self.field)[0]

    @property
    def owner(self) -> str:
        """The name of what it belongs to."""
        home, whole = self.around.whole(self.place, self.field)
        if self.is_unknown:
            return self.around.owner(self.place.origin.path, own=True)
        return self.around.owner(home, own=self.field not in NAMING and not isinstance(whole, Reading))


class Surroundings:
    """What stands where in an input: the names that a value may belong to, the figures it may be part of."""

    def __init__(self, relations: Relations) -> None:
        self._parts = {place.origin.path: place.part for place in relations.places}

    def whole(self, place: Place, field: str) -> tuple[Path, Figure | None]:
        """The figure or the reading that a value says together with others, and where it stands."""
        path, part = place.origin.path, place.part
        above = [path[:end] for end in range(len(path), 0, -1)]
        figures = [(home, each) for home in above if isinstance(each := self._parts.get(home), Figure)]
        for home, figure in figures:
            if isinstance(figure, Reading):
                return home, figure
        if isinstance(part, Bound | Change) or (isinstance(part, Figure) and field in _FIGURE):
            return figures[0]
        return path, None

    def owner(self, path: Path, *, own: bool) -> str:
        """The nearest name above a value: that of its own part, unless it is this very value."""
        ends = range(len(path) - (0 if own else 1), 0, -1)
        return next((name for end in ends if (name := _main(self._parts.get(path[:end])))), "")


_known: WeakKeyDictionary[Relations, tuple[PrintableValue, ...]] = WeakKeyDictionary()
"""Several documents of one input ask for the same values; they are read once."""


def printable_values(project: Project, chapters: tuple[str, ...]) -> Iterator[PrintableValue]:
    """Every printable value of some chapters of the input, in its order."""
    relations = project.relations
    if relations not in _known:
        _known[relations] = tuple(_every(relations))
    return (each for each in _known[relations] if each.path[0] in chapters)


def _every(relations: Relations) -> Iterator[PrintableValue]:
    around = Surroundings(relations)
    for place in relations.places:
        part = place.part
        if not place.origin.path or isinstance(part, NameForms):
            continue
        given, values = part.model_fields_set, part.__dict__
        for name, key, refers in _printable(type(part)):
            if name not in given:
                continue  # a default stands nowhere in the input
            value = values[name]
            if refers and is_silent(value):
                steps = (key, value.index(UNKNOWN)) if isinstance(value, tuple) else (key,)
                yield PrintableValue(place, name, steps, UNKNOWN, around)
            elif isinstance(value, dict):
                for entry, each in value.items():
                    if isinstance(each, str):
                        yield PrintableValue(place, name, (key, entry), each, around)
            elif not refers and _says(part, name, value, relations.by_id):
                yield PrintableValue(place, name, (key,), value, around)


def _is_repeated(part: Model, field: str) -> bool:
    """A start on the very date of the end: the one date that prints says both."""
    if field != "start" or not isinstance(start := getattr(part, field), When):
        return False
    return start in (getattr(part, "end", None), getattr(part, "deadline", None))


def _says(part: Model, field: str, value: Any, names: Container[str]) -> bool:
    """True if a field that the input gives prints a value of its own.

    For a text that is an id (an adviser may be one) stands a name.
    """
    if isinstance(value, str):
        return value not in names
    return (_prints(value) or (field == "fraction" and bool(value))) and not _is_repeated(part, field)


@cache
def _printable(kind: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that may print a value of their own: name, key, whether it refers to something else."""
    return tuple(
        (name, key, to is not None)
        for name, key, to in fields_of(kind)
        if name not in NEVER_PRINTED
        and (kind, name) not in PRIVATE | RUNNING | UNSEEN
        and not _is_listed(kind.model_fields[name])
    )


def _prints(value: object) -> bool:
    return isinstance(value, Decimal | When | date | int) and not isinstance(value, bool)


def _is_listed(info: FieldInfo) -> bool:
    return any(isinstance(each, Listed) for each in info.metadata) or _holds_listed(info.annotation)


def _holds_listed(annotation: Any) -> bool:
    return any(isinstance(part, Listed) or _holds_listed(part) for part in get_args(annotation))


def _main(part: Model | None) -> str:
    return own_name(part) if isinstance(part, Item) else ""
