"""An input as it may travel inside a document: without notes, without internal items, without what names only those."""

from __future__ import annotations

import json
from typing import Any

import yaml

from conceptgen.changes.plain import plain
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.languages import say
from conceptgen.model.base import Item, Model
from conceptgen.model.project import Project
from conceptgen.model.walk import fields_of, parts


def private(project: Project) -> tuple[int, int]:
    """How many notes and how many internal items an input has."""
    found = [place.part for place in parts(project)]
    notes = sum(getattr(part, "note", None) is not None for part in found)
    return notes, sum(isinstance(part, Item) and part.internal for part in found)


def public(project: Project, name: str) -> bytes:
    """The input written anew without what is private, comments of its file included; it loads.

    ``name`` tells the format. Raises RequestError where the rest would be no input.
    """
    data = plain(_public_part(project))
    if name.lower().endswith(".json"):
        written = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**9)
    result = written.encode("utf-8", "replace")
    again = load_bytes(result, name).project
    if again is None or plain(again) != data:
        raise RequestError(say(project.document.language, "outputs.not_public"))
    return result


def _public_part(project: Project) -> Any:
    """Each item that goes may leave others behind that mean nothing without it: look again until all stay."""
    gone: set[str] = set()
    while True:
        kept = _kept(project, gone)
        missing = _ids(project) - _ids(kept)
        if missing == gone:
            return kept
        gone = missing


def _ids(root: Model) -> set[str]:
    return {part.id for place in parts(root) if isinstance(part := place.part, Item) and part.id}


def _kept(part: Any, gone: set[str]) -> Any:
    """The part without what is private or gone; None where nothing is left that can stand."""
    if isinstance(part, Item) and part.internal:
        return None
    changed: dict[str, Any] = {}
    kind: type[Model] = type(part)
    for name, _, to in fields_of(kind):
        value = getattr(part, name)
        if name in part.model_fields_set and value is not None:
            kept = None if name == "note" else _value(value, gone, names_ids=to is not None)
            if kept is None and kind.model_fields[name].is_required():
                return None
            if kept is not value:
                changed[name] = kept
    copy = part.model_copy(update=changed)
    copy.model_fields_set.difference_update(name for name, value in changed.items() if value is None)
    return copy


def _value(value: Any, gone: set[str], *, names_ids: bool) -> Any:
    """A value without what goes; None where it is empty then."""
    if isinstance(value, Model):
        return _kept(value, gone)
    if isinstance(value, tuple):
        kept = tuple(each for old in value if (each := _value(old, gone, names_ids=names_ids)) is not None)
        return kept if kept or not value else None
    if isinstance(value, dict):
        pairs = {
            key: _value(old, gone, names_ids=False)
            for key, old in value.items()
            if not (names_ids and key in gone)
        }
        left = {key: each for key, each in pairs.items() if each is not None}
        return left if left or not value else None
    return None if names_ids and value in gone else value
