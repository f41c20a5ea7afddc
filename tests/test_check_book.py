"""The check form goes out as a workbook and comes back as answers; what cannot be read is refused."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from conceptgen import compose
from conceptgen.changes.plain import plain
from conceptgen.cli.program import Program
from conceptgen.errors import RequestError
from conceptgen.exchange.check_form import book, bring_in, is_check_form
from conceptgen.input import load
from conceptgen.languages.words import NBSP
from conceptgen.model.project import Project

FILE = """\
schema: conceptgen/1
document: {title: Цепочка, date: 2026-12-01}   # название согласовано
organization: {name: Чайная}
chains:
  - name: Вечер
    stages:
      - name: Бронь
        zones:
          - name: Телефон
            standard: называем своё имя
            touchpoints: [Звонок, Перезвон]
      - name: Визит
        zones:
          - name: Зал
            touchpoints:
              - {id: t_tea, name: Чай, standard: [{text: =чай горячий, limit: {at_most: 7, unit: min}}, доля 5 из 10]}
"""
Sheets = Any


def project(text: str = FILE) -> Project:
    loaded = load(text.encode(), "client.yaml")
    assert loaded.project is not None, loaded.findings
    return loaded.project


def form(visits: int = 2) -> Sheets:
    of = project()
    return openpyxl.load_workbook(io.BytesIO(book(of, of.chains[0], visits)))


def saved(sheets: Sheets) -> bytes:
    data = io.BytesIO()
    sheets.save(data)
    return data.getvalue()


def fill(sheets: Sheets) -> None:
    """Two visits of one check, as a person types them."""
    for number, day in ((1, "05.10.2026"), (2, "12 октября 2026")):
        who = ("Тайный покупатель", "А. Б. Имярек", "зал", "смена 2")
        head = ("Осень", day, "12:10–12:50", *who, "уютно", "", "Ждите")
        for column, text in enumerate(head, 2):
            sheets["Визиты"].cell(number + 1, column, text or None)
    one, two = sheets["Визит 1"], sheets["Визит 2"]
    for row, kept in ((2, "да"), (3, " Нет "), (4, "не видел"), (5, "да")):
        one.cell(row, 4, kept)
    two.cell(2, 4, "нет")
    one.cell(3, 5, "40 с")
    one.cell(3, 6, "имени не назвали")
    two.cell(2, 7, "шумно")


def answers(found: Project) -> list[tuple[str | None, str, str]]:
    visits = found.chains[0].checks[0].visits
    return [(each.touchpoint, each.standard, each.kept) for visit in visits for each in visit.answers]


def test_it_comes_back_as_it_was_filled() -> None:
    """A standard that several touchpoints share is told apart by them; what had no id gets one."""
    sheets = form()
    fill(sheets)
    data = saved(sheets)
    assert is_check_form(data)
    found = bring_in(data, "form.xlsx", project())
    assert (found.visits, found.answers) == (2, 5)
    assert answers(found.project) == [
        ("zvonok", "st_zvonok", "kept"),
        ("perezvon", "st_zvonok", "broken"),
        (None, "st_t_tea", "not_seen"),
        (None, "st_t_tea_2", "kept"),
        ("zvonok", "st_zvonok", "broken"),
    ]
    first, second = found.project.chains[0].checks[0].visits
    assert (first.way, first.checker) == ("mystery_shopper", "А. Б. Имярек")
    assert [plain(each.date) for each in (first, second)] == ["2026-10-05", "2026-10-12"]
    assert first.answers[1].evidence[0].text == "имени не назвали"
    assert (first.answers[1].time, second.answers[0].remark) == ("40 с", "шумно")


PARTS = FILE.replace("доля 5 из 10]", "{text: меню сразу; вода сразу, limit: {at_least: 90, unit: pct}}]")


def test_a_standard_of_several_parts_comes_back_part_by_part() -> None:
    of = project(PARTS)
    sheets = openpyxl.load_workbook(io.BytesIO(book(of, of.chains[0], 2)))
    fill(sheets)
    one = sheets["Визит 1"]
    assert [one.cell(row, 1).value for row in (4, 5, 6)] == ["2.1.1а", "2.1.1б", "2.1.1в"]
    one.cell(6, 4, "нет")
    found = bring_in(saved(sheets), "form.xlsx", of)
    told = [
        (each.standard, each.part, each.kept) for each in found.project.chains[0].checks[0].visits[0].answers
    ]
    assert told[-2:] == [("st_t_tea_2", "меню сразу", "kept"), ("st_t_tea_2", "вода сразу", "broken")]
    kept = project(found.applied_to(PARTS.encode(), "client.yaml").decode())
    assert bring_in(saved(sheets), "form.xlsx", kept).changes == ()
    shown = str(compose(kept, "chain", "full"))
    assert shown.count("вода сразу") > str(compose(of, "chain", "full")).count("вода сразу")


def test_a_form_of_before_the_parts_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It asked each standard whole and no shares."""
    forms = importlib.import_module("conceptgen.exchange.check_form.book")
    asked = importlib.import_module("conceptgen.exchange.check_form.questions")
    of = project(PARTS)
    monkeypatch.setattr(forms, "VERSION", asked.WHOLE)
    monkeypatch.setattr(forms, "questions", lambda scope: asked.questions(scope, asked.WHOLE))
    sheets = openpyxl.load_workbook(io.BytesIO(book(of, of.chains[0], 2)))
    fill(sheets)
    sheets["Визит 1"].cell(5, 4).value = None
    found = bring_in(saved(sheets), "form.xlsx", of)
    told = [(each.standard, each.part) for each in found.project.chains[0].checks[0].visits[0].answers]
    assert told == [("st_zvonok", None), ("st_zvonok", None), ("st_t_tea", None)]


