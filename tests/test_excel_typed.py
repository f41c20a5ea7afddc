"""What people type into a workbook, and what a table makes of it: totals, months, lengths, figures in words."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from cases import FOLDER, patched
from cases import read as cases_of

from conceptgen.exchange.excel import workbook
from conceptgen.input import Loaded, load, load_bytes
from conceptgen.input.workbook import Workbook
from conceptgen.input.workbook.columns import columns
from conceptgen.input.workbook.comments import comment
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.package import is_ours
from conceptgen.input.workbook.places import Atlas
from conceptgen.input.workbook.sheets import SHEETS
from conceptgen.input.workbook.speech import Speech
from conceptgen.languages import LANGUAGES
from conceptgen.model.base import Figure
from conceptgen.model.project import Project
from conceptgen.rulebook import review
from conceptgen.rulebook.rules import rules

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


def costs(*sums: Any) -> Loaded:
    heads = ["Мероприятие", "Стоимость: Сумма", "Стоимость: Валюта"]
    rows = [
        [f"Дело {number}", *(each if isinstance(each, tuple) else (each,))]
        for number, each in enumerate(sums)
    ]
    return read(book(Мероприятия=[heads, *rows]))


def amounts(loaded: Loaded) -> list[tuple[str, str | None]]:
    assert loaded.project is not None, told(loaded)
    assert loaded.project.concept is not None
    assert loaded.project.concept.programme is not None
    found = [each.cost for each in loaded.project.concept.programme.actions]
    return [(str(each.amount), each.currency) for each in found if each is not None]


def test_a_sum_is_read_with_its_currency() -> None:
    loaded = costs("15 000 руб.", "150 тыс. руб.", "1,5 млн ₽", ("200 EUR", "евро"))
    assert amounts(loaded) == [("15000", "RUB"), ("150000", "RUB"), ("1500000", "RUB"), ("200", "EUR")]
    assert "W-XLS-06" not in told(loaded)


def test_a_sum_without_a_currency_takes_that_of_all_others_aloud() -> None:
    loaded = costs("435 000 руб.", 150000)
    assert amounts(loaded) == [("435000", "RUB"), ("150000", "RUB")]
    assert (
        "строка 3, столбец «Стоимость: Сумма»: W-XLS-06: У суммы «150000» не указана валюта; взята та"
        in told(loaded)
    )


def test_a_sum_whose_currency_nobody_can_tell_is_told() -> None:
    loaded = costs("435 000 руб.", "200 EUR", 150000)
    assert amounts(loaded)[2] == ("150000", None)
    assert "строка 4, столбец «Стоимость: Сумма»: W-XLS-06: У суммы «150000» не указана валюта →" in told(
        loaded
    )


def test_a_sum_that_says_two_currencies_is_an_error() -> None:
    loaded = costs(("200 EUR", "руб."))
    assert loaded.project is None
    assert "«200 EUR»" in told(loaded)


ADVISED = {
    "a dash": ("-", "запишите: «неизвестно | Выяснить к сроку: 01.03.2027»"),
    "up to": ("до 3 минут", "Напишите «не более 3 мин» или «около 3 мин»"),
    "a word": ("быстро", "Значение до начала работ"),
}


@pytest.mark.parametrize("case", ADVISED)
def test_the_advice_is_that_of_the_column(case: str) -> None:
    said, wanted = ADVISED[case]
    loaded = read(book(Показатели=[["Показатель", "Исходное значение"], ["Ожидание", said]]))
    (finding,) = [each for each in loaded.findings if each.code.startswith("E-TYP")]
    assert wanted in finding.hint


def test_a_gap_is_sent_to_the_sheet_that_holds_it() -> None:
    """A stage that only touchpoints name has no row of its own: its aim is filled in on the sheet of stages."""
    loaded = read(book(Точки_касания=[["Этап взаимодействия", "Точка касания"], ["Визит", "Встреча"]]))
    hints = [each.hint for each in review(loaded, gate="approved") if each.code == "E-DOC-05"]
    assert any("столбец «Цель клиента» на листе «Этапы»; чего пока не знаете" in hint for hint in hints)


KEYS = re.compile(r"[a-z]_[a-z]|[{}`]|(?<!--)\b[a-z]{3,}: |\bid\b")
OUR_OWN = re.compile(r"--variant short|conceptgen rules|«[^«»]*»")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_comment_speaks_in_keys(language: str) -> None:
    said = {comment(column, language) for sheet in SHEETS for column in columns(sheet)}
    keys = KEYS if language == "ru" else re.compile(r"[a-z]_[a-z]|[{}`]|\bid\b")
    assert [each for each in said if keys.search(each)] == []


OF_SHEETS = [rule.code for rule in rules() if not rule.code.startswith("W-RVW")]
"""No sheet holds what is accepted."""


@pytest.mark.parametrize("code", OF_SHEETS)
def test_no_advice_of_a_rule_speaks_in_keys(code: str) -> None:
    """Every wording of every rule, as one meets it who has a workbook."""
    for case in cases_of(code).get("bad", []):
        loaded = load_bytes(patched(case["patch"]), "case.yaml", FOLDER)
        as_workbook = replace(loaded, workbook=Workbook(None, [], Atlas("ru"), loaded.language))
        for finding in review(as_workbook, others=tuple(case["patch"].get("others", ()))):
            said = OUR_OWN.sub("", finding.hint)
            assert finding.code != code or loaded.language != "ru" or not KEYS.search(said), finding.hint


def test_a_cause_is_named_by_what_it_analyses() -> None:
    made = book(
        Критерии=[["Составляющая сервиса", "Критерий"], ["Персонал", "Встреча"]],
        Причины=[["Критерий", "Коренная причина"], ["Встреча", "Нет второго администратора"]],
        Цели=[["Цель", "Основание: Разборы причин"], ["Гость не ждёт", "Встреча"]],
    )
    found = project(made)
    assert found.concept is not None
    assert found.concept.current_state is not None
    (cause,) = found.concept.current_state.causes
    assert found.concept.goals[0].basis is not None
    assert found.concept.goals[0].basis.causes == (cause.id,)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(found)))["Цели"]
    heads = {str(cell.value): cell.column_letter for cell in sheet[2]}
    assert sheet[f"{heads['Основание: Разборы причин']}3"].value == "Встреча"


def shares(*typed: Any) -> str:
    rows = [[f"Сегмент {number}", each] for number, each in enumerate(typed)]
    return told(read(book(Сегменты_клиентов=[["Наименование", "Доля, %"], *rows])))


def test_a_share_typed_as_a_fraction_is_told() -> None:
    assert "W-XLS-07: Доля «0.35» прочитана как 0.35 %" in shares(0.35, 40)
    assert shares(0.35, 0.65).count("W-XLS-07") == 2
    assert "W-XLS-07" not in shares(35, 65)


def test_what_the_table_made_a_date_is_told() -> None:
    rows = [["Критерий", "Балл"], ["Встреча", dt.date(2026, 5, 8)]]
    made = book(Критерии=[["Составляющая сервиса", "Критерий"], ["Персонал", "Встреча"]], Оценки=rows)
    assert "лист «Оценки», строка 2, столбец «Балл»: E-XLS-07: Из написанного таблица сделала дату" in told(
        read(made)
    )


def test_near_names_are_offered_whole_the_nearest_first() -> None:
    roles = [["Должность"], ["Администратор"], ["Старший администратор"], ["Директор"]]
    goals = [["Цель", "Ответственный"], ["Гость не ждёт", "Ст. администратор"]]
    hint = told(read(book(Должности=roles, Цели=goals)))
    assert "Возможно, «Старший администратор» или «Администратор»" in hint


def test_a_row_that_belongs_to_nothing_is_told_once() -> None:
    """What refers to it is no second fault."""
    made = book(
        Цели=[["Цель"], ["Гость не ждёт"]],
        Задачи=[["Цель", "Задача"], ["Гость ждёт", "Открыть кассу"]],
        Мероприятия=[["Мероприятие", "Задачи"], ["Журнал", "Открыть кассу"]],
    )
    assert [each.code for each in read(made).findings if each.severity == "error"] == ["E-XLS-05"]


def test_a_workbook_without_a_part_of_texts_is_one_of_ours() -> None:
    """Some programs write texts into the sheets."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", '<c t="inlineStr"><is><t>conceptgen:goals</t></is></c>')
    assert is_ours(data.getvalue())


def test_unknown_is_no_entry_of_a_list_of_sentences() -> None:
    loaded = read(book(Сегменты_клиентов=[["Наименование", "Потребности"], ["Гости", "неизвестно"]]))
    assert loaded.project is not None
    assert loaded.project.organization.segments[0].needs == ()
    assert "столбец «Потребности»: W-XLS-08: «неизвестно» — не пункт перечня" in told(loaded)


@pytest.mark.parametrize("said", ["полгода", "раз в год", "6 месяцев"])
def test_a_length_in_the_place_of_a_day_is_told(said: str) -> None:
    loaded = read(book(Мероприятия=[["Мероприятие", "Срок"], ["Журнал", said]]))
    assert "→ Это длительность или частота, а здесь нужен срок: «01.06.2027»" in told(loaded)
