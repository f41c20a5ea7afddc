"""Every text of the input that a reader of a document may meet, with its place; for rules about wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from conceptgen.model.base import Model
from conceptgen.model.reference_data import Allowed, Deliverable
from conceptgen.model.relations import Relations
from conceptgen.model.scalars import TextValue
from conceptgen.origin import Path

_NEVER_PRINTED = ("note", "psychotype_note", "file_name")
_NO_PROSE = (
    "code",
    "url",
    "contact",
    "number",
    "abbr",
    "version",
    "reg_number",
    "protocol",
    "act",
    "edition",
)
_SETTINGS = (Allowed, Deliverable)


@dataclass(frozen=True, slots=True)
class Text:
    """A text, the part it belongs to, its field and its place."""

    part: Model
    field: str
    text: str
    path: Path

    @property
    def is_prose(self) -> bool:
        """True if it is written in words: no number of a document, no address."""
        return self.field not in _NO_PROSE


def texts(relations: Relations) -> Iterator[Text]:
    """Every text in the order of the input, but for what is never printed."""
    for place in relations.places:
        part = place.part
        if isinstance(part, _SETTINGS):
            continue
        written = part.__dict__
        for field, key in _text_fields(type(part)):
            if written.get(field):
                path = (*place.origin.path, key)
                for step, value in _values(written[field]):
                    yield Text(part, field, value, path + step)


def is_text(part: Model, field: str) -> bool:
    """True if a text stands in a field of a part."""
    names = (name for name, _ in _text_fields(type(part)))
    return field in names and isinstance(getattr(part, field), str)


def _values(value: Any) -> Iterator[tuple[Path, str]]:
    """A text, or each text of a mapping with its key; stated unknowns are none."""
    if isinstance(value, dict):
        yield from (((key,), each) for key, each in value.items() if isinstance(each, str))
    elif isinstance(value, str):
        yield (), value


@cache
def _text_fields(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold free text, with their keys."""
    return tuple(
        (name, info.alias or name)
        for name, info in kind.model_fields.items()
        if name not in _NEVER_PRINTED and _is_text(info.annotation, tuple(info.metadata))
    )


_MARKS = get_args(TextValue)[1:2]


def _is_text(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """True if a text may stand here: directly, as an alternative, as the value of a mapping; models are walked."""
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return _is_text(arguments[1])
    return any(mark in (*metadata, *arguments) for mark in _MARKS) or any(map(_is_text, arguments))
