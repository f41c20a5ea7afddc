"""The export of a form service becomes scores of a round: numbers as counted by hand, odd answers named."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from conceptgen.changes.plain import plain
from conceptgen.cli.program import Program
from conceptgen.errors import InputError, RequestError
from conceptgen.exchange.excel import blank, workbook
from conceptgen.exchange.survey import Surveyed, bring_in, is_survey
from conceptgen.exchange.survey.numbers import is_silent, number_in
from conceptgen.input import load
from conceptgen.model.assessment import Scale
from conceptgen.model.project import Project

FILE = """\
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}   # название согласовано
organization: {name: Чайная}
concept:
  current_state:
    rounds:
      - {id: w1, name: Анкета гостей, date: 2026-10}
    criteria:
      - {id: c_greet, component: staff, name: Встреча}
      - {id: c_hall, component: atmosphere, name: Зал, scores: [{round: w1, assessor: boss, value: 9}]}
  indicators:
    - {id: i_nps, name: Готовность рекомендовать}
sources: [{id: s_form, name: Анкета на столах, kind: survey}]
settings:
  imports:
    - round: w1
      source: s_form
      columns:
        - {title: "Как вас встретили?", scores: c_greet}
        - {title: "Понравился ли зал, от 1 до 10", scores: c_hall}
        - {title: Порекомендуете, measures: i_nps}
        - {title: Что запомнилось, quotes: c_greet}
"""
FILE = FILE.replace(
    "organization: {name: Чайная}", "organization: {name: Чайная, roles: [{id: boss, name: Директор}]}"
)
HEAD = 'Отметка времени;Как вас встретили?;"Понравился ли зал, от 1 до 10";Порекомендуете;Что запомнилось'
ROWS = (
    "01.10.2026 12:00:01;10 — отлично;8;9;Чай",
    "01.10.2026 12:05:10;4;7,5;8;Ждали у входа",
    "02.10.2026 19:00:00;затрудняюсь ответить;9;10;",
    '02.10.2026 19:01:00;3;;7;"Никто не подошёл; ушли"',
    "03.10.2026 20:00:00;8;6;8;—",
    "03.10.2026 20:10:00;11;01.02.2026;7;=1+1",
    ";;;;",
)
"""Counted by hand. Встреча: 10, 4, 3, 8 → n 4, median 6, mean 6.25, 3–10, low 2 of 4. Зал: 8, 7.5, 9, 6 → median 7.75,
mean 7.625, 6–9, low none. Порекомендуете: 9, 8, 10, 7, 8, 7 → n 6, median 8, mean 8.1666."""


def survey(rows: tuple[str, ...] = ROWS, head: str = HEAD, file: str = FILE) -> Surveyed:
    """What comes of an export."""
    return bring_in("\r\n".join((head, *rows)).encode(), "answers.csv", project(file))


def test_a_sign_that_no_document_holds_is_told_of_without_a_false_place() -> None:
    with pytest.raises(InputError) as fault:
        survey(("01.10.2026 12:00:01;10 — отлично;8;9;\x07Чай", *ROWS))
    assert str(fault.value.findings[0]).startswith("answers.csv: E-ENC-02: Запись знака U+0007")


def project(file: str = FILE) -> Project:
    """The file that the answers go into."""
    found = load(file.encode(), "client.yaml")
    assert found.project is not None, found.findings
    return found.project


def scores(found: Surveyed, name: str) -> list[tuple[str | None, Decimal | None]]:
    """The scores of a criterion, by assessor."""
    criteria = found.project.concept.current_state.criteria  # type: ignore[union-attr]
    return [(each.assessor, each.value) for each in next(one for one in criteria if one.id == name).scores]


def evidence(found: Surveyed, name: str) -> list[str]:
    """What stands beside the score that nobody in particular gave."""
    criteria = found.project.concept.current_state.criteria  # type: ignore[union-attr]
    held = next(one for one in criteria if one.id == name).scores
    return [each.text for score in held if not score.assessor for each in score.evidence]


def test_numbers_are_as_counted_by_hand() -> None:
    """The median, the mean, the ends, the share of low answers; nobody's own score is touched."""
    found = survey()
    assert scores(found, "c_greet") == [(None, Decimal(6))]
    assert evidence(found, "c_greet")[0] == "Ответов 4: медиана 6, среднее 6,3, от 3 до 10; ниже 6 — 50 %"
    assert scores(found, "c_hall") == [("boss", Decimal(9)), (None, Decimal("7.75"))]
    assert evidence(found, "c_hall") == ["Ответов 4: медиана 7,75, среднее 7,6, от 6 до 9; ниже 6 — 0 %"]
    (measurement,) = found.project.concept.indicators[0].measurements  # type: ignore[union-attr]
    assert (measurement.value, measurement.n, measurement.round) == (Decimal(8), 6, "w1")
    assert found.project.concept.current_state.rounds[0].respondents == 6  # type: ignore[union-attr]
    assert found.rows == 6


