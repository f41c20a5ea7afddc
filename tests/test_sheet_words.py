"""Advice to one who fills in a workbook speaks of sheets and columns, not of keys."""

from __future__ import annotations

import pytest

from conceptgen.exchange.excel import workbook
from conceptgen.input import load
from conceptgen.input.workbook.in_words import in_sheet_words
from conceptgen.rulebook import review


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Напишите «Состояние» (status: done) или уберите", "Напишите «Состояние» — «выполнено» или уберите"),
        ("Отметьте «Упреждающе» (proactive: true)", "Отметьте «Упреждающе» — «да»"),
        ("Добавьте этапы (stages) или уберите", "Добавьте этапы или уберите"),
        ("чем подтверждается (evidence или heard), где (touchpoints)", "чем подтверждается, где"),
        (
            "запишите так: client_goal: {unknown: {reason: tbd, resolve_by: 2027-02-01}}",
            "запишите так: «неизвестно»",
        ),
        ("frontstage: {now: {unknown: {reason: tbd}}}", "«неизвестно»"),
        (
            "Добавьте «Предел», например limit: {at_most: 5, unit: min}",
            "Добавьте «Предел», например «не более 5 мин»",
        ),
        ("«Что изготовить» (deliverables: [{document: concept}])", "«Что изготовить»"),
        ("Отдел «Служба (status: done)» (owner)", "Отдел «Служба (status: done)»"),
        ("Уберите пояснение (см. выше)", "Уберите пояснение (см. выше)"),
    ],
)
def test_a_sentence_loses_its_keys(said: str, told: str) -> None:
    """Values by their labels; what a client calls his things stays."""
    assert in_sheet_words(said, "ru").replace("\u00a0", " ") == told


def test_all_advice_on_a_workbook_is_without_keys() -> None:
    """A draft with many gaps, told of its workbook."""
    data = """
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21, status: approved}
organization: {name: Чайная, roles: [{id: admin, name: Администратор, client_facing: true}]}
concept:
  purpose: TODO
  principles: [Мы рады гостю.]
  goals: [{text: Гость не ждёт}]
  programme: {actions: [{name: Журнал, status: in_progress, completed_on: 2026-01-01}]}
  indicators: [{name: Ожидание, metric: nps, unit: pct, baseline: {value: 6}}]
chains: [{name: Вечер, stages: [{name: Бронь, touchpoints: [{name: Звонок}]}]}]
"""
    source = load(data.encode(), "client.yaml").project
    assert source is not None
    loaded = load(workbook(source), "client.xlsx")
    told = [each for each in review(loaded) if each.cell]
    assert len(told) >= 10
    assert [
        each.hint for each in told if "{" in each.hint or "(unit" in each.hint or ": [" in each.hint
    ] == []


def test_nothing_to_make_a_document_of() -> None:
    """A title, a date and a name alone: the sheets are named."""
    data = b"schema: conceptgen/1\ndocument: {title: x, date: 2026-11-21}\norganization: {name: y}\nchains: [{name: z}]"
    source = load(data, "client.yaml").project
    assert source is not None
    empty = source.model_copy(update={"chains": ()})
    (finding,) = load(workbook(empty), "client.xlsx").findings
    assert "лист «Точки касания»" in finding.hint
