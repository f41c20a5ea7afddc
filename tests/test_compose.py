"""What the full concept says: its outline, its numbers, its gaps and unknowns."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise
from typing import Any

import pytest
import yaml
from as_typed import plain, read_aloud
from cases import patched
from made import project as sample

from conceptgen.composition import compose
from conceptgen.document import walk
from conceptgen.document.blocks import Chart, Document, Heading, Paragraph, Table
from conceptgen.document.charts import Bars, Gantt, Radar
from conceptgen.document.inline import Ref, Text
from conceptgen.document.walk import blocks, lines, texts
from conceptgen.errors import RequestError
from conceptgen.input import load
from conceptgen.model.project import Project
from conceptgen.resources import samples
from conceptgen.writers import write

HEAD = """
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization: {name: Лавка}
"""


def project(text: str) -> Project:
    """A project from YAML that must load."""
    loaded = load(text.encode())
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return loaded.project


def concept(text: str) -> Document:
    """The full concept of a small input; ``text`` is what stands under ``concept:``."""
    body = "\n".join("  " + each for each in text.strip("\n").splitlines())
    return compose(project(f"{HEAD}concept:\n{body}\n"))


def said(document: Document) -> str:
    """All its text."""
    return "\n".join(read_aloud(document))


def clinic() -> Project:
    return sample("clinic")


def test_the_outline_follows_the_method() -> None:
    """Six numbered sections in their order, the glance before them, lettered annexes after."""
    loaded = load(samples() / "clinic.yaml")
    assert loaded.project is not None
    heads = [b for b in blocks(compose(loaded.project)) if isinstance(b, Heading) and b.level == 1]
    assert plain(heads[0].content) == "Главное на одной странице"
    numbered = [(head.number, plain(head.content)) for head in heads if head.role == "section"]
    assert numbered == [
        ("1", "Цель документа"),
        ("2", "Общее описание и анализ текущего состояния системы клиентского сервиса"),
        ("3", "Цель и задачи предлагаемых изменений"),
        ("4", "Программа по достижению запланированных целей и задач"),
        ("5", "Целевые индикаторы и показатели программы"),
        ("6", "Исполнители и порядок управления реализацией программы"),
    ]
    letters = [head.number for head in heads if head.role == "annex"]
    assert letters == list("АБВГДЕЖИ")[: len(letters)]
    assert len(letters) >= 5


def test_tables_have_seven_columns_at_most_and_a_caption() -> None:
    document = compose(clinic())
    found = list(blocks(document))
    captioned = [b for b in found if isinstance(b, Table | Chart) and b.caption]
    assert len(captioned) > 15
    assert all(len(b.columns) <= 7 for b in found if isinstance(b, Table))
    assert all(block.number for block in captioned)


@pytest.mark.parametrize("kind", ["concept", "chain", "combined"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_announces_what_follows_at_once(kind: str, language: str) -> None:
    """A caption says what a table is; a reference stands only where the table is elsewhere."""
    document = compose(clinic(), kind, language=language)
    for part in document.parts:
        for before, exhibit in pairwise(part.blocks):
            if isinstance(before, Paragraph) and isinstance(exhibit, Table | Chart):
                assert before.role != "intro"
                assert Ref(exhibit.anchor, exhibit.number) not in before.content


def test_a_reference_leads_to_a_table_elsewhere() -> None:
    document = compose(clinic())
    told = said(document)
    measured = next(b for b in blocks(document) if isinstance(b, Table) and b.anchor == "measurements")
    assert f"Все замеры по датам — в таблице {measured.number}." in told
    assert measured.number == "В.1"


def test_a_reader_is_told_how_to_read_a_table_under_it() -> None:
    told = said(compose(clinic()))
    assert "Низкие оценки выделены." in told
    assert "Вероятность и влияние оценены по шкале от 1 до 5." in told


def test_tables_are_full() -> None:
    """Every row fills the columns of its table."""
    loaded = load(samples() / "clinic.yaml")
    assert loaded.project is not None
    rows = [
        (len(block.columns), sum(cell.span for cell in row.cells))
        for block in blocks(compose(loaded.project))
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert len(rows) > 200
    assert [pair for pair in rows if pair[0] != pair[1]] == []


def test_gaps_are_visible_markers() -> None:
    """What is missing inside what is printed is marked, never blank."""
    document = concept(
        "goals: [{text: Быстрее}]\nprogramme: {actions: [{name: Журнал}]}\nindicators: [{name: Ожидание}]"
    )
    gaps = {t.text for b in blocks(document) for c in lines(b) for t in texts(c) if t.style == "gap"}
    assert {
        "[заполнить: ответственный]",
        "[заполнить: срок]",
        "[заполнить: срок достижения]",
        "[заполнить: результат]",
        "[заполнить: исходное значение]",
        "[заполнить: целевое значение]",
        "[заполнить: назначение документа]",
    } <= gaps


def test_an_action_that_names_a_zone_found_stands_beside_it() -> None:
    """Written at the action, at a problem of the zone, or at the verdict: one relation; without any, a marker."""
    zone = "current_state: {zone_audit: [{problem_zone: pz10, verdict: found, evidence: Трое из десяти}]"
    of_zone = "programme: {actions: [{id: a, name: Журнал, basis: {problem_zones: [pz10]}}]}"
    of_problem = "programme: {actions: [{id: a, name: Журнал}]}"
    problem = ", findings: [{text: Бронь теряется, problem_zones: [pz10], actions: [a]}]"
    for actions, more in ((of_zone, ""), (of_problem, problem)):
        row = _row(concept(f"{zone}{more}}}\n{actions}"), "Передача ответственности")
        assert "Журнал" in row
        assert "заполнить: мероприятие" not in row
    assert "заполнить: мероприятие" in _row(concept(zone + "}"), "Передача ответственности")


def _row(document: Document, first: str) -> str:
    """The text of the table row that begins with a word."""
    rows = (row for block in blocks(document) if isinstance(block, Table) for row in block.rows)
    told = ("\n".join(plain(each) for cell in row.cells for each in cell.paragraphs) for row in rows)
    return next(each for each in told if each.startswith(first))


def test_a_stated_unknown_is_words_and_never_drawn_as_zero() -> None:
    """«будет определено до …», «нет данных»; on the radar a gap."""
    document = concept(
        """
