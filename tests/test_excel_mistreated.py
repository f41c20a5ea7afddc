"""Workbooks as consultants leave them, and as nobody should send them: the right result, or the right message."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conceptgen.input import Loaded, load
from conceptgen.input.workbook import table
from conceptgen.model.project import Project

Book = openpyxl.Workbook
Rows = list[dict[str, Any]]

ROLES: Rows = [{"Должность": "Директор"}, {"Должность": "Администратор"}]
GOALS: Rows = [{"Цель": "Гость не ждёт", "Ответственный": "Администратор"}, {"Цель": "Бронь держит слово"}]
CRITERIA: Rows = [
    {"Составляющая сервиса": "Персонал", "Критерий": "Встреча", "Целевой балл": 9},
    {"Составляющая сервиса": "Продукт", "Критерий": "Чай", "Целевой балл": 8},
]
ACTIONS: Rows = [
    {"Мероприятие": "Журнал", "Цели": "Гость не ждёт", "Готовность, %": 5, "Срок": dt.date(2027, 2, 1)},
    {"Мероприятие": "График", "Зависит от": "Журнал", "Стоимость: Сумма": 40000},
]
POINTS: Rows = [
    {"Этап взаимодействия": "Визит", "Зона взаимодействия": "Вход", "Точка касания": "Встреча"},
    {"Этап взаимодействия": "Визит", "Зона взаимодействия": "Вход", "Точка касания": "Гардероб"},
    {"Этап взаимодействия": "Прощание", "Зона взаимодействия": "Касса", "Точка касания": "Расчёт"},
]
SEGMENTS: Rows = [{"Наименование": "Постоянные", "Доля, %": 40, "Потребности": "тишина"}]


def fill(sheet: Worksheet, rows: Rows) -> None:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    sheet.append(heads)
    for row in rows:
        sheet.append([row.get(head) for head in heads])


def book() -> Book:
    """A workbook as one types it anew: sheets by their titles, columns by their heads, nothing hidden."""
    made = Book()
    head = made.active
    head.title = "Документ"
    for row in (("Наименование документа", "Концепция"), ("Дата документа", dt.date(2026, 11, 30))):
        head.append(row)
    made.create_sheet("Организация").append(("Краткое наименование", "Чайная"))
    tables = {
        "Должности": ROLES,
        "Цели": GOALS,
        "Критерии": CRITERIA,
        "Мероприятия": ACTIONS,
        "Точки касания": POINTS,
        "Сегменты клиентов": SEGMENTS,
    }
    for title, rows in tables.items():
        fill(made.create_sheet(title), rows)
    return made


def saved(made: Book) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def read(change: Callable[[Book], object] | None = None) -> Loaded:
    made = book()
    if change is not None:
        change(made)
    return load(saved(made), "к.xlsx")


def told(loaded: Loaded) -> str:
    return "\n".join(str(each) for each in loaded.findings)


def project(change: Callable[[Book], object] | None = None) -> Project:
    loaded = read(change)
    assert loaded.project is not None, told(loaded)
    return loaded.project


WHOLE = project()


def names(found: Project) -> list[str]:
    assert found.concept is not None
    goals = [goal.text for goal in found.concept.goals]
    assert found.concept.programme is not None
    actions = [action.name for action in found.concept.programme.actions]
    points = [
        f"{stage.name}/{zone.name}/{point.name}"
        for chain in found.chains
        for stage in chain.stages
        for zone in stage.zones
        for point in zone.touchpoints
    ]
    return goals + actions + points


def test_a_workbook_typed_anew_is_read_by_its_titles_and_heads() -> None:
    assert names(WHOLE) == [
        "Гость не ждёт", "Бронь держит слово", "Журнал", "График",
        "Визит/Вход/Встреча", "Визит/Вход/Гардероб", "Прощание/Касса/Расчёт",
    ]  # fmt: skip
    assert WHOLE.concept is not None
    assert WHOLE.concept.goals[0].owner == WHOLE.organization.roles[1].id == "administrator"
    assert WHOLE.chains[0].skipped_levels == ("element",)


def blank_rows(made: Book) -> None:
    made["Цели"].insert_rows(3)


def moved_column(made: Book) -> None:
    sheet = made["Цели"]
    for row in range(1, sheet.max_row + 1):
        one, other = sheet.cell(row, 1), sheet.cell(row, 2)
        one.value, other.value = other.value, one.value


def own_column(made: Book) -> None:
    made["Цели"].insert_cols(1)
    made["Цели"]["A1"], made["Цели"]["A2"] = "Мои пометки", "проверить"


def title_above(made: Book) -> None:
    made["Цели"].insert_rows(1, 3)
    made["Цели"]["A1"] = "Цели проекта на 2027 год"


def marked_and_renamed(made: Book) -> None:
    sheet = made["Цели"]
    sheet.insert_rows(1)
    for column, mark in enumerate(("text", "owner"), 1):
        sheet.cell(1, column).value = mark
    sheet.insert_cols(1)
    sheet["A1"] = "conceptgen:goals"
    sheet.title = "Куда идём"


def marked_and_heads_reworded(made: Book) -> None:
    marked_and_renamed(made)
    made["Куда идём"]["C2"] = "Кто отвечает"


def hidden_rows(made: Book) -> None:
    made["Цели"].row_dimensions[3].hidden = True
    made["Цели"].sheet_state = "hidden"


def filtered(made: Book) -> None:
    made["Цели"].auto_filter.ref = "A1:B3"
    made["Цели"].row_dimensions[2].hidden = True


def line_breaks(made: Book) -> None:
    made["Цели"]["A2"] = "Гость\nне ждёт\r\n"


def merged_levels(made: Book) -> None:
    sheet = made["Точки касания"]
    sheet["A3"] = sheet["B3"] = None
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")


def levels_said_once(made: Book) -> None:
    sheet = made["Точки касания"]
    sheet["A3"] = sheet["B3"] = None


def total_below(made: Book) -> None:
    made["Мероприятия"].append(["Итого", None, None, None, None, 40000])


def bare_sum_below(made: Book) -> None:
    made["Мероприятия"]["F4"] = 40000


def table_below(made: Book) -> None:
    for row in ((None,), (None,), ("Телефоны",), ("Анна", "12-34")):
        made["Цели"].append(row)
    made["Цели"]["A7"], made["Цели"]["B7"] = "Анна", "12-34"


def divider(made: Book) -> None:
    made["Мероприятия"]["A4"] = "ВТОРОЙ ЭТАП"
    made["Мероприятия"].merge_cells("A4:D4")


def repeated_head(made: Book) -> None:
    made["Цели"].insert_rows(3)
    made["Цели"]["A3"], made["Цели"]["B3"] = "Цель", "Ответственный"


def other_case_and_spaces(made: Book) -> None:
    made["Цели"]["A1"], made["Цели"]["B2"] = "  ЦЕЛЬ ", "администратор "


def date_as_text(made: Book) -> None:
    made["Мероприятия"]["D2"] = "01.02.2027"


def date_in_words(made: Book) -> None:
    made["Мероприятия"]["D2"] = "1 февраля 2027 г."


def percent_of_the_table(made: Book) -> None:
    made["Мероприятия"]["C2"] = 0.05
    made["Мероприятия"]["C2"].number_format = "0%"


def percent_as_text(made: Book) -> None:
    made["Мероприятия"]["C2"] = "5 %"


def number_as_text(made: Book) -> None:
    made["Мероприятия"]["F3"] = "40 000"


def english_titles(made: Book) -> None:
    made["Цели"].title = "Goals"
    made["Goals"]["A1"], made["Goals"]["B1"] = "Goal", "Owner"


def second_sheet_of_a_kind(made: Book) -> None:
    marked_and_renamed(made)
    made.copy_worksheet(made["Куда идём"]).title = "Цели"


def foreign_sheet(made: Book) -> None:
    made.create_sheet("Черновик").append(("что угодно", 1, 2))


def far_style(made: Book) -> None:
    made["Цели"].cell(1_000_000, 300).number_format = "0.00"


SAME = [
    blank_rows, moved_column, own_column, title_above, marked_and_renamed, marked_and_heads_reworded, hidden_rows,
    filtered, line_breaks, merged_levels, levels_said_once, total_below, bare_sum_below, table_below, divider,
    repeated_head, other_case_and_spaces, date_as_text, date_in_words, percent_of_the_table, percent_as_text,
    number_as_text, second_sheet_of_a_kind, foreign_sheet, far_style,
]  # fmt: skip


@pytest.mark.parametrize("change", SAME, ids=lambda change: change.__name__)
def test_a_mistreated_workbook_says_the_same(change: Callable[[Book], object]) -> None:
    assert project(change) == WHOLE


WARNED = {
    total_below: "лист «Мероприятия», строка 4, столбец «Мероприятие»: W-XLS-02: Строка не прочитана: похожа на итог",
    bare_sum_below: "строка 4, столбец «Стоимость: Сумма»: W-XLS-02: Строка не прочитана: похожа на итог («40000»)",
    divider: "строка 4, столбец «Мероприятие»: W-XLS-02: Строка не прочитана: похожа на заголовок («ВТОРОЙ ЭТАП»)",
    table_below: "лист «Цели», строка 6, столбец «Цель»: W-XLS-02: Строки отсюда и ниже не прочитаны",
    second_sheet_of_a_kind: "лист «Цели», строка 1: W-XLS-05: Лист «Цели» — второй с теми же данными",
}


@pytest.mark.parametrize("change", WARNED, ids=lambda change: change.__name__)
def test_what_is_left_out_is_told_with_its_place(change: Callable[[Book], object]) -> None:
    assert WARNED[change] in told(read(change))


def unknown_role(made: Book) -> None:
    made["Цели"]["B2"] = "Администратр"


def nobody_alike(made: Book) -> None:
    made["Цели"]["B2"] = "Юрист"


def nameless(made: Book) -> None:
    made["Цели"]["A2"] = None


def unknown_parent(made: Book) -> None:
    fill(made.create_sheet("Задачи"), [{"Цель": "Гость ждёт", "Задача": "Открыть кассу"}])


def no_parent(made: Book) -> None:
    fill(made.create_sheet("Задачи"), [{"Цель": None, "Задача": "Открыть кассу"}])


def not_in_the_list(made: Book) -> None:
    made["Цели"]["C1"], made["Цели"]["C2"] = "Приоритет", "высоки"


def not_yes_or_no(made: Book) -> None:
    made["Должности"]["B1"], made["Должности"]["B2"] = "Работает с клиентом", "иногда"


def not_a_date(made: Book) -> None:
    made["Мероприятия"]["D2"] = "скоро"


def not_a_number(made: Book) -> None:
    made["Критерии"]["C2"] = "девять"


def formula(made: Book) -> None:
    made["Критерии"]["C2"] = "=4+5"


def error(made: Book) -> None:
    made["Критерии"]["C2"] = "#REF!"
    made["Критерии"]["C2"].data_type = "e"


def two_columns_alike(made: Book) -> None:
    made["Цели"]["C1"] = "Цель"


def no_date(made: Book) -> None:
    made["Документ"]["B2"] = None


def outside_the_scale(made: Book) -> None:
    made["Критерии"]["C2"] = 12


TOLD = {
    unknown_role: "лист «Цели», строка 2, столбец «Ответственный»: E-REF-01: Здесь «Администратр», а такого названия "
    "нет (ожидается: должность, подразделение, партнёр, лицо) → Возможно, «Администратор»",
    nobody_alike: "→ Есть: Директор, Администратор",
    nameless: "лист «Цели», строка 2, столбец «Цель»: E-TYP-12: Не заполнено «Цель» → Впишите значение",
    unknown_parent: "лист «Задачи», строка 2, столбец «Цель»: E-XLS-05: Неизвестно, к чему относится строка: "
    "«Гость ждёт» нет → Выберите из списка: Гость не ждёт, Бронь держит слово",
    no_parent: "лист «Задачи», строка 2, столбец «Задача»: E-XLS-05: Не сказано, к чему относится строка",
    not_in_the_list: "лист «Цели», строка 2, столбец «Приоритет»: E-TYP-08: «высоки» нет в списке → Возможно, "
    "«высокий»",
    not_yes_or_no: "столбец «Работает с клиентом»: E-TYP-11: «иногда» — не «да» и не «нет» → Выберите «да» или «нет»",
    not_a_date: "лист «Мероприятия», строка 2, столбец «Срок»: E-DAT-02: Дата «скоро» в поле «Срок» записана не в "
    "том виде → Когда должно быть готово",
    not_a_number: "лист «Критерии», строка 2, столбец «Целевой балл»: E-TYP-03: «девять» в поле "
    "«Целевой балл» — не число",
    formula: "лист «Критерии», строка 2, столбец «Целевой балл»: E-XLS-04: Здесь формула, а её значения в файле нет",
    error: "лист «Критерии», строка 2, столбец «Целевой балл»: E-XLS-04: Здесь ошибка формулы: #REF!",
    two_columns_alike: "лист «Цели», строка 1: E-XLS-06: Два столбца называются «Цель»",
    no_date: "лист «Документ», строка 2, «Дата документа»: E-TYP-12: Не заполнено «Дата документа»",
    outside_the_scale: "лист «Критерии», строка 2, столбец «Целевой балл»: E-ASM-01",
}


@pytest.mark.parametrize("change", TOLD, ids=lambda change: change.__name__)
def test_an_error_is_told_by_sheet_row_and_column(change: Callable[[Book], object]) -> None:
    loaded = read(change)
    assert TOLD[change] in told(loaded)
    assert loaded.project is None


def test_all_errors_are_told_at_once() -> None:
    def several(made: Book) -> None:
        for change in (unknown_role, not_a_date, not_yes_or_no, outside_the_scale, no_date):
            change(made)

    codes = [each.code for each in read(several).findings]
    assert {"E-REF-01", "E-DAT-02", "E-TYP-11", "E-TYP-12"} <= set(codes)


def with_part(name: str, content: bytes) -> bytes:
    """The workbook with one part more, or another in its place."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(book()))) as old,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            if each.filename != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return data.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "old": (
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
        "E-XLS-01: Это книга Excel старого вида (.xls) или закрытая паролем",
    ),
    "a table of signs": (lambda: b"a;b;c\n1;2;3\n", "E-XLS-01: Это не книга Excel"),
    "cut off": (lambda: saved(book())[:4000], "E-XLS-01: Книга Excel повреждена"),
    "another archive": (lambda: empty_archive("a.txt"), "E-XLS-01: Это не книга Excel"),
    "binary": (
        lambda: empty_archive("[Content_Types].xml", "xl/workbook.bin"),
        "E-XLS-01: Это двоичная книга",
    ),
    "open document": (lambda: empty_archive("mimetype"), "OpenDocument"),
    "numbers": (lambda: empty_archive("Index/Document.iwa"), "Numbers"),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), "E-XLS-02: В книге макросы"),
    "links": (lambda: with_part("xl/externalLinks/externalLink1.xml", b"<x/>"), "ссылается на другие файлы"),
    "entities": (lambda: with_part(SHEET, LAUGHS), "чужие сущности"),
    "swollen": (lambda: with_part("xl/media/a.xml", b" " * 42_000_000), "раздутые части"),
    "too many cells": (
        lambda: with_part(SHEET, b"<worksheet>" + b"".join(b"<c><v>%d</v></c>" % n for n in range(200_001))),
        "E-XLS-02: В книге больше 200000 ячеек",
    ),
    "broken sheet": (
        lambda: with_part(SHEET, b"<worksheet><sheetData><row>"),
        "E-XLS-01: Книга Excel повреждена",
    ),
    "no sheet of ours": (lambda: saved(Book()), "E-XLS-03: В книге нет ни одного листа с данными"),
}


def empty_archive(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    return data.getvalue()


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_foreign_file_is_refused_in_one_line(case: str) -> None:
    made, words = HOSTILE[case]
    loaded = load(made(), "к.xlsx")
    (finding,) = loaded.findings
    assert words in str(finding)
    assert loaded.project is None


def test_a_formula_gives_its_last_value_with_a_warning() -> None:
    xml = zipfile.ZipFile(io.BytesIO(saved(book()))).read("xl/worksheets/sheet5.xml")
    assert b'<c r="C2" t="n"><v>9</v></c>' in xml
    with_formula = xml.replace(b'<c r="C2" t="n"><v>9</v></c>', b'<c r="C2"><f>4+5</f><v>9</v></c>')
    loaded = load(with_part("xl/worksheets/sheet5.xml", with_formula), "к.xlsx")
    assert loaded.project == WHOLE
    assert "столбец «Целевой балл»: W-XLS-01: Вместо формулы взято её значение «9»" in told(loaded)


def test_a_far_cell_costs_nothing() -> None:
    made = book()
    made["Цели"]["XFD1048576"] = "x"
    (found,) = [each for each in table.tables(saved(made)) if each.title == "Цели"]
    assert sum(map(len, found.rows.values())) == 4 + 2
