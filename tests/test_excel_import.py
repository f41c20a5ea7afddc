"""A workbook given out and filled in comes back into its file: what changed and nothing else."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from conceptgen.batch.inputs import sources
from conceptgen.cli.program import Program
from conceptgen.exchange.excel import blank, bring_back, workbook
from conceptgen.input import load
from conceptgen.model.project import Project

FILE = """\
schema: conceptgen/1
document: {title: "Концепция", date: 2026-11-21}   # название согласовано
organization:
  name: Чайная
  roles:
    - {id: admin, name: Администратор}
    - {id: boss, name: Директор}
concept:
  principles: [Мы рады гостю., Бронь держит слово.]
  goals:
    # главное
    - id: g_wait
      text: Гость не ждёт
      owner: admin
      priority: high
      note: спросить ещё раз
      tasks: [Открыть кассу]
    - {text: Гость возвращается, owner: admin}
settings: {percent: closed}
"""
NAME = "клиент.yaml"


def project(text: str = FILE) -> Project:
    found = load(text.encode(), NAME).project
    assert found is not None
    return found


GIVEN_OUT = workbook(project())


def edited(change: Callable[[Any], object], given: bytes = GIVEN_OUT) -> bytes:
    """The workbook as somebody saved it after a change."""
    book = openpyxl.load_workbook(io.BytesIO(given))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(book: Any, sheet: str, head: str, row: int) -> Any:
    return next(book[sheet].cell(row, each.column) for each in book[sheet][2] if each.value == head)


def test_only_what_was_changed_changes_in_the_file() -> None:
    def change(book: Any) -> None:
        cell(book, "Цели", "Цель", 3).value = "Гость не ждёт нигде"
        cell(book, "Цели", "Приоритет", 3).value = None
        cell(book, "Должности", "Должность", 3).value = "Старший администратор"
        cell(book, "Задачи", "Цель", 4).value = "Гость возвращается"
        cell(book, "Задачи", "Задача", 4).value = "Писать на другой день"

    back = bring_back(edited(change), "к.xlsx", project())
    wanted = FILE.replace("text: Гость не ждёт", "text: Гость не ждёт нигде").replace(
        "      priority: high\n", ""
    )
    wanted = wanted.replace("name: Администратор", "name: Старший администратор")
    wanted = wanted.replace(
        "{text: Гость возвращается, owner: admin}",
        "{text: Гость возвращается, owner: admin, tasks: [{text: Писать на другой день}]}",
    )
    found = back.applied_to(FILE.encode(), NAME).decode()
    assert load(found.encode(), NAME).project == load(wanted.encode(), NAME).project
    kept = [line for line in FILE.splitlines() if line in wanted.splitlines()]
    assert [line for line in found.splitlines() if line in kept] == kept


def test_a_missing_row_is_told_and_stays_until_it_may_go() -> None:
    book = edited(lambda book: book["Принципы"].delete_rows(4))
    kept = bring_back(book, "к.xlsx", project())
    assert [each.entry.item["text"] for each in kept.missing] == ["Бронь держит слово."]
    assert kept.changes == ()
    gone = bring_back(book, "к.xlsx", project(), delete_missing=True)
    assert "[Мы рады гостю.]" in gone.applied_to(FILE.encode(), NAME).decode()


def test_what_cannot_be_read_of_a_sheet_is_told() -> None:
    """A sheet without its heads; a row that is gone while rows of other sheets belong to it."""
    headless = load(edited(lambda book: book["Принципы"].delete_rows(1, 2)), "к.xlsx")
    assert any(
        "W-XLS-03: На листе «Принципы» не нашлось заголовков" in str(each) for each in headless.findings
    )
    orphaned = load(edited(lambda book: book["Цели"].delete_rows(3)), "к.xlsx")
    assert any("W-XLS-04: Строки «" in str(each) for each in orphaned.findings)


def test_what_changed_in_both_is_for_a_person_to_decide() -> None:
    book = edited(lambda book: setattr(cell(book, "Цели", "Ответственный", 3), "value", "Директор"))
    ours = FILE.replace("      owner: admin\n", "      owner: unknown\n").replace("Мы рады", "Всегда рады")
    back = bring_back(book, "к.xlsx", project(ours))
    assert [each.theirs.address for each in back.conflicts] == ["concept.goals[g_wait].owner"]
    assert back.applied_to(ours.encode(), NAME) == ours.encode()


def test_sorting_moves_nothing_and_a_copied_row_is_a_new_one() -> None:
    def change(book: Any) -> None:
        sheet = book["Принципы"]
        rows = [[each.value for each in row] for row in sheet.iter_rows(3, 4)]
        for number, row in enumerate([rows[1], rows[0], rows[0]], 3):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
        sheet.cell(5, 3).value = "Ошибку исправляем сразу."

    back = bring_back(edited(change), "к.xlsx", project())
    assert [(each.kind, each.new) for each in back.changes] == [("add", "Ошибку исправляем сразу.")]
    assert back.missing == ()


def test_a_blank_workbook_adds_to_a_file_and_takes_nothing_away() -> None:
    def change(book: Any) -> None:
        for row, value in ((3, "Концепция"), (5, "2026-11-21")):
            book["Документ"].cell(row, 3).value = value
        book["Организация"].cell(3, 3).value = "Чайная"
        cell(book, "Должности", "Должность", 3).value = "Официант"

    back = bring_back(edited(change, blank("ru")), "к.xlsx", project())
    added = {each.address for each in back.changes if each.kind == "add"}
    assert "organization.roles" in added
    assert not [each for each in back.changes if each.kind == "remove" or each.new is None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_text(FILE, encoding="utf-8")
    return tmp_path


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(Program(), args, prog_name="conceptgen")
    return result.exit_code, result.output


def test_the_commands_give_out_and_bring_back(folder: Path) -> None:
    code, said = run("workbook", NAME)
    assert (code, said.splitlines()[0]) == (0, "клиент.xlsx")
    assert "Без листа: Настройки." in said
    assert (folder / "клиент.xlsx").read_bytes() == GIVEN_OUT
    assert run("workbook", NAME)[0] != 0  # never overwritten
    change = edited(lambda book: setattr(cell(book, "Цели", "Приоритет", 3), "value", "низкий"))
    (folder / "клиент.xlsx").write_bytes(change)
    assert "Изменится (1):" in run("import", "клиент.xlsx", "--into", NAME, "--dry-run")[1]
    assert (folder / NAME).read_text(encoding="utf-8") == FILE
    code, said = run("import", "клиент.xlsx", "--into", NAME)
    assert (folder / NAME).read_text(encoding="utf-8") == FILE.replace("priority: high", "priority: low")
    assert (folder / "клиент.yaml.bak").read_text(encoding="utf-8") == FILE
    assert run("import", "клиент.xlsx", "-o", "новый.yaml")[0] == 0
    before, after = load(Path(NAME)).project, load(Path("новый.yaml")).project
    assert before == after


def test_commands_take_a_workbook_as_they_take_a_file(folder: Path) -> None:
    book = edited(lambda book: setattr(cell(book, "Цели", "Ответственный", 3), "value", "Директр"))
    (folder / "к.xlsx").write_bytes(book)
    code, said = run("check", "к.xlsx")
    assert code == 2
    assert "к.xlsx: лист «Цели», строка 3, столбец «Ответственный»: E-REF-01: Здесь «Директр»" in said
    assert "Возможно, «Директор»" in said
    (folder / "к.xlsx").write_bytes(GIVEN_OUT)
    assert run("render", "к.xlsx", "--document", "concept", "--variant", "short", "--format", "html")[0] == 0
    assert (folder / "out" / "к-concept-short.html").exists()
    assert run("check", "--fix", "к.xlsx")[0] == 0
    assert (folder / "к.xlsx").read_bytes() == GIVEN_OUT


def test_a_build_takes_workbooks_but_for_those_made_from_a_file_beside_them(folder: Path) -> None:
    openpyxl.Workbook().save(folder / "смета.xlsx")
    for name in ("клиент.xlsx", "другой.xlsx", "~$другой.xlsx"):
        (folder / name).write_bytes(GIVEN_OUT if "~" not in name else b"lock")
    found = sources([folder], folder / "out", "ru")
    assert [each.path.name for each in found] == ["другой.xlsx", NAME]


@pytest.mark.outputs
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_says_the_same(tmp_path: Path) -> None:
    sample = load("samples/salon.yaml").project
    assert sample is not None
    given = tmp_path / "книга.xlsx"
    given.write_bytes(workbook(sample))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "saved"),
        str(given),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=240)
    back = bring_back((tmp_path / "saved" / "книга.xlsx").read_bytes(), "книга.xlsx", sample)
    assert back.changes == ()
    assert back.theirs == sample
