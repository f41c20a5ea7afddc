"""What the page asks of the desk, as it comes over the wire, and what it is answered: all plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from conceptgen.changes import Change
from conceptgen.changes.pairing import name_of
from conceptgen.changes.trail import value_at
from conceptgen.languages.words import words
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.origin import Path
from conceptgen.preview.editing.desk import Answer, Desk
from conceptgen.preview.editing.forms import Forms
from conceptgen.preview.editing.spots import NoPlace
from conceptgen.preview.editing.wishes import Wishes, steps
from conceptgen.preview.view import Session


class Malformed(Exception):
    """What came is no request of ours."""


def asked(view: Session, what: str, query: str) -> dict[str, Any]:
    """A form, or what refers to an entry. Raises NoPlace, Malformed."""
    sight = view.sight
    loaded, mark = view.newest()
    if loaded is None or loaded.project is None:
        raise NoPlace(())
    known = {key: values[0] for key, values in parse_qs(query).items()}
    at, via = (_path(known.get(key, "[]")) for key in ("at", "via"))
    forms = Forms(loaded, loaded.project, sight.findings, sight.language)
    if what == "form":
        return forms.at(at, via) | {"mark": mark}
    if what == "blank":
        return forms.blank(at, int(known.get("index") or 0)) | {"mark": mark}
    return {"names": list(dict.fromkeys(_referring(loaded.project, at, sight.language)))}


def done(desk: Desk, body: bytes) -> dict[str, Any]:
    """Do what a request wishes; the answer. Raises NoPlace, Malformed."""
    wish = _json(body)
    if not isinstance(wish, dict):
        raise Malformed
    return _answer(desk, wish).record()


def _answer(desk: Desk, wish: dict[str, Any]) -> Answer:
    kind, mark = wish.get("do"), wish.get("mark")
    if kind == "undo":
        return desk.undo()
    if kind == "redo":
        return desk.redo()
    if not isinstance(mark, str):
        raise Malformed
    at = steps(wish.get("at"))
    values, index = _values(wish.get("values", {})), _index(wish.get("index", 0))

    def changes(wishes: Wishes) -> Iterable[Change]:
        match kind:
            case "set":
                found = wishes.put(at, values)
                return (*found, *(wishes.verified(steps(wish["verified"])) if "verified" in wish else ()))
            case "add":
                return wishes.add(at, index, values)
            case "remove":
                return wishes.remove(at)
            case "move":
                return wishes.move(at, index)
        raise Malformed

    return desk.do(mark, changes, str(wish.get("against", "")))


def _referring(project: Project, at: Path, language: str) -> Iterable[str]:
    """What refers to an entry: the nearest thing that has a name, and the field."""
    said = words(language)
    for each in Wishes(project).referring(at):
        path = each.origin.path
        above = (value_at(project, path[:end]) for end in range(len(path) - 1, 0, -1))
        name = next((name for part in above if isinstance(part, Item) and (name := name_of(part))), "")
        field = said.field(type(each.holder).__name__, each.field)
        yield f"{name} — {field}" if name else field


def _path(text: str) -> Path:
    return steps(_json(text.encode()))


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as fault:
        raise Malformed from fault


def _values(values: Any) -> dict[str, Any]:
    if not isinstance(values, dict) or not is_data(values):
        raise Malformed
    return values


def is_data(value: Any) -> bool:
    """True for what an input is made of: texts, lists, mappings, and None for nothing."""
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value) and all(map(is_data, value.values()))
    return all(map(is_data, value)) if isinstance(value, list) else value is None or isinstance(value, str)


def _index(index: Any) -> int:
    if not isinstance(index, int) or isinstance(index, bool) or index < 0:
        raise Malformed
    return index
