"""Where a value stands in a workbook: one number for sheet and row, so that findings sort; in words for readers."""

from __future__ import annotations

from dataclasses import dataclass, field

from conceptgen.findings import ROWS
from conceptgen.languages import say


@dataclass
class Atlas:
    """The sheets of a workbook by number, the words over their columns, the words beside the rows of forms."""

    language: str = ""
    _titles: dict[int, str] = field(default_factory=dict)
    _columns: dict[tuple[int, int], str] = field(default_factory=dict)
    _rows: dict[tuple[int, int], str] = field(default_factory=dict)

    @staticmethod
    def line(sheet: int, row: int) -> int:
        """Sheet and row as one number: that of the row, counted through all sheets."""
        return sheet * ROWS + row

    def name_sheet(self, number: int, title: str) -> None:
        """Note the title of a sheet."""
        self._titles[number] = title

    def name_columns(self, number: int, heads: dict[int, str]) -> None:
        """Note the words over the columns of a sheet."""
        self._columns |= {(number, column): head for column, head in heads.items() if head}

    def name_row(self, number: int, row: int, label: str) -> None:
        """Note the words beside a row of a form."""
        self._rows[number, row] = label

    def words(self, line: int, column: int) -> str:
        """«sheet “Goals”, row 14, column “Owner”»; "" for no place."""
        number, row = divmod(line, ROWS)
        if number not in self._titles:
            return ""
        facts = {"sheet": self._titles[number], "row": row}
        if head := self._rows.get((number, row), "") or self._columns.get((number, column), ""):
            key = "field" if (number, row) in self._rows else "cell"
            return say(self.language, f"workbook.place.{key}", **facts, head=" ".join(head.split()))
        return say(self.language, "workbook.place.row", **facts)
