"""JSON → tree. Strict, positional and without recursion; numbers stay as written."""

from __future__ import annotations

import json
import re
from typing import Literal

from conceptgen.input.findings_report import Place, Report
from conceptgen.input.text.character_checks import TextCheck
from conceptgen.input.text.json_mistakes import StopPoint, explain
from conceptgen.input.text.nodes import Kind, Mapping, Node, Scalar, Sequence
from conceptgen.input.text.source import Source
from conceptgen.input.text.tree_builder import LimitReached, TreeBuilder

State = Literal["value", "first", "key", "first key", "colon", "after", "end"]

_TOKEN = re.compile(
    r"[ \t\n\r]*+(?:"
    r'(?P<text>"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)(?![\w.+-])"
    r"|(?P<word>true|false|null)(?!\w)"
    r"|(?P<mark>[{}\[\],:]))"
)
_KINDS: dict[str, Kind] = {"true": "boolean", "false": "boolean", "null": "null"}


def read_json(source: Source, report: Report) -> Node | None:
    """The tree, or None at the first mistake of syntax."""
    if not source.text.strip():
        return None
    reader = _Reader(source, report)
    try:
        reader.read()
    except LimitReached:
        return None
    return reader.builder.root if reader.is_complete else None


class _Reader:
    """Takes one token after another; ``_state`` is what may come next."""

    def __init__(self, source: Source, report: Report) -> None:
        self.builder = TreeBuilder(report)
        self.is_complete = False
        self._source, self._report = source, report
        self._check = TextCheck(source, report)
        self._state: State = "value"

    def read(self) -> None:
        """Read to the end, or to the first mistake."""
        text, offset = self._source.text, 0
        while match := _TOKEN.match(text, offset):
            if not self._take(match):
                break
            offset = match.end()
        self.is_complete = self._state == "end" and not text[offset:].strip(" \t\n")
        if not self.is_complete:
            opened = (self.builder.top.node.line, self.builder.top.node.column)
            explain(self._source, StopPoint(offset, self._state, opened, self._bracket()), self._report)

    def _bracket(self) -> str:
        if not self.builder.is_open:
            return ""
        return "{" if isinstance(self.builder.top.node, Mapping) else "["

    def _take(self, match: re.Match[str]) -> bool:
        """Take a token if it may stand here."""
        kind = match.lastgroup or ""
        token, start = match[kind], match.start(kind)
        if kind == "mark":
            return self._take_mark(token, start)
        if self._state in ("key", "first key") and kind == "text":
            key = self._text(match)
            self.builder.name(key, self._source.place(start))
            self._state = "colon"
            return True
        if self._state not in ("value", "first"):
            return False
        text = self._text(match) if kind == "text" else token
        node_kind: Kind = "quoted" if kind == "text" else _KINDS.get(token, "number")
        self.builder.put(Scalar(text, node_kind, *self._source.place(start)))
        self._state = "after" if self.builder.is_open else "end"
        return True

    def _text(self, match: re.Match[str]) -> str:
        token, start = match["text"], match.start("text")
        text: str = json.loads(token) if "\\" in token else token[1:-1]
        if self._check.has_dirt or "\\" in token:
            return self._check.refine(text, start, match.end(), self.builder.path())
        return text

    def _take_mark(self, mark: str, offset: int) -> bool:
        if mark in "{[":
            return self._open(mark, self._source.place(offset))
        if mark in "}]":
            return self._close(mark)
        if mark == ":":
            is_due, self._state = self._state == "colon", "value" if self._state == "colon" else self._state
            return is_due
        if self._state != "after":
            return False
        self._state = "key" if isinstance(self.builder.top.node, Mapping) else "value"
        return True

    def _open(self, mark: str, at: Place) -> bool:
        if self._state not in ("value", "first"):
            return False
        self.builder.open(Mapping(*at) if mark == "{" else Sequence(*at))
        self._state = "first key" if mark == "{" else "first"
        return True

    def _close(self, mark: str) -> bool:
        fitting = Mapping if mark == "}" else Sequence
        empty: State = "first key" if mark == "}" else "first"
        if self._state not in ("after", empty) or not isinstance(self.builder.top.node, fitting):
            return False
        self.builder.close()
        self._state = "after" if self.builder.is_open else "end"
        return True
