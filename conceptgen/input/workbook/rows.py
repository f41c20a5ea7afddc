"""Plain data → the rows of every sheet, as cells: what a workbook of this input shows."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from conceptgen.input.workbook.columns import (
    ID,
    PARENT,
    PART,
    REST,
    Column,
    Keys,
    columns,
    figure_keys,
    has_parent,
    holder_of,
    levels_of,
    sheet_of,
)
from conceptgen.input.workbook.entries import Entry, Labels, entries, is_spread
from conceptgen.input.workbook.heads import has_part, level_spec
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.one_line import one_line
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.input.workbook.speech import Cell, Speech
from conceptgen.model.schema import words_of_field
from conceptgen.origin import Path

LONGEST = 32_000
"""Letters that a cell is given; a longer text is shown by its beginning and stays as it is in the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it comes from, and its cells by column."""

    address: str
    path: Path
    cells: dict[str, Cell] = field(default_factory=dict)


def rows(data: dict[str, Any], language: str) -> tuple[dict[str, list[Row]], Labels]:
    """The rows of every sheet by its key, and what they call the things they belong to."""
    names = Names.of(data, language)
    labels = Labels(data, names)
    maker = _Maker(data, Speech(language, names), labels)
    return {sheet.key: maker.rows(sheet) for sheet in SHEETS}, labels


def without_sheet(data: dict[str, Any]) -> list[str]:
    """The parts of an input that no sheet holds, by their keys."""
    held = {way.split(".")[0].removesuffix("[]") for sheet in SHEETS for way in sheet.lists}
    return [key for key in data if key not in held and key != "schema"]


def value_at(item: Any, keys: Keys) -> Any:
    """What stands at the end of a way inside an item; None for nothing."""
    for key in keys:
        if isinstance(key, int):
            item = item[key] if isinstance(item, list) and len(item) > key else None
        else:
            item = item.get(key) if isinstance(item, dict) else None
    return item


class _Maker:
    def __init__(self, data: dict[str, Any], speech: Speech, labels: Labels) -> None:
        self._data, self._speech, self._labels = data, speech, labels

    def rows(self, sheet: Sheet) -> list[Row]:
        if sheet.is_form:
            path = tuple(sheet.lists[0].split("."))
            item = value_at(self._data, path)
            return [] if item is None else [self._row(sheet, Entry(path, sheet.lists[0], item, ()))]
        return [self._row(sheet, entry) for entry in entries(sheet, self._data)]

    def _row(self, sheet: Sheet, entry: Entry) -> Row:
        id_ = "" if sheet.is_form else entry.item.get("id", "")
        cells: dict[str, Cell] = {ID: id_, **self._holders(sheet, entry)}
        if has_part(sheet):
            cells[PART] = part_label(entry.way, self._speech.language)
        cells |= {each.spec: self._cell(sheet, each, entry.item) for each in columns(sheet)}
        rest = remainder(sheet, entry)
        cells[REST] = one_line(rest) if rest else ""
        shown = {key: _shortened(cell) for key, cell in cells.items() if cell != ""}
        return Row(entry.address, entry.path, shown)

    def _holders(self, sheet: Sheet, entry: Entry) -> dict[str, Cell]:
        if has_parent(sheet):
            return {PARENT: self._labels.of_holder(holder_of(entry.way), entry.holders[-1][1])}
        if not levels_of(sheet):
            return {}
        found: dict[str, Cell] = {}
        siblings = self._data.get("chains", [])
        for number, (level, item) in enumerate(entry.holders):
            if number:
                siblings = entry.holders[number - 1][1][level]
            found[level_spec(level)] = self._labels.of_level(item, siblings)
        return found

    def _cell(self, sheet: Sheet, column: Column, item: dict[str, Any]) -> Cell:
        if 0 in column.keys and not is_spread(sheet, item, str(column.keys[0])):
            return ""
        value = value_at(item, column.keys)
        if column.is_figure:
            assert column.kind.model is not None
            keys = figure_keys(column.kind.model)
            inside = {key: each for key, each in (value or {}).items() if key in keys}
            return self._speech.figure(column.kind.model, inside) if inside else ""
        return "" if value is None else self._speech.cell(column.kind, value)


def part_label(way: str, language: str) -> str:
    """What tells one list of a sheet from the others: its own name, or that of what holds it."""
    steps = way.split(".")
    owner, name = _PART_NAMES.get(way, ("RoleProfile", steps[-1]))
    return words_of_field(owner, name, language)[0]


_PART_NAMES = {
    "organization.facts": ("Project", "organization"),
    "concept.current_state.facts": ("Concept", "current_state"),
}


def remainder(sheet: Sheet, entry: Entry) -> dict[str, Any]:
    """What no column and no other sheet holds."""
    kept = {key: each for key, each in entry.item.items() if key != "id" or sheet.is_form}
    rest: dict[str, Any] = deepcopy(kept)
    for column in columns(sheet):
        if 0 in column.keys:
            if is_spread(sheet, entry.item, str(column.keys[0])):
                rest.pop(str(column.keys[0]), None)
        elif column.is_figure:
            assert column.kind.model is not None
            for key in figure_keys(column.kind.model):
                _drop(rest, (*column.keys, key))
        else:
            _drop(rest, column.keys)
    _drop_lists(rest, entry.way if sheet.is_form else f"{entry.way}[]", entry.item, ())
    return rest


def _drop(rest: dict[str, Any], keys: Keys) -> None:
    """Take a value out, and what holds it where nothing else is left there."""
    holder = value_at(rest, keys[:-1])
    if isinstance(holder, dict) and keys[-1] in holder:
        del holder[keys[-1]]
        if not holder and keys[:-1]:
            _drop(rest, keys[:-1])


def _drop_lists(rest: dict[str, Any], way: str, item: Any, keys: Keys) -> None:
    for key, value in item.items():
        inside = f"{way}.{key}"
        holding = sheet_of(inside)
        if holding is not None and not holding.first:
            _drop(rest, (*keys, key))
        elif isinstance(value, dict):
            _drop_lists(rest, inside, value, (*keys, key))


def _shortened(cell: Cell) -> Cell:
    return f"{cell[: LONGEST - 1]}…" if isinstance(cell, str) and len(cell) > LONGEST else cell
