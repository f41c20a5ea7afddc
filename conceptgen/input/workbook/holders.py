"""What a row belongs to: its list, by the words in its columns."""

from __future__ import annotations

from typing import Any

from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.columns import PARENT, PART, has_parent, holder_of
from conceptgen.input.workbook.entries import Labels
from conceptgen.input.workbook.grid import GridRow
from conceptgen.input.workbook.heads import has_part
from conceptgen.input.workbook.names import Names, name_in, normal
from conceptgen.input.workbook.nearness import listed
from conceptgen.input.workbook.rows import part_label
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.languages import LANGUAGES
from conceptgen.model.naming import NAMING

Item = dict[str, Any]


class Holders:
    """Finds the lists of the rows of one sheet."""

    def __init__(self, data: Item, sheet: Sheet, earlier: Labels, language: str, report: Report) -> None:
        self._data, self._sheet, self._language, self._report = data, sheet, language, report
        self._known: dict[str, Item] = {}
        self.failed: set[str] = set()
        """What the rows are called that belong to nothing."""
        if has_parent(sheet):
            self._known = self._by_label(earlier)

    def _by_label(self, earlier: Labels) -> dict[str, Item]:
        """What rows may belong to, by what it is called, was called, by its id; the first counts most."""
        labels = Labels(self._data, Names(self._language))
        ways = dict.fromkeys(map(holder_of, self._sheet.lists))
        now = {label: item for way in ways for label, item in labels.holders(way).items()}
        before = {label: item for way in ways for label, item in earlier.holders(way).items()}
        ids = {str(item["id"]): item for item in now.values() if "id" in item}
        return ids | before | now

    def target(self, row: GridRow) -> list[Item] | None:
        """The list that a row is in; None, and a finding, where the row does not tell."""
        way = self._way(row)
        holder = self._holder(row) if has_parent(self._sheet) else self._data
        if holder is None:
            return None
        *inner, key = way.removeprefix(f"{holder_of(way)}[].").split(".")
        for step in inner:
            holder = holder.setdefault(step, {})
        # Where the first entry stands in the row of the holder, there is room for it.
        found: list[Item] = holder.setdefault(key, [{}] if self._sheet.first else [])
        return found

    def _way(self, row: GridRow) -> str:
        """Which of the lists of a sheet a row is in."""
        if not has_part(self._sheet):
            return self._sheet.lists[0]
        said = normal(row.text(PART))
        ways = self._sheet.lists
        labels = {normal(part_label(way, each)): way for each in LANGUAGES for way in ways}
        if said and said not in labels:
            self._tell(row, PART, "part", [part_label(way, self._language) for way in ways])
        return labels.get(said, ways[0])

    def _holder(self, row: GridRow) -> Item | None:
        said = normal(row.text(PARENT))
        if said not in self._known:
            names = [name_in(item) for item in self._known.values()]
            self._tell(row, PARENT, "parent" if said else "no_parent", [name for name in names if name])
            return None
        return self._known[said]

    def _tell(self, row: GridRow, spec: str, variant: str, known: list[str]) -> None:
        cell = row.cells.get(spec) or min(row.cells.values(), key=lambda each: each.column)
        text = row.text(spec)
        self._report.add("E-XLS-05", cell.place, variant, text=text, names=listed(known, near=text))
        self.failed.update(normal(row.text(column)) for column in row.cells if column in NAMING)