purpose: {unknown: {reason: tbd, resolve_by: 2027-02-01}}
current_state:
  criteria:
    - {component: staff, name: Встреча, scores: [{value: 4}]}
    - {component: staff, name: Речь, scores: [{unknown: not_measured}]}
    - {component: product, name: Возврат, scores: [{value: 7}]}
"""
    )
    text = said(document)
    assert "будет определено до 1 февраля 2027 г." in text
    assert "нет данных (не измерялось)" in text
    radar = next(b.data for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, Radar))
    assert radar.series[0].values.count(None) == 1
    assert 0 not in radar.series[0].values


def test_two_criteria_make_bars() -> None:
    """A radar needs three axes."""
    document = concept(
        "current_state: {criteria: [{component: staff, name: А, scores: [{value: 4}]}, "
        "{component: staff, name: Б, scores: [{value: 9}]}]}"
    )
    charts = [b.data for b in blocks(document) if isinstance(b, Chart)]
    assert charts
    assert all(isinstance(chart, Bars) for chart in charts)


def test_several_assessors_give_median_and_range() -> None:
    """«5 (3–9)» in the table, the median on the chart, each voice in the annex."""
    document = compose(
        project(
            HEAD.replace(
                "Лавка}", "Лавка, roles: [{id: a, name: Один}, {id: b, name: Два}, {id: c, name: Три}]}"
            )
            + "concept: {current_state: {criteria: [{component: staff, name: Речь, scores: ["
            "{assessor: a, value: 3}, {assessor: b, value: 5}, {assessor: c, value: 9}]}]}}"
        )
    )
    text = said(document)
    assert "5 (3–9)" in text
    assert "Оценки по оценщикам" in text


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("{value: 4.50, unit: pct}", "4,50 %"),
        ("{min: 85, max: 90, unit: pct}", "85–90 %"),
        ("{at_least: 90, unit: pct}", "не менее 90 %"),
        ("{at_most: 5, unit: day_work}", "не более 5 рабочих дней"),
        ("{value: 1, unit: day_cal}", "1 календарный день"),
        ("{value: 22, unit: day_work}", "22 рабочих дня"),
        ("{value: 1.5, unit: month}", "1,5 месяца"),
        ("{more_than: 12644, unit: rub}", "более 12 644 рублей"),
        ("{value: -12, unit: point}", "−12 п."),
        ("{about: 3, unit: min}", "около 3 мин"),
        ("{from: 500, unit: rub}", "от 500 рублей"),
        ("{fraction: [1, 2000]}", "1 из 2000"),
        ("{duration: PT4M22S}", "4 мин 22 с"),
        (
            "{state: регламент утверждён, done_when: приказ подписан}",
            "регламент утверждён (выполнено, когда: приказ подписан)",
        ),
        (
            "{change: {up_by: 10, unit: pp, from: прошлого года}}",
            "рост на 10 п. п. от прошлого года",
        ),
        ("{change: {down_by: {min: 10, max: 15}, unit: pct}}", "снижение на 10–15 %"),
        ("{change: {times_less: 4}}", "в 4 раза меньше"),
        ("{value: 2024, unit: count}", "2024"),
        ("{value: 3, unit: count, per: week}", "3 в неделю"),
    ],
)
def test_figures_read_as_words(figure: str, words: str) -> None:
    """Every form of figure, with its unit in the right form."""
    body = figure[1:-1]
    document = concept(f"current_state: {{facts: [{{text: Факт, {body}}}]}}")
    assert f"Факт — {words}" in said(document).splitlines()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-10-05", "5 октября 2026 г."),
        ("2026-10", "октябрь 2026 г."),
        ("2026-Q2", "II квартал 2026 г."),
        ("2026-H1", "I полугодие 2026 г."),
        ("2026", "2026 г."),
        ("FY2022-Q3", "III квартал 2022 финансового года"),
        ("{from: 2026-07, to: 2026-09}", "июль 2026 г. — сентябрь 2026 г."),
        ("{date: 2026-04, as_written: до апреля включительно}", "до апреля включительно"),
    ],
)
def test_dates_read_as_words(written: str, words: str) -> None:
    """Every form of date, never widened or narrowed."""
    document = concept(f"current_state: {{facts: [{{text: Факт, date: {written}}}]}}")
    assert f"Факт ({words})" in said(document).splitlines()


def test_remarks_sources_and_disputed_readings_print() -> None:
    """A source in brackets, a remark and the other readings as footnotes."""
    document = compose(
        project(
            HEAD
            + """
