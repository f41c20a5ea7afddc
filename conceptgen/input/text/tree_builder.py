"""A tree of nodes growing as the parser reads: paths, equal keys and limits, for YAML and JSON alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from conceptgen.input import limits
from conceptgen.input.findings_report import NOWHERE, Place, Report
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.input.text.quick_fixes import quoted
from conceptgen.origin import Path


class LimitReached(Exception):
    """The input is too deep or too large to read on."""


@dataclass(slots=True)
class Frame:
    """An open mapping or list, and the key that awaits its value; ``is_key``: this itself stands as a key."""

    node: Mapping | Sequence
    is_key: bool = False
    key: str | None = None
    key_at: Place = NOWHERE
    awaits_value: bool = False
    expects_key: bool = field(init=False)

    def __post_init__(self) -> None:
        self.expects_key = type(self.node) is Mapping


class TreeBuilder:
    """The tree so far; ``top`` is the innermost open mapping or list."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._ground = Sequence(1, 1)  # holds the root, so that nothing is a special case
        self.top = Frame(self._ground)
        self.frames = [self.top]
        self._count = 0

    @property
    def root(self) -> Node | None:
        """The outermost node."""
        return self._ground[0] if self._ground else None

    @property
    def is_open(self) -> bool:
        """A mapping or list is not closed yet."""
        return len(self.frames) > 1

    @property
    def is_in_key(self) -> bool:
        """Somewhere around, a mapping or list stands in the place of a key."""
        return any(frame.is_key for frame in self.frames)

    def name(self, key: str | None, at: Place) -> None:
        """Take a key; None for one that is refused, its value will be left out."""
        top = self.top
        top.key, top.key_at, top.awaits_value, top.expects_key = key, at, True, False

    def forget_key(self) -> None:
        """The key turned out to be none."""
        self.top.awaits_value, self.top.expects_key = False, True
        self._count_one(self.top.key_at)

    def put(self, node: Node) -> None:
        """Place a value."""
        self._count_one((node.line, node.column))
        if type(node) is Scalar and len(node) > limits.TEXT:
            at, path = (node.line, node.column), self.path()
            self.report.add("E-LIM-03", at, path=path, length=len(node), limit=limits.TEXT)
        top = self.top
        if top.awaits_value:
            self._put_in_mapping(top, node)
        elif isinstance(top.node, Sequence):
            top.node.append(node)

    def _put_in_mapping(self, frame: Frame, node: Node) -> None:
        mapping, key = frame.node, frame.key
        assert isinstance(mapping, Mapping)
        if key is not None and key in mapping:
            first = mapping.keys_at[key][0]
            self.report.add("E-YML-02", frame.key_at, path=self.path(), name=key, first=first)
        elif key is not None:
            mapping[key] = node
            mapping.keys_at[key] = frame.key_at
        frame.awaits_value, frame.expects_key = False, True

    def open(self, node: Mapping | Sequence) -> None:
        """Place a mapping or list; what follows goes into it."""
        if len(self.frames) > limits.DEPTH:
            self._stop("E-LIM-02", (node.line, node.column), limits.DEPTH)
        outer, stands_as_key = self.top, self.top.expects_key
        if not stands_as_key:
            is_value = outer.awaits_value
            self.put(node)
            outer.awaits_value, outer.expects_key = is_value, False
        self.top = Frame(node, is_key=stands_as_key)
        self.frames.append(self.top)

    def close(self) -> None:
        """Leave the innermost open mapping or list."""
        left = self.frames.pop()
        self.top = self.frames[-1]
        if left.is_key:
            self.name(None, (left.node.line, left.node.column))
        else:
            self.top.awaits_value, self.top.expects_key = False, isinstance(self.top.node, Mapping)

    def path(self) -> Path:
        """Where the next value goes: keys and indexes from the root."""
        steps: list[str | int] = []
        for frame in self.frames[1:]:
            if isinstance(frame.node, Sequence):
                steps.append(len(frame.node) - (frame is not self.top))
            elif frame.awaits_value and frame.key is not None:
                steps.append(frame.key)
        return tuple(steps)

    def path_of_container(self) -> Path:
        """Where the innermost open mapping itself stands."""
        path = self.path()
        return path[:-1] if self.top.awaits_value and self.top.key is not None else path

    def as_yaml(self, text: str, key: str | None = None) -> str:
        """A text as it should be written where the next value goes: in quotes, after its key."""
        key = key or (self.top.key if self.top.awaits_value else None)
        return f"{key}: {quoted(text)}" if key else quoted(text)

    def _count_one(self, at: Place) -> None:
        self._count += 1
        if self._count > limits.NODES:
            self._stop("E-LIM-04", at, limits.NODES)
        if self.report.is_full:
            raise LimitReached

    def _stop(self, code: str, at: Place, limit: int) -> None:
        self.report.add(code, at, path=self.path(), limit=limit)
        raise LimitReached
