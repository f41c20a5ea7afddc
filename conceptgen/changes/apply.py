"""Changes written into the text of an input: whatever they do not concern keeps its bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import yaml

from conceptgen.changes.change import Change
from conceptgen.changes.edit import edited
from conceptgen.changes.plain import plain
from conceptgen.changes.write_back import write_back
from conceptgen.input import load_bytes
from conceptgen.model.project import Project

_MARK = b"\xef\xbb\xbf"


class CannotApply(Exception):
    """The changes cannot be written into this text without touching what they do not concern."""


def apply(changes: Iterable[Change], data: bytes, name: str = "input.yaml") -> bytes:
    """The bytes of an input with the changes in it; comments, order, quotes and line ends of the rest stay.

    A changed value is written in the style of its old one. The result was loaded and is exactly the wished project.
    Raises CannotApply where the input has errors or the result would be another; NoSuchPlace for a change whose place
    the input does not have. ``data`` is YAML or JSON in UTF-8, at most 10 MB, as for ``load``.
    """
    before = _loaded(data, name)
    old = plain(before)
    assert isinstance(old, dict)
    wanted = edited(old, changes)
    mark, text = (_MARK, data[3:]) if data.startswith(_MARK) else (b"", data)
    try:
        result = mark + write_back(text.decode("utf-8"), old, wanted).encode("utf-8")
    except (yaml.YAMLError, ValueError) as error:
        raise CannotApply(str(error)) from error
    if plain(_loaded(result, name)) != plain(_validated(wanted.data, name)):
        raise CannotApply(name)
    return result


def _validated(data: dict[str, Any], name: str) -> Project:
    """The wished project. Raises CannotApply with what is wrong with it."""
    return _loaded(json.dumps(data, ensure_ascii=False).encode(), f"{name}.json")


def _loaded(data: bytes, name: str) -> Project:
    project = load_bytes(data, name).project
    if project is None:
        raise CannotApply(name)
    return project
