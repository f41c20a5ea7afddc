"""What a document says of its own holds for the input at hand, and says it once."""

from __future__ import annotations

import pytest

from conceptgen.changes import Teller, compare
from conceptgen.composition import compose
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import programme
from conceptgen.document.blocks import Chart, Document, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.languages.words import words
from conceptgen.model.project import Project

HEAD = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02, language: LANGUAGE}
organization:
  name: Пекарня «Опыт»
  roles: [{id: h, name: Руководитель}]
  channels: [{id: place, name: Лавка}]
sources:
  - {id: s, name: Встреча, kind: other}
  - {id: j, name: Журнал, kind: report, quality_note: На заводе ведут тетрадь}
"""
PROGRAMME = """concept:
  programme:
    budget: BUDGET
    actions:
      - {name: Обучить, deadline: 2027-06-01}
      - {name: Переехать, deadline: {unknown: {reason: tbd, resolve_by: 2027-04-01, owner: h}}}
"""
INDICATORS = """concept:
  indicators:
    - name: Ожидание
      unit: min
      data_source: журнал смены
      baseline:
        value: 25
        source: j
        disputed: [{text: оценка смены, value: 40, source: s}]
    - name: Отзывы
      unit: count
      baseline: {value: 5, source: s, disputed: [{value: 6, source: s}]}
      targets: [{value: 9, due: 2027-12}]
"""
CAUSE = """concept:
  current_state:
    criteria: [{id: c, component: staff, name: Дозвон}]
    causes:
      - {criterion: c, mechanism: {clarity: understood, text: TEXT}}