def test_odd_answers_are_named_by_row_and_column() -> None:
    """Outside of the scale, or a date: they are not counted."""
    assert [(each.row, each.question, each.text, each.reason) for each in survey().odd] == [
        (7, "Как вас встретили?", "11", "outside"),
        (7, "Понравился ли зал, от 1 до 10", "01.02.2026", "no_number"),
    ]


def test_the_words_of_those_who_scored_low_come_first() -> None:
    """A formula is a text; a dash is none."""
    assert evidence(survey(), "c_greet")[1:] == [
        "«Никто не подошёл; ушли»",
        "«Ждали у входа»",
        "«Чай»",
        "«=1+1»",
    ]
    many = survey(tuple(f";5;5;5;слово {n}" for n in range(9)))
    assert len(evidence(many, "c_greet")) == 6
    assert many.left_out == 4


def test_the_mean_and_another_scale() -> None:
    """One to five becomes one to ten: 1 → 1, 3 → 5.5, 5 → 10."""
    file = FILE.replace(
        "- round: w1\n      source", "- round: w1\n      by: mean\n      min: 1\n      max: 5\n      source"
    )
    found = survey((";1;5;5;", ";3;5;5;", ";5;6;5;"), file=file)
    assert scores(found, "c_greet") == [(None, Decimal("5.5"))]
    assert evidence(found, "c_greet")[0].endswith("пересчитано со шкалы 1–5")
    assert [(each.row, each.text) for each in found.odd] == [(4, "6")]


def test_a_scale_with_steps_takes_the_nearest() -> None:
    """Half a step goes up; the exact median stands beside it."""
    file = FILE.replace("    rounds:", "    scale: {min: 1, max: 10, step: 1}\n    rounds:", 1)
    found = survey(file=file)
    assert scores(found, "c_hall")[1] == (None, Decimal(8))
    assert "медиана 7,75" in evidence(found, "c_hall")[0]


def test_the_same_again_changes_nothing() -> None:
    """The survey's own score is known again; the rest of the file keeps its bytes."""
    once = survey().applied_to(FILE.encode(), "client.yaml").decode()
    assert "# название согласовано" in once
    assert survey(file=once).changes == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_however_it_is_exported(encoding: str, separator: str) -> None:
    """The mark at the beginning, the code page of Windows, commas, tabs."""
    cells = [["Как вас встретили?", "Понравился ли зал, от 1 до 10", "Порекомендуете", "Что запомнилось"]]
    cells += [["10", "7,5", "8", "да, да"], ["4", "8", "9", ""]]
    lines = [separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in cells]
    found = bring_in("\n".join(lines).encode(encoding), "answers.csv", project())
    assert scores(found, "c_hall")[1] == (None, Decimal("7.75"))
    assert evidence(found, "c_greet")[1] == "«да, да»"


