"""Plain data → the bytes of a workbook: a readme, a sheet for every part, hidden lists to choose from.

Texts are written as texts: none is a formula, a link or a number. Same data, same bytes.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from conceptgen.changes.plain import plain
from conceptgen.exchange.excel.choices import Choices
from conceptgen.exchange.excel.forms import write_form
from conceptgen.exchange.excel.listing import write_list
from conceptgen.exchange.excel.looks import Looks, tab
from conceptgen.exchange.excel.readme import write_readme
from conceptgen.input.workbook.heads import INPUT, sheet_title
from conceptgen.input.workbook.rows import Row, rows
from conceptgen.input.workbook.sheets import SHEETS
from conceptgen.languages import say
from conceptgen.model.dates import When
from conceptgen.model.project import Project

_CHUNK = 30_000
_USUAL_DAY = date(2000, 1, 1)


def workbook(project: Project) -> bytes:
    """A workbook with all that an input says, in its language."""
    data = plain(project)
    assert isinstance(data, dict)
    told = project.document.date
    day = told.first if isinstance(told, When) else _USUAL_DAY
    language = project.document.language
    return made(rows(data, language)[0], language, project.document.title, day, data)


def made(
    of_sheets: dict[str, list[Row]],
    language: str,
    title: str,
    day: date = _USUAL_DAY,
    source: dict[str, Any] | None = None,
) -> bytes:
    """A workbook with the rows of each sheet; ``source`` is the input that it is made from."""
    stream = BytesIO()
    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    looks = Looks(book, language)
    readme = book.add_worksheet(say(language, "workbook.readme.title")[:31])
    sheets = {sheet.key: book.add_worksheet(sheet_title(sheet, language)) for sheet in SHEETS}
    choices = Choices(book, language)
    for sheet in SHEETS:
        write = write_form if sheet.is_form else write_list
        write(sheets[sheet.key], sheet, of_sheets.get(sheet.key, []), looks, choices, language)
        sheets[sheet.key].set_tab_color(tab(sheet))
    hidden = {sheet.key for sheet in SHEETS if sheet.is_rare and not of_sheets.get(sheet.key)}
    for key in hidden:
        sheets[key].hide()
    write_readme(readme, looks, language, hidden)
    if source is not None:
        _write_source(book, source)
    readme.activate()
    book.close()
    return stream.getvalue()


def _write_source(book: Any, source: dict[str, Any]) -> None:
    """The input on a hidden sheet: by it a change is told from what was so before."""
    sheet = book.add_worksheet("conceptgen")
    sheet.very_hidden()
    sheet.write_string(0, 0, INPUT)
    text = json.dumps(source, ensure_ascii=False, separators=(",", ":"))
    for row, start in enumerate(range(0, len(text), _CHUNK), 1):
        # A cell may lose spaces at its ends.
        sheet.write_string(row, 0, f"|{text[start : start + _CHUNK]}|")
