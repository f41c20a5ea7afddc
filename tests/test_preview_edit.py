"""Editing in the preview: a value is mended where it is read, and nothing else of the file is touched."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from visitor import TOKEN, Visitor

from conceptgen.preview.guard import LARGEST
from conceptgen.starter import starter

TEXT = """\
# Вымышленная пекарня: здесь правят в браузере.
schema: conceptgen/1
document:
  title: Как мы печём   # два пробела перед пояснением
  date: "2027-01-18"
  status: draft
organization:
  name: Пекарня «Тёплый угол»
  roles:
    - {id: head, name: Старший пекарь}
    - name: Продавец   # на него пока никто не ссылается
    - id: owner_1
      name: Хозяйка
concept:
  purpose: 'Зачем всё это: чтобы хлеб был тёплым.'
  goals:
    - id: g_warm
      text: Хлеб тёплый до вечера.
      owner: head
      horizon: "2027-06"
      tasks:
        - Печь дважды в день.   # короткая запись
    - text: Очереди нет.
  programme:
    actions:
      - name: Вторая выпечка
        goals: [g_warm]
        owner: head
        executors: [head]
  indicators:
    - id: i_warm
      name: Тёплый хлеб
      goals: [g_warm]
      unit: pct
      targets:
        - {value: 90, due: "2027-06"}
