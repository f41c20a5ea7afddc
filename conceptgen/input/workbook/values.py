"""The cells of a row laid over an item: what says something new is set, what was emptied is taken away."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from conceptgen.input.findings_report import NOWHERE, Report
from conceptgen.input.workbook.columns import REST, Column, Keys, columns, figure_keys
from conceptgen.input.workbook.days import in_words
from conceptgen.input.workbook.grid import GridRow
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.one_line import from_one_line
from conceptgen.input.workbook.rows import Row, value_at
from conceptgen.input.workbook.shares import Shares
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.input.workbook.speech import Cell, Speech, as_text
from conceptgen.input.workbook.sums import Sums, currency_named, sum_in
from conceptgen.input.workbook.table import TableCell
from conceptgen.model.scalars import says_unknown


def is_same(text: str, cell: Cell) -> bool:
    """Whether a cell says what it said when the workbook was made."""
    was = as_text(cell)
    if text == was or " ".join(text.split()) == " ".join(was.split()):
        return True
    try:
        return Decimal(text) == Decimal(was)
    except InvalidOperation:
        return False


def lay_rest(item: dict[str, Any], row: GridRow, base: Row | None) -> None:
    """Make an item say what its row says in the column of everything else.

    It comes before the rest: what stands there may have a name or an id that other rows use, and more entries of its
    lists in rows of their own.
    """
    text, was = row.text(REST), as_text(base.cells.get(REST, "")) if base is not None else ""
    if is_same(text, was):
        return
    _subtract(item, from_one_line(was) or {})
    found = from_one_line(text)
    _add(item, found if isinstance(found, dict) else {"note": text} if text else {})


class Values:
    """Lays rows over items."""

    def __init__(self, names: Names, language: str, report: Report) -> None:
        self._speech = Speech(language, names)
        self._report, self._language = report, language
        self.sums = Sums(report, language)
        self.shares = Shares(report)

    def lay(
        self, sheet: Sheet, item: dict[str, Any], row: GridRow, specs: set[str], base: Row | None
    ) -> None:
        """Make an item say what its row says. A column that the sheet has not got leaves the item as it is."""
        for column in columns(sheet):
            if column.spec not in specs:
                continue
            cell = row.cells.get(column.spec)
            if self._is_told(cell):
                continue
            was = base.cells.get(column.spec, "") if base is not None else ""
            text = cell.text if cell is not None else ""
            is_new = base is None or not is_same(text, was)
            if cell is not None:
                self.shares.add(column.spec, cell, is_new=is_new)
            if not is_new:
                continue
            if cell is not None and cell.is_date and not _may_be_a_day(column):
                self._report.add(
                    "E-XLS-07", cell.place, text=in_words(cell.text, self._language) or cell.text
                )
                continue
            if text or base is not None:
                self._set(item, column, self._text(cell, column), cell.place if cell is not None else NOWHERE)
            if text and cell is not None and column.keys[-1:] == ("amount",):
                self._sum(value_at(item, column.keys[:-1]), cell, row.text(_beside(column.spec)))

    def _is_told(self, cell: TableCell | None) -> bool:
        """A cell that cannot be used, and says so."""
        if cell is None or not cell.odd:
            return False
        code = "W-XLS-01" if cell.odd == "formula" else "E-XLS-04"
        self._report.add(code, cell.place, "" if cell.odd == "formula" else cell.odd, text=cell.text)
        return cell.odd != "formula"

    def _text(self, cell: TableCell | None, column: Column) -> str:
        """The text of a cell; a day in a column of texts as people write it."""
        if cell is None:
            return ""
        is_day = cell.is_date and column.kind.shape not in ("date", "figure")
        return in_words(cell.text, self._language) if is_day else cell.text

    def _set(self, item: dict[str, Any], column: Column, text: str, place: tuple[int, int]) -> None:
        if text and column.kind.is_many and says_unknown(text) and not _may_hold_unknown(column):
            self._report.add("W-XLS-08", place, text=text)
            text = ""
        if not column.is_figure:
            is_single = len(column.keys) == 1 and column.is_required and column.kind.shape == "text"
            text = " ".join(text.split()) if is_single else text
            put(item, column.keys, self._speech.value(column.kind, text) if text else None)
            return
        assert column.kind.model is not None
        for key in figure_keys(column.kind.model):
            put(item, (*column.keys, key), None)
        if text:
            for key, value in self._speech.read_figure(column.kind.model, text).items():
                put(item, (*column.keys, key), value)

    def _sum(self, money: dict[str, Any], cell: TableCell, beside: str) -> None:
        """A sum with its currency in one cell, unless the column of currencies says another one."""
        number, currency = sum_in(cell.text)
        if number and (not beside or not currency or currency_named(beside) == currency):
            money["amount"] = number
            if currency:
                money["currency"] = currency
        if not beside:
            self.sums.add(money, cell)


def _may_be_a_day(column: Column) -> bool:
    """Whether a day makes sense in a column; elsewhere a table has made one of «8.5» or «3/10»."""
    kind = column.kind
    if kind.shape == "figure":
        return kind.is_many or (kind.model is not None and "date" in figure_keys(kind.model))
    return kind.shape not in ("number", "boolean", "listed", "reference")


def _may_hold_unknown(column: Column) -> bool:
    """Whether an entry of a list may be a stated unknown: a name may, a sentence may not."""
    return column.kind.shape == "reference"


def _beside(spec: str) -> str:
    """The column of the currency of a sum."""
    return f"{spec.removesuffix('amount')}currency"


def put(item: dict[str, Any], keys: Keys, value: Any) -> None:
    """Set a value, or take it away with what holds nothing else."""
    if value is None:
        _take(item, keys)
        return
    holder: Any = item
    for key, following in pairwise(keys):
        empty: Any = [] if following == 0 else {}
        if isinstance(key, int):
            if not holder:
                holder.append(empty)
        elif not isinstance(holder.get(key), type(empty)):
            holder[key] = empty
        holder = holder[key]
    holder[keys[-1]] = value


def _take(item: dict[str, Any], keys: Keys) -> None:
    holder: Any = value_at(item, keys[:-1])
    is_there = bool(holder) if keys[-1] == 0 else isinstance(holder, dict) and keys[-1] in holder
    if not is_there:
        return
    del holder[keys[-1]]
    if not holder and keys[:-1]:
        _take(item, keys[:-1])


def _subtract(item: dict[str, Any], gone: dict[str, Any]) -> None:
    for key, value in gone.items():
        if isinstance(value, dict) and isinstance(item.get(key), dict):
            _subtract(item[key], value)
            if not item[key]:
                del item[key]
        else:
            item.pop(key, None)


def _add(item: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(item.get(key), dict):
            _add(item[key], value)
        else:
            item[key] = value
