"""A table → the rows of one of our sheets: the head found wherever it went, what is no row of ours left out, aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.columns import ADDRESS, ID, columns
from conceptgen.input.workbook.heads import MARK, sheets_by_title, specs, specs_by_title
from conceptgen.input.workbook.names import normal
from conceptgen.input.workbook.places import Atlas
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.input.workbook.table import Table, TableCell
from conceptgen.languages import LANGUAGES, vocabulary

_TOP = 40
"""Rows in which a head is looked for."""
_GAP = 2
"""So many empty rows end a table."""
_DIVIDER = 3
"""A new row that is one cell merged over so many columns divides others."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row by its columns."""

    number: int
    cells: dict[str, TableCell]

    def text(self, spec: str) -> str:
        """What stands in a column; "" for nothing."""
        cell = self.cells.get(spec)
        return cell.text if cell is not None and cell.odd not in ("empty", "error") else ""


@dataclass(slots=True)
class Grid:
    """One of our sheets as it came: the columns it has, its rows."""

    sheet: Sheet
    table: Table
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The columns it has, by number; the rows and columns of the values of a form."""
    rows: list[GridRow] = field(default_factory=list)


def sheet_in(table: Table) -> Sheet | None:
    """Which of our sheets a table is: by its hidden mark, or else by its title."""
    for row in list(table.rows)[:_TOP]:
        for cell in table.rows[row].values():
            if cell.text.startswith(MARK):
                return _by_key().get(cell.text.removeprefix(MARK))
    return sheets_by_title().get(normal(table.title))


@cache
def _by_key() -> dict[str, Sheet]:
    return {sheet.key: sheet for sheet in SHEETS}


def grid_of(table: Table, sheet: Sheet, atlas: Atlas, report: Report) -> Grid | None:
    """The rows of a table; None for one whose head is not found."""
    grid = Grid(sheet, table)
    head = _head_row(table, sheet)
    by_column = _marked(table) if not sheet.is_form else {}
    if sheet.is_form:
        _read_form(grid, atlas)
        return grid
    if head is not None:
        by_column = _columns_at(table, head, sheet, by_column, report)
    elif not by_column:
        report.add("W-XLS-03", (atlas.line(table.number, 1), 1), sheet=table.title)
        return None
    atlas.name_columns(table.number, {number: _head_text(table, head, number) for number in by_column})
    grid.places = {spec: (0, number) for number, spec in by_column.items()}
    grid.rows = list(_rows(grid, by_column, head or 1, atlas, report))
    return grid


def _head_text(table: Table, head: int | None, number: int) -> str:
    cell = table.rows.get(head or 0, {}).get(number)
    return cell.text if cell else ""


def _marked(table: Table) -> dict[int, str]:
    """The columns by the hidden row of marks."""
    for row in list(table.rows)[:_TOP]:
        cells = table.rows[row]
        if any(cell.text.startswith(MARK) for cell in cells.values()):
            return {
                number: ADDRESS if cell.text.startswith(MARK) else cell.text for number, cell in cells.items()
            }
    return {}


def _head_row(table: Table, sheet: Sheet) -> int | None:
    """The row with most of the words that stand over our columns."""
    known = specs_by_title(sheet)
    best, most = None, 0
    for row in list(table.rows)[:_TOP]:
        count = sum(normal(cell.text) in known for cell in table.rows[row].values())
        if count > most:
            best, most = row, count
    return best


def _columns_at(
    table: Table, head: int, sheet: Sheet, marked: dict[int, str], report: Report
) -> dict[int, str]:
    """The columns by the words over them; where these were changed, by the marks."""
    known, ours = specs_by_title(sheet), set(specs(sheet))
    found: dict[int, str] = {}
    for number, cell in sorted(table.rows[head].items()):
        spec = known.get(normal(cell.text), "")
        if spec and spec in found.values() and not cell.is_filled:
            report.add("E-XLS-06", (Atlas.line(table.number, head), number), head=cell.text)
        elif spec:
            found[number] = spec
    for number, spec in marked.items():
        if number not in found and spec in ours and spec not in found.values():
            found[number] = spec
    return found


def _read_form(grid: Grid, atlas: Atlas) -> None:
    """A form: in each row the mark or the words of a field, and its value in the cell after the words."""
    known, ours = specs_by_title(grid.sheet), set(specs(grid.sheet))
    cells: dict[str, TableCell] = {}
    for row, line in grid.table.rows.items():
        spec, label, at = "", "", 0
        for number, cell in sorted(line.items()):
            if spec and label:
                if number == at + 1:
                    cells.setdefault(spec, cell)
                break
            if not spec and cell.text in ours:
                spec = cell.text
            elif normal(cell.text) in known:
                spec, label, at = known[normal(cell.text)], cell.text, number
        if spec:
            grid.places[spec] = (row, at + 1)
            atlas.name_row(grid.table.number, row, label)
    first = min((cell.row for cell in cells.values()), default=1)
    grid.rows = [GridRow(first, cells)]


def _rows(
    grid: Grid, by_column: dict[int, str], head: int, atlas: Atlas, report: Report
) -> Iterator[GridRow]:
    sheet, number = grid.sheet, grid.table.number
    known = specs_by_title(sheet)
    last, is_below = head, False
    for row, line in grid.table.rows.items():
        if row <= head or not any(by_column.get(at) for at, cell in line.items() if not cell.is_filled):
            continue
        own = {by_column[at]: cell for at, cell in line.items() if at in by_column}
        fresh = [cell for spec, cell in own.items() if not cell.is_filled and spec not in (ADDRESS, ID)]
        gap, last = row - last - 1, row
        if not fresh:
            continue
        if _is_ours(own):
            yield GridRow(row, own)
            continue
        repeated = [normal(cell.text) in known for cell in line.values()]
        if all(repeated) and len(repeated) > 1:
            by_column = by_column | _columns_at(grid.table, row, sheet, {}, report)
            is_below = False
            continue
        is_below = is_below or gap >= _GAP
        reason = "below" if is_below else _no_row(sheet, own, fresh)
        if not reason:
            yield GridRow(row, own)
        elif reason != "below" or gap >= _GAP:
            report.add("W-XLS-02", (atlas.line(number, row), fresh[0].column), reason, text=fresh[0].text)


def _is_ours(own: dict[str, TableCell]) -> bool:
    return ADDRESS in own and not own[ADDRESS].is_filled


def _no_row(sheet: Sheet, own: dict[str, TableCell], fresh: list[TableCell]) -> str:
    """Why a new row is none: a sum under the list, a title across it."""
    if all(cell.is_sum for cell in fresh):
        return "sum"
    if any(_says_total(cell, fresh) for cell in fresh):
        return "total"
    if len(fresh) == 1 and fresh[0].spans >= _DIVIDER:
        return "divider"
    needed = [each.spec for each in columns(sheet) if each.is_required]
    is_nameless = bool(needed) and not any(spec in own for spec in needed)
    counted = [cell for cell in fresh if cell.is_number or cell.odd]
    return "total" if is_nameless and len(counted) == len(fresh) else ""


def _says_total(cell: TableCell, fresh: list[TableCell]) -> bool:
    """A cell that is such a word, or begins with one beside nothing but figures: «Total for 2027»."""
    said = normal(cell.text).rstrip(":. ")
    others = [each for each in fresh if each is not cell]
    first = said.split(" ")[0]
    if first in _words("totals"):
        return said == first or (bool(others) and all(each.is_number or each.odd for each in others))
    is_alone = said == first and all(each.is_number for each in others)
    return first in _words("averages") and (
        is_alone or (bool(others) and all(each.is_sum for each in others))
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in vocabulary(language)["workbook"][key].split())