concept:
  current_state:
    facts:
      - text: Жалоб
        value: 17
        source: {id: s, at: с. 3}
        remark: без повторных
        by_author: true
        disputed: {value: 19, source: r}
sources: [{id: s, name: Журнал}, {id: r, name: Отчёт}]
"""
        )
    )
    text = said(document)
    assert "Жалоб — 17 [1, с. 3]" in text
    assert "без повторных" in text
    assert "Сгруппировано или сформулировано автором документа." in text
    assert "(показания источников расходятся: 19 [2])" in text


def test_markdown_lite_makes_paragraphs_lists_and_bold() -> None:
    """Everything else stays as it was typed."""
    document = concept(
        "purpose: |\n  Первый **важный** абзац.\n\n  - раз\n  - два\n\n  2 * 2 ** 3 {{ x }} <b>\n"
    )
    text = said(document)
    assert "Первый важный абзац." in text
    assert "раз\nдва" in text
    assert "2 * 2 ** 3 {{ x }} <b>" in text
    kept = concept("purpose: 2**3**4, a ** b ** c, **раз** и **два слова**")
    assert "2**3**4, a ** b ** c, раз и два слова" in said(kept)
    bold = [t.text for b in blocks(document) for c in lines(b) for t in texts(c) if t.style == "strong"]
    assert "важный" in bold


def test_problem_zones_none_found() -> None:
    """A clean audit says so instead of an empty table of faults."""
    document = concept(
        "current_state: {zone_audit: [{problem_zone: pz01, verdict: not_found, evidence: проверено}]}"
    )
    assert "Проблемные зоны проверены и не выявлены." in said(document)


def test_the_gantt_chart_keeps_dates_and_groups() -> None:
    """Each direction stands once; a day is a day, a quarter is a bar."""
    document = concept(
        """
