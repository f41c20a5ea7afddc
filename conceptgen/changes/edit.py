"""Changes made to plain data: first values, then what leaves its list, then what comes, each to its place."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from conceptgen.changes.change import Change
from conceptgen.origin import Path


class NoSuchPlace(Exception):
    """A change speaks of a place that the input does not have."""

    def __init__(self, change: Change) -> None:
        super().__init__(change)
        self.change = change


@dataclass
class Edited:
    """The data after the changes, and how it came about.

    ``twins`` gives the old list or mapping of each that is still there, ``entries`` the old list and index of each
    entry of a list, both by ``id()``.
    """

    data: dict[str, Any]
    twins: dict[int, Any] = field(default_factory=dict)
    entries: dict[int, tuple[list[Any], int]] = field(default_factory=dict)


def edited(data: dict[str, Any], changes: Iterable[Change]) -> Edited:
    """A changed copy of the data. Raises NoSuchPlace for a change whose place is not there."""
    result = Edited({})
    result.data = _copy(data, result)
    changes = tuple(changes)
    places = [(each, *_held(result.data, each)) for each in changes]
    leaving = [(holder, entry) for each, holder, entry in places if each.kind in ("remove", "move")]
    targets = {id(each): _list_at(result.data, each) for each in changes if each.kind in ("add", "move")}
    for each, holder, _ in places:
        if each.kind == "set":
            _set(holder, each)
    for holder, entry in leaving:
        _take_out(holder, entry)
    coming = [(each, entry) for each, _, entry in places if each.kind in ("add", "move")]
    for each, entry in sorted(coming, key=lambda pair: pair[0].index):
        value = entry if each.kind == "move" else deepcopy(each.new)
        targets[id(each)].insert(each.index, value)
    return result


def _copy(value: Any, result: Edited) -> Any:
    if isinstance(value, str) or value is None:
        return value
    copy: Any
    if isinstance(value, dict):
        copy = {key: _copy(each, result) for key, each in value.items()}
    else:
        copy = [_entry(each, value, n, result) for n, each in enumerate(value)]
    result.twins[id(copy)] = value
    return copy


class _Entry(str):
    """A text in a list, told from its equals by identity."""

    __slots__ = ()


def _entry(value: Any, holder: list[Any], index: int, result: Edited) -> Any:
    copy = _Entry(value) if isinstance(value, str) else _copy(value, result)
    result.entries[id(copy)] = (holder, index)
    return copy


def _take_out(holder: list[Any], entry: Any) -> None:
    at = next((n for n, each in enumerate(holder) if each is entry), None)
    if at is not None:
        del holder[at]


def _held(data: dict[str, Any], change: Change) -> tuple[Any, Any]:
    """What holds the place of a change, and the entry that leaves it."""
    if change.kind == "add":
        return None, None
    if change.kind == "set":
        path = (*change.path, "") if change.keys else change.path
        return _walk(data, path[:-1], change), None
    holder = _walk(data, change.path[:-1], change)
    index = change.path[-1]
    if not isinstance(holder, list) or not isinstance(index, int) or index >= len(holder):
        raise NoSuchPlace(change)
    return holder, holder[index]


def _walk(data: Any, path: Path, change: Change) -> Any:
    """The list or mapping at a path; mappings on the way that are not there yet are made."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.setdefault(step, {})
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            raise NoSuchPlace(change)
    return data


def _list_at(data: Any, change: Change) -> list[Any]:
    path = change.to or change.path
    holder = _walk(data, path[:-1], change)
    if not isinstance(holder, dict) or not isinstance(path[-1], str):
        raise NoSuchPlace(change)
    found = holder.setdefault(path[-1], [])
    if not isinstance(found, list):
        raise NoSuchPlace(change)
    return found


def _set(holder: Any, change: Change) -> None:
    if change.keys:
        for key in change.keys:
            holder.pop(key, None)
        holder.update(change.new or {})
        return
    last = change.path[-1]
    is_there = (
        isinstance(holder, list) and isinstance(last, int) and last < len(holder) and change.new is not None
    )
    if not is_there and not isinstance(holder, dict):
        raise NoSuchPlace(change)
    if change.new is None:
        holder.pop(last, None)
    else:
        holder[last] = change.new