"""


def project(text: str, language: str = "ru") -> Project:
    loaded = load_bytes((HEAD.replace("LANGUAGE", language) + text).encode(), "told.yaml")
    assert loaded.project, loaded.findings
    return loaded.project


def composed(text: str, kind: str = "concept", language: str = "ru", variant: str = "full") -> Document:
    return compose(project(text, language), kind, variant)


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "by_year", "in_all"),
    [
        ("ru", "Бюджет программы по годам", "Бюджет программы"),
        ("en", "Programme budget by year", "Programme budget"),
    ],
)
def test_a_budget_is_by_year_only_where_it_names_years(language: str, by_year: str, in_all: str) -> None:
    def captions(budget: str) -> list[str]:
        scope = Scope(project(PROGRAMME.replace("BUDGET", budget), language), words(language), "approved")
        return [plain(each.caption) for each in programme.blocks(scope) if isinstance(each, Table)]

    assert by_year in captions("[{amount: 100, currency: RUB, year: 2027}]")
    assert in_all in captions("{amount: 100, currency: RUB}")


def test_what_a_sum_is_for_is_said_once() -> None:
    """Neither in brackets beside the column that holds it, nor before a sum that stands alone."""
    told = said(
        composed(PROGRAMME.replace("BUDGET", "{at_most: 600000, currency: RUB, text: в первый год}"))
    ).splitlines()
    assert "не более 600 000 руб." in told
    assert any("В бюджете программы названо: не более 600 000 руб. (в первый год)" in each for each in told)
    assert not any("названные суммы" in each for each in told)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "будет определено до 1 апреля 2027 г.; выясняет: Руководитель"),
        ("en", "to be determined by 1 April 2027; to be found out by: Руководитель"),
    ],
)
def test_who_finds_out_is_not_taken_for_the_answer(language: str, expected: str) -> None:
    assert expected in said(composed(PROGRAMME.replace("BUDGET", "[]"), language=language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пока занято, звонят", "механизм понятен: пока занято, звонят"),
        ("Пока занято, звонят", "механизм понятен. Пока занято, звонят"),
    ],
)
def test_a_text_goes_on_as_its_first_letter_says(text: str, expected: str) -> None:
    """No small letter after a full stop, no capital one after a semicolon."""
    assert expected in said(composed(CAUSE.replace("TEXT", f'"{text}"')))


def test_a_source_of_another_kind_has_no_kind_and_its_note_begins_a_sentence() -> None:
    told = said(composed(INDICATORS)).splitlines()
    assert "Встреча." in told
    assert "Журнал, отчёт. На заводе ведут тетрадь." in told


def test_one_source_with_two_readings_does_not_disagree_with_itself() -> None:
    told = said(composed(INDICATORS))
    assert "5 [1] (показания расходятся: 6 [1])" in told
    assert "25 мин [2] (показания источников расходятся: оценка смены — 40 мин [1])" in told
    assert "the readings disagree: 6" in said(composed(INDICATORS, language="en"))


@pytest.mark.parametrize(
    ("language", "unit", "captions"),
    [("ru", "единицы", "Показатели: было и станет"), ("en", "units", "Indicators before and after")],
)
def test_a_bare_count_names_no_unit(language: str, unit: str, captions: str) -> None:
    document = composed(INDICATORS, language=language)
    figures = [
        plain(each.caption).replace("\u00a0", " ") for each in blocks(document) if isinstance(each, Chart)
    ]
    assert captions in figures
    assert unit not in said(document)


def test_sources_stand_under_their_own_head_where_nobody_says_who_is_measured() -> None:
    told = said(composed(INDICATORS))
    assert "Кого измеряем" not in told
    assert "Источник данных" in told
    told = said(composed(INDICATORS.replace("unit: min", "unit: min\n      population: гости")))
    assert "Кого измеряем" in told


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "На рисунке нет мероприятий, у которых не назван день окончания: Переехать."),
        ("en", "Actions with no end date are not in the figure: Переехать."),
    ],
)
def test_the_calendar_says_what_it_leaves_out(language: str, expected: str) -> None:
    text = PROGRAMME.replace("BUDGET", "[]")
    assert expected in said(composed(text, language=language))
    dated = text.replace("{unknown: {reason: tbd, resolve_by: 2027-04-01, owner: h}}", "2027-07-01")
    assert expected not in said(composed(dated, language=language))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "стало «будет определено до 1 апреля 2027 г.; выясняет: Руководитель»"),
        ("en", "now “to be determined by 1 April 2027; to be found out by: Руководитель”"),
    ],
)
def test_a_comparison_tells_an_unknown_in_the_words_of_the_document(language: str, expected: str) -> None:
    text = PROGRAMME.replace("BUDGET", "[]")
    old = project(text.replace("reason: tbd, resolve_by: 2027-04-01, owner: h", "reason: not_in_source"))
    new = project(text)
    teller = Teller(old, new, language=language)
    told = [teller.sentence(each).replace("\u00a0", " ") for each in compare(old, new)]
    assert any(expected in each for each in told), told
    assert not any("{" in each for each in told), told


CHAIN = """concept:
  current_state:
    scale: {min: 1, max: 10, low_threshold: 6}
    findings: [{id: f, text: Кошка сидит на полу, touchpoints: [t]}]
chains:
  - id: c
    name: Цепочка
    stages:
      - id: v
        name: Визит
        phase: during
        zones:
          - name: Холл
            elements:
              - {name: Ожидание, touchpoints: [{id: t, name: Холл, decision: change}]}
"""

STEPS = """concept:
  current_state:
    criteria: [{id: c, component: staff, name: Дозвон}]
    causes: [{id: z, criterion: c, actions: [a]}]
  goals: [{id: g, text: Отвечать}]
  programme:
    actions: [{id: a, name: Обучить, goals: [g], basis: {causes: [z]}}]
"""


def test_no_head_with_a_capital_letter_follows_a_semicolon() -> None:
    zone = "- name: Холл\n            channels: [place]\n            owner: h\n"
    told = said(composed(CHAIN.replace("- name: Холл\n", zone), "chain"))
    assert "Каналы: Лавка. Отвечает: Руководитель" in told
    assert "Цели: 1. Причины: Дозвон" in said(composed(STEPS))


def test_a_weak_point_says_what_was_found_there() -> None:
    told = said(composed(CHAIN, "chain", variant="short"))
    _, _, weak = told.partition("Что не так")
    assert "Кошка сидит на полу" in weak
