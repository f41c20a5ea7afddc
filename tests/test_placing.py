"""Where touchpoints stand: numbers, skipped levels, zones used again, what is inherited from where."""

from __future__ import annotations

from conceptgen.input import load
from conceptgen.model.base import Unknown
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import Placed, steps, touchpoints

HEAD = """
schema: conceptgen/1
document: {title: Цепочка, date: 2026-11-21}
organization:
  name: Лавка
  roles: [{id: boss, name: Хозяин}, {id: clerk, name: Продавец}, {id: guard, name: Сторож}]
  channels: [{id: phone, name: Телефон}, {id: hall, name: Зал}]
chains:
"""


def project(chains: str) -> Project:
    """A project from what stands under ``chains:``."""
    loaded = load((HEAD + chains).encode())
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return loaded.project


def placed(chains: str) -> dict[str, Placed]:
    """The touchpoints of the first chain by name."""
    made = project(chains)
    return {each.touchpoint.name: each for each in touchpoints(made.chains[0], made.relations)}


LEVELS = """
  - name: Вечер
    stages:
      - name: Приход
        zones:
          - name: Вход
            owner: boss
            served_by: [guard]
            channels: [hall]
            standard: {text: дверь открыта}
            elements:
              - name: Встречающий
                served_by: [clerk]
                standard: {text: здоровается первым}
                touchpoints:
                  - {name: Встреча, owner: clerk, standard: {text: за минуту}}
                  - {name: Гардероб}
            touchpoints:
              - {name: Вывеска}
      - name: Уход
        zones:
          - name: Касса
            touchpoints: [{name: Оплата, owner: {unknown: {reason: tbd}}}]
"""


def test_the_nearest_level_wins() -> None:
    """A touchpoint's own word counts before the element's, the element's before the zone's."""
    found = placed(LEVELS)
    assert [found[name].owner for name in ("Встреча", "Гардероб", "Вывеска")] == ["clerk", "boss", "boss"]
    assert [found[name].served_by for name in ("Встреча", "Вывеска")] == [("clerk",), ("guard",)]
    assert [found[name].standard[0].text for name in ("Встреча", "Гардероб", "Вывеска")] == [
        "за минуту",
        "здоровается первым",
        "дверь открыта",
    ]
    assert {each.channels for name, each in found.items() if name != "Оплата"} == {("hall",)}


def test_a_stated_unknown_is_an_answer() -> None:
    """Who says that the owner is not known yet inherits none."""
    assert isinstance(placed(LEVELS)["Оплата"].owner, Unknown)


def test_numbers_follow_the_order() -> None:
    """Stage, zone, touchpoint; elements are not counted."""
    numbers = {name: each.number for name, each in placed(LEVELS).items()}
    assert numbers == {"Встреча": "1.1.1", "Гардероб": "1.1.2", "Вывеска": "1.1.3", "Оплата": "2.1.1"}


def test_skipped_levels_shorten_the_numbers() -> None:
    """Elements in the stage count as zones do; touchpoints of the stage itself come after them."""
    found = placed("""
  - name: Покупка
    skipped_levels: [zone, element]
    stages:
      - name: Выбор
        touchpoints: [{name: Витрина}, {name: Совет}]
      - name: Расчёт
        elements: [{name: Кассир, touchpoints: [{name: Чек}]}]
        touchpoints: [{name: Сдача}]
""")
    assert {name: each.number for name, each in found.items()} == {
        "Витрина": "1.1",
        "Совет": "1.2",
        "Чек": "2.1.1",
        "Сдача": "2.2",
    }
    assert found["Витрина"].zone is None
    assert found["Чек"].element is not None


REUSED = """
  - name: Заказ
    stages:
      - name: Бронь
        zones:
          - id: line
            name: Линия
            owner: boss
            channels: [phone]
            elements: [{id: talk, name: Разговор, served_by: [clerk], touchpoints: [{name: Звонок}]}]
      - name: Визит
        zones:
          - {zone: line, owner: guard, touchpoints: [{name: Опоздание, element: talk}]}
          - {zone: line, touchpoints: [{name: Вопрос}]}
"""


def test_a_zone_used_again_keeps_its_name_and_what_it_hands_down() -> None:
    """What the stage writes about the zone counts before what the zone says of itself."""
    found = placed(REUSED)
    late, question = found["Опоздание"], found["Вопрос"]
    assert late.zone is question.zone is found["Звонок"].zone
    assert (late.owner, question.owner) == ("guard", "boss")
    assert late.channels == question.channels == ("phone",)
    assert (late.number, question.number) == ("2.1.1", "2.2.1")


def test_an_element_named_from_afar_hands_down_too() -> None:
    """A touchpoint that names an element inherits from it."""
    found = placed(REUSED)
    assert found["Опоздание"].element is found["Звонок"].element
    assert (found["Опоздание"].served_by, found["Вопрос"].served_by) == (("clerk",), ())


def test_zones_that_name_each_other_in_a_circle_do_not_hang() -> None:
    """The walk ends; the zone has no name then."""
    made = project("""
  - name: Круг
    stages: [{name: Этап, zones: [{id: a, zone: b, touchpoints: [Точка]}, {id: b, zone: a}]}]
""")
    assert [len(step.zones) for step in steps(made.chains[0], made.relations)] == [2]


def test_places_without_touchpoints_are_kept() -> None:
    """An element in which nothing happens yet stays in sight."""
    made = project("""
  - name: Пусто
    stages: [{name: Этап, zones: [{name: Зал, elements: [{name: Стол}]}, {name: Двор}]}, {name: Второй}]
""")
    first, second = steps(made.chains[0], made.relations)
    assert [element.name for element in first.zones[0].bare] == ["Стол"]
    assert first.zones[1].placed == second.zones == ()
