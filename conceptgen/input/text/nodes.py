"""The input as read: text, mappings and lists that remember where they stand. No types are guessed here."""

from __future__ import annotations

from typing import Literal

Kind = Literal["plain", "quoted", "number", "boolean", "null"]
"""``plain`` and ``quoted`` are YAML's (and JSON strings are ``quoted``); the rest are JSON's own types."""


class Scalar(str):
    """The source text of one value, exactly as written (``1.10``, ``да``, ``007``), with its place (from 1)."""

    __slots__ = ("column", "kind", "line")
    kind: Kind
    line: int
    column: int

    def __new__(cls, text: str, kind: Kind, line: int, column: int) -> Scalar:
        """Make a scalar at a place."""
        self = super().__new__(cls, text)
        self.kind, self.line, self.column = kind, line, column
        return self

    @property
    def is_null(self) -> bool:
        """Absent by the core schema: empty, ``~`` or ``null`` without quotes."""
        return self.kind == "null" or (self.kind == "plain" and self in ("", "~", "null", "Null", "NULL"))


class Mapping(dict[str, "Node"]):
    """A mapping; ``keys_at`` tells where each key stands."""

    __slots__ = ("column", "keys_at", "line")

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column
        self.keys_at: dict[str, tuple[int, int]] = {}


class Sequence(list["Node"]):
    """A list."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


Node = Scalar | Mapping | Sequence


def locate(root: Node, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    """Line and column of the node at a path, or of the deepest one on the way; ``key`` wants the key's place."""
    node: Node = root
    place = (node.line, node.column)
    for step in path:
        if isinstance(node, Mapping) and step in node:
            at_key, node = node.keys_at.get(str(step)), node[str(step)]
            inside = isinstance(node, Scalar) and not key
            place = (node.line, node.column) if inside or at_key is None else at_key
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
            place = (node.line, node.column)
        elif isinstance(node, Mapping) and step in node.keys_at:
            return node.keys_at[str(step)]  # empty, and it is known where it would stand
        elif not (step == 0 and isinstance(node, Scalar | Mapping)):
            break
    return place
