"""A share typed as a fraction («0,35» for 35 %) among shares in per cent: it is read as it stands, aloud."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.figures import number_in
from conceptgen.input.workbook.table import TableCell

_IN_PER_CENT = ("share_pct", "weight")
_WHOLE = Decimal("1.5")
"""Fractions of one whole add up to about one."""
_FAR = 5
"""Beside so large a share one under one per cent is a slip."""


class Shares:
    """The shares of every column of a workbook."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._found: defaultdict[tuple[int, int], list[tuple[Decimal, TableCell, bool]]] = defaultdict(list)

    def add(self, spec: str, cell: TableCell, *, is_new: bool) -> None:
        """Take a cell in, where it may be a share."""
        number = number_in(cell.text) if spec in _IN_PER_CENT else ""
        if number:
            self._found[cell.sheet, cell.column].append((Decimal(number), cell, is_new))

    def tell(self) -> None:
        """Name those that look like fractions."""
        for found in self._found.values():
            values = [number for number, *_ in found]
            if sum(values) > _WHOLE and max(values) < _FAR:
                continue
            for number, cell, is_new in found:
                if is_new and 0 < number < 1:
                    meant = f"{(number * 100).normalize():f}"
                    self._report.add("W-XLS-07", cell.place, text=cell.text, meant=meant)
