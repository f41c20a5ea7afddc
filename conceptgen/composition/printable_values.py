"""The printable values of the input, one by one: what a full document must say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from conceptgen.composition.scope import MAIN
from conceptgen.model.base import Item, Model, NameForms
from conceptgen.model.dates import When
from conceptgen.model.document_head import Author, DocumentHead
from conceptgen.model.enums import Listed
from conceptgen.model.organization import Person
from conceptgen.model.project import Project
from conceptgen.model.walk import below, fields_of, parts
from conceptgen.origin import Origin, Path

NEVER_PRINTED = {"id", "note", "psychotype_note"}
"""Fields that are never printed."""
PRIVATE = {(Person, "contact"), (Author, "contact")}
"""Contacts of people, never printed either."""
RUNNING = {(DocumentHead, "short_title")}
"""What stands in the header of every page."""
_TOGETHER = {"max": "min", "done_when": "state"}
"""A value that prints with another one of its figure."""


@dataclass(frozen=True, slots=True)
class PrintableValue:
    """One printable value: its address, its model and field, the name of what it belongs to."""

    origin: Origin
    model: str
    field: str
    owner: str
    value: Any

    @property
    def text(self) -> str:
        """The text of a text value, "" for figures (an ISO duration too) and dates."""
        return self.value if isinstance(self.value, str) and self.field != "duration" else ""

    @property
    def sibling(self) -> Path:
        """The path of the value this one prints with."""
        last = self.origin.path[-1]
        return (*self.origin.path[:-1], _TOGETHER.get(str(last), last))


def printable_values(project: Project, chapters: tuple[str, ...]) -> Iterator[PrintableValue]:
    """Every printable value of some chapters of the input, in its order."""
    for place in parts(project):
        if not place.origin.path or place.origin.path[0] not in chapters or isinstance(place.part, NameForms):
            continue
        owner = _owner(place.item)
        for name, key, refers in _printable(type(place.part)):
            if not refers or isinstance(getattr(place.part, name), dict):
                yield from _of(place.part, name, below(place.origin, key), owner)


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


def _of(part: Model, name: str, origin: Origin, owner: str) -> Iterator[PrintableValue]:
    value, kind = getattr(part, name), type(part).__name__
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, str):
                yield PrintableValue(below(origin, key), kind, name, owner, each)
    elif _prints(value) and name in part.model_fields_set:
        yield PrintableValue(origin, kind, name, owner, value)


def _prints(value: object) -> bool:
    return isinstance(value, str | Decimal | When | date | int) and not isinstance(value, bool)


def _is_listed(info: FieldInfo) -> bool:
    return any(isinstance(each, Listed) for each in info.metadata) or _holds_listed(info.annotation)


def _holds_listed(annotation: Any) -> bool:
    return any(isinstance(part, Listed) or _holds_listed(part) for part in get_args(annotation))


def _owner(item: Item | None) -> str:
    for name in MAIN:
        value = getattr(item, name, None)
        if isinstance(value, str):
            return value
    return ""
