"""A form: a row for every field of one part, its words, its value, what it means."""

from __future__ import annotations

from typing import Any

from conceptgen.exchange.excel.cells import offer, write_cell
from conceptgen.exchange.excel.choices import Choices
from conceptgen.exchange.excel.looks import Looks, height
from conceptgen.input.workbook.columns import REST, columns
from conceptgen.input.workbook.comments import comment
from conceptgen.input.workbook.heads import HEAD_ROW, MARK
from conceptgen.input.workbook.rows import Row
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.input.workbook.speech import as_text
from conceptgen.languages import say

_WIDTHS = {1: 34, 2: 60, 3: 60}


def write_form(
    paper: Any, sheet: Sheet, rows: list[Row], looks: Looks, choices: Choices, language: str
) -> None:
    """Write a form; fields that are rarely needed stand below."""
    cells = rows[0].cells if rows else {}
    paper.write_string(0, 0, f"{MARK}{sheet.key}")
    paper.set_row(0, None, None, {"hidden": True})
    for number, key in enumerate(("field", "value", "explanation"), 1):
        paper.write_string(HEAD_ROW - 1, number, say(language, f"workbook.heads.{key}"), looks.head)
    for row, column in enumerate(columns(sheet), HEAD_ROW):
        paper.write_string(row, 0, column.spec)
        paper.write_string(row, 1, column.title(language), looks.label)
        cell = cells.get(column.spec, "")
        if cell == "":
            paper.write_blank(row, 2, None, looks.usual(column.kind))
        else:
            write_cell(paper, row, 2, cell, looks)
        paper.write_string(row, 3, comment(column, language), looks.faint)
        told = [
            (column.title(language), _WIDTHS[1]),
            (as_text(cell), _WIDTHS[2]),
            (comment(column, language), _WIDTHS[3]),
        ]
        paper.set_row(row, height(told))
        offer(paper, (row, 2, row, 2), column.kind, choices)
    row = HEAD_ROW + len(columns(sheet))
    rest = cells.get(REST, "")
    paper.write_string(row, 0, REST)
    paper.write_string(row, 1, say(language, "workbook.heads.rest"), looks.label)
    paper.write_string(row, 2, str(rest), looks.body())
    paper.write_string(row, 3, say(language, "workbook.hints.rest"), looks.faint)
    if not rest:
        paper.set_row(row, None, None, {"hidden": True})
    paper.set_column(0, 0, 10, None, {"hidden": True})
    for number, width in _WIDTHS.items():
        paper.set_column(number, number, width)
    _on_paper(paper, HEAD_ROW)


def _on_paper(paper: Any, heads: int) -> None:
    paper.freeze_panes(heads, 2)
    paper.set_landscape()
    paper.set_paper(9)
    paper.fit_to_pages(1, 0)
    paper.repeat_rows(heads - 1)
    paper.hide_gridlines(2)