def test_a_table_of_excel_is_read_alike() -> None:
    """Told from a workbook of ours by its content."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Как вас встретили?", "Понравился ли зал, от 1 до 10", "Порекомендуете", "Что запомнилось"])
    sheet.append([10, 7.5, 8, "тепло"])
    sheet.append(["4 (плохо)", 8, 9, None])
    stream = io.BytesIO()
    book.save(stream)
    assert is_survey(stream.getvalue(), "answers.xlsx")
    assert not is_survey(blank("ru"), "client.xlsx")
    found = bring_in(stream.getvalue(), "answers.xlsx", project())
    assert scores(found, "c_greet") == [(None, Decimal(7))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10 — отлично", "10"),
        ("7,5", "7.5"),
        ("8 из 10", "8"),
        ("8/10", "8"),
        ("отлично (10)", "10"),
        ("5 баллов", "5"),
        ("4. Скорее да", "4"),
        ("Нет — 2", "2"),
        ("'9", "9"),
        ("-3", "-3"),
        ("01.02.2026", None),
        ("2026-10-01 12:00", None),
        ("7-8", None),
        ("отлично", None),
        ("1e5", None),
        ("=1+1", None),
        ("٣", None),
        ("", None),
    ],
)
def test_what_an_answer_says(text: str, number: str | None) -> None:
    """A number where there is one and no other; a date is none."""
    assert number_in(text, Scale()) == (Decimal(number) if number else None)


def test_an_anchor_of_the_scale_is_its_number() -> None:
    """The words of the scale itself."""
    assert number_in("Отлично", Scale(anchors={"10": "отлично"})) == 10


def test_silence() -> None:
    """Who does not answer is not counted."""
    assert all(map(is_silent, ("", " — ", "Затрудняюсь ответить", "н/д", "не знаю, что сказать", "N/A")))
    assert not any(map(is_silent, ("нетерпеливый", "0", "знаю")))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "ответов в таблице нет"),
        (b"a;b", "ответов в таблице нет"),
        (b"\x00\x01;\x02\n1;2", "это не таблица"),
        ("Чужое;Другое\n1;2".encode(), "нет столбцов: Как вас встретили?"),
        (f"{HEAD}\n;да;да;да;да".encode(), "ни одного ответа"),
        (f'{HEAD}\n;5;5;5;"{"я" * 60_000}'.encode(), "оборвана"),
    ],
)
def test_what_is_no_export_is_told(data: bytes, says: str) -> None:
    """One sentence, nothing written."""
    with pytest.raises(RequestError, match=says):
        bring_in(data, "answers.csv", project())


def run(*words: object) -> Result:
    """The command in Russian."""
    return CliRunner(env={"LANG": "ru_RU.UTF-8"}).invoke(Program(), ["import", *map(str, words)])


def test_the_command(tmp_path: Path) -> None:
    """Tells what it does, keeps the old text beside; without a mapping it gives the lines to copy."""
    answers, client = tmp_path / "answers.csv", tmp_path / "client.yaml"
    answers.write_text("\n".join((HEAD, *ROWS)), encoding="utf-8")
    client.write_text(FILE, encoding="utf-8")
    trial = run(answers, "--into", client, "--dry-run")
    assert trial.exit_code == 0, trial.output
    assert "answers.csv: ответов 6." in trial.stdout
    assert "строка 7, столбец «Как вас встретили?»: «11» вне шкалы" in trial.stderr
    assert client.read_text(encoding="utf-8") == FILE
    assert run(answers, "--into", client).exit_code == 0
    after = load(client).project
    assert after is not None
    assert plain(after) == plain(survey().project)
    assert (tmp_path / "client.yaml.bak").read_text(encoding="utf-8") == FILE
    client.write_text(FILE.partition("settings:")[0], encoding="utf-8")
    told = run(answers, "--into", client)
    assert told.exit_code != 0
    assert '- {title: "Как вас встретили?", scores: …}' in told.stderr
    assert run(answers).exit_code != 0


def test_the_judgement_of_the_team_is_not_overwritten() -> None:
    """A round held by vote already has its score: the answers of guests are not put in its place."""
    voted = FILE.replace("name: Встреча}", "name: Встреча, scores: [{round: w1, value: 5}]}")
    with pytest.raises(RequestError, match="Критерий «Встреча»: в этом замере уже стоит оценка"):
        survey(file=voted)


def test_respondents_are_those_who_answered() -> None:
    """A row without an answer to any question that counts is nobody's answer."""
    found = survey((*ROWS, "04.10.2026 10:00:00;;затрудняюсь ответить;—;Просто зашёл"))
    assert found.project.concept.current_state.rounds[0].respondents == 6  # type: ignore[union-attr]


def test_a_workbook_takes_answers_into_a_new_file(tmp_path: Path) -> None:
    """Nothing is written into a workbook; with -o it becomes a file that has them."""
    book, export, new = tmp_path / "client.xlsx", tmp_path / "answers.csv", tmp_path / "new.yaml"
    book.write_bytes(workbook(project()))
    export.write_text("\n".join((HEAD, *ROWS)), encoding="utf-8")
    before = book.read_bytes()
    told = CliRunner().invoke(Program(), ["import", str(export), "--into", str(book)])
    assert told.exit_code == 2
    assert "это книга Excel; в неё правки не вписываются" in told.output
    done = CliRunner().invoke(Program(), ["import", str(export), "--into", str(book), "-o", str(new)])
    assert done.exit_code == 0, done.output
    assert book.read_bytes() == before
    found = load(new).project
    assert found is not None
    assert [each.value for each in found.concept.current_state.criteria[0].scores] == [Decimal(6)]  # type: ignore[union-attr]
