"""The first sheet: how to fill in the others, and what each is for."""

from __future__ import annotations

from typing import Any

from conceptgen.exchange.excel.looks import Looks, height
from conceptgen.input.workbook.heads import sheet_purpose, sheet_title
from conceptgen.input.workbook.sheets import SHEETS
from conceptgen.languages import say, vocabulary

_WIDE = 100


def write_readme(paper: Any, looks: Looks, language: str, hidden: set[str]) -> None:
    """Write the readme, with a link to every sheet in sight."""
    paper.write_string(0, 1, say(language, "workbook.readme.title"), looks.title)
    lines = vocabulary(language)["workbook"]["readme"]["lines"].values()
    row = 2
    for text in lines:
        paper.merge_range(row, 1, row, 2, "", looks.plain)
        paper.write_string(row, 1, str(text), looks.plain)
        paper.set_row(row, 32)
        row += 1
    row += 1
    for column, key in enumerate(("sheet", "purpose"), 1):
        paper.write_string(row, column, say(language, f"workbook.readme.{key}"), looks.head)
    for number, sheet in enumerate(SHEETS, row + 1):
        title = sheet_title(sheet, language)
        if sheet.key in hidden:
            paper.write_string(number, 1, say(language, "workbook.readme.hidden", title=title), looks.plain)
        else:
            paper.write_url(number, 1, f"internal:'{title}'!B2", looks.link, title)
        purpose = sheet_purpose(sheet, language)
        paper.write_string(number, 2, purpose, looks.plain)
        paper.set_row(number, height([(purpose, _WIDE)]))
    paper.set_column(0, 0, 3)
    paper.set_column(1, 1, 30)
    paper.set_column(2, 2, _WIDE)
    paper.hide_gridlines(2)
    paper.set_landscape()
    paper.set_paper(9)
    paper.fit_to_pages(1, 0)
