"""Facts that a consultant knows have a place in the input and are printed where they belong."""

from __future__ import annotations

import pytest

from conceptgen.composition import compose
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points
from conceptgen.document.blocks import Chart, Document, Table
from conceptgen.document.charts import Bars
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.languages.words import Words
from conceptgen.readiness.touchpoint_links import has
from conceptgen.rulebook import review

HEAD = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02, language: LANGUAGE}
organization:
  name: Пекарня «Опыт»
  roles:
    - {id: h, name: Руководитель}
    - {id: a, name: Администратор}
    - {id: team, name: Рабочая группа, members: [h, a]}
  partners: [{id: p, name: ООО «Доставка», kind: subsidiary}]
  channels: [{id: phone, name: Телефон}, {id: site, name: Сайт}]
  offerings: [{id: cake, name: Торт на заказ}]
"""
INDICATOR = """concept:
  indicators:
    - name: Ожидание
      unit: min
      variant: max
      cumulative: true
      baseline: {value: 6, date: 2026-12}
      benchmarks: [{who: соседняя пекарня, value: 4, date: 2026}]
      targets:
        - {at_most: 5, level: must, due: 2027-06-30}
        - {at_most: 3, level: should, due: 2027-12-31}
        - {at_most: 1, level: stretch, due: 2027-12-31}
      measurements:
        - {date: 2027-01, value: 5, n: 80, ratio: {part: 12, whole: 80}, answers: [{text: долго, count: 12}]}
    - name: Ответ в день обращения
      unit: pct
      target_kind: norm
      targets: [{at_least: 95, since: 2027-04-01}]
"""
CHAIN = """chains:
  - id: c
    name: Цепочка
    stages:
      - id: book
        name: Бронь
        phase: before
        until_phase: during
        zones:
          - name: Линия
            elements:
              - name: Разговор
                touchpoints:
                  - name: Звонок
                    owner: h
                    channel_owners: [{channel: phone, owner: a}, {channel: site, owner: {unknown: tbd}}]
                    also_stages: [visit]
                    standard: [{text: ответ за час, offerings: [cake]}]
      - {id: visit, name: Визит, phase: during}
"""


def composed(text: str, kind: str = "concept", language: str = "ru") -> Document:
    loaded = load_bytes((HEAD.replace("LANGUAGE", language) + text).encode(), "facts.yaml")
    assert loaded.project, loaded.findings
    return compose(loaded.project, kind)


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


def without_rest(document: Document) -> str:
    """What is said before the annex that catches what no section prints."""
    return said(document).rpartition("Прочие сведения")[0] or said(document)


@pytest.mark.parametrize(
    "words",
    [
        "обязательно: не более 5 мин",
        "желательно: не более 3 мин",
        "на вырост: не более 1 мин",
        "для сравнения, соседняя пекарня: 4 мин (2026 г.)",
        "наибольшее",
        "нарастающим итогом",
        "12 из 80",
        "долго — 12",
        "не менее 95 % с 01.04.2027",
        "Рабочая группа — в составе: Руководитель, Администратор",
        "ООО «Доставка» (дочерняя организация)",
    ],
)
def test_a_known_fact_is_printed_in_its_section(words: str) -> None:
    assert words in without_rest(composed(INDICATOR))


@pytest.mark.parametrize(
    "words",
    [
        "До покупки — во время покупки",
        "Также на этапах: Визит",
        "Телефон: Администратор",
        "ответ за час (для: Торт на заказ)",
    ],
)
def test_a_known_fact_of_a_chain_is_printed_in_its_section(words: str) -> None:
    assert words in without_rest(composed(CHAIN, "chain"))


PROCESS = """                    process:
                      - {name: Запись, forms: {phone: называем время, выезд: мастер звонит сам}}
                      - {name: Перенос, remark: Не чаще двух раз., forms: {phone: {unknown: not_in_source}}}
                      - Напоминание
