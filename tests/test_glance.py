"""«Главное на одной странице»: large figures, the decision asked, money, steps in time, who answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

from as_typed import plain
from made import composed
from pypdf import PdfReader

from conceptgen.composition import compose
from conceptgen.document.blocks import Block, Chart, Document, Paragraph, Table
from conceptgen.document.charts import Gantt
from conceptgen.input import load_bytes

SMALL = """
schema: conceptgen/1
document: {title: Концепция, date: 2027-03-02, status: for_approval, approval: {position: Директор}}
organization: {name: Лавка}
concept:
  goals: [{id: g, text: Отвечать сразу, horizon: 2027}]
  programme:
    budget: [{amount: 90000, currency: RUB}]
    actions:
      - {name: Журнал, owner: unknown, start: 2027-03-10, deadline: 2027-03-20, status: in_progress}
      - {name: Обучение, owner: unknown, start: 2027-04-01, deadline: 2027-04-20}
  indicators:
    - {name: Ожидание, goals: [g], unit: min, baseline: {value: 6}, targets: [{at_most: 1, due: 2027-06-30}]}
    - {name: Порядок, unit: state, baseline: {state: как придётся}, targets: [{state: по правилу, due: 2027-06-30}]}
    - {name: Возвраты, unit: pct, baseline: {unknown: {reason: not_measured}}, targets: [{at_least: 60, due: 2027-12}]}
"""


def clinic() -> Document:
    return composed("clinic")


@cache
def small() -> Document:
    found = load_bytes(SMALL.encode(), "a.yaml")
    assert found.project is not None, [*map(str, found.findings)]
    return compose(found.project)


def glance(document: Document) -> list[Block]:
    return [block for part in document.parts if part.key == "glance" for block in part.blocks]


def rows_of(document: Document) -> dict[str, str]:
    """The card, name by name."""
    card = next(block for block in glance(document) if isinstance(block, Table) and block.role == "card")
    return {
        plain(row.cells[0].paragraphs[0]): "\n".join(map(plain, row.cells[1].paragraphs)) for row in card.rows
    }


def test_three_to_five_figures_stand_large_with_where_from_and_by_when() -> None:
    table = next(block for block in glance(clinic()) if isinstance(block, Table))
    assert 3 <= len(table.columns) <= 5
    large, told = table.rows
    assert large.role == "large"
    assert plain(table.columns[0].head) == "Доля входящих звонков без ответа"
    assert plain(large.cells[0].paragraphs[0]) == "не более 5 %"
    assert [*map(plain, told.cells[0].paragraphs)] == ["было 18 %", "сейчас 15 %", "к 31 октября 2027 г."]


def test_only_numbers_with_both_ends_are_large() -> None:
    """Neither a state nor a target without a baseline."""
    table = next(block for block in glance(small()) if isinstance(block, Table))
    assert [plain(column.head) for column in table.columns] == ["Ожидание"]


def test_the_decision_asked_and_who_takes_it() -> None:
    told = rows_of(small())
    assert told["Какое решение нужно"] == (
        "Утвердить документ, программу и её бюджет.\nРешение принимает: Директор"
    )
    assert "90 000" in told["Деньги"]
    assert "утверждён приказом директора" in rows_of(clinic())["Решение"]
    assert "Решение оформляет приказ директора" in rows_of(composed("dealer"))["Какое решение нужно"]


def test_steps_that_are_done_are_not_what_comes_first() -> None:
    told = rows_of(clinic())
    assert "Первые шаги" not in told
    assert "мероприятия М2 «Представить концепцию" in told["Что дальше"]


def test_steps_stand_in_time_with_their_status() -> None:
    """Periods where there are two, else the first actions; what each is at is named even where all are alike."""
    (chart,) = (block for block in glance(clinic()) if isinstance(block, Chart))
    assert isinstance(chart.data, Gantt)
    assert [task.name for task in chart.data.tasks] == ["Быстрые шаги", "Новый порядок", "Закрепление"]
    assert [name for _, name in chart.data.legend] == ["запланировано"]


def test_the_steps_of_a_small_client_stand_in_the_calendar_alone() -> None:
    """Neither the small chart nor the line over it."""
    assert not any(isinstance(block, Chart) for block in glance(small()))
    assert not any(isinstance(block, Paragraph) and block.role == "label" for block in glance(small()))


def test_the_glance_is_one_page_and_so_are_the_contents(sample_pdf: Callable[..., bytes]) -> None:
    pages = PdfReader(io.BytesIO(sample_pdf("clinic"))).pages
    assert "Быстрые шаги" in pages[1].extract_text()
    assert "Содержание" in pages[2].extract_text()
    assert pages[3].extract_text().startswith("Термины и\xa0сокращения")


def test_staff_who_may_know_nothing_of_it_get_no_empty_page() -> None:
    """What is asked of whoever approves is nothing to them, and there is nothing else."""
    text = """
schema: conceptgen/1
document: {title: Концепция, date: 2027-03-02, approval: {position: Директор}}
organization: {name: Лавка}
concept: {principles: [Отвечаем сразу.]}
"""
    found = load_bytes(text.encode(), "a.yaml").project
    assert found
    assert glance(compose(found)) != []
    assert glance(compose(found, audience="staff")) == []
