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
from conceptgen.input import Loaded, load_bytes
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
    """An input with changes in it: its bytes, and what loading them gave."""

    data: bytes
    loaded: Loaded
    project: Project


def apply(changes: Iterable[Change], data: bytes, name: str = "input.yaml") -> bytes:
    """The bytes of an input with the changes in it; comments, order, quotes and line ends of the rest stay.

    A changed value is written in the style of its old one. The result was loaded and is exactly the wished project.
    Raises CannotApply where the input has errors or the result would be another; NoSuchPlace for a change whose place
    the input does not have. ``data`` is YAML or JSON in UTF-8, at most 10 MB, as for ``load``.
    """
    before = load_bytes(data, name)
    if before.project is None:
        raise CannotApply(name, before.findings)
    return applied(before.project, changes, data, name).data


def applied(before: Project, changes: Iterable[Change], data: bytes, name: str) -> Applied:
    """The same for an input that is loaded already."""
    old = plain(before)
    assert isinstance(old, dict)
    wanted = edited(old, changes)
    mark, text = (_MARK, data[3:]) if data.startswith(_MARK) else (b"", data)
    try:
        result = mark + write_back(text.decode("utf-8"), old, wanted).encode("utf-8")
    except (yaml.YAMLError, ValueError) as error:
        raise CannotApply(str(error), _errors(wanted.data, name)) from error
    loaded = load_bytes(result, name)
    if loaded.project is None:
        raise CannotApply(name, _errors(wanted.data, name))
    if not _is_wished(loaded.project, wanted.data, name):
        raise CannotApply(name)
    return Applied(result, loaded, loaded.project)


def _is_wished(project: Project, wanted: dict[str, Any], name: str) -> bool:
    """True if an input says what was wished, which may have been wished in short forms."""
    now = plain(project)
    if now == wanted:
        return True
    wished = _wished(wanted, name).project
    return wished is not None and now == plain(wished)


def _errors(data: dict[str, Any], name: str) -> tuple[Finding, ...]:
    """What is wrong with the wished input."""
    return _wished(data, name).findings


def _wished(data: dict[str, Any], name: str) -> Loaded:
    return load_bytes(json.dumps(data, ensure_ascii=False).encode(), f"{name}.json")
