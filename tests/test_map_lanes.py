"""The lanes of the map: those the chain asks for, in its order; each says what the input says, and nothing else."""

from __future__ import annotations

from typing import get_args

from made import composed

from conceptgen.composition import compose
from conceptgen.composition.sections.chain.map_lanes import LANES
from conceptgen.document.blocks import Document, Table
from conceptgen.document.inline import Inlines, plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.chain import USUAL_LANES
from conceptgen.model.enums import MapLane

WITH_ALL = """
schema: conceptgen/1
document: {{title: Т, date: 2026-10-01}}
organization:
  name: О
  roles:
    - {{id: r_desk, name: Администратор, client_facing: true}}
    - {{id: r_back, name: Кладовщик, client_facing: false}}
  channels: [{{id: c_phone, name: Телефон}}]
  systems: [{{id: s_crm, name: Учёт клиентов}}]
concept:
  purpose: П
  current_state:
    findings: [{{text: Долго ждут, heard: ["«Опять ждать»"], touchpoints: [p_call], problem_zones: [pz04]}}]
  programme:
    actions: [{{id: a_call, name: Перезванивать сразу}}]
  indicators: [{{id: i_wait, name: Время ожидания, touchpoints: [p_call]}}]
chains:
  - name: Путь
    {map}
    stages:
      - name: Вход
        client_goal: войти
        client_actions: [ищет дверь]
        emotion: [2]
        zones:
          - name: Линия
            channels: [c_phone]
            elements:
              - name: Разговор
                touchpoints:
                  - id: p_call
                    name: Звонок
                    pain: [занято]
                    frontstage: отвечает
                    backstage: ищет карточку
                    served_by: [r_desk, r_back]
                    systems: [s_crm]
                    standard: [{{text: трубку снимают быстро}}]
                    decision: change
                    actions: [a_call]
                    problem_zones: [pz04]
      - {{name: Выход, client_goal: выйти, emotion: [4], zones: []}}
"""


def made(told: str = "", variant: str = "map") -> Document:
    loaded = load(WITH_ALL.format(map=told).encode(), "a.yaml")
    assert loaded.project, [str(each) for each in loaded.findings]
    return compose(loaded.project, "chain", variant)


def _bare(content: Inlines) -> str:
    return plain(content).replace("\xa0", " ")


def lanes(document: Document) -> dict[str, list[str]]:
    """The heads of the rows and what the first stage says."""
    (table,) = (each for each in blocks(document) if isinstance(each, Table))
    return {
        _bare(row.cells[0].paragraphs[0]): [_bare(each) for each in row.cells[1].paragraphs]
        if len(row.cells) > 1
        else []
        for row in table.rows
        if row.role != "head"
    }


def test_every_lane_has_a_name_in_every_language_and_a_head_on_the_map() -> None:
    assert tuple(each.key for each in LANES) == get_args(get_args(MapLane)[0])
    assert set(USUAL_LANES) <= {each.key for each in LANES}
    for language in LANGUAGES:
        words = vocabulary(language)
        assert list(words["lists"]["map_lane"]) == [each.key for each in LANES]
        assert {each.key for each in LANES} <= set(words["documents"]["chain"]["map"])


def test_every_lane_says_what_the_input_says() -> None:
    names = ", ".join(each.key for each in LANES)
    assert lanes(made(f"map: {{lanes: [{names}]}}")) == {
        "Цель клиента": ["войти"],
        "Что делает клиент": ["ищет дверь"],
        "Зоны и элементы": ["1.1 Линия: Разговор"],
        "Точки касания": ["1.1.1 Звонок"],
        "Каналы": ["Телефон"],
        "Чувство": ["сейчас: плохо (2)"],
        "Линия чувства": [],
        "Что говорят": ["«Опять ждать»"],
        "Боль": ["занято"],
        "На виду": ["1.1.1 отвечает"],
        "Линия видимости: ниже — то, чего клиент не видит": [],
        "За кулисами": ["1.1.1 ищет карточку"],
        "Системы": ["Учёт клиентов"],
        "Кто обслуживает": ["Администратор", "за кулисами: Кладовщик"],
        "Стандарты": ["1.1.1 трубку снимают быстро"],
        "Показатели": ["Время ожидания"],
        "Проблемные зоны": ["Сбор данных: 1.1.1"],
        "Решение": ["изменить: 1.1.1"],
        "Мероприятия": ["М1 Перезванивать сразу"],
    }


def test_lanes_stand_in_the_order_they_are_asked_for_under_their_labels_too() -> None:
    told = "map: {lanes: [мероприятия, за кулисами, цель клиента]}"
    assert list(lanes(made(told))) == ["Мероприятия", "За кулисами", "Цель клиента"]


def test_without_a_wish_the_usual_lanes_stand() -> None:
    assert list(lanes(made())) == [
        "Цель клиента", "Что делает клиент", "Точки касания", "Чувство", "Линия чувства", "Боль", "На виду",
        "Линия видимости: ниже — то, чего клиент не видит", "За кулисами", "Кто обслуживает", "Решение",
    ]  # fmt: skip


def test_an_unknown_lane_is_refused_with_the_right_ones() -> None:
    loaded = load(WITH_ALL.format(map="map: {lanes: [goal, рельсы]}").encode(), "a.yaml")
    (finding,) = (each for each in loaded.findings if each.code == "E-TYP-08")
    assert "рельсы" in str(finding)
    assert "(problem_zones)" in str(finding)
    assert loaded.project is None


def test_what_leaves_the_map_stays_in_the_full_document() -> None:
    told = "\n".join(each for each in plain_text(made("map: {lanes: [goal]}", "full")))
    for said in ("занято", "ищет карточку", "трубку снимают быстро", "Перезванивать сразу", "Изменить"):
        assert said in told


def test_the_line_of_the_samples_has_room_for_its_grades() -> None:
    """Those whose map stands on the large sheet; each on one."""
    for name, chain in (("clinic", ""), ("hotel", ""), ("dealer", "sales"), ("service_centre", "")):
        document = composed(name, "chain", "full", chain)
        (part,) = (each for each in document.parts if each.key == "map")
        (strip,) = (
            row.strip for block in part.blocks if isinstance(block, Table) for row in block.rows if row.strip
        )
        assert strip.height == 38