"""
GOAL = ["concept", "goals", 0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Visitor]:
    path = tmp_path / "client.yaml"
    path.write_text(TEXT, encoding="utf-8")
    made = Visitor(path)
    yield made
    made.close()


def differing(path: Path, before: str = TEXT) -> list[str]:
    """The lines of a file that were not there before, and, with a minus, those that are there no more."""
    was, now = before.splitlines(), path.read_text("utf-8").splitlines()
    return [f"-{each}" for each in was if each not in now] + [each for each in now if each not in was]


def field(form: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in form["fields"] if each["key"] == key)
    return found


# ── what a click opens ────────────────────────────────────────────────────────────────────────────────────────


def test_values_and_gaps_of_the_page_know_their_places(desk: Visitor) -> None:
    shown = desk.page("show/ru/concept-full").decode()
    place = '["concept","goals",0,"text"]'.replace('"', "&#34;")
    assert (
        f'data-at="{place}" aria-haspopup="dialog" role="button" tabindex="0">Хлеб тёплый до вечера.' in shown
    )
    assert 'class="value gap"' in shown


def test_a_click_shows_the_field_in_words_of_the_form_and_where_it_stands(desk: Visitor) -> None:
    form = desk.form(at=[*GOAL, "horizon"])
    assert form["title"] == "Цель: Хлеб тёплый до вечера."
    assert (form["at"], form["focus"], form["place"]) == (GOAL, "horizon", "client.yaml, строка 20")
    assert (field(form, "horizon")["label"], field(form, "horizon")["kind"]) == ("Срок достижения", "date")
    assert form["values"]["horizon"] == "2027-06"
    assert field(form, "text")["required"]
    assert field(form, "priority")["options"][0] == ["high", "высокий"]


def test_findings_about_the_place_stand_in_its_form(desk: Visitor) -> None:
    form = desk.form(at=["concept", "purpose"])
    assert [each["code"] for each in form["findings"]] == ["E-DOC-03", "A-DOC-01"]
    assert form["findings"][0]["message"].startswith("Принципов — 0")


def test_what_is_wrong_with_entries_of_a_list_is_counted_not_told(starting: Visitor) -> None:
    form = starting.form(at=["concept", "purpose"])
    assert form["inside"] > 5
    assert not [each for each in form["findings"] if "Принцип «" in each["message"]]
    assert starting.form(at=["concept", "principles", 1])["inside"] == 0


def test_a_name_printed_through_a_reference_offers_the_choice_and_the_item(desk: Visitor) -> None:
    form = desk.form(at=["organization", "roles", 0, "name"], via=[*GOAL, "owner"])
    assert (form["at"], form["focus"]) == (GOAL, "owner")
    assert [each[1] for each in field(form, "owner")["options"][:3]] == [
        "Старший пекарь",
        "Продавец",
        "Хозяйка",
    ]
    assert form["refers"] == {"at": ["organization", "roles", 0], "title": "Должность: Старший пекарь"}


def test_a_click_on_a_figure_opens_all_of_it(desk: Visitor) -> None:
    form = desk.form(at=["concept", "indicators", 0, "targets", 0, "value"])
    assert form["values"][""] == {"value": "90"}
    assert ["at_least", "Не менее"] in field(form, "")["forms"]
    assert form["above"] == [{"at": ["concept", "indicators", 0], "title": "Показатель: Тёплый хлеб"}]


@pytest.mark.parametrize(
    "at", [["nothing"], [*GOAL, "text", "inside"], ["concept", "goals", 9], ["concept", 1]]
)
def test_a_place_that_is_none_is_not_found(desk: Visitor, at: list[Any]) -> None:
    assert desk.ask(f"/{TOKEN}/form?at={json.dumps(at).replace(' ', '')}".replace('"', "%22"))[0] == 404


# ── saving ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("at", "values", "lines"),
    [
        (GOAL, {"text": "Хлеб: тёплый #1"}, ['      text: "Хлеб: тёплый #1"', "-      text: Хлеб тёплый до вечера."]),
        (GOAL, {"horizon": "30 июня 2027"}, ['      horizon: "2027-06-30"', '-      horizon: "2027-06"']),
        (GOAL, {"owner": "owner_1"}, ["      owner: owner_1"]),
        (GOAL, {"owner": {"unknown": {"reason": "tbd"}}}, ["      owner:", "          reason: tbd"]),
        (["concept", "goals", 1], {"priority": "high"}, ["      priority: high"]),
        (
            ["concept", "indicators", 0, "targets", 0],
            {"value": None, "at_least": "92,5", "unit": "pct"},
            ["-        - {value: 90, due: \"2027-06\"}", '        - {due: "2027-06", at_least: 92.5, unit: pct}'],
        ),
        (["concept"], {"purpose": None}, ["-  purpose: 'Зачем всё это: чтобы хлеб был тёплым.'"]),
        (
            ["concept", "programme", "actions", 0],
            {"goals": ["g_warm"], "basis": {"text": "Так просили."}},
            ["        basis:", "          text: Так просили."],
        ),
    ],
    ids=["text", "date in words", "choice", "unknown", "listed", "figure", "emptied", "inside a part"],
)  # fmt: skip
def test_a_save_changes_its_lines_and_no_others(
    desk: Visitor, at: list[Any], values: dict[str, Any], lines: list[str]
) -> None:
    answer = desk.do(do="set", at=at, values=values)
    assert answer["outcome"] == "done", answer
    assert set(lines) <= {*differing(desk.path)}
    assert len(differing(desk.path)) <= len(lines) + 2
    assert desk.path.with_name("client.yaml.bak").read_text("utf-8") == TEXT


def test_the_page_tells_what_was_saved(desk: Visitor) -> None:
    assert desk.do(do="set", at=GOAL, values={"priority": "low"})["said"] == (
        "Цель «Хлеб тёплый до вечера.», Приоритет: записано низкий"
    )
    assert "низкий" in desk.page("show/ru/concept-full").decode()


def test_a_reference_to_an_item_without_id_gives_it_one(desk: Visitor) -> None:
    nameless = next(
        name for name, label, *_ in field(desk.form(at=GOAL), "owner")["options"] if label == "Продавец"
    )
    assert desk.do(do="set", at=GOAL, values={"owner": nameless})["outcome"] == "done"
    assert {"      owner: prodavets", "      id: prodavets"} <= {*differing(desk.path)}
    assert "# на него пока никто не ссылается" in desk.path.read_text("utf-8")


def test_a_value_that_cannot_be_read_is_refused_with_the_words_of_check(desk: Visitor) -> None:
    answer = desk.do(do="set", at=GOAL, values={"horizon": "32 мая"})
    assert answer["outcome"] == "refused"
    assert answer["findings"][0]["code"] == "E-DAT-02"
    assert "Срок достижения" in answer["findings"][0]["message"]
    assert desk.do(do="set", at=GOAL, values={"text": None})["findings"][0]["code"] == "E-TYP-01"
    assert answer["findings"][0]["at"] == [*GOAL, "horizon"]
    assert desk.path.read_text("utf-8") == TEXT
    assert not desk.path.with_name("client.yaml.bak").exists()


def test_json_keeps_its_spaces_and_can_be_edited(tmp_path: Path) -> None:
    path = tmp_path / "client.json"
    text = (
        '{"schema": "conceptgen/1",\n\t"document": {"title": "Как мы печём", "date": "2027-01-18"},\n'
        ' "organization": {"name": "Пекарня"}, "concept": {"purpose": "Хлеб."}}\n'
    )
    path.write_text(text, encoding="utf-8")
    desk = Visitor(path)
    try:
        assert desk.do(do="set", at=["concept"], values={"purpose": "Тёплый «хлеб»."})["outcome"] == "done"
        assert path.read_text("utf-8") == text.replace('"Хлеб."', '"Тёплый «хлеб»."')
    finally:
        desk.close()


# ── items of lists ────────────────────────────────────────────────────────────────────────────────────────────


def test_an_item_is_added_by_a_form_of_its_fields(desk: Visitor) -> None:
    form = desk.form("blank", at=["concept", "goals"], index=1)
    assert [each["key"] for each in form["fields"] if not each["rare"]][:2] == ["text", "direction"]
    assert field(form, "tasks")["kind"] == "lines"
    answer = desk.do(
        do="add", at=["concept", "goals"], index=1,
        values={"text": "Сдача без ошибок", "tasks": ["Пересчитать кассу"], "owner": "head"},
    )  # fmt: skip
    assert answer["said"].endswith("Цели и задачи: добавлено «Сдача без ошибок»")
    project = desk.view.sight.project
    assert project is not None
    assert project.concept is not None
    assert [each.text for each in project.concept.goals][1:] == ["Сдача без ошибок", "Очереди нет."]
    assert project.concept.goals[1].tasks[0].text == "Пересчитать кассу"
    assert not [each for each in differing(desk.path) if each.startswith("-")]


def test_a_new_indicator_brings_its_first_target(desk: Visitor) -> None:
    form = desk.form("blank", at=["concept", "indicators"], index=1)
    assert [each["key"] for each in field(form, "targets")["fields"]][:2] == ["", "due"]
    answer = desk.do(
        do="add", at=["concept", "indicators"], index=1,
        values={
            "name": "Очередь", "unit": "min", "baseline": {"value": "7,5", "date": None},
            "targets": [{"at_most": "3", "due": "июнь 2027", "value": None}],
        },
    )  # fmt: skip
    assert answer["outcome"] == "done", answer
    assert {"      baseline:", "        value: 7.5", "        - at_most: 3", '          due: "2027-06"'} <= {
        *differing(desk.path)
    }


def test_an_unknown_gives_way_to_a_number(desk: Visitor) -> None:
    """The form gives all keys of the figure, «unknown» among them, empty."""
    at = ["concept", "indicators", 0]
    unknown = {"unknown": {"reason": "not_measured"}}
    assert desk.do(do="set", at=at, values={"baseline": unknown})["outcome"] == "done"
    answer = desk.do(
        do="set", at=at, values={"baseline": {"value": "18,5", "min": None, "unknown": None, "date": None}}
    )
    assert answer["outcome"] == "done", answer
    assert {"      baseline:", "        value: 18.5"} <= {*differing(desk.path)}
    assert "unknown" not in desk.path.read_text("utf-8")


def test_a_new_score_is_of_the_latest_round_and_among_several_has_to_say_which(tmp_path: Path) -> None:
    path = tmp_path / "client.yaml"
    rounds = "    rounds: [{id: r1, name: Осень, baseline: true}ROUND]\n"
    criteria = "    criteria:\n      - {component: staff, name: Приветствие, scores: [{value: 7}]}\n"
    state = "  current_state:\n" + rounds + criteria
    text = TEXT.replace("  goals:\n    - id", state + "  goals:\n    - id")
    for more, latest, is_required in (("", "r1", False), (", {id: r2, name: Весна}", "r2", True)):
        path.write_text(text.replace("ROUND", more), encoding="utf-8")
        desk = Visitor(path)
        try:
            at = ["concept", "current_state", "criteria", 0, "scores"]
            round = field(desk.form("blank", at=at, index=1), "round")
            assert (round["default"], round["required"], round["rare"]) == (latest, is_required, False)
            shown = field(desk.form(at=[*at, 0]), "round")
            assert "default" not in shown
            assert (shown["options"][0] == ["", "не указано"]) == is_required
        finally:
            desk.close()


def test_a_list_that_is_not_there_yet_begins_with_its_first_item(desk: Visitor) -> None:
    assert (
        desk.do(do="add", at=["concept", "principles"], index=0, values={"text": "Не молчим."})["outcome"]
        == "done"
    )
    assert "Не молчим." in desk.page("show/ru/concept-short").decode()


def test_before_an_item_goes_one_is_told_what_refers_to_it(desk: Visitor) -> None:
    at = ["organization", "roles", 0]
    assert desk.form("refers", at=at)["names"] == [
        "Хлеб тёплый до вечера. — Ответственный",
        "Вторая выпечка — Ответственный",
        "Вторая выпечка — Исполнитель",
    ]
    assert desk.do(do="remove", at=at)["outcome"] == "done"
    assert "head" not in desk.path.read_text("utf-8")
    assert desk.view.sight.project is not None


def test_an_item_moves_within_its_list(desk: Visitor) -> None:
    assert desk.do(do="move", at=["concept", "goals", 1], index=0)["outcome"] == "done"
    lines = desk.path.read_text("utf-8")
    assert lines.index("Очереди нет.") < lines.index("Хлеб тёплый")
    assert "# короткая запись" in lines


# ── back and forth ────────────────────────────────────────────────────────────────────────────────────────────


def test_changes_are_taken_back_and_done_again_to_the_byte(desk: Visitor) -> None:
    assert desk.do(do="undo")["said"] == "Отменять нечего."
    desk.do(do="set", at=GOAL, values={"text": "Другой текст"})
    desk.do(do="remove", at=["organization", "roles", 0])
    after = desk.path.read_text("utf-8")
    assert desk.state()["undo"] is True
    assert desk.do(do="undo")["said"].endswith("Должности: убрано «Старший пекарь»")
    desk.do(do="undo")
    assert desk.path.read_text("utf-8") == TEXT
    desk.do(do="redo")
    assert desk.do(do="redo")["outcome"] == "done"
    assert desk.path.read_text("utf-8") == after
    assert desk.do(do="redo")["outcome"] == "refused"


def test_what_others_changed_meanwhile_stays_and_ours_is_added(desk: Visitor) -> None:
    shown = desk.view.sight.mark
    theirs = TEXT.replace("Очереди нет.", "Очереди больше нет.").replace("goals:\n", "goals:   # наши\n")
    desk.path.write_text(theirs, encoding="utf-8")
    assert desk.do(do="set", at=GOAL, values={"text": "Наш текст"}, mark=shown)["outcome"] == "done"
    assert differing(desk.path, theirs) == ["-      text: Хлеб тёплый до вечера.", "      text: Наш текст"]
    desk.path.write_text(desk.path.read_text("utf-8").replace("Хозяйка", "Директор"), encoding="utf-8")
    assert desk.do(do="undo")["outcome"] == "done"
    assert differing(desk.path, theirs) == ["-      name: Хозяйка", "      name: Директор"]


def test_a_conflict_shows_both_readings_and_writes_nothing(desk: Visitor) -> None:
    shown = desk.view.sight.mark
    theirs = TEXT.replace("Хлеб тёплый до вечера.", "Хлеб тёплый до ночи.")
    desk.path.write_text(theirs, encoding="utf-8")
    answer = desk.do(do="set", at=GOAL, values={"text": "Хлеб тёплый до утра."}, mark=shown)
    assert answer["outcome"] == "conflict"
    assert "до ночи" in answer["readings"][0]["file"]
    assert "до утра" in answer["readings"][0]["page"]
    assert desk.path.read_text("utf-8") == theirs


def test_who_has_read_both_readings_may_write_theirs(desk: Visitor) -> None:
    shown = desk.view.sight.mark
    mine: dict[str, Any] = {
        "do": "set",
        "at": GOAL,
        "values": {"text": "Хлеб тёплый до утра."},
        "mark": shown,
    }
    goal = "    - text: Вставлено другим.\n    - id: g_warm"
    theirs = TEXT.replace("    - id: g_warm", goal).replace("до вечера.", "до ночи.")
    desk.path.write_text(theirs, encoding="utf-8")
    answer = desk.do(**mine)
    desk.path.write_text(theirs.replace("до ночи.", "до полудня."), encoding="utf-8")
    again = desk.do(**mine, against=answer["mark"])
    assert (again["outcome"], "до полудня" in again["readings"][0]["file"]) == ("conflict", True)
    assert desk.do(**mine, against=again["mark"])["outcome"] == "done"
    assert differing(desk.path, theirs) == [
        "-      text: Хлеб тёплый до ночи.",
        "      text: Хлеб тёплый до утра.",
    ]


def test_a_form_asked_for_right_after_a_save_shows_what_was_saved(
    desk: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page may be drawn anew later: the review takes its time."""
    monkeypatch.setattr(desk.view, "refresh", lambda: None)
    assert desk.do(do="set", at=GOAL, values={"text": "Наш текст"})["outcome"] == "done"
    assert desk.form(at=GOAL)["values"]["text"] == "Наш текст"