"""


def test_the_steps_of_a_touchpoint_stand_in_a_grid_of_its_forms() -> None:
    """Steps in rows, forms in columns: a channel by its name, a form of its own as it is written."""
    document = composed(CHAIN.replace("also_stages: [visit]\n", "also_stages: [visit]\n" + PROCESS), "chain")
    (table,) = [b for b in blocks(document) if isinstance(b, Table) and "шаги по формам" in b.alt]
    rows = [
        [" ".join(map(plain, cell.paragraphs)).replace("\u00a0", " ") for cell in row.cells]
        for row in table.rows
    ]
    assert [plain(column.head) for column in table.columns] == ["Шаг", "Телефон", "выезд"]
    assert [row[1:] for row in rows] == [
        ["называем время", "мастер звонит сам"],
        ["нет данных (нет в источнике)", "—"],
        ["—", "—"],
    ]
    assert "Прочие сведения" not in said(document)


def test_many_forms_stand_under_one_another() -> None:
    forms = ", ".join(f"форма {n}: так {n}" for n in range(9))
    process = f"                    process: [{{name: Запись, forms: {{{forms}}}}}]\n"
    document = composed(CHAIN.replace("also_stages: [visit]\n", "also_stages: [visit]\n" + process), "chain")
    (table,) = [b for b in blocks(document) if isinstance(b, Table) and "шаги по формам" in b.alt]
    assert (len(table.columns), len(table.rows)) == (3, 9)


def test_a_touchpoint_of_several_stages_is_named_at_each() -> None:
    text = said(composed(CHAIN, "chain"))
    assert "Ещё на этом этапе: 1.1.1 Звонок — описано на этапе «Бронь»" in text
    assert "заполнить: точки касания" not in text.partition("Точки касания этапа «Визит»")[2]


@pytest.mark.parametrize(
    "words", ["must: at most 5 min", "for comparison, соседняя пекарня", "12 out of 80", "cumulative"]
)
def test_the_same_facts_in_english(words: str) -> None:
    assert words in said(composed(INDICATOR, language="en"))


def test_a_target_to_stretch_for_is_not_what_the_chart_promises() -> None:
    """«Станет» is the last target meant in earnest."""
    bars = next(
        b.data for b in blocks(composed(INDICATOR)) if isinstance(b, Chart) and isinstance(b.data, Bars)
    )
    assert [int(value) for value in bars.series[-1].values if value is not None] == [3]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("{min: 2, max: 21, unit: week}", "2–21 недель"),
        ("{min: 5, max: 31, unit: day_cal}", "5–31 календарных дней"),
        ("{min: 2, max: 3, unit: week}", "2–3 недели"),
        ("{min: 1, max: 5, unit: hour}", "1–5 ч"),
    ],
)
def test_a_range_is_never_of_one(figure: str, words: str) -> None:
    text = f"concept:\n  current_state: {{facts: [{{text: Срок, {figure[1:-1]}}}]}}\n"
    assert words in said(composed(text))


@pytest.mark.parametrize(("periods", "words"), [(1, "Период программы"), (2, "Периоды программы")])
def test_a_programme_of_one_period_is_not_divided(periods: int, words: str) -> None:
    listed = ", ".join(
        f"{{name: Период {n}, start: 2027-0{n}-01, end: 2027-0{n}-20}}" for n in range(1, periods + 1)
    )
    text = said(composed(f"concept: {{programme: {{name: П, periods: [{listed}]}}}}\n"))
    assert words in text
    assert ("Периоды" in text) == (periods > 1)


@pytest.mark.parametrize(
    ("unit", "words"),
    [("none", "без единицы"), ("{unknown: {reason: not_in_source}}", "нет данных (нет в источнике)")],
)
def test_no_unit_and_an_unknown_one_are_answers(unit: str, words: str) -> None:
    """They print, the values stand bare, and the document has no gap for a unit."""
    text = said(composed(INDICATOR.replace("unit: min", f"unit: {unit}")))
    assert words in text
    assert "обязательно: не более 5 к" in text
    assert "заполнить: единица" not in text


PLANNED = """deliverables:
  - {document: concept, variant: [full]}
  - {document: chain, chain: c, variant: [full]}
"""
ANSWERS = {
    "E-IND-05": ("level: should, ", ""),
    "W-CHN-10": ("        until_phase: during\n", ""),
    "E-CHN-01": ("                    also_stages: [visit]\n", ""),
}
"""Per rule, what must be taken away for it to speak."""


@pytest.mark.parametrize("code", ANSWERS)
def test_the_review_takes_what_is_told_for_an_answer(code: str) -> None:
    """Levels of one date follow no order, a stage of two phases lies in both, a shared touchpoint is a touchpoint."""
    text = (INDICATOR + CHAIN + PLANNED).replace(
        "level: stretch, due: 2027-12-31", "level: stretch, due: 2027-06-30"
    )
    text = text.replace("phase: during}", "phase: after}")
    assert code not in reviewed(text)
    assert code in reviewed(text.replace(*ANSWERS[code]).replace("level: stretch, ", ""))


def reviewed(text: str) -> set[str]:
    loaded = load_bytes((HEAD.replace("LANGUAGE", "ru") + text).encode(), "facts.yaml")
    assert loaded.project, loaded.findings
    return {each.code for each in review(loaded)}


SCORES = "concept: {current_state: {criteria: [%s]}}\n"


def test_nothing_is_low_or_weaker_where_nothing_is_scored_or_all_are_equal() -> None:
    unscored = ", ".join(f"{{component: staff, name: К{n}}}" for n in range(3))
    equal = ", ".join(f"{{component: staff, name: К{n}, scores: [{{value: 8}}]}}" for n in range(3))
    bare, even = said(composed(SCORES % unscored)), said(composed(SCORES % equal))
    assert not [b for b in blocks(composed(SCORES % unscored)) if isinstance(b, Chart)]
    for text in (bare, even):
        assert "Слабее других:" not in text
        assert "Слабее всего" not in text


@pytest.mark.parametrize(("owner", "is_one"), [("h", True), ("{unknown: not_in_source}", False)])
def test_an_unknown_owner_is_not_counted_as_one(owner: str, is_one: bool) -> None:
    """«Есть ответственный» counts who is known, not the statement that nobody is."""
    text = CHAIN.replace("owner: h", f"owner: {owner}")
    loaded = load_bytes((HEAD.replace("LANGUAGE", "ru") + text).encode(), "facts.yaml")
    assert loaded.project, loaded.findings
    scope = Scope(loaded.project, Words("ru"), "draft").of(loaded.project.chains[0])
    assert [has(scope, each, "owner") for each in points(scope)] == [is_one]


def test_a_budget_of_named_parts_is_not_the_budget_of_the_programme() -> None:
    """Sums that have words of their own are named as parts; one bare sum is the whole."""
    parts = "[{amount: 40000, currency: RUB, text: обучение}]"
    text = said(composed(f"concept: {{programme: {{name: П, budget: {parts}}}}}\n"))
    assert "В бюджете программы названо: 40 000 руб. (обучение)" in text
    assert "Бюджет программы: " not in text
