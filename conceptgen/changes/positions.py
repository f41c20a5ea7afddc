"""Where each value stands in a YAML or JSON text, so that it can be changed there and nothing else is touched."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_LINE_ENDS_OF_YAML_ALONE = {
    ord("\u0085"): "\ue000",
    ord("\u2028"): "\ue000",
    ord("\u2029"): "\ue000",
    ord("\ufeff"): "\ue000",
}
"""The parser takes these for line ends or refuses them; in our input they are text. One sign for one keeps offsets."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Kind = Literal["text", "mapping", "list"]


@dataclass(slots=True)
class Entry:
    """An entry of a mapping or list: it begins with its key or dash."""

    begin: int
    key: str
    value: Spot
    key_end: int = 0


@dataclass(slots=True)
class Spot:
    """A value in the text: offsets of its first character and past its last one, line ends and comments not counted."""

    kind: Kind
    start: int
    end: int
    style: str = ""
    """Of a text: "" for a bare one, else its quote or its ``|`` or ``>``."""
    is_flow: bool = False
    """Written in brackets, or inside of brackets."""
    is_inside: bool = False
    """Inside of brackets."""
    entries: list[Entry] = field(default_factory=list)

    def get(self, key: str) -> Entry | None:
        """The entry of a mapping by its key."""
        return next((entry for entry in self.entries if entry.key == key), None)


def positions(text: str) -> Spot:
    """The tree of places of a text that loads without errors. Raises yaml.YAMLError where the parser cannot go."""
    safe = _without_tabs_between(text.translate(_LINE_ENDS_OF_YAML_ALONE))
    dashes = [
        token.start_mark.index
        for token in yaml.scan(safe, Loader=_LOADER)
        if isinstance(token, yaml.BlockEntryToken)
    ]
    return _Reader(safe, dashes).spot(yaml.compose(safe, Loader=_LOADER), is_flow=False)


def _without_tabs_between(text: str) -> str:
    """JSON may be indented by tabs, which YAML refuses; a blank instead changes no offset."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return text
    return re.sub(r'"(?:[^"\\]|\\.)*"|\t', lambda found: " " if found[0] == "\t" else found[0], text)


class _Reader:
    def __init__(self, text: str, dashes: list[int]) -> None:
        self._text, self._dashes = text, dashes

    def spot(self, node: Any, *, is_flow: bool) -> Spot:
        start = node.start_mark.index
        if isinstance(node, yaml.ScalarNode):
            return Spot("text", start, self._end_of_text(node), node.style or "", is_flow, is_flow)
        is_inside, is_flow = is_flow, is_flow or bool(node.flow_style)
        entries = self._entries(node, is_flow)
        end = node.end_mark.index if node.flow_style or not entries else entries[-1].value.end
        kind: Kind = "mapping" if isinstance(node, yaml.MappingNode) else "list"
        return Spot(kind, start, end, "", is_flow, is_inside, entries)

    def _entries(self, node: Any, is_flow: bool) -> list[Entry]:
        if isinstance(node, yaml.MappingNode):
            return [
                Entry(key.start_mark.index, key.value, self._value(key, value, is_flow), key.end_mark.index)
                for key, value in node.value
            ]
        values = [self.spot(value, is_flow=is_flow) for value in node.value]
        return [Entry(value.start if is_flow else self._dash(value.start), "", value) for value in values]

    def _value(self, key: Any, value: Any, is_flow: bool) -> Spot:
        spot = self.spot(value, is_flow=is_flow)
        if spot.start == spot.end:  # nothing is written: right after the colon
            spot.start = spot.end = self._text.index(":", key.end_mark.index) + 1
        return spot

    def _dash(self, start: int) -> int:
        return self._dashes[bisect_left(self._dashes, start) - 1]

    def _end_of_text(self, node: Any) -> int:
        """A block text ends with its last line, not where the next thing begins."""
        end: int = node.end_mark.index
        if node.style in ("|", ">"):
            end = node.start_mark.index + len(self._text[node.start_mark.index : end].rstrip(" \t\r\n"))
        return end
