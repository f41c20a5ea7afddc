"""The levels of a chain that rows name, one in each column; what no sheet describes yet is made."""

from __future__ import annotations

from typing import Any

from conceptgen.input.workbook.columns import levels_of
from conceptgen.input.workbook.entries import Labels
from conceptgen.input.workbook.grid import GridRow
from conceptgen.input.workbook.heads import level_spec
from conceptgen.input.workbook.names import Names, normal
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.languages import say

Item = dict[str, Any]
Way = list[tuple[str, Item]]


class Levels:
    """Finds the list of a row from top to bottom; levels left empty at the beginning are those of the row above."""

    def __init__(self, data: Item, sheet: Sheet, earlier: Labels, language: str) -> None:
        self._data, self._sheet, self._earlier, self._language = data, sheet, earlier, language
        self._labels = Labels(data, Names.of(data, language))
        self._above: Way = []
        self._row: GridRow | None = None
        self.made: list[tuple[Item, GridRow]] = []
        """The levels that rows made, each with the row that did."""

    def follow(self, holders: tuple[tuple[str, Item], ...]) -> None:
        """Stand where a row of the earlier input stands."""
        self._above = list(holders)

    def target(self, row: GridRow) -> list[Item]:
        """The list that a row is in."""
        self._row = row
        levels = levels_of(self._sheet)
        said = [(level, row.text(level_spec(level))) for level in levels]
        first = next((n for n, (_, text) in enumerate(said) if text), len(said))
        way = [each for each in self._above if levels.index(each[0]) < first]
        for level, text in said[first:]:
            if text:
                way = self._with_those_above(way, level)
                way.append((level, self._found(way, level, text)))
        way = self._with_those_above(way, self._sheet.key)
        self._above = way
        made: list[Item] = way[-1][1].setdefault(self._sheet.key, [])
        return made

    def _with_those_above(self, way: Way, level: str) -> Way:
        """The way with a chain and a stage in it: nothing below can do without."""
        if level != "chains" and not way:
            chains: list[Item] = self._data.setdefault("chains", [])
            if not chains:
                chains.append(self._new(say(self._language, "workbook.chain")))
            way = [("chains", chains[0])]
        if level not in ("chains", "stages") and len(way) == 1:
            return [*way, ("stages", self._found(way, "stages", say(self._language, "workbook.stage")))]
        return way

    def _found(self, way: Way, level: str, text: str) -> Item:
        holder = way[-1][1] if way else self._data
        siblings: list[Item] = holder.setdefault(level, [])
        wanted, now = normal(text), self._labels.told_apart(siblings)
        for each in siblings:
            if wanted in (normal(now[id(each)]), normal(self._earlier.known_level(each))):
                return each
        siblings.append(self._new(text))
        return siblings[-1]

    def _new(self, name: str) -> Item:
        made: Item = {"name": " ".join(name.split())}
        assert self._row is not None
        self.made.append((made, self._row))
        return made
