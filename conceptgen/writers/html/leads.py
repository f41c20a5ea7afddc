"""Where a map leads on the screen: from what it names to the row that tells of it in full."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.document.blocks import Cell, Document, Row, Table
from conceptgen.document.inline import Footnote, Inlines, Ref, Text
from conceptgen.document.walk import blocks
from conceptgen.origin import Path


class Leads:
    """The rows that the maps of a document lead to, by the values that both print; none where there is no map."""

    def __init__(self, document: Document) -> None:
        tables = [block for block in blocks(document) if isinstance(block, Table)]
        wanted = {path for table in tables if table.lanes for path in _named(table)}
        self._anchors: dict[Path, str] = {}
        self._rows: dict[int, str] = {}
        for row in (row for table in tables if not table.lanes for row in table.rows if row.role == "body"):
            path = _first(row.cells[0])
            if path in wanted and path not in self._anchors:
                self._anchors[path] = self._rows[id(row)] = f"row-{len(self._rows) + 1}"

    def anchor(self, row: Row) -> str:
        """The name of a row that something leads to."""
        return self._rows.get(id(row), "")

    def of(self, content: Inlines) -> str:
        """The row that a line of a map leads to; nothing where it holds links of its own."""
        if any(isinstance(each, Ref | Footnote) for each in content):
            return ""
        return next((self._anchors[path] for path in _paths(content) if path in self._anchors), "")


def _named(table: Table) -> Iterator[Path]:
    for row in table.rows:
        for cell in row.cells[1:]:
            for content in cell.paragraphs:
                yield from _paths(content)


def _first(cell: Cell) -> Path:
    return next((path for content in cell.paragraphs for path in _paths(content)), ())


def _paths(content: Inlines) -> Iterator[Path]:
    return (
        each.origin.path for each in content if isinstance(each, Text) and each.origin and each.origin.path
    )