def test_a_fault_of_the_program_is_answered_as_one(desk: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program says of it is told in another thread: nothing of it may be read away while it is written."""
    nothing: dict[str, Any] = {}
    monkeypatch.setattr("sys.stderr", told := io.StringIO())
    monkeypatch.setattr("conceptgen.preview.server.asked", lambda *_: nothing["absent"])
    status, said, _ = desk.ask(f"/{TOKEN}/form?at=[]")
    assert status == 500
    assert "В программе ошибка" in said.decode()
    patience = time.monotonic() + 10
    while "KeyError: 'absent'" not in told.getvalue() and time.monotonic() < patience:
        time.sleep(0.01)
    assert "KeyError: 'absent'" in told.getvalue()
    assert desk.path.read_text("utf-8") == TEXT


def test_a_file_that_was_broken_meanwhile_is_left_alone(desk: Visitor) -> None:
    desk.path.write_text(TEXT + "concept: {", encoding="utf-8")
    answer = desk.do(do="set", at=GOAL, values={"text": "Наш текст"})
    assert answer["outcome"] == "refused"
    assert answer["findings"]
    assert desk.path.read_text("utf-8") == TEXT + "concept: {"


def test_only_the_file_that_was_opened_is_written(desk: Visitor, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(TEXT, encoding="utf-8")
    desk.path.unlink()
    desk.path.symlink_to(other)
    assert desk.do(do="set", at=GOAL, values={"text": "Наш текст"})["outcome"] == "refused"
    assert other.read_text("utf-8") == TEXT


# ── who may change, and what ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "headers", "code"),
    [
        ("/TOKEN/do", {"Origin": None}, 403),
        ("/TOKEN/do", {"Origin": "http://evil.example"}, 403),
        ("/TOKEN/do", {"Origin": "null"}, 403),
        ("/TOKEN/do", {"Host": "evil.example"}, 421),
        ("/TOKEN/do", {"Sec_Fetch_Site": "cross-site"}, 403),
        ("/TOKEN/do", {"Content_Type": "text/plain"}, 415),
        ("/TOKEN/do", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ("/TOKEN/do", {"Content_Length": str(LARGEST + 1)}, 413),
        ("/TOKEN/do", {"Content_Length": "-5"}, 411),
        ("/wrong/do", {}, 403),
        ("/TOKEN/form", {}, 405),
        ("/TOKEN/do/more", {}, 405),
    ],
)
def test_a_change_of_anybody_else_is_refused(
    desk: Visitor, target: str, headers: dict[str, str | None], code: int
) -> None:
    body = json.dumps(
        {"do": "set", "mark": desk.view.sight.mark, "at": GOAL, "values": {"text": "Чужое"}}
    ).encode()
    sent = {key: each for key, each in {**desk.own(body), **headers}.items() if each is not None}
    status, answer, _ = desk.ask(target.replace("TOKEN", TOKEN), "POST", body, **sent)
    assert (status, answer) == (code, b"")
    assert desk.path.read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    "wish",
    [
        "{", "[]", "1", "null", '{"do": "set"}', '{"do": "burn", "mark": "M", "at": []}',
        '{"do": "set", "mark": "M", "at": "concept", "values": {}}',
        '{"do": "set", "mark": "M", "at": ["concept"], "values": {"purpose": 1}}',
        '{"do": "set", "mark": "M", "at": ["concept"], "values": {"nothing": "x"}}',
        '{"do": "add", "mark": "M", "at": ["concept", "goals"], "index": -1, "values": {}}',
        '{"do": "add", "mark": "M", "at": ["concept", "purpose"], "values": {}}',
        '{"do": "remove", "mark": "M", "at": ["concept"]}',
        '{"do": "move", "mark": "M", "at": ["concept", "goals", 7], "index": 0}',
        '{"do": "set", "mark": "M", "at": ["concept"], "values": {"purpose": ' + "[" * 5000 + "]" * 5000 + "}}",
    ],
)  # fmt: skip
def test_a_wish_that_makes_no_sense_changes_nothing(desk: Visitor, wish: str) -> None:
    body = wish.replace('"M"', f'"{desk.view.sight.mark}"').encode()
    status, _, _ = desk.ask(f"/{TOKEN}/do", "POST", body, **desk.own(body))
    assert status in (400, 404)
    assert desk.path.read_text("utf-8") == TEXT


def test_a_page_that_is_older_than_remembered_is_told_so(desk: Visitor) -> None:
    answer = desk.do(do="set", at=GOAL, values={"text": "x"}, mark="of another day")
    assert (answer["outcome"], answer["said"]) == (
        "refused",
        "Страница устарела. Подождите, пока она обновится, и повторите.",
    )


def test_read_only_shows_the_forms_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "client.yaml"
    path.write_text(TEXT, encoding="utf-8")
    desk = Visitor(path, read_only=True)
    try:
        assert "Только просмотр" in desk.page().decode()
        assert desk.form(at=GOAL)["title"]
        body = b'{"do": "undo"}'
        assert desk.ask(f"/{TOKEN}/do", "POST", body, **desk.own(body))[0] == 403
    finally:
        desk.close()


def test_a_workbook_is_shown_and_told_why_it_is_not_edited(tmp_path: Path) -> None:
    from conceptgen import load
    from conceptgen.exchange.excel.book import workbook

    path = tmp_path / "client.xlsx"
    project = load(TEXT.encode(), "client.yaml").project
    assert project is not None
    path.write_bytes(workbook(project))
    desk = Visitor(path)
    try:
        assert "книгу Excel заполняют в самом Excel" in desk.page().decode()
        assert "Показатели" in desk.form(at=["concept", "indicators", 0, "name"])["place"]
    finally:
        desk.close()


# ── the guide ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def starting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    path = tmp_path_factory.mktemp("new") / "new.yaml"
    path.write_text(starter("ru"), encoding="utf-8")
    made = Visitor(path)
    yield made
    made.close()


def test_a_new_file_says_what_to_write_first_next_and_last(starting: Visitor) -> None:
    guide: Any = starting.state()["guide"]
    assert guide["share"] == "Краткая концепция: готово 1 из 30"
    titles = [each["title"] for each in guide["stages"]]
    assert titles == ["Сначала — краткая концепция", "Дальше — полная концепция", "В конце — утверждение"]
    assert [each["text"] for each in guide["stages"][0]["steps"]][:4] == [
        "Документ: осталось 1",
        "Организация: осталось 1",
        "Должности: осталось 3",
        "Назначение: осталось 1",
    ]


def test_a_step_leads_to_the_form_with_the_fields_that_are_missing(starting: Visitor) -> None:
    guide: Any = starting.state()["guide"]
    steps = guide["stages"][0]["steps"]
    second = next(each for each in steps if each["label"] == "Принципы")["tasks"][1]
    assert second["at"] == ["concept", "principles", 1]
    assert second["keys"] == ["text", "client_meaning", "staff_behaviour"]
    assert {*second["keys"]} <= {each["key"] for each in starting.form(at=second["at"])["fields"]}


def test_an_example_of_the_starter_is_checked_off_where_it_is_read(starting: Visitor) -> None:
    at = ["concept", "principles", 0]
    assert starting.form(at=at)["example"] == at
    answer = starting.do(do="set", at=at, values={}, verified=at)
    assert answer["said"] == "Пример верен — Принцип: Мы называем срок сразу и держим его."
    assert starting.form(at=at)["example"] is None
    guide: Any = starting.state()["guide"]
    assert guide["share"] == "Краткая концепция: готово 2 из 30"
    assert all(each["at"] for stage in guide["stages"] for each in stage["steps"])


def test_a_list_that_is_too_short_asks_for_a_new_entry(desk: Visitor) -> None:
    guide: Any = desk.state()["guide"]
    tasks = [task for step in guide["stages"][0]["steps"] for task in step["tasks"]]
    assert {"at": ["concept", "principles"], "keys": [], "title": "Принцип", "isNew": True} in tasks


def test_a_document_that_is_all_there_has_no_guide(tmp_path: Path) -> None:
    path = tmp_path / "client.yaml"
    path.write_bytes((Path(__file__).parents[1] / "samples" / "minimal.yaml").read_bytes())
    desk = Visitor(path)
    try:
        assert desk.state()["guide"] is None
    finally:
        desk.close()


# ── what comes along ──────────────────────────────────────────────────────────────────────────────────────────


def test_who_is_not_among_the_positions_yet_joins_them_by_being_chosen(desk: Visitor) -> None:
    assert field(desk.form(at=GOAL), "owner")["fresh"] == "+"
    team = ["organization", "roles", 2]
    assert field(desk.form(at=team), "members")["fresh"] == "+"
    said = desk.do(do="set", at=GOAL, values={"owner": "+Кассир на выдаче"})["said"]
    assert said.startswith("Цель «Хлеб тёплый до вечера.», Ответственный")
    assert {
        "    - id: kassir_na_vydache",
        "      name: Кассир на выдаче",
        "      owner: kassir_na_vydache",
    } <= {*differing(desk.path)}
    again = desk.do(do="set", at=team, values={"members": ["head", "+кассир на выдаче", "+Курьер"]})
    assert again["outcome"] == "done", again
    project = desk.view.sight.project
    assert project is not None
    assert [each.name for each in project.organization.roles][3:] == ["Кассир на выдаче", "Курьер"]
    desk.do(do="undo")
    desk.do(do="undo")
    assert desk.path.read_text("utf-8") == TEXT


def test_several_changes_are_told_by_the_first_and_their_number(desk: Visitor) -> None:
    said = desk.do(do="set", at=GOAL, values={"horizon": "2027-09", "priority": "low", "owner": "owner_1"})[
        "said"
    ]
    assert said.startswith("Цель «Хлеб тёплый до вечера.», Срок достижения: ")
    assert said.endswith("; и ещё 2")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ({"value": "18,5 %"}, {"value: 18.5"}),
        ({"value": None, "at_least": "не более 3 минут"}, {"at_most: 3", "unit: min"}),
        ({"value": None, "duration": "PT15M"}, {"duration: PT15M"}),
        ({"value": None, "change": {"up_by": "1,5", "unit": "pct"}}, {"change: {up_by: 1.5, unit: pct}"}),
    ],
)
def test_a_number_may_be_typed_with_its_words(desk: Visitor, typed: dict[str, Any], line: set[str]) -> None:
    at = ["concept", "indicators", 0, "targets", 0]
    answer = desk.do(do="set", at=at, values={"unit": None, **typed})
    assert answer["outcome"] == "done", answer
    written = " ".join(" ".join(differing(desk.path)).split())
    assert all(each in written for each in line), written


def test_entries_without_a_name_say_what_they_hold(desk: Visitor) -> None:
    targets = desk.form(at=["concept", "indicators", 0])["values"]["targets"]
    assert [" ".join(each["name"].split()) for each in targets] == ["90 %, июнь 2027 г."]


def test_the_icon_that_a_browser_asks_for_is_nothing(desk: Visitor) -> None:
    assert desk.ask("/favicon.ico")[0] == 204


def test_a_cause_goes_by_the_name_of_its_criterion(starting: Visitor) -> None:
    action = starting.form(at=["concept", "programme", "actions", 0])
    causes = field({"fields": field(action, "basis")["fields"]}, "causes")
    assert ["z_enough", "Число сотрудников: без суеты и очередей"] in [each[:2] for each in causes["options"]]
    assert starting.form(at=["concept", "current_state", "causes", 0])["title"] == (
        "Разбор причины: Число сотрудников: без суеты и очередей"
    )
