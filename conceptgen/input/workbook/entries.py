"""The rows of a sheet in plain data: every item of its lists in the order of the input, and what holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from conceptgen.input.workbook.columns import Column, columns, figure_keys, holder_of, sheet_of
from conceptgen.input.workbook.names import Names, name_in, normal
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.origin import Path, format_path

_TOUCHPOINTS = "touchpoints"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: its path, the list it is in, and the items of lists that hold it, the outermost first."""

    path: Path
    way: str
    item: dict[str, Any]
    holders: tuple[tuple[str, dict[str, Any]], ...]

    @property
    def address(self) -> str:
        """The path as the row keeps it."""
        return format_path(self.path)


def entries(sheet: Sheet, data: dict[str, Any]) -> list[Entry]:
    """The items of a sheet's lists in the order of the input."""
    found = [entry for way in sheet.lists for entry in _under(data, way.split("."), (), way, ())]
    if sheet.first:
        found = [entry for entry in found if _has_own_row(sheet, entry)]
    order = _order(sheet)
    return sorted(found, key=lambda entry: [order.get(step, step) for step in entry.path])


def _under(
    data: Any, steps: list[str], path: Path, way: str, holders: tuple[tuple[str, dict[str, Any]], ...]
) -> Iterator[Entry]:
    key = steps[0].removesuffix("[]")
    value = data.get(key) if isinstance(data, dict) else None
    if len(steps) > 1 and not steps[0].endswith("[]"):
        yield from _under(value, steps[1:], (*path, key), way, holders)
        return
    for index, item in enumerate(value if isinstance(value, list) else ()):
        at = (*path, key, index)
        if len(steps) == 1:
            yield Entry(at, way, item, holders)
        else:
            yield from _under(item, steps[1:], at, way, (*holders, (key, item)))


@cache
def _order(sheet: Sheet) -> dict[str | int, int]:
    steps = dict.fromkeys(step.removesuffix("[]") for way in sheet.lists for step in way.split("."))
    return {step: number for number, step in enumerate(steps)}


def _has_own_row(sheet: Sheet, entry: Entry) -> bool:
    """An entry whose elder stands in the row of its holder; with an elder that cannot, all stand there in one line."""
    holding = sheet_of(holder_of(entry.way))
    index, key = entry.path[-1], str(entry.path[-2])
    assert holding is not None
    assert isinstance(index, int)
    return index >= sheet.first and is_spread(holding, entry.holders[-1][1], key)


def is_spread(sheet: Sheet, item: dict[str, Any], key: str) -> bool:
    """Whether the first entry of a list fits the columns its holder's row has for it."""
    values = item.get(key)
    if not isinstance(values, list) or not values:
        return True
    if len(values) > 1 and sheet.key != _TOUCHPOINTS:
        return False
    return _fits(values[0], [each for each in columns(sheet) if each.keys[:2] == (key, 0)])


def _fits(value: dict[str, Any], own: Iterable[Column]) -> bool:
    there = {each.keys[2]: each for each in own}
    if not set(value) <= set(there):
        return False
    return all(
        set(value[key]) <= set(figure_keys(each.kind.model))
        for key, each in there.items()
        if each.is_figure and key in value and each.kind.model is not None
    )


class Labels:
    """What rows call the things they belong to."""

    def __init__(self, data: dict[str, Any], names: Names) -> None:
        self._data, self._names = data, names
        self._single: dict[str, dict[int, str]] = {}
        self._levels: dict[int, str] = {}
        self._held: dict[str, dict[str, dict[str, Any]]] = {}

    def of_holder(self, way: str, item: dict[str, Any]) -> str:
        """The label of an item, unlike that of any other in its sheet."""
        sheet = sheet_of(way)
        assert sheet is not None
        if sheet.key not in self._single:
            self._single[sheet.key] = self.told_apart([each.item for each in entries(sheet, self._data)])
        return self._single[sheet.key].get(id(item), "")

    def of_level(self, item: dict[str, Any], siblings: list[dict[str, Any]]) -> str:
        """The label of a level of a chain, unlike that of any other beside it."""
        if id(item) not in self._levels:
            self._levels |= self.told_apart(siblings)
        return self._levels.get(id(item), "")

    def holders(self, way: str) -> dict[str, dict[str, Any]]:
        """The items of a sheet by their labels."""
        sheet = sheet_of(way)
        assert sheet is not None
        if way not in self._held:
            found = entries(sheet, self._data)
            self._held[way] = {normal(self.of_holder(way, each.item)): each.item for each in found}
        return self._held[way]

    def known_level(self, item: dict[str, Any]) -> str:
        """The label that a level had when it was asked for; "" for none."""
        return self._levels.get(id(item), "")

    def told_apart(self, items: list[dict[str, Any]]) -> dict[int, str]:
        """The label of each of these, unlike that of any other of them."""
        named = [(item, " ".join(self._name(item).split())) for item in items]
        counts = Counter(normal(name) for _, name in named)
        met: Counter[str] = Counter()
        found: dict[int, str] = {}
        for item, name in named:
            met[normal(name)] += 1
            is_single = counts[normal(name)] == 1 and name
            mark = item.get("id") or f"#{met[normal(name)]}"
            found[id(item)] = name if is_single else f"{name} [{mark}]".strip()
        return found

    def _name(self, item: dict[str, Any]) -> str:
        zone = item.get("zone", "")
        return name_in(item) or self._names.name_of(zone) or zone
