"""A workbook that nobody touched changes nothing, whatever the input: a few of those a tool makes by hundreds."""

from __future__ import annotations

import io
import sys
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import openpyxl
from workbook_rounds import faults, generated

from conceptgen.exchange.excel import blank


def test_what_goes_out_comes_back() -> None:
    """Pruned and spoilt inputs: formulas, leading noughts, halves as dates, line ends, quotes."""
    projects = filter(None, map(generated, count(1)))
    assert [faults(each) for each in islice(projects, 4)] == [[]] * 4


def test_lists_to_choose_from_grow_with_their_sheets() -> None:
    """The owner of a touchpoint is chosen from the sheet of positions, as far down as that is filled in."""
    book = openpyxl.load_workbook(io.BytesIO(blank("ru")))
    points = book["Точки касания"]
    letters = {str(cell.value): cell.column_letter for cell in points[2]}
    offered = {
        letter: rule.formula1
        for rule in points.data_validations.dataValidation
        for letter in letters.values()
        if f"{letter}3" in rule.sqref
    }
    name = str(offered[letters["Владелец точки"]]).lstrip("=")
    assert "Должности" in book.defined_names[name].value
    assert "COUNT" in book.defined_names[name].value.upper()
    assert letters["Решение"] in offered
