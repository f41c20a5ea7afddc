"""What people type into a workbook, and what a table makes of it: totals, months, lengths, figures in words."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

from conceptgen.input import Loaded, load
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.speech import Speech
from conceptgen.model.base import Figure
from conceptgen.model.project import Project

Rows = list[list[Any]]


def book(**sheets: Rows) -> openpyxl.Workbook:
    """A workbook with a document, an organization, a principle and these sheets («_» for a space)."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    usual: dict[str, Rows] = {
        "Документ": [["Наименование документа", "Концепция"], ["Дата документа", dt.date(2026, 11, 30)]],
        "Организация": [["Краткое наименование", "Чайная"]],
        "Принципы": [["Принцип"], ["Гость не ждёт"]],
    }
    for title, rows in (usual | sheets).items():
        sheet = made.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return made


def read(made: openpyxl.Workbook) -> Loaded:
    data = io.BytesIO()
    made.save(data)
    return load(data.getvalue(), "к.xlsx")


def project(made: openpyxl.Workbook) -> Project:
    loaded = read(made)
    assert loaded.project is not None, told(loaded)
    return loaded.project


def told(loaded: Loaded) -> str:
    return "\n".join(map(str, loaded.findings))


MONEY = ["Сумма", "Валюта", "Год"]
TOTALS: dict[str, list[Any]] = {
    "a sum alone": ["=SUM(A2:A3)"],
    "a subtotal": ["=SUBTOTAL(9,A2:A3)"],
    "said in a column of a list": ["=SUM(A2:A3)", "Итого"],
    "said with more": [585000, None, "Итого за год"],
    "said in capitals": [585000, "ВСЕГО:"],
}


@pytest.mark.parametrize("case", TOTALS)
def test_a_total_under_a_list_is_no_item(case: str) -> None:
    rows = [MONEY, [435000, "руб.", 2026], [150000, "руб.", 2027], TOTALS[case]]
    loaded = read(book(Бюджет=rows))
    assert loaded.project is not None, told(loaded)
    assert loaded.project.concept is not None
    assert loaded.project.concept.programme is not None
    assert len(loaded.project.concept.programme.budget) == 2
    assert "лист «Бюджет», строка 4" in told(loaded)
    assert "W-XLS-02: Строка не прочитана: " in told(loaded)


def test_a_name_that_begins_like_a_total_is_a_name() -> None:
    rows: Rows = [
        ["Показатель"],
        ["Среднее время ожидания"],
        ["Сумма среднего чека"],
        ["Всего довольных гостей"],
    ]
    concept = project(book(Показатели=rows)).concept
    assert concept is not None
    assert [each.name for each in concept.indicators] == [row[0] for row in rows[1:]]


def test_a_month_that_the_table_made_a_day_is_a_month() -> None:
    made = book(
        Цели=[
            ["Цель", "Срок достижения"],
            ["Гость не ждёт", dt.date(2026, 10, 1)],
            ["Бронь", dt.date(2026, 10, 1)],
        ]
    )
    made["Цели"]["B2"].number_format = "[$-419]mmm\\-yy;@"
    made["Цели"]["B3"].number_format = "dd.mm.yyyy"
    concept = project(made).concept
    assert concept is not None
    assert [getattr(goal.horizon, "form", "") for goal in concept.goals] == ["month", "day"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("iso", ["PT1H25M", "PT25M", "P1Y2M", "P1M", "P2DT3H", "PT90S", "PT1M1H", "P2WT1M"])
def test_a_length_goes_out_and_comes_back(iso: str, language: str) -> None:
    speech = Speech(language, Names(language))
    said = speech.figure(Figure, {"duration": iso})
    assert speech.read_figure(Figure, str(said)) == {"duration": iso}


def test_a_length_is_said_as_documents_say_it() -> None:
    speech = Speech("ru", Names("ru"))
    assert speech.figure(Figure, {"duration": "PT1H25M"}) == "1 ч 25 мин"
    for said in ("1 ч 25 мин", "1 час 25 минут", "1ч 25мин"):
        assert speech.read_figure(Figure, said) == {"duration": "PT1H25M"}
