"""The report on progress: what it tells by a day, what it joins, what it says of what is late."""

from __future__ import annotations

import re
from typing import Any

import pytest
from as_typed import plain
from inputs import project as written
from made import composed, project

from conceptgen import compose
from conceptgen.composition import with_slides
from conceptgen.document.blocks import Chart, Document, Heading, Paragraph, Table
from conceptgen.document.charts import Bars, Radar
from conceptgen.document.walk import blocks, plain_text
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.pipeline import RenderRequest, names, outputs

BASE = """schema: conceptgen/1
document: {title: Сервис пекарни, date: 2026-10-15, status: STATUS}
organization: {name: Пекарня «Опыт», roles: [{id: a, name: Пекарь}, {id: b, name: Кассир}]}
concept:
  current_state:
    rounds:
      - {id: r1, name: Осень, date: 2026-10, baseline: true, assessors: [a, b]}
      - {id: r2, name: Весна, date: 2027-04, assessors: [a, b], COMPARED}
      - {id: r3, name: Лето, date: 2027-07, assessors: [a, b]}
    criteria: [CRITERIA]
  programme:
    start: 2026-11-01
    end: 2027-12-31
    actions:
      - {name: Второй прилавок, owner: a, start: 2026-11-02, deadline: 2027-03-21, status: in_progress,
         deliverable: прилавок}
      - {name: Ценники, owner: b, start: 2026-11-02, deadline: 2026-12-01, status: done, completed_on: 2026-12-04,
         deliverable: ценники}
      - {name: Кофе, owner: b, start: 2027-05-03, deadline: 2027-06-30, status: done, completed_on: 2027-06-30,
         deliverable: кофе, change_log: [{date: 2027-05-20, was: май, became: июнь, reason: ждали мельницу}]}
      - {name: Касса, owner: a, start: 2027-03-01, deadline: 2027-09-01, status: planned, deliverable: касса}
  indicators:
    - name: Ожидание
      unit: min
      direction: decrease
      baseline: {value: 6, date: 2026-10}
      targets: [{at_most: 4, due: 2027-03-31}, {at_most: 2, due: 2027-12-31}]
      measurements: [{date: 2026-12, value: 5}, {date: 2027-03, value: 4.5}, {date: 2027-06, value: 3}]
    - name: Очередь
      unit: pct
      direction: decrease
      baseline: {value: 40, date: 2026-10}
      targets: [{change: {down_by: 10, unit: pp, from: исходного значения}, due: 2027-04-30}]
      measurements: [{date: 2027-04, value: 28}]
progress: [{as_of: 2027-04-30}, {as_of: 2027-07-31}]
"""
CRITERIA = ", ".join(
    f"{{component: staff, name: К{n}, scores: "
    f"[{{round: r1, value: 5}}, {{round: r2, value: {7 - n}}}, {{round: r3, value: 8}}]}}"
    for n in range(3)
)


def given(
    compared: str = "comparable_with_previous: true", status: str = "draft", criteria: str = CRITERIA
) -> Any:
    text = BASE.replace("COMPARED", compared).replace("STATUS", status).replace("CRITERIA", criteria)
    loaded = load_bytes(text.encode(), "a.yaml")
    assert loaded.project, loaded.findings
    return loaded.project


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def spring() -> str:
    return said(compose(given(), "progress", "full", chain="2027-04-30"))


@pytest.mark.parametrize(
    "words",
    [
        "Отчёт о ходе программы на 30 апреля 2027 г.",
        "Выросли (Осень, 2026 — Весна, 2027): К0 (с 5 до 7); К1 (с 5 до 6).",
        "На прежнем уровне: К2 (5).",
        "Ниже порога 6: К2 (5).",
        "План не выполнен: Ожидание (по плану — не более 4 мин, на деле — 4,5 мин).",
        "План по показателям выполнен: Очередь.",
        "Выполнено мероприятий: 1 из 4.",
        "М1 Второй прилавок (просрочено на 40 дней); М4 Касса (не начато, хотя срок начала прошёл).",
        "! просрочено на 40 дней",
        "+ выполнено, на 3 дня позже срока",
        "+0,5 мин",
        "−2 п. п.",
        "+ лучше",
    ],
)
def test_a_report_tells_findings_by_name(spring: str, words: str) -> None:
    assert words in spring


