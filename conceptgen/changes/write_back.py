"""Edited data written into its text: only what changed is written anew, in the style of what stood there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from conceptgen.changes.edit import Edited
from conceptgen.changes.positions import Entry, Spot, positions
from conceptgen.changes.rising import longest_rise
from conceptgen.changes.spelling import Habit, bare_or_quoted, flow, in_style
from conceptgen.model.scalars import is_id

Splice = tuple[int, int, str]
"""From where to where, and what stands there instead."""


def write_back(text: str, old: dict[str, Any], edited: Edited) -> str:
    """The text with the edited data in it. Raises yaml.YAMLError where the parser cannot find the places."""
    root = positions(text)
    writer = _Writer(text, edited)
    writer.learn(root, old)
    return _spliced(text, writer.value(root, old, edited.data, Entry(0, "", root)))


def _spliced(text: str, splices: Iterator[Splice], start: int = 0, end: int | None = None) -> str:
    """A stretch of the text with its splices made; those at one place in their order."""
    result, at = [], start
    for begin, stop, new in sorted(splices, key=lambda splice: splice[:2]):
        result += [text[at:begin], new]
        at = stop
    return "".join([*result, text[at:end]])


class _Writer:
    def __init__(self, text: str, edited: Edited) -> None:
        self._text, self._edited, self._habit = text, edited, Habit.of(text)
        self._spots: dict[int, Spot] = {}

    def learn(self, spot: Spot, old: Any) -> None:
        """Note where each mapping of the old data stands: a moved one takes its own lines along."""
        if isinstance(old, dict) and spot.kind == "mapping" and not spot.is_flow:
            self._spots[id(old)] = spot
        for part, inside in _parallel(spot, old):
            self.learn(part, inside)

    def value(self, spot: Spot, old: Any, new: Any, holder: Entry) -> Iterator[Splice]:
        """Splices that make a value the new one; ``holder`` is the entry it stands in."""
        is_short = spot.kind == "text" or (spot.kind == "mapping" and isinstance(old, list))
        if old == new and not self._is_renewed(old, new):
            return
        if spot.kind == "mapping" and isinstance(old, dict) and isinstance(new, dict) and new:
            yield from self._mapping(spot, old, new, holder)
        elif spot.kind == "list" and isinstance(old, list) and isinstance(new, list) and new:
            yield from self._list(spot, old, new, holder)
        elif is_short and (inner := _under_short_form(old, new)) is not None:
            yield from self.value(spot, *inner, holder)
        elif isinstance(new, str) and spot.kind == "text" and spot.start < spot.end:
            yield spot.start, spot.end, self._retold(spot, new)
        else:
            yield self._whole(spot, new, holder)

    def _is_renewed(self, old: Any, new: Any) -> bool:
        """Equal, but with entries of other places in it."""
        return isinstance(new, list) and any(
            self._edited.entries.get(id(each)) != (old, n) for n, each in enumerate(new)
        )

    def _mapping(
        self, spot: Spot, old: dict[str, Any], new: dict[str, Any], holder: Entry
    ) -> Iterator[Splice]:
        kept = [entry for entry in spot.entries if entry.key in new]
        added = {key: each for key, each in new.items() if all(entry.key != key for entry in spot.entries)}
        if not kept:
            yield self._whole(spot, new, holder)
            return
        for entry in kept:
            yield from self.value(entry.value, old.get(entry.key), new[entry.key], entry)
        yield from self._without([entry.key in old and entry.key not in new for entry in spot.entries], spot)
        if added:
            yield self._beside(
                spot, kept[-1], [self._entry(key, each, is_flow=spot.is_flow) for key, each in added.items()]
            )

    def _list(self, spot: Spot, old: list[Any], new: list[Any], holder: Entry) -> Iterator[Splice]:
        sources = [self._source(each, old) for each in new]
        still = longest_rise([at for at in sources if at is not None])
        if not still:
            yield self._whole(spot, new, holder)
            return
        anchor: Entry | None = None
        coming: list[list[str]] = []
        for each, source in zip(new, sources, strict=True):
            if source not in still or source is None:
                coming.append(self._item(each, is_flow=spot.is_flow))
                continue
            yield from self._placed(spot, anchor, spot.entries[source], coming)
            anchor, coming = spot.entries[source], []
            yield from self.value(anchor.value, old[source], each, anchor)
        if coming and anchor is not None:
            yield self._beside(spot, anchor, coming)
        yield from self._without([n not in still for n in range(len(old))], spot)

    def _placed(
        self, spot: Spot, anchor: Entry | None, following: Entry, coming: list[list[str]]
    ) -> Iterator[Splice]:
        if coming and anchor is not None:
            yield self._beside(spot, anchor, coming)
        elif coming and spot.is_flow:
            yield following.begin, following.begin, "".join(f"{lines[0]}, " for lines in coming)
        elif coming:
            column = self._column(following.begin)
            lines = [line for item in coming for line in item]
            new_line = self._habit.line_end + " " * column
            yield following.begin, following.begin, self._joined(lines, column) + new_line

    def _source(self, each: Any, old: list[Any]) -> int | None:
        """Where an entry stood in the old list, if it comes from there."""
        holder, index = self._edited.entries.get(id(each), (None, 0))
        return index if holder is old else None

    def _without(self, gone: Sequence[bool], spot: Spot) -> Iterator[Splice]:
        """Takes the lines of entries out; some entry stays."""
        entries = spot.entries
        first = gone.index(False)
        is_mid_line = not spot.is_flow and first > 0 and bool(self._before_on_line(entries[0].begin).strip())
        if first and (spot.is_flow or is_mid_line):
            yield entries[0].begin, entries[first].begin, ""
        at = first if spot.is_flow or is_mid_line else 0
        while at < len(entries):
            if gone[at]:
                last = next((n for n in range(at, len(entries)) if not gone[n]), len(entries)) - 1
                yield self._stretch(spot, at, last)
                at = last
            at += 1

    def _stretch(self, spot: Spot, first: int, last: int) -> Splice:
        entries = spot.entries
        if spot.is_flow:
            return entries[first - 1].value.end, entries[last].value.end, ""
        end = self._line_end(entries[last].value.end)  # comments between removed entries belong to them
        return self._line_start(entries[first].begin), self._past_line_end(end), ""

    def _beside(self, spot: Spot, anchor: Entry, coming: list[list[str]]) -> Splice:
        """New entries right after an old one."""
        if spot.is_flow:
            own_line = not self._before_on_line(spot.entries[-1].begin).strip()
            gap = self._habit.line_end + self._before_on_line(spot.entries[-1].begin) if own_line else " "
            return anchor.value.end, anchor.value.end, "".join(f",{gap}{lines[0]}" for lines in coming)
        end = self._line_end(anchor.value.end)
        lines = [line for item in coming for line in item]
        return end, end, self._joined(["", *lines], self._column(spot.entries[0].begin))

    def _retold(self, spot: Spot, new: str) -> str:
        raw = self._text[spot.start : spot.end]
        if self._habit.is_json:
            return flow(new, self._habit, like=raw)
        lines = in_style(new, spot.style, is_flow=spot.is_flow, indent=self._body_indent(spot, raw))
        if lines[0] == f"{spot.style}-" and raw[1:2] in "\r\n":
            lines[0] = spot.style  # the blank end that this style gives a text is none of its own
        return self._habit.line_end.join(lines)

    def _body_indent(self, spot: Spot, raw: str) -> int:
        body = next((line for line in raw.splitlines()[1:] if line.strip()), "")
        line = self._text[self._line_start(spot.start) : spot.start]
        return len(body) - len(body.lstrip(" ")) or len(line) - len(line.lstrip(" -")) + 2

    def _whole(self, spot: Spot, new: Any, holder: Entry) -> Splice:
        """A value written anew in place of another kind of value."""
        if spot.is_inside or (spot.is_flow and spot.entries):
            return spot.start, spot.end, flow(new, self._habit)
        is_key = holder.key_end > 0
        begin = self._text.index(":", holder.key_end) + 1 if is_key else spot.start
        column = self._column(holder.begin) + (0 if is_key else 2)
        return begin, spot.end, self._joined(self._after_key(new) if is_key else self._lines(new), column)

    def _after_key(self, value: Any) -> list[str]:
        """What follows the colon of a key: on the same line or on lines of its own."""
        if isinstance(value, str) or not value:
            first, *rest = self._lines(value)
            return [f" {first}", *_indented(rest, 2)]
        if isinstance(value, list) and all(isinstance(each, str) and is_id(each) for each in value):
            return [f" {flow([str(each) for each in value], self._habit)}"]
        return ["", *_indented(self._lines(value), 2 if isinstance(value, dict) else self._habit.list_indent)]

    def _entry(self, key: str, value: Any, *, is_flow: bool) -> list[str]:
        if is_flow:
            name = flow(key, self._habit)
            return [f"{name}: {flow(value, self._habit)}"]
        first, *rest = self._after_key(value)
        return [f"{bare_or_quoted(key)}:{first}", *rest]

    def _item(self, value: Any, *, is_flow: bool) -> list[str]:
        if is_flow:
            return [flow(value, self._habit)]
        first, *rest = self._lines(value)
        return [f"- {first}", *_indented(rest, 2)]

    def _lines(self, value: Any) -> list[str]:
        """A value as lines; a mapping that is moved takes its own lines along, comments and all."""
        if isinstance(value, str):
            return (
                in_style(value, "|", is_flow=False, indent=0) if _is_block(value) else [bare_or_quoted(value)]
            )
        if not value:
            return ["{}" if isinstance(value, dict) else "[]"]
        if isinstance(value, list):
            return [line for each in value for line in self._item(each, is_flow=False)]
        return self._own_lines(value) or [
            line for key, each in value.items() for line in self._entry(key, each, is_flow=False)
        ]

    def _own_lines(self, value: dict[str, Any]) -> list[str]:
        old = self._edited.twins.get(id(value))
        spot = self._spots.get(id(old))
        if spot is None or not all(key in value for key in (entry.key for entry in spot.entries)):
            return []
        inner = self.value(spot, old, value, Entry(spot.start, "", spot))
        first, *rest = _spliced(self._text, inner, spot.start, spot.end).splitlines()
        column = self._column(spot.start)
        return [first, *(line[column:] if not line[:column].strip() else line for line in rest)]

    def _joined(self, lines: Sequence[str], column: int) -> str:
        first, *rest = lines
        pad = " " * column
        return self._habit.line_end.join([first, *(pad + line if line else line for line in rest)])

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _before_on_line(self, offset: int) -> str:
        return self._text[self._line_start(offset) : offset]

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[end - 1 : end] == "\r" and end > offset else end

    def _past_line_end(self, end: int) -> int:
        return (
            end + len(self._habit.line_end) if self._text.startswith(self._habit.line_end, end) else end + 1
        )


def _is_block(text: str) -> bool:
    return (
        "\n" in text
        and text == text.strip()
        and not any(line.endswith((" ", "\t")) for line in text.split("\n"))
    )


def _indented(lines: Sequence[str], by: int) -> list[str]:
    return [" " * by + line if line else line for line in lines]


def _under_short_form(old: Any, new: Any) -> tuple[Any, Any] | None:
    """Old and new of what a short form holds: the only item of a list, the only field of an item."""
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new) == 1:
        return old[0], new[0]
    if isinstance(old, dict) and isinstance(new, dict) and len(old) == 1 and old.keys() == new.keys():
        return next(iter(old.values())), next(iter(new.values()))
    return None


def _parallel(spot: Spot, old: Any) -> Iterator[tuple[Spot, Any]]:
    """The parts of a value in the text and in the data, side by side, short forms seen through."""
    if spot.kind == "mapping" and isinstance(old, dict):
        yield from ((entry.value, old[entry.key]) for entry in spot.entries if entry.key in old)
    elif spot.kind == "list" and isinstance(old, list):
        yield from zip((entry.value for entry in spot.entries), old, strict=True)
    elif isinstance(old, list) and len(old) == 1:
        yield spot, old[0]
