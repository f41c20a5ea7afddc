"""A tree of nodes growing as the parser reads: paths, equal keys and limits, for YAML and JSON alike."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgen.load import limits
from conceptgen.load.mending import quoted
from conceptgen.load.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.load.report import NOWHERE, Place, Report
from conceptgen.origin import Path


class LimitReached(Exception):  # noqa: N818 - not an error of the program: the finding is already reported
    """The input is too deep or too large to read on."""


@dataclass(slots=True)
class Frame:
    """An open mapping or list, and the key that awaits its value; ``is_key``: this itself stands as a key."""

    node: Mapping | Sequence
    is_key: bool = False
    key: str | None = None
    key_at: Place = NOWHERE
    awaits_value: bool = False


class Growth:
    """The tree so far."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Node | None = None
        self.frames: list[Frame] = []
        self._count = 0

    @property
    def expects_key(self) -> bool:
        """The next thing is a key of the innermost open mapping."""
        return (
            bool(self.frames) and type(self.frames[-1].node) is Mapping and not self.frames[-1].awaits_value
        )

    @property
    def is_in_key(self) -> bool:
        """Somewhere around, a mapping or list stands in the place of a key."""
        return any(frame.is_key for frame in self.frames)

    def name(self, key: str | None, at: Place) -> None:
        """Take a key; None for one that is refused, its value will be left out."""
        frame = self.frames[-1]
        frame.key, frame.key_at, frame.awaits_value = key, at, True

    def forget_key(self) -> None:
        """The key turned out to be none."""
        frame = self.frames[-1]
        frame.awaits_value = False
        self._count_one(frame.key_at)

    def put(self, node: Node) -> None:
        """Place a value."""
        self._count_one((node.line, node.column))
        if type(node) is Scalar and len(node) > limits.TEXT:
            at, path = (node.line, node.column), self.path()
            self.report.add("E-LIM-03", at, path=path, length=len(node), limit=limits.TEXT)
        if not self.frames:
            self.root = node
        elif type(parent := self.frames[-1].node) is Sequence:
            parent.append(node)
        else:
            self._put_in_mapping(self.frames[-1], node)

    def _put_in_mapping(self, frame: Frame, node: Node) -> None:
        mapping, key = frame.node, frame.key
        assert isinstance(mapping, Mapping)
        if key is not None and key in mapping:
            first = mapping.keys_at[key][0]
            self.report.add("E-YML-02", frame.key_at, path=self.path(), name=key, first=first)
        elif key is not None:
            mapping[key] = node
            mapping.keys_at[key] = frame.key_at
        frame.awaits_value = False

    def open(self, node: Mapping | Sequence) -> None:
        """Place a mapping or list; what follows goes into it."""
        if len(self.frames) >= limits.DEPTH:
            self._stop("E-LIM-02", (node.line, node.column), limits.DEPTH)
        if self.expects_key:
            self.frames.append(Frame(node, is_key=True))
            return
        frame = Frame(node)
        path_holder = self.frames[-1] if self.frames else None
        self.put(node)
        if path_holder:
            path_holder.awaits_value = type(path_holder.node) is Mapping
        self.frames.append(frame)

    def close(self) -> None:
        """Leave the innermost open mapping or list."""
        frame = self.frames.pop()
        if frame.is_key:
            self.name(None, (frame.node.line, frame.node.column))
        elif self.frames:
            self.frames[-1].awaits_value = False

    def path(self) -> Path:
        """Where the next value goes: keys and indexes from the root."""
        steps: list[str | int] = []
        for frame in self.frames:
            if type(frame.node) is Sequence:
                steps.append(len(frame.node) - (frame is not self.frames[-1]))
            elif frame.awaits_value and frame.key is not None:
                steps.append(frame.key)
        return tuple(steps)

    def path_of_container(self) -> Path:
        """Where the innermost open mapping or list itself stands."""
        path = self.path()
        frame = self.frames[-1]
        has_step = type(frame.node) is Sequence or (frame.awaits_value and frame.key is not None)
        return path[:-1] if has_step else path

    def spell(self, text: str, key: str | None = None) -> str:
        """A text as it should be written where the next value goes: in quotes, after its key."""
        frame = self.frames[-1] if self.frames else None
        key = key or (frame.key if frame and frame.awaits_value else None)
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