def test_a_report_knows_nothing_later_than_its_day(spring: str) -> None:
    """A later round, a later measurement, what was done or corrected since: they belong to the next report."""
    summer = said(compose(given(), "progress", "full"))
    for later in ("Лето", "ждали мельницу", "июнь 2027"):
        assert later not in spring
        assert later in summer
    assert "Выполнено мероприятий: 2 из 4" in summer


def test_a_report_has_a_file_and_a_title_of_its_day() -> None:
    """One document a report; a day there is no report of is refused with those there are."""
    request = RenderRequest(("progress",), ("short",), ("html",))
    assert list(names(given(), "x", request)) == [
        "x-progress-2027-04-30-short.html",
        "x-progress-2027-07-31-short.html",
    ]
    one = RenderRequest(("progress",), ("short",), ("html",), chains=("2027-04-30",))
    assert [each.document.date for each in outputs(given(), "x", one)] == ["2027-04-30"]
    with pytest.raises(RequestError, match="2027-04-30, 2027-07-31"):
        compose(given(), "progress", "short", chain="2027-05-01")


@pytest.mark.parametrize(
    ("compared", "drawn"),
    [
        ("comparable_with_previous: true", ["Осень, 2026", "Весна, 2027"]),
        ("comparable_with_previous: false", ["Весна, 2027"]),
    ],
)
def test_only_what_can_be_compared_is_drawn_together(compared: str, drawn: list[str]) -> None:
    document = compose(given(compared), "progress", "full", chain="2027-04-30")
    radar = next(b.data for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, Radar))
    assert [each.name for each in radar.series if each.role in ("latest", "earlier")] == drawn
    assert ("не сравнивается" in said(document)) == (len(drawn) == 1)


def test_many_criteria_are_bars_of_two_rounds() -> None:
    """Was and is; the short report shows those that lack most and says so."""
    full, short = composed("clinic", "progress", "full"), composed("clinic", "progress", "short")
    drawn = [
        next(b.data for b in blocks(each) if isinstance(b, Chart) and isinstance(b.data, Bars))
        for each in (full, short)
    ]
    assert [each.name for each in drawn[0].series] == ["Исходный замер, 2026", "Ноябрьский замер, 2027"]
    assert len(drawn[0].categories) == len(project("clinic").concept.current_state.criteria)  # type: ignore[union-attr]
    assert len(drawn[1].categories) == 5
    assert drawn[1].labels[-1][1] == "6 (цель 8)", "what is still to be reached stands beside the bar"
    assert "Показаны 5 критериев из 13" in said(short)


def test_the_form_of_the_next_round_has_the_same_criteria_and_assessors() -> None:
    form = said(compose(given(), "progress", "full")).split("Бланк следующего замера")[-1]
    assert all(word in form for word in ("К0", "К1", "К2", "Пекарь", "Кассир"))


def test_an_approved_concept_tells_no_later_deeds() -> None:
    """What was done after its date is planned in it, as it was."""
    told = said(compose(given(status="approved"), "concept", "full"))
    assert "выполнено" not in told
    assert "ждали мельницу" not in told
    assert "выполнено" in said(compose(given(), "concept", "full"))


def test_an_english_report() -> None:
    told = said(compose(given(), "progress", "short", language="en", chain="2027-04-30"))
    assert "Progress report as of 30 April 2027" in told
    assert "! overdue by 40 days" in told
    one = """schema: conceptgen/1
document: {title: Service, date: 2026-10-15, language: en}
organization: {name: Bakery, roles: [{id: a, name: Baker}]}
concept:
  programme: {actions: [{name: Tags, owner: a, deadline: 2026-12-01, status: done, completed_on: 2026-12-01}]}
progress: [{as_of: 2027-04-30}]
"""
    found = load_bytes(one.encode(), "a.yaml").project
    assert found
    assert "All actions of the programme are done: 1." in said(compose(found, "progress"))


