"""What is left of a tree without its refused values, so that ids and references are checked in the same run."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.model.project import Project
from conceptgen.origin import Path

_ROUNDS = 12
_TAGS = ("@value", "@unknown", "@brand", "[key]")
_GONE = Scalar("", "null", 0, 0)
# A missing text must not hide what stands beside it.
_STAND_INS = dict.fromkeys(("title", "name", "text", "reason", "how", "report", "term", "rule"), "?") | {
    "schema": "conceptgen/1",
    "date": "2000-01-01",
    "component": "staff",
    "problem_zone": "pz01",
    "verdict": "found",
    "kind": "always",
}


@dataclass(frozen=True)
class Partial:
    """A project of what was not refused; ``path`` tells where its parts stand in the whole input."""

    project: Project
    tree: Mapping
    kept: dict[int, list[int]]

    def path(self, path: Path) -> Path:
        """The path in the whole input of a path in this project: lists may have lost items."""
        found: list[str | int] = []
        node: Node | None = self.tree
        for step in path:
            kept = self.kept.get(id(node))
            found.append(kept[step] if kept and isinstance(step, int) else step)
            node = child(node, step)
        return tuple(found)


def without_refused(tree: Mapping, errors: list[ErrorDetails]) -> Partial | None:
    """Drop what was refused and validate the rest, until it is accepted. Changes the tree."""
    kept: dict[int, list[int]] = {}
    for _ in range(_ROUNDS):
        for error in errors:
            _settle(tree, error)
        _sweep(tree, kept)
        try:
            return Partial(Project.model_validate(tree), tree, kept)
        except ValidationError as refused:
            errors = refused.errors(include_url=False)
    return None


def path_of(tree: Mapping, error: ErrorDetails) -> Path:
    """Where a refused value stands in the input: without the tags of unions, with the key of an unknown."""
    path: list[str | int] = []
    node: Node | None = tree
    for step in error["loc"]:
        if step == "@unknown" and isinstance(node, Mapping) and "unknown" in node:
            step = "unknown"
        elif step in _TAGS and not (isinstance(node, Mapping) and step in node):
            continue
        path.append(step)
        node = child(node, step)
    return tuple(path)


def child(node: Node | None, step: str | int) -> Node | None:
    """What stands under a key or index; a lone item stands for its list."""
    if isinstance(node, Mapping) and step in node:
        return node[str(step)]
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        return node[step]
    return node if step == 0 and not isinstance(node, Sequence) else None


def node_at(tree: Node, path: Path) -> Node | None:
    """The node at a path, or nothing."""
    node: Node | None = tree
    for step in path:
        node = child(node, step)
    return node


def _settle(tree: Mapping, error: ErrorDetails) -> None:
    path, facts = path_of(tree, error), error.get("ctx", {})
    if error["type"] == "E-DOC-05":
        tree["concept"] = Mapping(0, 0)
    elif error["type"] in ("missing", "E-TYP-01"):
        _add(tree, path if error["type"] == "missing" else (*path, facts["key"]))
    else:
        value = node_at(tree, path)
        is_stand_in = isinstance(value, Scalar | Mapping) and value.line == 0
        _remove(tree, path[:-1] if is_stand_in and value is not _GONE else path)


def _add(tree: Mapping, path: Path) -> None:
    """Put a stand-in where something required is missing, or give up what holds it."""
    holder, key = node_at(tree, path[:-1]), str(path[-1])
    if isinstance(holder, Mapping) and key in _STAND_INS:
        holder[key] = Scalar(_STAND_INS[key], "quoted", 0, 0)
    elif holder is tree:
        tree[key] = Mapping(0, 0)
    else:
        _remove(tree, path[:-1])


def _remove(tree: Mapping, path: Path) -> None:
    """Mark the value at a path as gone, or the nearest around it that is written at all."""
    while path:
        holder, step = node_at(tree, path[:-1]), path[-1]
        if isinstance(holder, Mapping) and step in holder:
            holder[str(step)] = _GONE
            return
        if isinstance(holder, Sequence) and isinstance(step, int) and step < len(holder):
            holder[step] = _GONE
            return
        path = path[:-1]


def _sweep(node: Node, kept: dict[int, list[int]]) -> None:
    if isinstance(node, Mapping):
        for key in [key for key, value in node.items() if value is _GONE]:
            del node[key]
        for value in node.values():
            _sweep(value, kept)
    elif isinstance(node, Sequence):
        if any(value is _GONE for value in node):
            before = kept.get(id(node), range(len(node)))
            kept[id(node)] = [n for n, value in zip(before, node, strict=True) if value is not _GONE]
            node[:] = [value for value in node if value is not _GONE]
        for value in node:
            _sweep(value, kept)
