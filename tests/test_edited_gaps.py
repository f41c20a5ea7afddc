"""Gaps filled in Word come back: read by the kind of their field, or named; nothing is guessed."""

from __future__ import annotations

from functools import cache

import pytest
from word_edits import WordEditor

from conceptgen.composition import compose
from conceptgen.exchange.edits import Edits, edits_of
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.writers.docx import write

INPUT = """\
schema: conceptgen/1
document: {title: Концепция сервиса пекарни, date: 2026-12-01}
organization:
  name: Пекарня «Колосок»
  roles: [{id: boss, name: Хозяин}, {id: head, name: Старший продавец}]
concept:
  purpose: Покупатель уходит с горячим хлебом.
  goals:
    - {id: g_fast, text: Быстро обслужить каждого покупателя}   # хозяин ещё думает
  indicators:
    - {id: i_wait, name: Ожидание у кассы, unit: min, baseline: {unknown: {reason: not_measured}}}
    - {id: i_lost, name: Ушли без покупки, targets: [{at_most: 5, unit: pct}]}
  programme:
    actions: [{id: a_till, name: Поставить вторую кассу}]
    risks: [{text: касса ломается}]
"""
GOAL, RISK = "concept.goals[g_fast]", "concept.programme.risks[0]"
WAIT, LOST = "concept.indicators[i_wait]", "concept.indicators[i_lost]"


def project(text: str = INPUT) -> Project:
    found = load_bytes(text.encode(), "хлеб.yaml").project
    assert found is not None
    return found


@cache
def word() -> bytes:
    return write(compose(project()))


def filled(address: str, text: str, today: str = INPUT) -> Edits:
    editor = WordEditor(word())
    editor.replace(editor.mark(address), text)
    return edits_of(editor.saved(), "правки.docx", project(today), "хлеб.yaml")


@pytest.mark.parametrize(
    ("address", "text", "old", "new"),
    [
        (f"{GOAL}.owner", "Хозяин", "покупателя}", "покупателя, owner: boss}"),
        (f"{GOAL}.horizon", "30 июня 2027 г.", "покупателя}", "покупателя, horizon: 2027-06-30}"),
        (f"{RISK}.mitigation", "запасной терминал", "ломается}", "ломается, mitigation: запасной терминал}"),
        (f"{WAIT}.frequency", "ежемесячно", "not_measured}}}", "not_measured}}, frequency: monthly}"),
        (f"{LOST}.targets[0].due", "31.03.2027", "unit: pct}", "unit: pct, due: 2027-03-31}"),
        (
            f"{WAIT}.targets",
            "не более 5 мин к 31.03.2027",
            "not_measured}}}",
            "not_measured}}, targets: {at_most: 5, unit: min, due: 2027-03-31}}",
        ),
        (
            f"{WAIT}.baseline.unknown",
            "12 мин",
            "baseline: {unknown: {reason: not_measured}}",
            "baseline: {value: 12, unit: min}",
        ),
    ],
)
def test_a_gap_filled_in_word_is_written_by_the_kind_of_its_field(
    address: str, text: str, old: str, new: str
) -> None:
    found = filled(address, text)
    assert [(each.outcome, each.address) for each in found.found] == [("applied", address)]
    assert found.applied_to(INPUT.encode(), "хлеб.yaml").decode() == INPUT.replace(old, new, 1)


def test_the_mark_of_the_gap_may_be_left_beside_what_fills_it() -> None:
    found = filled(f"{RISK}.mitigation", "[заполнить: меры] запасной терминал")
    assert found.changes[0].new == "запасной терминал"


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (f"{GOAL}.owner", "Кто-нибудь из смены"),
        (f"{GOAL}.horizon", "когда-нибудь"),
        (f"{WAIT}.targets", "не более 5 мин в среднем за месяц"),
        ("document.scope", "Только зал"),
    ],
)
def test_words_that_do_not_tell_what_to_write_are_named_and_not_guessed(address: str, text: str) -> None:
    found = filled(address, text)
    assert [(each.outcome, each.reason) for each in found.found] == [("unplaced", "not_filled")]
    assert found.changes == ()


def test_a_gap_that_the_file_fills_meanwhile_is_already_so_or_a_conflict() -> None:
    today = INPUT.replace("ломается}", "ломается, mitigation: запасной терминал}")
    outcomes = [
        [each.outcome for each in filled(f"{RISK}.mitigation", text, today).found]
        for text in ("запасной терминал", "вторая касса")
    ]
    assert outcomes == [["already"], ["conflict"]]


def test_a_gap_nobody_touched_is_no_edit() -> None:
    found = edits_of(word(), "правки.docx", project(), "хлеб.yaml")
    assert found.found == ()
    assert found.kept == found.marks