def test_the_form_of_the_next_round_can_be_written_into() -> None:
    """Who, when and where above it; two lines by hand a criterion, a wide place for what a score rests on."""
    *_, card, form = [
        each for each in blocks(composed("clinic", "progress", "full")) if isinstance(each, Table)
    ]
    form, card = (form, card) if form.role == "grid" else (card, form)
    assert card.ruled
    assert len(card.rows) == 3
    assert form.ruled
    assert {row.height for row in form.rows if row.role == "body"} == {16}
    assert form.columns[-1].weight >= 0.35 * sum(each.weight for each in form.columns)


def test_a_form_is_of_one_assessor() -> None:
    """Nobody sees what another has put; who may assess stands above, to be marked."""
    form = said(compose(given(), "progress", "full")).split("Бланк следующего замера")[-1]
    assert "На каждого оценщика — свой лист" in form
    assert "Кто оценивает (отметьте себя)\nПекарь / Кассир" in form
    tables = [each for each in blocks(compose(given(), "progress", "full")) if isinstance(each, Table)]
    assert [plain(column.head) for column in tables[-1].columns] == ["Критерий", "Оценка", "Основание"]


def test_rounds_of_several_years_are_told_apart() -> None:
    told = said(compose(given(), "progress", "full"))
    assert "Осень, 2026" in told
    assert "Лето, 2027" in told
    assert "Осень, 2026" not in said(compose(given(), "concept", "full"))


LATE = """
concept:
  programme:
    budget: {amount: 100000, currency: RUB}
    actions:
      - {id: a_one, name: Прилавок, deadline: 2027-02-01, status: late, deviation_reason: нет досок,
         change_log: [{date: 2026-12-20, became: срок 1 февраля}]}
      - {name: Вывеска, deadline: 2027-02-01, status: late, deviation_reason: нет краски,
         change_log: [{date: 2026-12-20, became: срок 1 февраля}]}
  indicators:
    - name: Регламент передачи
      unit: state
      direction: reach_state
      targets: [{state: регламент соблюдается, due: 2027-03-01}]
      measurements: [{date: 2027-03-20, state: соблюдают двое из пяти}]
progress:
  - as_of: 2027-04-01
    decisions: [{text: Заказать доски у соседа, about: a_one, due: 2027-04-15}]
    forecast: {date: 2027-12-31, rests_on: [доски есть]}
"""


def test_what_is_late_tells_what_was_decided_and_never_a_date_that_is_missed_again() -> None:
    told = said(compose(written(LATE), "progress", "full"))
    assert "нет досок\nЗаказать доски у соседа, к 15.04.2027" in told
    assert "нет краски\nсрок прошёл, решения в отчёте нет" in told
    assert "план изменён" not in told


@pytest.mark.parametrize(
    ("reached", "words"),
    [
        ("", "цель названа словами\n[заполнить: достигнута ли цель]"),
        (", reached: false", "соблюдают двое из пяти\n20.03.2027\nплан не выполнен"),
        (", reached: true", "соблюдают двое из пяти\n20.03.2027\nплан выполнен"),
    ],
)
def test_whether_a_target_in_words_is_reached_is_told_or_asked(reached: str, words: str) -> None:
    given = written(LATE.replace("двое из пяти}", "двое из пяти" + reached + "}"))
    assert words in said(compose(given, "progress", "full"))


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        ("{amount: 74000, currency: RUB}", "израсходовано 74 000 руб., или 74 %; осталось 26 000 руб."),
        ("{amount: 130000, currency: RUB}", "израсходовано 130 000 руб., это больше бюджета на 30 000 руб."),
        ("{about: 70000, currency: RUB}", "израсходовано около 70 000 руб."),
        ("[{amount: 10, currency: USD}, {amount: 5, currency: RUB}]", "израсходовано 10 долл. США; 5 руб."),
    ],
)
def test_money_that_was_spent_stands_beside_the_budget(spent: str, words: str) -> None:
    """A share and what is left only where the two are exact sums of one currency."""
    given = written(LATE.replace("as_of: 2027-04-01", f"as_of: 2027-04-01\n    spent: {spent}"))
    told = said(compose(given, "progress", "short"))
    assert words in told
    assert "не указано" not in told
    assert "израсходовано" not in said(compose(given, "progress", "short", audience="staff"))


