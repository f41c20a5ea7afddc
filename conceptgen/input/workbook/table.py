"""A workbook → sheets of texts: each cell as its reader sees it, with its place; nothing is computed."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from conceptgen.findings import ROWS

_DECIMALS = re.compile(r"0\.(0+)")
_SUM = re.compile(r"\s*=\s*\+?\s*(SUM|SUBTOTAL|AGGREGATE|AVERAGE|COUNTA?)\(", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\[\]]*\]|\\.')


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its text, where it stands (from 1), and what is odd about it.

    ``odd``: ``formula`` (the text is its last value), ``empty`` (a formula without one), ``error``. ``is_date``: the
    text is a day of the table's own. ``spans``: how many columns it is merged over.
    """

    text: str
    sheet: int
    row: int
    column: int
    odd: str = ""
    is_date: bool = False
    is_number: bool = False
    spans: int = 1
    is_sum: bool = False
    """A formula that adds other cells up."""
    is_filled: bool = False
    """The text stands in the first cell of a merged block, and this is another one below it."""

    @property
    def place(self) -> tuple[int, int]:
        """Sheet and row as one number, and the column."""
        return self.sheet * ROWS + self.row, self.column


@dataclass(slots=True)
class Table:
    """One sheet: its title, its number from 1, its filled cells by row and column."""

    title: str
    number: int
    rows: dict[int, dict[int, TableCell]] = field(default_factory=dict)


def text_at(table: Table, row: int, column: int) -> str:
    """The text of a cell; "" for an empty one."""
    cell = table.rows.get(row, {}).get(column)
    return cell.text.strip() if cell else ""


def tables(data: bytes) -> list[Table]:
    """The sheets of a workbook. Raises whatever the library does for a damaged one."""
    from openpyxl.reader import excel

    read: Any = excel.load_workbook
    book = read(io.BytesIO(data), keep_links=False)
    values: Any = None
    found = []
    for number, sheet in enumerate(book.worksheets, 1):
        table = Table(sheet.title, number)
        for cell in sheet._cells.values():  # the filled ones alone: a far cell costs nothing
            if cell.value is None:
                continue
            if cell.data_type == "f" and values is None:
                values = read(io.BytesIO(data), keep_links=False, data_only=True)
            seen = values[sheet.title].cell(cell.row, cell.column) if cell.data_type == "f" else cell
            made = _made(cell, seen, number)
            if made is not None:
                table.rows.setdefault(made.row, {})[made.column] = made
        for block in sheet.merged_cells.ranges:
            _fill(table, block)
        table.rows = {row: table.rows[row] for row in sorted(table.rows)}
        found.append(table)
    return found


def _made(cell: Any, seen: Any, sheet: int) -> TableCell | None:
    is_formula = cell.data_type == "f"
    is_sum = is_formula and _SUM.match(str(getattr(cell.value, "text", cell.value))) is not None
    if seen.value is None:
        return TableCell("", sheet, cell.row, cell.column, odd="empty", is_sum=is_sum)
    if seen.data_type == "e":
        return TableCell(str(seen.value), sheet, cell.row, cell.column, odd="error")
    text = _text(seen.value, seen.number_format or "")
    if not text and not is_formula:
        return None
    return TableCell(
        text,
        sheet,
        cell.row,
        cell.column,
        odd="formula" if is_formula else "",
        is_date=isinstance(seen.value, date | time | timedelta),
        is_number=isinstance(seen.value, int | float) and not isinstance(seen.value, bool),
        is_sum=is_sum,
    )


def _text(value: Any, format: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _day(value.date(), _QUOTED.sub("", format.split(";")[0]).casefold())
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, _QUOTED.sub("", format.split(";")[0]))
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def _day(day: date, format: str) -> str:
    """A day; the month alone where its cell shows no more: «October 2026» becomes the first of it when it is typed."""
    is_month = "y" in format and "m" in format and "d" not in format and day.day == 1
    return day.isoformat()[:7] if is_month else day.isoformat()


def _number(value: float, format: str) -> str:
    """A number with the decimals that its format shows, and its per cent sign."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if "%" in format:
        number *= 100
    shown = _DECIMALS.search(format)
    exact = -int(number.normalize().as_tuple().exponent) if number else 0
    places = max(len(shown[1]) if shown else 0, min(exact, 12), 0)
    text = format_number(number, places)
    return f"{text} %" if "%" in format else text


def format_number(number: Decimal, places: int) -> str:
    """A number with so many decimals."""
    return f"{number:.{places}f}"


def _fill(table: Table, block: Any) -> None:
    """A merged block says the same in each of its rows."""
    first = table.rows.get(block.min_row, {}).get(block.min_col)
    if first is None:
        return
    width = block.max_col - block.min_col + 1
    rows = range(block.min_row, min(block.max_row, block.min_row + 2_000) + 1)
    for row in rows:
        table.rows.setdefault(row, {})[block.min_col] = replace(
            first, row=row, spans=width, is_filled=row > block.min_row
        )
