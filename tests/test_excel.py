"""An input as a workbook of Excel and back: nothing lost, nothing changed that nobody changed."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filler import Filler
from made import in_turn

from conceptgen.changes import compare
from conceptgen.changes.plain import plain
from conceptgen.exchange.excel import blank, bring_back, workbook, yaml_text
from conceptgen.exchange.excel.book import made
from conceptgen.input import Loaded, load, load_bytes
from conceptgen.input.workbook.columns import columns
from conceptgen.input.workbook.heads import sheet_title, titles
from conceptgen.input.workbook.rows import rows, without_sheet
from conceptgen.input.workbook.sheets import SHEETS
from conceptgen.languages import LANGUAGES
from conceptgen.model.project import Project

SAMPLES = sorted(Path("samples").glob("*.yaml"))


def project(path: Path) -> Project:
    found = load(path).project
    assert found is not None
    return found


def filled() -> Project:
    """An input with something in every field there is."""
    data = Filler().project()
    found = load_bytes(json.dumps(data, ensure_ascii=False).encode(), "filled.json").project
    assert found is not None
    return found


def edited(data: bytes, change: Any) -> bytes:
    """The workbook as somebody saved it after a change."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def of_its_own(before: Project) -> bytes:
    """A workbook without the input it is made from: only what stands in its sheets."""
    data, language = plain(before), before.document.language
    assert isinstance(data, dict)
    return made(rows(data, language)[0], language, "")


def read(data: bytes) -> Loaded:
    return load(data, "книга.xlsx")


def told(loaded: Loaded) -> str:
    return "\n".join(map(str, loaded.findings))


@pytest.mark.parametrize("name", in_turn("service_centre", "dealer"))
def test_what_nobody_changed_comes_back_byte_for_byte_and_the_cells_alone_say_it_all(name: str) -> None:
    path = Path(f"samples/{name}.yaml")
    before = project(path)
    back = bring_back(workbook(before), "книга.xlsx", before)
    assert back.theirs == before
    assert back.applied_to(path.read_bytes(), path.name) == path.read_bytes()
    after = read(of_its_own(before))
    assert after.project is not None, told(after)
    left = set(without_sheet(plain(before)))
    changes = compare(before, after.project)
    assert {str(each.path[0]) for each in changes} <= left
    assert bool(left) or not changes


def test_every_field_comes_back_from_the_cells_alone() -> None:
    before = filled()
    after = read(of_its_own(before))
    assert after.project is not None, told(after)
    assert compare(before, after.project) == ()
    assert read(workbook(before)).project == before


def test_the_same_input_gives_the_same_bytes() -> None:
    one = project(Path("samples/salon.yaml"))
    assert workbook(one) == workbook(one)
    assert blank("ru") == blank("ru")


def test_a_new_file_of_data_says_the_same_in_short_forms() -> None:
    before = project(Path("samples/salon.yaml"))
    written = yaml_text(before)
    assert load(written, "new.yaml").project == before
    assert b"\n\norganization: {name: " in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_heads_of_a_sheet_and_no_two_sheets_are_called_alike(language: str) -> None:
    sheets = [sheet_title(sheet, language) for sheet in SHEETS]
    assert len(set(map(str.casefold, sheets))) == len(sheets)
    assert all(len(each) <= 31 for each in sheets)
    for sheet in SHEETS:
        heads = [each.casefold() for each in titles(sheet, language).values()]
        assert len(set(heads)) == len(heads), sheet.key


def test_a_text_never_becomes_a_formula() -> None:
    body = """\
schema: conceptgen/1
document: {title: "=1+1", date: 2026-11-21}
organization: {name: "+7 900", departments: [{id: d, name: "=cmd|' /C calc'!A0"}, {name: "007"}]}
concept: {principles: [{text: "@SUM(A1)"}]}
"""
    before = load(body.encode(), "x.yaml").project
    assert before is not None
    data = workbook(before)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert read(of_its_own(before)).project == before


def test_every_sheet_is_explained_in_the_heads() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank("ru")))
    sheet = book["Мероприятия"]
    assert [cell.value for cell in sheet[2]][2:6] == ["Мероприятие", "Задачи", "Цели", "Вид работ"]
    assert sheet["C2"].comment is not None
    assert sheet.freeze_panes == "D3"
    assert sheet.auto_filter.ref
    assert sheet.column_dimensions["A"].hidden
    assert len(columns(SHEETS[0])) > 20