def test_a_target_in_words_and_the_money_are_not_passed_over() -> None:
    told = said(compose(written(LATE), "progress", "full"))
    expected = "Регламент передачи (по плану — регламент соблюдается, на деле — соблюдают двое из пяти)"
    assert f"Цель названа словами, в счёт не вошла: {expected}." in told
    assert re.search(r"Бюджет .*100 000 руб\.; сколько израсходовано, не указано\.", told)
    assert "израсходовано" not in said(compose(given(), "progress", "full")), "no budget is named"


def test_the_slide_of_the_forecast_keeps_its_year_whole_and_says_what_the_list_is() -> None:
    told = written(LATE)
    *_, last = with_slides(told, compose(told, "progress", "short")).slides
    title, named, argument = last.blocks[:3]
    assert isinstance(title, Heading)
    assert plain(title.content).endswith("2027 г.")
    assert isinstance(named, Paragraph)
    assert isinstance(argument, Paragraph)
    assert (plain(named.content), plain(argument.content)) == ("На чём основан прогноз:", "• доски есть")


@pytest.mark.parametrize("variant", ["short", "full"])
def test_every_deviation_that_is_named_has_its_reason_or_a_mark_that_it_is_missing(variant: str) -> None:
    """Ожидание missed its plan and the second counter is late: the report says why of neither."""
    told = said(compose(given(), "progress", variant, chain="2027-04-30"))
    asked = told.split("Отклонения и причины")[1]
    assert "план не выполнен\nОжидание\n[заполнить: причина]" in asked
    assert "просрочено\nМ1 Второй прилавок\n[заполнить: причина]" in asked
    explained = said(compose(written(LATE), "progress", variant)).split("Отклонения и причины")[1]
    assert "нет досок\nЗаказать доски у соседа, к 15.04.2027" in explained
    assert "[заполнить: причина]" not in explained


def test_where_nearly_all_is_late_the_short_report_counts_and_names_the_longest() -> None:
    """A file that nobody kept up: twenty actions late; the full report has every one."""
    actions = ", ".join(
        f"{{name: Дело {n:02}, status: planned, deadline: 2027-01-{n:02}}}" for n in range(1, 21)
    )
    late = written(f"concept: {{programme: {{actions: [{actions}]}}}}\nprogress: [{{as_of: 2027-04-01}}]")
    short, full = said(compose(late, "progress", "short")), said(compose(late, "progress", "full"))
    assert "Мероприятий, требующих вмешательства, — 20; дольше всего просрочены: М1 Дело 01" in short
    assert short.count("Показаны 12 из 20; остальные — в полном отчёте.") == 2
    assert "Дело 20" not in short
    assert full.split("Отклонения и причины")[1].count("[заполнить: причина]") == 20


