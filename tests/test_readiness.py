"""The readiness report says whether a file may go to approval, what stops it, and which links are missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cases import patched
from click.testing import CliRunner
from docx_invariants import faults

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import Document, Row, Table
from conceptgen.document.inline import Text, plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.errors import InputError, RequestError
from conceptgen.input import load
from conceptgen.readiness import reports
from conceptgen.resources import samples
from conceptgen.rulebook import review

GAP = {"concept.programme.actions[a_log].deliverable": "null"}
WEAK = {"concept.goals[g_wait].text": "Провести обучение"}
CLASH = {"concept.programme.actions[a_log].status": "done"}
ACTION = {"name": "Замер", "goals": "g_wait", "owner": "admin", "deadline": "2027-03-01"}
CALL = "chains[evening].stages[booking].zones[line].elements[talk].touchpoints[t_call]"


def report(patch: dict[str, Any]) -> Document:
    """The report on a patched base."""
    (made,) = reports(load(patched(patch), "a.yaml"), "a", ("html",))
    return made.document


def said(document: Document) -> str:
    """Everything it says, with plain spaces."""
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


def table(document: Document, caption: str) -> list[list[str]]:
    """The rows of a table by the beginning of its caption."""
    found = next(t for t in _tables(document) if plain(t.caption).startswith(caption))
    return [_spoken(row) for row in found.rows]


def _tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


def _spoken(row: Row) -> list[str]:
    return ["\n".join(map(plain, cell.paragraphs)).replace("\u00a0", " ") for cell in row.cells]


def test_a_good_file_is_ready() -> None:
    told = said(report({}))
    assert "К утверждению: готово. Замечаний нет." in told
    assert "Замечания по разделам" not in told


def test_the_verdict_counts_as_for_approval() -> None:
    """A gap of a draft only warns, but it is an error on the way to approval."""
    assert "К утверждению: не готово — 2 препятствия, 1 предупреждение." in said(report(GAP | WEAK | CLASH))
    assert "К утверждению: готово. Остаётся решить, что делать с замечаниями: 1 предупреждение." in said(
        report(WEAK)
    )


def test_each_document_has_its_gate_now_and_at_approval() -> None:
    gates = {row[0]: row[2:] for row in table(report(GAP | CLASH), "Документы")}
    now, later = gates["Концепция клиентского сервиса (полный)"]
    assert now == "1 препятствие:\nДаты мероприятия противоречат друг другу"
    assert later.startswith("2 препятствия:")
    assert "У мероприятия не хватает сведений" in later
    free = ["ничто не мешает выпустить", "ничто не мешает утвердить"]
    assert gates["Концепция клиентского сервиса (тезисы)"] == free
    assert gates["Цепочка клиентского сервиса (полный)\nВечер"] == free


def test_remarks_stand_by_section_with_weight_place_and_advice() -> None:
    rows = table(report(GAP | WEAK), "Замечания")
    assert [row for row in rows if len(row) == 1] == [["Цель и задачи"], ["Программа"]]
    weight, where, what, to_do = rows[-1]
    assert weight == "Предупреждение\nE-ACT-01\nмешает утверждению"
    assert where.startswith("«Единый журнал брони»\nстрока ")
    assert "не указано — результат" in what
    assert to_do.startswith("Допишите эти поля")


def test_many_remarks_of_a_kind_stand_in_one_row() -> None:
    actions = [{**ACTION, "id": f"a_{n}", "name": f"Замер {n}"} for n in range(15)]
    actions[0]["id"] = "a_log"
    rows = table(report({"concept.programme.actions": actions}), "Замечания")
    together = [row for row in rows if "E-ACT-01" in row[0]]
    assert [row[1] for row in together] == ["мест: 15"]
    assert together[0][2].splitlines()[0] == "У мероприятия не хватает сведений:"
    assert all(f"«Замер {n}» (строка " in together[0][2] for n in range(15))


def test_accepted_remarks_stand_apart_and_do_not_count() -> None:
    allow = [{"rule": "W-GOL-02", "reason": "Так в приказе."}]
    document = report(WEAK | {"review.allow": allow})
    assert "К утверждению: готово. Замечаний нет." in said(document)
    assert "Открытых замечаний нет." in said(document)
    ((where, what, reason),) = table(document, "Замечания, принятые")
    assert where.startswith("«Провести обучение»")
    assert what.endswith("W-GOL-02")
    assert reason == "Так в приказе."


TRACED = [
    "Без очередей — 4",
    "Бронь теряется между сменами",
    "Единый журнал брони",
    "Гость садится за стол сразу",
    "Ожидание стола\nБрони без потерь\nГотовность прийти снова",
]
NO_GOALS = {f"concept.indicators[{each}].goals": "null" for each in ("i_wait", "i_book", "i_again")}


@pytest.mark.parametrize(
    ("patch", "column", "mark"),
    [
        ({"concept.current_state.causes": []}, 1, "нет разбора причин"),
        ({"concept.current_state.causes[c_queue].root_cause": "null"}, 1, "нет коренной причины"),
        (NO_GOALS, 4, "нет показателя"),
        (
            {
                "concept.current_state.causes[c_queue].actions": "null",
                "concept.goals[g_wait].tasks[t_log].actions": "null",
            },
            2,
            "нет мероприятия",
        ),
        (
            {"concept.goals[g_wait].basis": "null", "concept.programme.actions[a_log].goals": "null"}
            | {"concept.goals[g_wait].tasks[t_log].actions": "null"},
            3,
            "нет цели",
        ),
    ],
)
def test_a_broken_link_is_named_and_shaded(patch: dict[str, Any], column: int, mark: str) -> None:
    """From a low score to its indicator: each link may be missing."""
    assert table(report({}), "От низкой")[1] == TRACED
    document = report(patch)
    assert table(document, "От низкой")[1][column] == mark
    traced = next(t for t in _tables(document) if plain(t.caption).startswith("От низкой"))
    cell = traced.rows[1].cells[column]
    assert cell.tone == "low"
    assert [run.style for run in cell.paragraphs[0] if isinstance(run, Text)] == ["gap"]


def test_an_action_that_serves_every_goal_does_not_make_every_goal_an_answer() -> None:
    """The goal that most actions of a cause serve answers, where no goal rests on the score."""
    second = {"id": "g_other", "text": "Чай не остывает", "basis": {"text": "жалобы"}}
    both = {**ACTION, "id": "a_again", "goals": ["g_wait", "g_other"]}
    patch: dict[str, Any] = {
        "concept.goals[g_wait].basis": {"text": "замер"},
        "concept.goals[+]": second,
        "concept.programme.actions[+]": both,
        "concept.current_state.causes[c_queue].actions": ["a_log", "a_again"],
    }
    assert table(report(patch), "От низкой")[1][3] == "Гость садится за стол сразу"


def test_a_postponed_score_waits_without_marks() -> None:
    wait = {"reason": "Ждём ремонта", "until": "2027-09"}
    patch = {"concept.current_state.criteria[k_queue].postponed": wait}
    row = table(report(patch), "От низкой")[1]
    assert row[1:] == ["Отложено: Ждём ремонта\nДо какого срока: сентябрь 2027 г."]


def test_ends_that_nothing_leads_to_are_listed() -> None:
    told = said(report(NO_GOALS | {"concept.goals[g_wait].basis": "null"}))
    assert "Цели без основания\nГость садится за стол сразу" in told
    assert "Показатели без цели\nОжидание стола" in told
    assert "Обратная проверка" in said(report({}))


def test_touchpoints_that_matter_are_traced_and_the_others_counted() -> None:
    zones = ("owner", "standard", "indicators")
    lacking = {f"{CALL}.{each}": "null" for each in zones} | {f"{CALL}.scores": [3]}
    row = table(report(lacking), "Моменты")[1]
    marks = ["нет ответственного", "нет стандарта", "нет показателя", "зона не названа"]
    assert row == ["• 1.1.1 Звонок о брони", *marks]
    assert "остальных точек касания — 2; из них без ответственного — 0" in said(report(lacking))


def test_a_chain_without_a_concept_is_not_asked_for_indicators() -> None:
    (made,) = reports(load(samples() / "chain_only.yaml"), "a", ("html",))
    told = said(made.document)
    assert "нет показателя" not in told
    assert "Есть показатель" not in told
    assert "Прослеживаемость\nОт точки касания" in told


def test_coverage_counts_touchpoints_phases_zones_and_actions() -> None:
    audit = [
        {"problem_zone": "pz01", "verdict": "not_found"},
        {"problem_zone": "pz02", "verdict": "not_checked"},
    ]
    patch: dict[str, Any] = {
        f"{CALL}.standard": "null",
        "concept.current_state.zone_audit": audit,
        "concept.indicators[i_again].phase": "before",
        "concept.programme.actions[+]": {**ACTION, "id": "a_again", "owner": {"unknown": "tbd"}},
    }
    document = report(patch)
    shares = [row[1:] for row in table(document, "Покрытие точек") if len(row) > 1]
    assert shares == [["3 из 3", "100 %"], ["2 из 3", "67 %"], ["3 из 3", "100 %"]]
    assert table(document, "Фазы")[-1] == ["После покупки", "1", "нет показателей"]
    assert "Проверено проблемных зон: 1 из 10. Не проверены: Каналы продаж;" in said(document)
    carried = table(document, "Мероприятия")
    assert carried == [["Администратор", "1", "0"], ["ответственный выясняется", "1", "0"]]


def test_unknowns_are_told_in_words_with_day_and_person() -> None:
    baseline = {"unknown": {"reason": "not_measured", "resolve_by": "2027-02-01", "owner": "admin"}}
    patch: dict[str, Any] = {
        "concept.indicators[i_wait].baseline": baseline,
        "concept.current_state.components": {"staff": {"unknown": "tbd"}},
    }
    rows = table(report(patch), "Ответы")
    assert rows == [
        ["Оценка текущего состояния"],
        ["Персонал", "уточняется", "срок не назван", "не назначен"],
        ["Показатели"],
        ["Исходное значение\nОжидание стола", "не измерялось", "01.02.2027", "Администратор"],
    ]


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("solo", "один человек видит не весь путь клиента"),
        ("interviews", "вместе эти рассказы могут не сложиться"),
        ("session", "решения приняты вместе"),
    ],
)
def test_drawbacks_of_the_way_of_development_stay_in_the_report(mode: str, told: str) -> None:
    loaded = load(patched({"chains[evening].development": mode}), "a.yaml")
    assert loaded.project
    assert told in said(report({"chains[evening].development": mode}))
    assert told not in said(compose(loaded.project, "chain", "full"))
    assert "способ разработки не указан" in said(report({"chains[evening].development": "null"}))


@pytest.mark.parametrize("name", ["dealer", "minimal", "chain_only"])
def test_reports_on_the_samples_are_whole_files(name: str) -> None:
    """Word without faults, the same bytes again, tables of seven columns at most, a mark in the head."""
    source = samples() / f"{name}.yaml"
    word, page = reports(load(source), name, ("docx", "html"))
    assert [word.name, page.name] == [f"{name}-review.docx", f"{name}-review.html"]
    assert faults(word.data()) == []
    again = next(reports(load(source), name, ("docx",)))
    assert word.data() == again.data()
    assert max(len(each.columns) for each in _tables(word.document)) <= 7
    assert word.document.draft == "рабочий документ"
    assert "рабочий документ" in page.data().decode()


def test_an_english_file_has_an_english_report() -> None:
    document = report(GAP | {"document.language": "en"})
    told = said(document)
    assert "For approval: not ready – 1 obstacle." in told
    assert document.draft == "working paper"
    assert "What to do" in told


def test_a_long_report_has_contents() -> None:
    touchpoints = [{"id": f"t_{n}", "name": f"Точка {n}", "decision": "change"} for n in range(45)]
    place = CALL.removesuffix("[t_call]")
    assert "Содержание" in said(report({place: touchpoints}))
    assert "Содержание" not in said(report(GAP))


def test_a_file_that_cannot_be_read_has_no_report() -> None:
    with pytest.raises(InputError):
        next(reports(load(b"schema: conceptgen/1\n", "a.yaml"), "a", ("docx",)))
    with pytest.raises(RequestError, match="xls"):
        next(reports(load(patched({}), "a.yaml"), "a", ("xls",)))


def test_the_command_writes_the_report_and_stops_at_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("клиент.yaml").write_bytes(patched(GAP | CLASH))
    done = CliRunner().invoke(Program(), ["review", "клиент.yaml", "--format", "html,docx", "-o", "п"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert sorted(path.name for path in Path("п").glob("*-review.*")) == [
        "клиент-review.docx",
        "клиент-review.html",
    ]


@pytest.mark.parametrize("status", ["draft", "for_approval", "approved"])
def test_a_finding_has_one_weight_in_the_report_and_in_the_review(status: str) -> None:
    patch = GAP | WEAK | CLASH | {"document.status": status}
    loaded = load(patched(patch), "a.yaml")
    words = {"error": "Ошибка", "warning": "Предупреждение", "advice": "Совет", "note": "Заметка"}
    told = {each.code: words[each.severity] for each in review(loaded)}
    rows = [row[0].splitlines() for row in table(report(patch), "Замечания") if len(row) > 1]
    assert {code: weight for weight, code, *_ in rows} == told
