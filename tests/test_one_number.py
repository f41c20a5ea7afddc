"""How many gaps stand in the way of approval: one question, one number, whoever is asked."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from conceptgen.cli.program import Program
from conceptgen.preview.page import state
from conceptgen.preview.view import Session

HALF_FILLED = """\
schema: conceptgen/1
document:
  title: Цепочка прачечной
  date: "2026-11-02"
  status: approved
  approval: {organization: Прачечная «Проба», position: Директор, person: А. Б. Пробный, date: "2026-11-02"}
organization: {name: Прачечная «Проба»}
chains:
  - name: Первая стирка
    stages:
      - {name: Прийти, phase: before, client_goal: Найти вход, touchpoints: [{name: Вывеска}]}
      - name: Сдать
        touchpoints:
          - {name: Стойка, client_action: Сдаёт, client_expectation: Быстро, decision: keep, owner: неизвестно}
"""


def run(*words: str) -> str:
    return CliRunner().invoke(Program(), list(words)).output


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    path = tmp_path / "a.yaml"
    path.write_text(HALF_FILLED, encoding="utf-8")
    return path


def test_every_command_gives_the_same_number(file: Path) -> None:
    """check, its gate, the report, the preview and the review copy."""
    told = run("check", "a.yaml")
    number = int(re.search(r"К утверждению не готово: ошибок (\d+)", told)[1])  # type: ignore[index]
    assert number > 4
    assert f"a.yaml: ошибок: {number}," in told
    assert f"a.yaml: ошибок: {number}," in run("check", "--gate", "approved", "a.yaml")
    run("review", "a.yaml", "--format", "html", "-o", "report")
    report = next(Path("report").glob("*.html")).read_text(encoding="utf-8")
    assert re.search(rf"не готово[^<]*\b{number}\b", report.replace("\u00a0", " "))
    view = Session(file)
    (errors,) = [each for each in state(view, view.sight)["groups"] if each["severity"] == "error"]
    assert re.search(rf"\b{number}\b", errors["title"])


def test_a_draft_asks_the_same_question(file: Path) -> None:
    """What would stop approval is counted alike, and stops nothing yet."""
    approved = run("check", "a.yaml")
    file.write_text(HALF_FILLED.replace("status: approved", "status: draft"), encoding="utf-8")
    draft = run("check", "a.yaml")
    asked = r"К утверждению не готово: ошибок (\d+)"
    assert re.findall(asked, draft) == re.findall(asked, approved)
    assert "ошибок нет" in draft


@pytest.mark.usefixtures("file")
def test_the_review_copy_marks_each_of_them() -> None:
    """A comment each, in the full document that prints them all."""
    number = int(re.findall(r"К утверждению не готово: ошибок (\d+)", run("check", "a.yaml"))[0])
    run("render", "a.yaml", "--document", "chain", "--variant", "full", "--review-copy", "-o", "copy")
    with zipfile.ZipFile(next(Path("copy").glob("*.docx"))) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert len(re.findall(r"Ошибка[^<]{0,3}E-[A-Z]{3}-\d\d", comments)) == number
