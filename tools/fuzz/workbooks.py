"""Workbooks of Excel, damaged or filled in oddly: each is refused in plain lines, or is an input like any other."""

from __future__ import annotations

import datetime
import io
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook

from conceptgen.errors import InputError
from conceptgen.exchange.excel import blank, bring_back, workbook
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.resources import samples
from fuzz.promises import hold
from fuzz.templates import damaged

SECONDS = 90
_ODD: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "да",
        "нет данных",
        "=1+1",
        '=HYPERLINK("http://x.example")',
        "#N/A",
        "5 %",
        "1–3",
        "≤ 4",
    ),
    *(
        "2027",
        "31.12.2027",
        "ноябрь 2026",
        "х" * 40_000,
        "а\nб",
        "\u202e",
        "TODO",
        "1;2;3",
        "{a: 1}",
        "[",
        "- x",
    ),
    *(0, -1, 0.05, 1e300, True, datetime.datetime(2027, 2, 1), datetime.time(9, 30)),
)


def case(random: Random, folder: Path) -> None:
    """One workbook."""
    name = random.choice(("minimal", "salon", "hotel", ""))
    data = damaged(random, _made(name)) if random.random() < 0.4 else _filled(random, _made(name))
    loaded = load_bytes(data, "a.xlsx", folder)
    hold(loaded)
    if name and random.random() < 0.2:
        with suppress(InputError):
            assert bring_back(data, "a.xlsx", _project(name)).theirs


@cache
def _project(name: str) -> Project:
    project = load_bytes((samples() / f"{name}.yaml").read_bytes(), f"{name}.yaml", samples()).project
    assert project is not None
    return project


@cache
def _made(name: str) -> bytes:
    if not name:
        return blank("ru")
    return workbook(_project(name))


def _filled(random: Random, data: bytes) -> bytes:
    """Cells, rows, columns and sheets as somebody left them who was in a hurry."""
    book = load_workbook(io.BytesIO(data))
    for _ in range(random.choice((1, 2, 5, 20))):
        sheet = random.choice(book.worksheets)
        row, column = random.randint(1, sheet.max_row + 2), random.randint(1, sheet.max_column + 2)
        match random.randrange(8):
            case 0:
                sheet.delete_rows(row)
            case 1:
                sheet.insert_rows(row)
            case 2:
                sheet.delete_cols(column)
            case 3:
                sheet.insert_cols(column)
            case 4:
                sheet.title = random.choice(("Лист1", "Ж" * 31, sheet.title))
            case 5 if len(book.worksheets) > 1:
                del book[sheet.title]
            case _:
                _put(random, sheet, row, column)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _put(random: Random, sheet: Any, row: int, column: int) -> None:
    other = random.choice([each.value for each in sheet[random.randint(1, sheet.max_row)]] or [None])
    cell = sheet.cell(row, column)
    if type(cell).__name__ != "MergedCell":
        cell.value = random.choice((random.choice(_ODD), other))
