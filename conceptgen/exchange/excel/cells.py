"""One cell written: a text as a text, a number with its decimals, a day as a day."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from conceptgen.exchange.excel.choices import Choices
from conceptgen.exchange.excel.looks import Looks
from conceptgen.input.workbook.kinds import Kind
from conceptgen.input.workbook.speech import Cell

_EXACT = 15
"""Digits that a number of a workbook can hold."""


def write_cell(sheet: Any, row: int, column: int, cell: Cell, looks: Looks) -> None:
    """Write a value so that it is read back as it was."""
    if isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _EXACT:
        places = -int(cell.as_tuple().exponent)
        format = "General" if places <= 0 else f"0.{'0' * places}"
        sheet.write_number(row, column, float(cell), looks.body(format))
    elif isinstance(cell, date) and cell.year >= 1900:
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks.day())
    else:
        sheet.write_string(row, column, str(cell), looks.body())


def offer(sheet: Any, area: tuple[int, int, int, int], kind: Kind, choices: Choices) -> None:
    """Let the cells of an area choose; whatever else is written is judged when the workbook is read."""
    offer_named(sheet, area, choices.of_kind(kind))


def offer_named(sheet: Any, area: tuple[int, int, int, int], name: str) -> None:
    """The same with the name of a range."""
    if name:
        sheet.data_validation(*area, {"validate": "list", "source": f"={name}", "show_error": False})
