"""A list: a row for every item, heads that stay and say what belongs below them, columns wide enough to read."""

from __future__ import annotations

from math import ceil
from typing import Any

from conceptgen.exchange.excel.cells import offer, offer_named, write_cell
from conceptgen.exchange.excel.choices import LAST, Choices, naming_column
from conceptgen.exchange.excel.looks import Looks, height, width
from conceptgen.input.workbook.columns import (
    ADDRESS,
    ID,
    PARENT,
    PART,
    REST,
    columns,
    holder_of,
    levels_of,
    sheet_of,
)
from conceptgen.input.workbook.comments import comment
from conceptgen.input.workbook.heads import HEAD_ROW, MARK, level_spec, specs, titles
from conceptgen.input.workbook.rows import Row, part_label
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.input.workbook.speech import as_text
from conceptgen.languages import say

_WIDTHS = {ADDRESS: 12, ID: 12, PARENT: 30, PART: 18, REST: 30}
_LEVEL_WIDTH = 22
_PAPER = 9
_PAGE = 240
"""The width of columns that a page shows in letters one can read."""


def write_list(
    paper: Any, sheet: Sheet, rows: list[Row], looks: Looks, choices: Choices, language: str
) -> None:
    """Write a list; rare columns are hidden while nothing stands in them."""
    order = specs(sheet)
    _write_heads(paper, sheet, looks, language)
    wide = _wide(sheet)
    for number, row in enumerate(rows, HEAD_ROW):
        told = [(as_text(cell), wide[spec]) for spec, cell in row.cells.items() if spec not in (ADDRESS, ID)]
        paper.set_row(number, height(told))
        if row.address:
            paper.write_string(number, 0, row.address)
        for at, spec in enumerate(order):
            if (cell := row.cells.get(spec, "")) != "":
                write_cell(paper, number, at, cell, looks)
            elif at > 1:
                paper.write_blank(number, at, None, looks.body())
    used = {spec for row in rows for spec, cell in row.cells.items() if cell != ""}
    _set_columns(paper, sheet, used, looks)
    _offer(paper, sheet, choices, language)
    paper.set_row(0, None, None, {"hidden": True})
    paper.freeze_panes(HEAD_ROW, _frozen(sheet))
    paper.autofilter(HEAD_ROW - 1, 2, max(HEAD_ROW - 1 + len(rows), HEAD_ROW), len(order) - 1)
    paper.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _on_paper(paper, sheet, used)


def _on_paper(paper: Any, sheet: Sheet, used: set[str]) -> None:
    """Wide sheets go over several pages side by side, each with the names."""
    rare = {each.spec for each in columns(sheet) if each.is_rare} | {REST}
    shown = [wide for spec, wide in _wide(sheet).items() if spec not in (ADDRESS, ID, *(rare - used))]
    pages = ceil(sum(shown) / _PAGE)
    paper.set_landscape()
    paper.set_paper(_PAPER)
    paper.fit_to_pages(pages, 0)
    paper.repeat_rows(HEAD_ROW - 1)
    if pages > 1:
        paper.repeat_columns(2, max(_frozen(sheet) - 1, 2))


def _frozen(sheet: Sheet) -> int:
    """The columns that stay in sight: up to the name, unless these alone would fill the screen."""
    at = naming_column(sheet)
    return at + 1 if at is not None and not levels_of(sheet) else 2 + len(levels_of(sheet)) // 2


def _write_heads(paper: Any, sheet: Sheet, looks: Looks, language: str) -> None:
    words = titles(sheet, language)
    own = {each.spec: each for each in columns(sheet)}
    for at, spec in enumerate(specs(sheet)):
        paper.write_string(0, at, f"{MARK}{sheet.key}" if spec == ADDRESS else spec)
        column = own.get(spec)
        is_soft = column is None or column.is_rare
        paper.write_string(HEAD_ROW - 1, at, words[spec], looks.soft_head if is_soft else looks.head)
        said = comment(column, language) if column is not None else _special_hint(spec, language)
        if said:
            paper.write_comment(HEAD_ROW - 1, at, said, {"x_scale": 2, "author": "conceptgen"})
    wide = _wide(sheet)
    lines = height((f"{words[spec]}   ", wide[spec]) for spec in specs(sheet) if spec not in (ADDRESS, ID))
    paper.set_row(HEAD_ROW - 1, max(lines or 0, 32))


def _special_hint(spec: str, language: str) -> str:
    if spec in (ADDRESS, ID):
        return ""
    return say(language, f"workbook.hints.{'rest' if spec == REST else 'reference'}")


def _wide(sheet: Sheet) -> dict[str, int]:
    """The widths of the columns."""
    own = {each.spec: width(each.kind, each.spec) for each in columns(sheet)}
    return {spec: own.get(spec) or _WIDTHS.get(spec, _LEVEL_WIDTH) for spec in specs(sheet)}


def _set_columns(paper: Any, sheet: Sheet, used: set[str], looks: Looks) -> None:
    wide = _wide(sheet)
    own = {each.spec: each for each in columns(sheet)}
    for at, spec in enumerate(specs(sheet)):
        column = own.get(spec)
        is_rare = spec == REST or (column is not None and column.is_rare)
        is_hidden = spec in (ADDRESS, ID) or (is_rare and spec not in used)
        look = looks.usual(column.kind) if column is not None else looks.body()
        paper.set_column(at, at, wide[spec], look if at > 1 else None, {"hidden": is_hidden})


def _offer(paper: Any, sheet: Sheet, choices: Choices, language: str) -> None:
    order = specs(sheet)

    def area(spec: str) -> tuple[int, int, int, int]:
        return HEAD_ROW, order.index(spec), LAST - 1, order.index(spec)

    for column in columns(sheet):
        offer(paper, area(column.spec), column.kind, choices)
    for level in levels_of(sheet):
        above = next(each for each in SHEETS if each.key == level)
        offer_named(paper, area(level_spec(level)), choices.of_sheet(above))
    if PARENT in order and (holding := sheet_of(holder_of(sheet.lists[0]))) is not None:
        offer_named(paper, area(PARENT), choices.of_sheet(holding))
    if PART in order:
        labels = [part_label(way, language) for way in sheet.lists]
        offer_named(paper, area(PART), choices.of_labels(f"part_{sheet.key}", labels))
