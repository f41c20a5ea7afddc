"""Changes written into the text of an input: whatever they do not concern keeps its bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from conceptgen.changes.change import Change
from conceptgen.changes.edit import edited
from conceptgen.changes.plain import plain
from conceptgen.changes.write_back import write_back
from conceptgen.findings import Finding
from conceptgen.input import load_bytes
from conceptgen.model.project import Project

_MARK = b"\xef\xbb\xbf"


class CannotApply(Exception):
    """The changes cannot be written into this text without touching what they do not concern.

    ``findings`` are what is wrong with the wished input, where that is the reason.
    """

    def __init__(self, said: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(said)
        self.findings = findings


@dataclass(frozen=True)
class Applied:
    """An input with changes in it: its bytes, and what loading them gives."""

    data: bytes
    project: Project


def apply(changes: Iterable[Change], data: bytes, name: str = "input.yaml") -> bytes:
    """The bytes of an input with the changes in it; comments, order, quotes and line ends of the rest stay.

    A changed value is written in the style of its old one. The result was loaded and is exactly the wished project.
    Raises CannotApply where the input has errors or the result would be another; NoSuchPlace for a change whose place
    the input does not have. ``data`` is YAML or JSON in UTF-8, at most 10 MB, as for ``load``.
    """
    return applied(_loaded(data, name), changes, data, name).data


def applied(before: Project, changes: Iterable[Change], data: bytes, name: str) -> Applied:
    """The same for an input that is loaded already."""
    old = plain(before)
    assert isinstance(old, dict)
    wanted = edited(old, changes)
    mark, text = (_MARK, data[3:]) if data.startswith(_MARK) else (b"", data)
    wished = _validated(wanted.data, name)
    try:
        result = mark + write_back(text.decode("utf-8"), old, wanted).encode("utf-8")
    except (yaml.YAMLError, ValueError) as error:
        raise CannotApply(str(error)) from error
    project = _loaded(result, name)
    if plain(project) != plain(wished):
        raise CannotApply(name)
    return Applied(result, project)


def _validated(data: dict[str, Any], name: str) -> Project:
    """The wished project. Raises CannotApply with what is wrong with it."""
    return _loaded(json.dumps(data, ensure_ascii=False).encode(), f"{name}.json")


def _loaded(data: bytes, name: str) -> Project:
    loaded = load_bytes(data, name)
    if loaded.project is None:
        raise CannotApply(name, loaded.findings)
    return loaded.project