goals: [{id: g, text: Цель, direction: Встреча}]
programme:
  start: 2027-01-11
  end: 2027-12-31
  actions:
    - {name: Журнал, goals: [g], start: 2027-02-01, deadline: 2027-03-01}
    - {name: Собрание, deadline: 2027-02-10}
    - {name: График, goals: [g], deadline: 2027-Q3}
"""
    )
    gantt = next(b.data for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, Gantt))
    assert [task.name for task in gantt.tasks] == ["Журнал", "График", "Собрание"]
    assert gantt.tasks[2].start == gantt.tasks[2].end
    assert (gantt.tasks[1].end - gantt.tasks[1].start).days == 91


def test_a_document_there_is_none_of_is_refused() -> None:
    """An unknown variant is a plain sentence, not a crash."""
    with pytest.raises(RequestError, match="Вида «poem» у документа нет"):
        compose(project(HEAD + "concept: {purpose: Цель}"), "concept", "poem")


def test_paper_is_the_clients_choice() -> None:
    """A4 unless the settings ask for letter, which Word and the print sheet then take."""
    assert concept("principles: []").page == "a4"
    letter = compose(project(HEAD + "concept: {purpose: П}\nsettings: {paper: letter}\n"))
    assert letter.page == "letter"
    assert "letter" in write(letter, "html").decode()


def test_english_words_are_english() -> None:
    """The same input with English fixed words has no Russian word of ours."""
    document = compose(
        project(HEAD.replace("Концепция", "Concept").replace("Лавка", "Shop") + "concept: {purpose: Why}"),
        language="en",
    )
    assert not [line for line in read_aloud(document) if any("а" <= letter.lower() <= "я" for letter in line)]


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return {"true": True, "false": False}.get(node, node)


def _slots(node: Any) -> list[tuple[Any, Any]]:
    keys = list(node.keys() if isinstance(node, dict) else range(len(node)))
    inner = [slot for key in keys if isinstance(node[key], dict | list) for slot in _slots(node[key])]
    return [(node, key) for key in keys] + inner


def _remove(data: Any, path: tuple[Any, ...]) -> None:
    for step in path[:-1]:
        if not isinstance(data, dict | list) or (isinstance(data, dict) and step not in data):
            return
        if isinstance(data, list) and not (isinstance(step, int) and step < len(data)):
            return
        data = data[step]
    if isinstance(data, dict):
        data.pop(path[-1], None)
    elif isinstance(data, list) and isinstance(path[-1], int) and path[-1] < len(data):
        data.pop(path[-1])


@pytest.mark.parametrize("seed", range(5))
def test_a_half_filled_file_still_renders(seed: int) -> None:
    """Whatever a consultant has not written yet, the document is made, with gaps as markers."""
    data = _plain(yaml.load((samples() / "clinic.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader))
    chance = random.Random(seed)
    for holder, key in _slots(data["concept"]) + _slots(data["organization"]):
        if chance.random() < 0.08:
            if isinstance(holder, dict):
                holder.pop(key, None)
            elif key < len(holder):
                holder.pop(key)
    for _ in range(30):
        loaded = load(json.dumps(data).encode(), "half.json")
        if loaded.project is not None:
            break
        for finding in sorted(loaded.findings, key=lambda f: [str(s).zfill(6) for s in f.path], reverse=True):
            missing = finding.code in ("E-TYP-01", "E-TYP-09", "E-DOC-01")
            _remove(data, finding.path[:-1] if missing and finding.code != "E-TYP-09" else finding.path)
        data.setdefault("organization", {}).setdefault("name", "Клиника")
    assert loaded.project is not None, loaded.findings[:3]
    document = compose(loaded.project)
    assert write(document, "docx")[:2] == b"PK"
    assert any(
        t.style == "gap" for b in blocks(document) for c in lines(b) for t in texts(c) if isinstance(t, Text)
    )


def test_what_goes_on_from_a_day_and_what_a_norm_has_not_leave_no_gap() -> None:
    patch = {
        "concept.programme.actions[a_log].recurring": "continuous",
        "concept.programme.actions[a_log].deadline": "null",
        "concept.programme.actions[a_log].start": "2027-01-11",
        "concept.indicators[i_wait].target_kind": "norm",
        "concept.indicators[i_wait].baseline": "null",
        "concept.indicators[i_wait].direction": "null",
        "concept.indicators[i_book].targets": [{"unknown": "tbd"}],
    }
    said = _said(patch)
    assert [each for each in said if "заполнить" in each] == [
        each for each in _said({}) if "заполнить" in each
    ]
    assert "с 11.01.2027" in "\n".join(said)
    assert "постоянно" in "\n".join(said)


def _said(patch: dict[str, Any]) -> list[str]:
    project = load(patched(patch), "a.yaml").project
    assert project is not None
    return [each.replace("\u00a0", " ") for each in walk.plain_text(compose(project, "concept", "full"))]


MEASURED = {
    "concept.indicators[i_wait].measurements": [
        {"value": "9", "date": "2027-01"},
        {"value": "8", "date": "2027-04"},
        {"value": "3", "date": "2026-01"},
    ]
}


@pytest.mark.parametrize(
    ("patch", "told"),
    [
        ({}, "было 12 мин, станет не более 5 мин"),
        (MEASURED, "было 12 мин, сейчас 8 мин, станет не более 5 мин"),
        (
            {
                "concept.indicators[i_wait].measurements": [
                    {"value": "8", "date": "2027-04", "comparable": "false"}
                ]
            },
            "было 12 мин, станет не более 5 мин",
        ),
        (
            {"concept.indicators[i_wait].measurements": [{"unknown": "tbd", "date": "2027-04"}]},
            "было 12 мин, станет не более 5 мин",
        ),
    ],
)
def test_once_it_was_measured_again_goals_show_was_now_and_will(patch: dict[str, Any], told: str) -> None:
    assert any(line.rstrip(".").endswith(told) for line in _said(patch))
    assert ("сейчас: 8 мин" in _said(patch)) == ("сейчас" in told)


@pytest.mark.parametrize(
    ("step", "told", "in_short"),
    [
        ({"date": "2026-11-03", "done": "true"}, "3 ноября 2026 г., сделано", True),
        ({"date": "2026-11-03", "done": "false"}, "3 ноября 2026 г., срок прошёл, не сделано", True),
        ({"date": "2026-11-03"}, "3 ноября 2026 г.", False),
        ({"date": "2026-12-03"}, "3 декабря 2026 г.", True),
    ],
)
def test_a_past_first_step_is_shown_done_or_overdue_or_not_among_the_first_steps(
    step: dict[str, str], told: str, in_short: bool
) -> None:
    patch = {"concept.current_state.causes[c_queue].first_step": {"text": "Второй телефон", **step}}
    assert any(told in line for line in _said(patch))
    project = load(patched(patch), "a.yaml").project
    assert project is not None
    short = "\n".join(walk.plain_text(compose(project, "concept", "short")))
    assert ("Второй телефон" in short) == in_short


MESSAGES = """
messages:
  current_state: Лечим лучше, чем принимаем
  goals: {headline: Меняем четыре вещи, before: До таблицы., after: После таблицы.}
  risks: {after: Рисков немного.}
