"""Nodes → Project. Every refusal of a value becomes a finding; what is left is checked on as far as it goes."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from conceptgen.findings import Finding
from conceptgen.languages import vocabulary
from conceptgen.load.keys import keys_at, nearest, nearest_key
from conceptgen.load.nodes import Mapping, Node, Scalar, Sequence, locate
from conceptgen.load.telling import tell
from conceptgen.model.listed import by_label
from conceptgen.model.project import Project
from conceptgen.origin import Path

_ROUNDS = 4


def validate(tree: Mapping, name: str, language: str) -> tuple[Project | None, list[Finding], Project | None]:
    """Validate a tree.

    Gives the project (or None), the findings, and a partial project: the tree without what was refused, so that ids
    and references can be checked in the same run.
    """
    notes: list[tuple[str, Scalar, dict[str, object]]] = []
    rest = _without_nulls(tree)
    try:
        project = Project.model_validate(rest, context=notes)
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
        findings = _Telling(rest, name, language).all(errors)
        return None, findings + _notes(notes, name, language), _partial(rest, errors)
    return project, _notes(notes, name, language), project


def _notes(notes: list[tuple[str, Scalar, dict[str, object]]], name: str, language: str) -> list[Finding]:
    found = {
        (value.line, value.column): tell(code, facts, language, name, (value.line, value.column))
        for code, value, facts in notes
        if isinstance(value, Scalar)
    }
    return list(found.values())


def _without_nulls(node: Mapping) -> Mapping:
    clean = _copy(node)
    assert isinstance(clean, Mapping)
    return clean


def _copy(node: Node) -> Node:
    if isinstance(node, Mapping):
        mapping = Mapping(node.line, node.column)
        mapping.keys_at = node.keys_at
        mapping.update((key, _copy(value)) for key, value in node.items() if not _is_null(value))
        return mapping
    if isinstance(node, Sequence):
        sequence = Sequence(node.line, node.column)
        sequence.extend(map(_copy, node))
        return sequence
    return node


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _path(error: ErrorDetails) -> Path:
    return tuple(step for step in error["loc"] if not (isinstance(step, str) and step[:1] in "@["))


class _Telling:
    """Turns refusals of one tree into findings."""

    def __init__(self, tree: Mapping, name: str, language: str) -> None:
        self.tree, self.name, self.language = tree, name, language

    def all(self, errors: list[ErrorDetails]) -> list[Finding]:
        return [self._one(error) for error in errors]

    def _one(self, error: ErrorDetails) -> Finding:
        path, facts = _path(error), dict(error.get("ctx", {}))
        code = error["type"]
        if code == "missing":
            return self._missing(path)
        if code == "extra_forbidden":
            return self._unknown_key(path)
        if code[1:2] != "-":
            code, facts = self._of_library(code, facts, error)
        at = facts.pop("at", None)
        exact = at if isinstance(at, Scalar) else None
        place = (exact.line, exact.column) if exact is not None else locate(self.tree, path)
        return tell(code, self._spelled(code, facts), self.language, self.name, place, path)

    def _missing(self, path: Path) -> Finding:
        required = path in (("document",), ("organization",), ("document", "title"), ("document", "date"))
        code = "E-DOC-01" if required or path == ("organization", "name") else "E-TYP-01"
        place = locate(self.tree, path[:-1])
        return tell(code, {"key": path[-1]}, self.language, self.name, place, path)

    def _unknown_key(self, path: Path) -> Finding:
        key = str(path[-1])
        near = nearest_key(key, path[:-1])
        words = vocabulary(self.language)["validation"]["E-REF-04"]
        known = ", ".join(keys_at(path[:-1]))
        hint = words["near"].format(near=near) if near else words["known"].format(known=known)
        place = locate(self.tree, path, key=True)
        return tell("E-REF-04", {"key": key, "hint": hint}, self.language, self.name, place, path)

    def _spelled(self, code: str, facts: dict[str, Any]) -> dict[str, Any]:
        words = vocabulary(self.language)
        if code == "E-TYP-02":
            shapes = words["shapes"]
            return {"wanted": shapes[facts["wanted"]], "got": shapes[facts["got"]]}
        if code == "E-TYP-08":
            labels = words["lists"][facts["list"]]
            near = by_label(facts["list"]).get(nearest(facts["text"], list(by_label(facts["list"]))), "")
            values = ", ".join(f"{value} ({label})" for value, label in labels.items())
            prefix = words["validation"][code]["near"].format(near=near) if near else ""
            return {"text": facts["text"], "values": values, "near": prefix}
        return facts

    def _of_library(
        self, kind: str, facts: dict[str, Any], error: ErrorDetails
    ) -> tuple[str, dict[str, Any]]:
        """Refusals of pydantic's own types, in our codes."""
        given = error["input"]
        got = "mapping" if isinstance(given, dict) else "list" if isinstance(given, list) else "text"
        if kind in ("greater_than_equal", "less_than_equal"):
            bound = facts.get("ge", facts.get("le"))
            return "E-TYP-15", {"text": given, "sign": "≥" if "ge" in facts else "≤", "bound": bound}
        if kind in ("string_too_long", "string_pattern_mismatch"):
            return "E-TYP-16", {"text": str(given)[:60]}
        if kind in ("too_short", "too_long", "tuple_type"):
            return "E-TYP-02", {"wanted": "list", "got": got}
        if kind == "literal_error":
            return "E-TYP-17", {"text": given, "expected": facts["expected"].replace(" or ", ", ")}
        return "E-TYP-02", {"wanted": "mapping", "got": got}


def _partial(tree: Mapping, errors: list[ErrorDetails]) -> Project | None:
    """Drop what was refused and validate what is left, a few times."""
    rest = _without_nulls(tree)
    for _ in range(_ROUNDS):
        for error in sorted(errors, key=lambda e: tuple(map(str, _path(e))), reverse=True):
            _drop(rest, _path(error), error["type"] == "missing")
        _sweep(rest)
        try:
            return Project.model_validate(rest)
        except ValidationError as refused:
            errors = refused.errors(include_url=False)
    return None


_GONE = Scalar("", "null", 0, 0)


def _drop(root: Mapping, path: Path, missing: bool) -> None:
    """Put a stand-in where a required text is missing, else mark the refused value as gone."""
    holder = _node_at(root, path[:-1])
    if not path or holder is None:
        return
    step = path[-1]
    if isinstance(holder, Mapping):
        if missing or step in ("title", "name", "text", "date"):
            holder[str(step)] = Scalar("2000-01-01" if step == "date" else "?", "quoted", 0, 0)
        elif step in holder:
            holder[str(step)] = _GONE
        else:
            _drop(root, path[:-1], False)
    elif isinstance(holder, Sequence) and isinstance(step, int) and step < len(holder):
        holder[step] = _GONE


def _node_at(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
        elif step != 0:
            return None
    return node


def _sweep(node: Node) -> None:
    if isinstance(node, Mapping):
        for key in [key for key, value in node.items() if value is _GONE]:
            del node[key]
        for value in node.values():
            _sweep(value)
    elif isinstance(node, Sequence):
        node[:] = [value for value in node if value is not _GONE]
        for value in node:
            _sweep(value)