@pytest.mark.parametrize(
    ("measured", "day", "words"),
    [
        (
            "{date: 2026-12, value: 5}, {date: 2027-03, value: 3}",
            "2027-01-29",
            "5 мин\nдекабрь 2026 г.\nпервый замер",
        ),
        ("{date: 2026-12, value: 5}", "2027-01-29", "исходного замера не было"),
        ("{date: 2026-12, value: 5}", "2027-09-01", "будет определено до 1 сентября 2027 г."),
    ],
)
def test_a_promise_of_a_baseline_that_is_past_is_printed_as_none(measured: str, day: str, words: str) -> None:
    told = written(f"""
concept: {{indicators: [{{name: Ожидание, unit: min, direction: decrease, measurements: [{measured}],
  baseline: {{unknown: {{reason: not_measured, resolve_by: {day}}}}}, targets: [{{at_most: 4, due: 2027-12-31}}]}}]}}
progress: [{{as_of: 2027-04-01}}]""")
    report = said(compose(told, "progress", "full"))
    assert words in report
    assert ("будет определено" in report) == (day > "2027-04-01")


@pytest.mark.parametrize(
    "words",
    [
        "Этапы 1 и 6 не проверялись и в счёт не вошли.",
        "трубку снимают быстро: не более 20 с\n",
        "задержка приёма: не более 10 мин\n",
    ],
)
def test_what_was_seen_stands_beside_its_norm_and_what_was_not_asked_is_named(words: str) -> None:
    assert words in said(composed("clinic", "progress", "full"))


def test_slides_say_of_how_many_criteria_and_indicators_they_show_some() -> None:
    told = project("clinic")
    deck = with_slides(told, compose(told, "progress", "short")).slides
    titles = [
        plain(each.blocks[0].content).replace("\u00a0", " ")
        for each in deck
        if isinstance(each.blocks[0], Heading)
    ]
    assert any(title.endswith("показаны 5 из 13, которым до цели дальше всего") for title in titles)
    assert "Показатели: план выполнен — 8 из 11, остальные 3 — в таблице" in titles


def test_the_report_tells_where_the_plan_leads_and_what_was_not_scored() -> None:
    """Beside the plan of the day the final target, an unscored criterion by name, an action with its number."""
    text = said(composed("laundry", "progress", "full"))
    assert "at most 7%\nby 28 Feb 2027\nfinal: at most 3%\nby 30 Jun 2027" in text
    assert "Not scored in the last round: Light and order in the shop." in text
    assert "A1 Tag every item with the name and the day\nprinting a tag" in text


def test_one_term_of_levelling_out_is_told() -> None:
    """Where the forecast has a date, nothing says beside it that a low criterion has none."""
    text = said(composed("clinic", "progress", "full"))
    assert "Оценки дойдут до целей к концу мая 2028 г." in text
    assert "не назван" not in text


def test_a_report_without_criteria_has_no_empty_section() -> None:
    """Nor does one before the first round tell which of its scores are shaded."""
    bare = """schema: conceptgen/1
document: {title: Сервис, date: 2026-10-15}
organization: {name: Пекарня}
concept: {purpose: Порядок}
progress: [{as_of: 2026-04-30, summary: Ждём., forecast: {text: к лету}}]
"""
    found = load_bytes(bare.encode(), "a.yaml").project
    assert found
    assert "Диаграмма: было и стало" not in said(compose(found, "progress"))
    scored = "{component: staff, name: Ответ, scores: [{round: r, value: 3}]}"
    state = f"{{rounds: [{{id: r, date: 2026-10}}], criteria: [{scored}]}}"
    early = bare.replace("purpose: Порядок", f"current_state: {state}")
    for text, is_shaded in ((early, False), (early.replace("as_of: 2026-04", "as_of: 2026-11"), True)):
        found = load_bytes(text.encode(), "a.yaml").project
        assert found
        told = said(compose(found, "progress"))
        assert "Оценки критериев по замерам" in told
        assert ("Низкие оценки выделены" in told) is is_shaded


def test_a_day_without_a_report_is_answered_with_the_days_there_are() -> None:
    wish = RenderRequest(documents=("progress",), chains=("2027-05-01",), formats=("html",))
    with pytest.raises(RequestError, match=r"Отчёта о ходе за «2027-05-01» .* Есть: 2027-04-30, 2027-07-31"):
        [*outputs(given(), "a", wish)]