current_state:
  criteria:
    - {component: staff, name: Ответ, scores: [{value: 4}]}
    - {component: product, name: Срок, scores: [{value: 8}]}
goals: [{text: Отвечать сразу}]
programme: {risks: [{text: уйдёт мастер, probability: 2, impact: 3, mitigation: учим второго, owner: unknown}]}
"""


def test_the_author_s_message_stands_in_the_place_of_the_computed_one() -> None:
    """Under the name of the section: the message, the words before, the exhibits, the words after."""
    document = concept(MESSAGES)
    leads = [plain(b.content) for b in blocks(document) if isinstance(b, Paragraph) and b.role == "lead"]
    assert "Лечим лучше, чем принимаем" in leads
    assert not any("Слабее всего" in each for each in leads)
    found = list(blocks(document))
    told = [plain(b.content) if isinstance(b, Heading | Paragraph) else type(b).__name__ for b in found]
    start = told.index("Цель и задачи предлагаемых изменений")
    assert told[start + 1 : start + 3] == ["Меняем четыре вещи", "До таблицы."]
    assert told.index("После таблицы.") > told.index("Table", start)
    assert told[told.index("Рисков немного.") - 1] == "Вероятность и влияние оценены по шкале от 1 до 5."


def test_a_section_without_a_message_says_what_it_finds() -> None:
    """The weakest place with its threshold, the first action and its cost; no count of rows."""
    leads = "\n".join(
        plain(b.content) for b in blocks(compose(clinic())) if isinstance(b, Paragraph) and b.role == "lead"
    )
    assert "Слабее всего: «План лечения и стоимость до начала» (4 балла)" in leads
    assert (
        "Коренная причина слабости «План лечения и стоимость до начала»: План существует для врача" in leads
    )
    assert "Доля входящих звонков без ответа: было 18 %, сейчас 15 %, станет не более 5 %." in leads
    assert "Ближайший срок — у мероприятия М2 «Представить концепцию коллективу обеих клиник»" in leads
    assert "Исходное значение пока неизвестно: «Доля вопросов, решённых с первого обращения»." in leads
    assert "4 цели" not in leads


def test_targets_of_one_day_are_told_together() -> None:
    leads = [
        plain(b.content) for b in blocks(compose(clinic())) if isinstance(b, Paragraph) and b.role == "lead"
    ]
    first = next(each for each in leads if each.startswith("Первыми, к 31 марта 2027 г.,"))
    for name in ("Доля входящих звонков без ответа", "Доля неявок", "Задержка начала приёма"):
        assert f"«{name}" in first


def test_a_system_is_linked_by_its_name() -> None:
    text = said(compose(sample("service_centre")))
    assert "Электронная очередь" in text
    assert "sys_queue" not in text


def test_a_message_is_a_text_or_its_parts() -> None:
    loaded = load(f"{HEAD}concept: {{messages: {{goals: {{head: Ой}}}}}}".encode())
    assert [finding.code for finding in loaded.findings if finding.code.startswith("E")]


def test_an_action_has_one_number_everywhere_and_no_task_has_it() -> None:
    """«М9» in the plan, in what it waits for, in other tables and on the calendar; tasks are «З2.2»."""
    document = compose(clinic())
    plan = next(b for b in blocks(document) if isinstance(b, Table) and b.anchor == "actions")
    numbers = {
        plain(row.cells[1].paragraphs[0]): plain(row.cells[0].paragraphs[0])
        for row in plan.rows
        if row.role == "body"
    }
    numbers = {name.rsplit(" (", 1)[0]: number for name, number in numbers.items()}
    assert list(numbers.values()) == [f"М{n}" for n in range(1, len(numbers) + 1)]
    tasks = next(b for b in blocks(document) if isinstance(b, Table) and b.anchor == "tasks")
    named = [plain(p) for row in tasks.rows if row.role == "body" for p in row.cells[2].paragraphs]
    assert any(f"{numbers[name]} {name}" in named for name in numbers)
    assert all(each.startswith("М") for each in named)
    assert all(plain(row.cells[0].paragraphs[0]).startswith("З") for row in tasks.rows if row.role == "body")
    (chart,) = (b.data for b in blocks(document) if isinstance(b, Chart) and b.anchor == "chart_gantt")
    assert isinstance(chart, Gantt)
    assert {task.number for task in chart.tasks} <= set(numbers.values())
    assert "после М" in said(document)


def test_duties_stand_in_the_order_of_the_actions() -> None:
    document = compose(clinic())
    (table,) = (b for b in blocks(document) if isinstance(b, Table) and b.anchor == "raci")
    numbers = [int(re.findall(r"М(\d+)", plain(row.cells[0].paragraphs[0]))[0]) for row in table.rows]
    assert numbers == sorted(numbers)


def test_a_heading_without_words_is_left_out() -> None:
    """How it was assessed, where nobody has told it."""
    project = load(samples() / "salon.yaml").project
    heads = [plain(b.content) for b in blocks(compose(project)) if isinstance(b, Heading)]
    assert "Составляющие сервиса" in heads
    assert "Как проводилась оценка" not in heads
