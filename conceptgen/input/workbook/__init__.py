"""A workbook of Excel → the tree of an input: sheets declared from the model, one for every part that documents print.

``read_workbook`` finds our sheets, lays their rows over the input the workbook was made from (a hidden sheet holds it)
and gives the tree that loading takes, with the sheet, row and column of every value. ``rows`` is the way there: what
the sheets of an input show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from conceptgen.findings import Finding
from conceptgen.input.findings_report import NOWHERE, Report
from conceptgen.input.text.nodes import Mapping
from conceptgen.input.text.read import read
from conceptgen.input.workbook.build import Missing, build
from conceptgen.input.workbook.grid import Grid, grid_of, sheet_in
from conceptgen.input.workbook.heads import CHECK_FORM, INPUT
from conceptgen.input.workbook.one_line import plain
from conceptgen.input.workbook.package import is_fit
from conceptgen.input.workbook.places import Atlas
from conceptgen.input.workbook.shapes import is_full
from conceptgen.input.workbook.table import Table, tables, text_at
from conceptgen.input.workbook.tree import tree_of
from conceptgen.languages import LANGUAGES, USUAL
from conceptgen.model.enums import by_label

__all__ = ["Missing", "Workbook", "read_workbook"]


@dataclass(frozen=True)
class Workbook:
    """What reading a workbook gave: the tree, what is wrong, where things stand, what rows are gone.

    ``base`` is the input that the workbook was made from, as plain data; None for a blank or a foreign one.
    """

    tree: Mapping | None
    findings: list[Finding]
    atlas: Atlas
    language: str
    base: dict[str, Any] | None = None
    missing: list[Missing] = field(default_factory=list)
    failed: frozenset[str] = frozenset()


def read_workbook(data: bytes, name: str, language: str = "", *, keep_missing: bool = False) -> Workbook:
    """Read a workbook. Never raises for a bad one; ``language`` is that of messages where it does not tell."""
    report = Report(name, language or USUAL)
    atlas = Atlas(report.language)
    found = _tables(data, report)
    if found is None:
        return Workbook(None, report.in_order(), atlas, report.language)
    base = _base(found)
    for table in found:
        atlas.name_sheet(table.number, table.title)
    grids = _grids(found, atlas, report)
    if not grids:
        report.add("E-XLS-03", NOWHERE)
        return Workbook(None, report.in_order(), atlas, report.language)
    report.language = atlas.language = _language(grids, base) or report.language
    built = build(grids, base, report.language, report, keep_missing=keep_missing)
    for each in built.missing:
        if each.is_needed and not keep_missing:
            report.add("W-XLS-04", NOWHERE, text=each.entry.item.get("name") or each.entry.address)
    tree = tree_of(built.data, built.spots, built.blanks)
    return Workbook(tree, report.in_order(), atlas, report.language, base, built.missing, built.failed)


def _tables(data: bytes, report: Report) -> list[Table] | None:
    if not is_fit(data, report):
        return None
    try:
        found = tables(data)
    except Exception:  # the library raises whatever a damaged file makes it raise
        report.add("E-XLS-01", NOWHERE, "damaged")
        return None
    if any(text_at(each, 1, 1).startswith(CHECK_FORM) for each in found):
        report.add("E-XLS-01", NOWHERE, "form")
        return None
    return found


def _grids(found: list[Table], atlas: Atlas, report: Report) -> dict[str, Grid]:
    grids: dict[str, Grid] = {}
    for table in found:
        sheet = sheet_in(table)
        if sheet is None:
            continue
        if sheet.key in grids:
            place = (Atlas.line(table.number, 1), 1)
            report.add("W-XLS-05", place, sheet=table.title, first=grids[sheet.key].table.title)
        elif (grid := grid_of(table, sheet, atlas, report)) is not None:
            grids[sheet.key] = grid
    return grids


def _base(found: list[Table]) -> dict[str, Any] | None:
    """The input that the workbook was made from; None where it is not there, or not as it was written."""
    for table in found:
        cells = [cell.text for row in table.rows.values() for cell in row.values()]
        if cells[:1] == [INPUT]:
            kept = "".join(cell.strip("|") for cell in cells[1:])
            tree, findings = read(kept.encode("utf-8", "replace"), "input.json")
            data = plain(tree) if tree is not None else None
            is_whole = not any(each.severity == "error" for each in findings)
            return data if is_whole and is_full(data) else None
    return None


def _language(grids: dict[str, Grid], base: dict[str, Any] | None) -> str:
    said = grids["document"].rows[0].text("language") if "document" in grids else ""
    meant = by_label("language").get(said.casefold(), "")
    if not meant and base is not None:
        meant = str(base.get("document", {}).get("language", ""))
    return meant if meant in LANGUAGES else ""
