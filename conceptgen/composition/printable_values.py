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
from conceptgen.model.project import Project
from conceptgen.model.references import UNKNOWN, is_silent
from conceptgen.model.relations import Relations
from conceptgen.model.walk import below, fields_of
from conceptgen.origin import Origin, Path

NEVER_PRINTED = {"id", "note", "psychotype_note"}
"""Fields that are never printed."""
PRIVATE = {(Person, "contact"), (Author, "contact")}
"""Contacts of people, never printed either."""
RUNNING = {(DocumentHead, "short_title")}
"""What stands in the header of every page."""
_TOGETHER = {"max": "min", "done_when": "state"}
"""A value that prints with another one of its figure."""
_FIGURE = {*FORMS, "max", "done_when", "amount", "target"}
"""Fields that a figure says as one: none of them is half of a sentence."""


@dataclass(frozen=True, slots=True)
class PrintableValue:
    """One printable value: its address, its model and field, the name of what it belongs to.

    ``whole`` is the figure that a number, or the reading of another source that a value is part of, where there is
    one; ``home`` is where that stands, or the part that holds the value.
    """

    origin: Origin
    model: str
    field: str
    owner: str
    value: Any
    home: Path
    whole: Figure | None = None

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
        last = self.origin.path[-1]
        return (*self.origin.path[:-1], _TOGETHER.get(str(last), last))


_known: WeakKeyDictionary[Relations, tuple[PrintableValue, ...]] = WeakKeyDictionary()
"""Several documents of one input ask for the same values; they are read once."""


def printable_values(project: Project, chapters: tuple[str, ...]) -> Iterator[PrintableValue]:
    """Every printable value of some chapters of the input, in its order."""
    relations = project.relations
    if relations not in _known:
        _known[relations] = tuple(_every(relations))
    return (each for each in _known[relations] if each.origin.path[0] in chapters)


def _every(relations: Relations) -> Iterator[PrintableValue]:
    names: dict[Path, str] = {}
    figures: dict[Path, Figure] = {}
    for place in relations.places:
        part, path = place.part, place.origin.path
        if not path or isinstance(part, NameForms):
            continue
        names[path] = _main(part)
        if isinstance(part, Figure):
            figures[path] = part
        given = part.model_fields_set
        for name, key, refers in _printable(type(part)):
            if name not in given:
                continue  # a default stands nowhere in the input
            if refers and is_silent(getattr(part, name)):
                yield _silent(part, name, below(place.origin, key), _owner(names, path, own=True))
            elif _says(part, name, refers, relations.by_id):
                home, whole = _whole(part, name, path, figures)
                owner = _owner(names, home, own=name not in NAMING and not isinstance(whole, Reading))
                yield from _of(part, name, below(place.origin, key), owner, home, whole)


def _silent(part: Model, field: str, origin: Origin, owner: str) -> PrintableValue:
    """A reference that says it is unknown: it prints where the name would."""
    value = getattr(part, field)
    if isinstance(value, tuple):
        origin = below(origin, value.index(UNKNOWN))
    return PrintableValue(origin, type(part).__name__, field, owner, UNKNOWN, origin.path)


def _is_repeated(part: Model, field: str) -> bool:
    """A start on the very date of the end: the one date that prints says both."""
    if field != "start" or not isinstance(start := getattr(part, field), When):
        return False
    return start in (getattr(part, "end", None), getattr(part, "deadline", None))


def _says(part: Model, field: str, refers: bool, names: Container[str]) -> bool:
    """True if a field that the input gives prints a value of its own.

    For a text that is an id (an adviser may be one) stands a name.
    """
    if _is_repeated(part, field):
        return False
    value = getattr(part, field)
    if isinstance(value, str) and value in names:
        return False
    return isinstance(value, dict) or (
        not refers and (_prints(value) or (field == "fraction" and bool(value)))
    )


def _whole(part: Model, field: str, path: Path, figures: dict[Path, Figure]) -> tuple[Path, Figure | None]:
    """The figure or the reading that a value says together with others, and where it stands."""
    above = [path[:end] for end in range(len(path), -1, -1) if path[:end] in figures]
    for home in above:
        if isinstance(figures[home], Reading):
            return home, figures[home]
    if isinstance(part, Bound | Change) or (isinstance(part, Figure) and field in _FIGURE):
        return above[0], figures[above[0]]
    return path, None


def _owner(names: dict[Path, str], path: Path, *, own: bool) -> str:
    """The nearest name above a value: that of its own part, unless it is this very value."""
    ends = range(len(path) - (0 if own else 1), 0, -1)
    return next((name for end in ends if (name := names.get(path[:end], ""))), "")


@cache
def _printable(kind: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that may print a value of their own: name, key, whether it refers to something else."""
    return tuple(
        (name, key, to is not None)
        for name, key, to in fields_of(kind)
        if name not in NEVER_PRINTED
        and (kind, name) not in PRIVATE | RUNNING
        and not _is_listed(kind.model_fields[name])
    )


def _of(
    part: Model, name: str, origin: Origin, owner: str, home: Path, whole: Figure | None
) -> Iterator[PrintableValue]:
    value, kind = getattr(part, name), type(part).__name__
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, str):
                yield PrintableValue(below(origin, key), kind, name, owner, each, home)
    else:
        yield PrintableValue(origin, kind, name, owner, value, home, whole)


def _prints(value: object) -> bool:
    return isinstance(value, str | Decimal | When | date | int) and not isinstance(value, bool)


def _is_listed(info: FieldInfo) -> bool:
    return any(isinstance(each, Listed) for each in info.metadata) or _holds_listed(info.annotation)


def _holds_listed(annotation: Any) -> bool:
    return any(isinstance(part, Listed) or _holds_listed(part) for part in get_args(annotation))


def _main(part: Model) -> str:
    return own_name(part) if isinstance(part, Item) else ""
