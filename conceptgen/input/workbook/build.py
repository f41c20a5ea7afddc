"""Rows → plain data of an input: laid over the input the workbook was made from, where it has one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.columns import (
    ADDRESS,
    ID,
    PARENT,
    PART,
    REST,
    Column,
    columns,
    has_parent,
    holder_of,
    levels_of,
)
from conceptgen.input.workbook.entries import Entry, entries
from conceptgen.input.workbook.grid import Grid, GridRow
from conceptgen.input.workbook.heads import level_spec
from conceptgen.input.workbook.holders import Holders
from conceptgen.input.workbook.levels import Levels
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.places import Atlas
from conceptgen.input.workbook.rows import Row, rows, value_at
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.input.workbook.values import Values, is_same, lay_rest, put
from conceptgen.model.naming import NAMING
from conceptgen.model.project import Project
from conceptgen.model.scalars import is_id

Item = dict[str, Any]
Place = tuple[int, int]
Spots = dict[int, dict[tuple[str | int, ...], Place]]
"""Where values stand, by ``id()`` of their item and the way inside it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A row of the earlier input that the workbook has no more; ``is_needed``: rows of other sheets belong to it."""

    sheet: Sheet
    entry: Entry
    is_needed: bool


@dataclass
class Built:
    """The data, where its values stand, and what the workbook lacks."""

    data: Item
    spots: Spots
    blanks: Spots
    missing: list[Missing]
    failed: frozenset[str] = frozenset()
    """What the rows are called that could not be put anywhere."""


@dataclass(slots=True)
class _Placed:
    sheet: Sheet
    grid: Grid
    row: GridRow
    item: Item
    base: Row | None


def build(
    grids: dict[str, Grid], base: Item | None, language: str, report: Report, *, keep_missing: bool = False
) -> Built:
    """The data that a workbook says.

    What a cell says as the earlier input would have said it, and what no cell says, stays as it was there. With
    ``keep_missing`` an item whose row is gone stays.
    """
    return _Builder(grids, base, language, report).build(keep_missing=keep_missing)


class _Builder:
    def __init__(self, grids: dict[str, Grid], base: Item | None, language: str, report: Report) -> None:
        self._grids, self._language, self._report = grids, language, report
        self._data: Item = deepcopy(base) if base is not None else {"schema": "conceptgen/1"}
        self._has_base = base is not None
        self._before, self._earlier = rows(self._data, language)
        for way in (holder_of(way) for sheet in SHEETS if has_parent(sheet) for way in sheet.lists):
            self._earlier.holders(way)  # while everything is as it was
        self._old = {
            (sheet.key, entry.address): entry
            for sheet in SHEETS
            if not sheet.is_form
            for entry in entries(sheet, self._data)
        }
        self._lists = {entry.path[:-1]: value_at(self._data, entry.path[:-1]) for entry in self._old.values()}
        self._placed: list[_Placed] = []
        self._made: list[tuple[Item, GridRow]] = []
        self._last: dict[int, Item] = {}
        self._failed: set[str] = set()
        self._ids = {
            str(row.cells[ID]) for found in self._before.values() for row in found if ID in row.cells
        }

    def build(self, *, keep_missing: bool) -> Built:
        for sheet in SHEETS:
            if (grid := self._grids.get(sheet.key)) is not None:
                self._place_form(sheet, grid) if sheet.is_form else self._place_rows(sheet, grid)
        missing = self._missing(keep_missing=keep_missing)
        names = Names.of(self._data, self._language, make_ids=True)
        values = Values(names, self._language, self._report)
        for each in self._placed:
            values.lay(each.sheet, each.item, each.row, set(each.grid.places), each.base)
        values.sums.complete(self._data)
        values.shares.tell()
        self._skip_levels()
        without_empty(self._data)
        return Built(self._data, self._spots(), self._blanks(), missing, frozenset(self._failed))

    def _place(self, placed: _Placed) -> None:
        if REST in placed.grid.places:
            lay_rest(placed.item, placed.row, placed.base)
        self._placed.append(placed)

    def _place_form(self, sheet: Sheet, grid: Grid) -> None:
        row, path = grid.rows[0], sheet.lists[0].split(".")
        holder = value_at(self._data, tuple(path))
        if holder is None and not row.cells and not is_needed(sheet):
            return
        item = self._data
        for key in path:
            item = item.setdefault(key, {})
        self._place(_Placed(sheet, grid, row, item, next(iter(self._before[sheet.key]), None)))

    def _place_rows(self, sheet: Sheet, grid: Grid) -> None:
        before = {row.address: row for row in self._before[sheet.key]}
        levels = Levels(self._data, sheet, self._earlier, self._language) if levels_of(sheet) else None
        holders = Holders(self._data, sheet, self._earlier, self._language, self._report)
        for row in self._ordered(grid):
            # An address that comes twice is a copied row: a new one.
            base = before.pop(row.text(ADDRESS), None)
            entry = self._old[sheet.key, base.address] if base is not None else None
            item: Item = entry.item if entry is not None else {}
            if entry is not None and base is not None and _stays(sheet, row, base):
                if levels is not None:
                    levels.follow(entry.holders)
                self._last[id(self._lists[entry.path[:-1]])] = item
            else:
                target = levels.target(row) if levels is not None else holders.target(row)
                if target is None or not _says_something(row):
                    continue
                if entry is not None:
                    _take_out(self._lists[entry.path[:-1]], item)
                self._insert(sheet, target, item)
            self._name(sheet, row, item, base)
            self._place(_Placed(sheet, grid, row, item, base))
        self._made += levels.made if levels is not None else []
        self._failed |= holders.failed

    def _ordered(self, grid: Grid) -> list[GridRow]:
        """The rows as they were written, new ones after those they follow: sorting a sheet moves nothing."""
        if self._has_base:
            return grid.rows
        keyed: list[tuple[list[int], int, GridRow]] = []
        key: list[int] = []
        for number, row in enumerate(grid.rows):
            key = _numbers(row.text(ADDRESS)) or key
            keyed.append((key, number, row))
        return [row for *_, row in sorted(keyed, key=lambda each: each[:2])]

    def _insert(self, sheet: Sheet, target: list[Item], item: Item) -> None:
        """Put an item after that of the row above it."""
        last = self._last.get(id(target))
        above = next((n for n, each in enumerate(target) if each is last), None)
        at = above + 1 if above is not None else len(target) if sheet.first else 0
        target.insert(at, item)
        self._last[id(target)] = item

    def _name(self, sheet: Sheet, row: GridRow, item: Item, base: Row | None) -> None:
        """Give an item, and what its row says of the first of a list, what others call it by."""
        id_ = row.text(ID)
        if base is None and is_id(id_) and id_ not in self._ids:
            item["id"] = id_
            self._ids.add(id_)
        if base is None and sheet.key == "zones" and row.text("zone"):
            item["zone"] = row.text("zone")
        for column in columns(sheet):
            if _names(column):
                text = row.text(column.spec)
                is_new = base is None or not is_same(text, base.cells.get(column.spec, ""))
                if text and is_new:
                    put(item, column.keys, " ".join(text.split()))

    def _missing(self, *, keep_missing: bool) -> list[Missing]:
        used = {id(each.item) for each in self._placed}
        needed = {
            id(holder)
            for entry in self._old.values()
            if id(entry.item) in used
            for _, holder in entry.holders
        }
        gone = [
            Missing(self._grids[key].sheet, entry, id(entry.item) in needed)
            for (key, _), entry in self._old.items()
            if key in self._grids and id(entry.item) not in used
        ]
        for each in gone:
            if not keep_missing and not each.is_needed:
                _take_out(self._lists[each.entry.path[:-1]], each.entry.item)
        return gone

    def _skip_levels(self) -> None:
        """A chain that rows made has the levels that they name: one that none names is skipped."""
        made = {id(item) for item, _ in self._made}
        for chain in self._data.get("chains", []):
            stages = chain.get("stages", [])
            zones = [zone for stage in stages for zone in stage.get("zones", [])]
            has = {"zone": bool(zones), "element": any(each.get("elements") for each in [*stages, *zones])}
            if id(chain) in made and (skipped := [level for level, is_there in has.items() if not is_there]):
                chain.setdefault("skipped_levels", skipped)

    def _blanks(self) -> Spots:
        """Where values of every item would stand that it has not got."""
        blanks: Spots = {}
        for each in self._placed:
            own = blanks.setdefault(id(each.item), {})
            for column in columns(each.sheet):
                if column.spec in each.grid.places and column.spec not in each.row.cells and column.keys:
                    row, number = each.grid.places[column.spec]
                    own[column.keys] = Atlas.line(each.grid.table.number, row or each.row.number), number
        return blanks

    def _spots(self) -> Spots:
        """Where the values of every item stand."""
        spots: Spots = {id(item): {(): _first(row)} for item, row in self._made}
        for each in self._placed:
            naming = (each.row.cells.get(column.spec) for column in columns(each.sheet) if _names(column))
            named = next((cell.place for cell in naming if cell is not None), None)
            own = spots.setdefault(id(each.item), {(): named or _first(each.row)})
            for column in columns(each.sheet):
                if (cell := each.row.cells.get(column.spec)) is not None:
                    own[column.keys] = cell.place
        return spots


def _names(column: Column) -> bool:
    """Whether a column holds what its items, or the first of a list of theirs, are called by."""
    is_own = column.keys[-2:-1] in ((), (0,))
    return is_own and column.keys[-1:] != () and column.keys[-1] in NAMING and column.kind.shape == "text"


def _first(row: GridRow) -> Place:
    cells = (cell.place for spec, cell in row.cells.items() if spec not in (ADDRESS, ID))
    return min(cells, default=(0, 0))


def is_needed(sheet: Sheet) -> bool:
    """Whether no input can do without what a form holds."""
    return Project.model_fields[sheet.lists[0]].is_required()


def _stays(sheet: Sheet, row: GridRow, base: Row) -> bool:
    """Whether the row belongs to what it belonged to."""
    told = [PARENT, PART, *(level_spec(each) for each in levels_of(sheet))]
    return all(
        spec not in row.cells or is_same(row.text(spec), base.cells.get(spec, ""))
        for spec in told
        if spec in base.cells or levels_of(sheet)
    )


def _says_something(row: GridRow) -> bool:
    """A row that names levels alone has said what it had to say."""
    return any(cell.text for spec, cell in row.cells.items() if not spec.startswith("@"))


def _numbers(address: str) -> list[int]:
    return [int(part) for part in address.replace("]", "[").split("[") if part.isdigit()]


def _take_out(holder: list[Item], item: Item) -> None:
    at = next((n for n, each in enumerate(holder) if each is item), None)
    if at is not None:
        del holder[at]


def without_empty(data: Any) -> None:
    """Take lists away that hold nothing: they were made for rows that had nothing to say."""
    if isinstance(data, dict):
        for key, value in list(data.items()):
            without_empty(value)
            if value == []:
                del data[key]
    elif isinstance(data, list):
        for each in data:
            without_empty(each)
        data[:] = [each for each in data if each != {}]
