"""What a card tells the one who holds it: her own rules, what helps when it went wrong, nothing before its day."""

from __future__ import annotations

from functools import cache

import pytest
from made import composed

from conceptgen import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load_bytes


@cache
def card(role: str) -> str:
    """That of a position of the hotel."""
    told = "\n".join(plain_text(composed("hotel", "card", "page"))).replace("\u00a0", " ")
    return told.split(f"{role}\nWrenfold House\n")[1].split("\nDraft, ")[0]


def test_her_own_rules_stand_before_those_of_all() -> None:
    """What names her or her department; not what housekeeping is to do, though her touchpoint rests on it."""
    told = card("Receptionist")
    assert "Answering the telephone while a guest with suitcases is waiting." in told
    assert "Saying that it is a matter between the guest and the booking site." in told
    assert "Cleaning corridor by corridor" not in told
    assert told.index("What is different now") < told.index(
        "for all of us, in the concept: We put right what fails"
    )


def test_what_is_nobodys_own_is_said_to_be_for_all() -> None:
    """And what is another department's is not on the card of a cook."""
    told = card("Breakfast lead")
    assert "What is different for all of us\nNo longer: Leaving a note for the morning shift." in told
    for other in ("Cleaning corridor", "paper card", "The desk changes", "Word about a room"):
        assert other not in told


def test_it_tells_what_to_do_when_it_went_wrong() -> None:
    told = card("Receptionist").split("If something goes wrong\n")[1].split("Hands over to")[0]
    assert "Check-in: a party that has waited ten minutes is taken to the lounge with tea" in told
    assert "more than 30 minutes late, the guest chooses between another room and GBP 40" in told
    assert "Telling the desk of a fault: if the hour passes, the receptionist calls first" in told


def test_a_share_of_all_meetings_gives_way_to_what_is_done_at_one() -> None:
    told = card("Receptionist")
    assert "is ready before the guest reaches the desk" not in told
    assert "the exact minute from the screen, luggage taken up, another room offered." in told


def test_what_is_promised_later_has_its_day() -> None:
    """The concept comes into force on 8 March 2027; what stays as it is has no day."""
    told = card("Receptionist")
    assert "Check-in (from 16 April 2027) – from entering the hall to the key" in told
    assert "No longer (from 16 April 2027): Answering the telephone" in told
    assert "Breakfast – hot dish on the table" in card("Breakfast lead")


def test_a_machine_goes_before_a_moment_of_truth() -> None:
    told = card("Receptionist")
    shown, _, left = told.partition("Also in the customer service chain: ")
    assert "Booking on the web site" in left.splitlines()[0]
    assert shown.count("Check-in (") == 1


NAMES = """
schema: conceptgen/1
document: {{title: Concept, date: 2026-11-21, language: {language}}}
concept:
  principles:
    - {{text: Rule, stop_doing: Wait, staff_behaviour: "{text}"}}
organization:
  name: Firm
  departments: [{{id: a, name: "{first}"}}, {{id: b, name: "{second}"}}]
  offerings: [{{name: Room with breakfast}}]
  roles:
    - {{id: one, name: "{one}", client_facing: yes, department: a, why: First}}
    - {{id: two, name: "{two}", client_facing: yes, department: b, why: Second}}
"""


@pytest.mark.parametrize(
    ("language", "departments", "roles", "text", "whose"),
    [
        ("en", ("Front desk", "Housekeeping"), ("Clerk", "Maid"), "Housekeeping tells the desk.", "two"),
        ("en", ("Front desk", "Housekeeping"), ("Clerk", "Maid"), "The desk asks housekeeping.", "one"),
        ("en", ("Front desk", "Breakfast room"), ("Clerk", "Cook"), "The room is aired at noon.", "all"),
        ("en", ("Hall", "Kitchen"), ("Breakfast lead", "Waiter"), "We lead the guest in.", "all"),
        ("ru", ("Зал", "Кабинет"), ("Врач-стоматолог", "Ассистент врача"), "Врач отдаёт план.", "one"),
        ("ru", ("Зал", "Кабинет"), ("Оператор линии записи", "Кассир"), "Всё записываем сразу.", "all"),
        ("ru", ("Приёмная", "Лечебный отдел"), ("Кассир", "Няня"), "Приёмная звонит первой.", "one"),
        ("ru", ("Приёмная", "Лечебный отдел"), ("Кассир", "Няня"), "Другой отдел не виноват.", "all"),
    ],
)
def test_whose_a_rule_is_by_its_words(
    language: str, departments: tuple[str, str], roles: tuple[str, str], text: str, whose: str
) -> None:
    """The noun of a position tells it, and the department that is named first; a word of what is sold tells none."""
    (first, second), (one, two) = departments, roles
    source = NAMES.format(language=language, text=text, first=first, second=second, one=one, two=two)
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page")))
    cards = dict(zip(("one", "two"), told.split(f"{two}\n"), strict=True))
    assert {key for key, said in cards.items() if text in said} == ({whose} - {"all"} or {"one", "two"})