def test_the_same_form_again_changes_nothing_and_a_mended_one_its_visit() -> None:
    sheets = form()
    fill(sheets)
    once = bring_in(saved(sheets), "form.xlsx", project())
    text = once.applied_to(FILE.encode(), "client.yaml")
    assert "# название согласовано".encode() in text
    kept = project(text.decode())
    assert bring_in(saved(sheets), "form.xlsx", kept).changes == ()
    sheets["Визит 1"].cell(3, 4, "да")
    again = bring_in(saved(sheets), "form.xlsx", kept)
    assert len(again.project.chains[0].checks[0].visits) == 2
    assert again.project.chains[0].checks[0].visits[0].answers[1].kept == "kept"


def test_the_full_chain_shows_it_and_the_staff_edition_nobody() -> None:
    sheets = form()
    fill(sheets)
    found = bring_in(saved(sheets), "form.xlsx", project()).project
    shown = str(compose(found, "chain", "full")).replace("\\xa0", " ").replace(NBSP, " ")
    for text in (
        "Проверка стандартов",
        "1 из 2",
        "имени не назвали",
        "А. Б. Имярек",
        "смена 2",
        "Осень",
        "шумно",
    ):
        assert text in shown
    staff = str(compose(found, "chain", "full", audience="staff"))
    assert "имени не назвали" in staff
    assert "Имярек" not in staff
    assert "смена 2" not in staff


def _row_gone(sheets: Sheets) -> None:
    sheets["Визит 1"].delete_rows(3)


def _row_twice(sheets: Sheets) -> None:
    sheet = sheets["Визит 1"]
    for column in range(1, 9):
        sheet.cell(9, column, sheet.cell(2, column).value)


def _copied(sheets: Sheets) -> None:
    sheets.copy_worksheet(sheets["Визит 1"])


def _same_visit(sheets: Sheets) -> None:
    sheets["Визиты"].cell(3, 3, "05.10.2026")


def _typed(sheet: str, row: int, column: int, value: str | None) -> Callable[[Sheets], None]:
    def work(sheets: Sheets) -> None:
        sheets[sheet].cell(row, column).value = value

    return work


def _mark_gone(sheets: Sheets) -> None:
    sheets["Визит 2"].delete_cols(8)


def _sheet_gone(sheets: Sheets) -> None:
    del sheets["Визит 2"]


def _key_gone(sheets: Sheets) -> None:
    del sheets["conceptgen"]


def _sorted_without_the_hidden_column(sheets: Sheets) -> None:
    sheet = sheets["Визит 1"]
    shown = [[sheet.cell(row, column).value for column in range(1, 8)] for row in range(2, 6)]
    for row, values in enumerate(reversed(shown), 2):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


def _visit_added(number: str | None) -> Callable[[Sheets], None]:
    def work(sheets: Sheets) -> None:
        for column, text in enumerate((number, "Осень", "19.10.2026"), 1):
            sheets["Визиты"].cell(4, column, text)

    return work


WRONG: list[tuple[Callable[[Sheets], None], str]] = [
    (_row_gone, "лист «Визит 1»: нет строки 1.1.2 «называем своё имя»"),
    (_row_twice, "лист «Визит 1», строка 9, столбец «Что должно быть»: строка повторяется"),
    (_copied, "об одном визите"),
    (_same_visit, "визиты 1 и 2 — один и тот же"),
    (
        _typed("Визит 1", 2, 4, "наполовину"),
        "строка 2, столбец «Соблюдено»: «наполовину» — такого ответа нет",
    ),
    (_typed("Визит 1", 2, 4, None), ""),
    (_typed("Визит 1", 3, 4, None), "не сказано, соблюдено ли"),
    (_typed("Визит 1", 2, 4, "=1+1"), "строка 2, столбец «Соблюдено»: формула"),
    (_typed("Визит 1", 2, 8, "чужой"), "такого стандарта в файле нет"),
    (_typed("Визит 1", 1, 4, "Оценка"), "нет столбца «Соблюдено»"),
    (_typed("Визиты", 2, 3, None), "строка 2, столбец «Дата»: пусто"),
    (_typed("Визиты", 2, 5, "телепатия"), "«телепатия» — такого ответа нет"),
    (_typed("conceptgen", 1, 1, "conceptgen-check-form/9"), "другой версией"),
    (_typed("conceptgen", 2, 1, "7"), "сделан не из этого файла"),
    (_mark_gone, "лист «Визит 2»: убран его скрытый столбец"),
    (_sheet_gone, "строка 3: визит описан, а листа «Визит 2» с ответами нет"),
    (_key_gone, "нет служебного листа «conceptgen»"),
    (_sorted_without_the_hidden_column, "строки переставлены без скрытого столбца"),
    (_visit_added("3"), "строка 4: визит описан, а листа «Визит 3»"),
    (_visit_added("2"), "столбец «№»: строка повторяется: «2»"),
    (_visit_added(None), "строка 4, столбец «№»: нет номера визита"),
    (_typed("Визит 1", 8, 2, "Итог: хорошо"), "нет: «Итог: хорошо»"),
    (_typed("Визиты", 2, 3, "вчера"), "строка 2, столбец «Дата»: «вчера» — не дата"),
    (_typed("Визиты", 2, 3, "31.02.2026"), "«31.02.2026» — не дата"),
    (_typed("Визит 1", 3, 6, "unknown"), "столбец «Что видели и слышали»: «unknown» — не ответ"),
]


@pytest.mark.parametrize(("spoil", "said"), WRONG, ids=[said[-40:] or "no answer" for _, said in WRONG])
def test_what_cannot_be_read_is_refused_by_its_place(spoil: Callable[[Sheets], None], said: str) -> None:
    """Nothing of a doubtful form is brought in; an answer that is not given is no fault."""
    sheets = form()
    fill(sheets)
    spoil(sheets)
    if not said:
        assert bring_in(saved(sheets), "form.xlsx", project()).answers == 4
        return
    with pytest.raises(RequestError, match=r"form\.xlsx") as fault:
        bring_in(saved(sheets), "form.xlsx", project())
    assert said in str(fault.value)


def test_what_was_written_beside_the_form_is_told_and_left_out() -> None:
    """A sheet and a column of somebody's own: nothing of them is brought in, and nothing in silence."""
    sheets = form()
    fill(sheets)
    sheets.create_sheet("Заметки")["A1"] = "после обеда очередь"
    sheets["Визит 1"].cell(1, 9, "Моё")
    sheets["Визит 1"].cell(2, 9, "важно")
    sheets["Визит 1"].cell(3, 10, "без заголовка")
    found = bring_in(saved(sheets), "form.xlsx", project())
    assert found.answers == 5
    assert [each.split(" не внес")[0] for each in found.left_out] == [
        "лист «Заметки»",
        "лист «Визит 1», столбец «Моё»",
        "лист «Визит 1», столбец «J»",
    ]


def test_a_form_of_another_client_is_refused_in_one_sentence() -> None:
    """Though its chain is called alike."""
    sheets = form()
    fill(sheets)
    other = FILE.replace("своё имя", "имя и отчество").replace("Чай,", "Кофе,")
    with pytest.raises(RequestError, match="ни одного стандарта из этого файла") as fault:
        bring_in(saved(sheets), "form.xlsx", project(other))
    assert len(str(fault.value).splitlines()) == 2


def test_a_reworded_standard_and_an_empty_form_are_refused() -> None:
    sheets = form()
    with pytest.raises(RequestError, match="не заполнен"):
        bring_in(saved(sheets), "form.xlsx", project())
    fill(sheets)
    with pytest.raises(RequestError, match="такого стандарта в файле нет"):
        bring_in(saved(sheets), "form.xlsx", project(FILE.replace("своё имя", "имя и чайную")))


def test_the_commands(tmp_path: Path) -> None:
    """From the file to the book and back; the text of the file stays where nothing is new."""
    path = tmp_path / "client.yaml"
    path.write_text(FILE, encoding="utf-8")

    def run(*words: str) -> Result:
        return CliRunner().invoke(Program(), list(words))

    made = run("workbook", str(path), "--kind", "check-form", "--visits", "2")
    assert made.exit_code == 0, made.output
    out = tmp_path / "client-check-form.xlsx"
    sheets = openpyxl.load_workbook(out)
    fill(sheets)
    sheets.save(out)
    assert run("import", str(out)).exit_code != 0
    told = run("import", str(out), "--into", str(path))
    assert told.exit_code == 0, told.output
    assert "2" in told.output
    assert "# название согласовано" in path.read_text(encoding="utf-8")
    assert len(project(path.read_text(encoding="utf-8")).chains[0].checks[0].visits) == 2


def test_a_form_given_for_a_file_of_data_says_what_it_is_and_how_it_is_brought_in() -> None:
    sheets = form()
    fill(sheets)
    (told,) = load(saved(sheets), "form.xlsx").findings
    assert told.code == "E-XLS-01"
    assert "проверочный лист" in told.message
    assert "import ЛИСТ.xlsx --into ФАЙЛ" in told.hint


def test_the_same_file_gives_the_same_bytes_and_no_formula() -> None:
    of = project()
    data = book(of, of.chains[0], 1)
    assert data == book(of, of.chains[0], 1)
    texts = [cell for row in form(1)["Визит 1"].iter_rows() for cell in row if cell.value]
    assert any(str(cell.value).startswith("=чай горячий") for cell in texts)
    assert all(cell.data_type == "s" for cell in texts)
