"""What a card tells the one who holds it: her own rules, what helps when it went wrong, nothing before its day."""

from __future__ import annotations

import re
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
    return told.split(f"{role}\nWrenfold House\n")[1].split("\nWrenfold House\n")[0]


def test_every_announced_rule_that_touches_her_is_on_her_card() -> None:
    """In the words of the announcement, by date; also where the touchpoint goes, or another department acts."""
    told = card("Receptionist")
    announced = "\n".join(plain_text(composed("hotel", "announcement"))).replace("\u00a0", " ").splitlines()
    rules = [line for line in announced if line.startswith("We ") and "2027)." in line]
    assert len(rules) == 5
    assert [rule for rule in rules if rule not in told] == []
    assert "No longer: answering the telephone while a guest with suitcases is waiting." in told
    first, later = told.split("\nAs before\n")[0], told.split("\nNew, by date\n")[1]
    assert "From the first day\nWe put right what fails" in first
    days = re.findall(r"^We .*?\(from (.*?)\)", later, re.MULTILINE)
    assert days == ["26 March 2027", "16 April 2027", "11 June 2027", "25 June 2027"]
    assert "Cleaning corridor by corridor" not in told, "that is housekeeping's to stop"


def test_what_is_nobodys_own_is_for_all() -> None:
    """And what is another department's is not on the card of a cook."""
    told = card("Breakfast lead")
    assert "From the first day\nWe put right what fails while the guest is still here" in told
    assert "No longer: leaving a note for the morning shift." in told
    for other in ("Cleaning corridor", "paper card", "The desk changes", "Word about a room"):
        assert other not in told


def test_a_remedy_says_from_when_and_who_grants_it_until_then() -> None:
    """The right begins on 14 May, the promise on 26 March."""
    told = card("Receptionist")
    assert (
        "Word about a room that is not ready (from 26 March 2027): more than 30 minutes late, the guest is offered "
        "another room or, from 14 May 2027, up to GBP 40 off the bill (until then the front desk manager or the "
        "general manager decides on money)."
    ) in told
    assert "Money from" not in told, "the remedy names the day itself"


def test_nobody_is_told_to_ask_herself() -> None:
    whole = "\n".join(plain_text(composed("hotel", "card", "page"))).replace("\u00a0", " ")
    own = whole.split("Receptionist\nWrenfold House")[0]
    assert "Questions: General manager, tel. ___" in own
    assert "Questions: Front desk manager, the office behind the desk" in whole


def test_it_tells_what_to_do_when_it_went_wrong() -> None:
    told = card("Receptionist").split("If something goes wrong\n")[1].split("Hands over to")[0]
    assert (
        "Check-in (from 16 April 2027): a party that has waited ten minutes is shown to the lounge, where tea is ready"
        in told
    )
    assert "more than 30 minutes late, the guest is offered another room" in told
    assert (
        "Telling the desk of a fault (from 19 March 2027): if the hour passes, the receptionist calls first"
        in told
    )


def test_a_share_of_all_meetings_gives_way_to_what_is_done_at_one() -> None:
    told = card("Receptionist")
    assert "is put right before departure" not in told
    assert "the fault is logged while the guest listens, and the hour the technician gives is named." in told
    late = "another room is offered to a guest who would wait more than 30 minutes."
    assert f"the exact minute is told from the screen, luggage is taken up; {late}" in told


def test_what_is_promised_later_has_its_day() -> None:
    """The concept comes into force on 8 March 2027; what stays as it is has no day."""
    told = card("Receptionist")
    assert "Check-in (from 16 April 2027) – within 5 min: from entering the hall to the key." in told
    assert "We let nobody queue for a key (from 16 April 2027)." in told
    assert "Breakfast – within 12 min: hot dish on the table" in card("Breakfast lead")


def test_a_day_by_which_it_is_done_does_not_read_as_the_day_a_rule_ends() -> None:
    """The programme says «до 1 июля 2027 года»; a card that said so of a rule would be taken to end it."""
    told = "\n".join(plain_text(composed("service_centre", "card", "page"))).replace("\u00a0", " ")
    assert "одной страницей (к концу июня 2027 г.)." in told
    assert "(до 1 июля 2027 года)" not in told


def test_nothing_she_is_marked_by_is_left_out() -> None:
    """A second side rather than a pointer to a paper she has not got; what is in force stands before what comes."""
    told = card("Receptionist")
    assert "Bill and check-out – within 4 min: bill settled" in told
    assert "within 1 working day: a call after a low answer" in told
    assert "Call to change a booking (from 11 June 2027): if the site refuses" in told
    assert "customer service chain" not in told
    before = told.split("As before\n")[1].split("\nDecides without asking")[0]
    assert "Bill and check-out" in before
    assert "(from " not in before, "what has no day is told to be as it was"
    later = told.split("\nNew, by date\n")[1].splitlines()
    assert all("(from " in each for each in later[:-1]), "the last line names the next card"
    assert later[0].startswith("Telling the desk of a fault")
    assert sum(each.startswith("Receptionist, Wrenfold House") for each in told.splitlines()) == 1, "overleaf"


def test_what_stays_as_it_was_is_told_until_when() -> None:
    """Where nothing is new on the first day, card and announcement say so; a new position has no day before."""
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    operator = told.split("\nОператор линии записи\n")[1].split("\nКуратор лечения\n")[0]
    assert "До 20 ноября 2026 г. новых правил для вас нет: работайте как раньше." in operator
    assert (
        "новых правил для вас нет" not in told.split("\nКуратор лечения\n")[1].split("\nВрач-стоматолог\n")[0]
    )
    said = "\n".join(plain_text(composed("dealer", "announcement"))).replace("\u00a0", " ")
    assert "До 23 апреля 2027 г. новых правил нет: работаем как раньше." in said
    assert "No rule is new" not in card("Receptionist")


def test_what_is_handed_over_later_has_its_day() -> None:
    """Nobody is sent to a position before it is there; a department stands once."""
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    assert "Куратор лечения — пациент без даты передаётся куратору в тот же день (с 11 июня 2027 г.)." in told
    own = card("Receptionist").split("\nHands over to\n")[1]
    assert own.count("Housekeeping –") == 1


def test_a_rule_for_whoever_is_on_every_card() -> None:
    """«Принявший жалобу…»: whoever takes it, at whichever touchpoint."""
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    assert told.count("не ищем виноватого при пациенте (с 16 апреля 2027 г.)") == 7
    assert "Решает за смену" in told


def test_a_discount_is_granted_like_a_sum() -> None:
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    assert "Скидка — с 16 апреля 2027 г., до этого решает старший администратор." in told
    assert "О скидке решает старший администратор." in told


def test_nobody_is_sent_to_herself_with_questions() -> None:
    """«…; вечером и в Заречье — старший администратор» is no contact for the senior administrator."""
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    senior = told.split("\nСтарший администратор\n")[1].split("\nАдминистратор приёмной\n")[0]
    assert "Вопросы: Руководитель сервиса, тел. ____" in senior
    assert "вечером и в Заречье — старший администратор" in told


def test_a_promise_to_some_says_to_whom() -> None:
    """The check form asks it of them alone."""
    told = "\n".join(plain_text(composed("clinic", "card", "page"))).replace("\u00a0", " ")
    urgent = "предлагают время в тот же день (для: Новые пациенты с острой болью; если он звонит до 16 часов)"
    assert urgent in told


def test_whoever_has_no_right_written_has_a_line_for_whom_to_ask() -> None:
    """The announcement says that the card tells what may be decided; nor is she alone where no remedy is written."""
    told = card("Breakfast lead")
    assert "Decides without asking\nNo rights yet. Before you decide, ask: General manager." in told
    assert "If something goes wrong\nCall at once: General manager." in told
    assert "No rights yet" not in card("Receptionist")
    source = NAMES.format(language="ru", text="Всё", first="Зал", second="Двор", one="Кассир", two="Няня")
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page")))
    assert "Сразу позовите: ____" in told
    assert "Вопросы: ____________________, тел. ____" in told.replace("\u00a0", " "), (
        "room for whoever answers"
    )


def test_whoever_meets_the_customer_is_not_told_to_meet_nobody() -> None:
    """Where nothing is known of her but that, the page says so."""
    source = """
schema: conceptgen/1
document: {title: Concept, date: 2026-11-21, language: en}
organization: {name: Shop, roles: [{id: a, name: Owner}, {id: b, name: Assistant, client_facing: true}]}
concept: {principles: [We greet first.]}
"""
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page")))
    assert "These positions do not meet the customer: Owner." in told
    assert "neither touchpoints nor rights: Assistant." in told


def test_a_limit_that_nobody_knows_is_not_on_a_card() -> None:
    source = """
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization: {name: Ателье, roles: [{id: a, name: Швея, client_facing: true}]}
chains:
  - name: Пошив
    stages:
      - name: Заказ
        zones:
          - name: Стол
            elements:
              - name: Мерки
                touchpoints:
                  - name: Ответ
                    served_by: [a]
                    standard: {text: срок назван, limit: {unknown: {reason: not_measured}}}
"""
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page"))).replace("\u00a0", " ")
    assert "\nОтвет — срок назван.\n" in told


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
    assert {key for key, said in cards.items() if text in said.replace("\u00a0", " ")} == (
        {whose} - {"all"} or {"one", "two"}
    )


MONEY = """
schema: conceptgen/1
document: {{title: Концепция, date: 2026-11-21, binding: {{effective_from: 2026-12-01}}}}
organization:
  name: Фирма
  roles:
    - {{id: one, name: Кассир, client_facing: да, why: Первый, job_description: {{authority: ["{right}"]}}}}
    - {{id: two, name: Старший кассир, job_description: {{authority: [возвращает до 5 тыс. руб.]}}}}
    - {{id: three, name: Директор}}
concept: {{purpose: Порядок, governance: {{manager: three}}}}
chains:
  - name: Путь
    stages:
      - name: Расчёт
        touchpoints: [{{name: Касса, owner: {owner}, served_by: one, recovery: "{remedy}"}}]
"""


@pytest.mark.parametrize(
    ("right", "remedy", "owner", "told"),
    [
        ("возвращает до 2000 руб.", "возвращаем 1 500 рублей", "two", ""),
        (
            "возвращает до 2000 руб.",
            "возвращаем 3000 руб.",
            "three",
            "Сверх 2000 руб. решает старший кассир.",
        ),
        ("возвращает до 2000 руб.", "возвращаем 30 000 руб.", "three", "Сверх 2000 руб. решает директор."),
        ("меняет товар", "возвращаем 3000 руб.", "two", "О сумме решает старший кассир."),
        (
            "с 15 января 2027 года возвращает до 2000 руб.",
            "возвращаем 900 ₽",
            "two",
            "Деньги — с 15 января 2027 г., до этого решает старший кассир.",
        ),
        ("возвращает до 2000 руб.", "возвращаем 300 евро", "two", "О сумме решает старший кассир."),
        ("возвращает до 2000 руб.", "ждём 3000 секунд", "two", ""),
    ],
)
def test_who_decides_on_a_sum_beyond_ones_own(right: str, remedy: str, owner: str, told: str) -> None:
    made = load_bytes(MONEY.format(right=right, remedy=remedy, owner=owner).encode(), "a.yaml").project
    assert made
    said = "\n".join(plain_text(compose(made, "card", "page"))).replace("\u00a0", " ")
    (line,) = [each for each in said.splitlines() if each.startswith("Касса: ")]
    assert line.casefold() == f"касса: {remedy}. {told}".strip().replace("руб..", "руб.").casefold()


def test_whoever_grants_a_sum_sees_it_among_her_own_rights() -> None:
    """The card of the cashier sends to her; nothing of hers names the sum."""
    source = MONEY.format(right="меняет товар", remedy="возвращаем 3000 руб.", owner="two")
    source = source.replace("name: Старший кассир,", "name: Старший кассир, client_facing: да,").replace(
        "возвращает до 5 тыс. руб.", "ведёт смену"
    )
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page"))).replace("\u00a0", " ")
    own = told.split("\nСтарший кассир\n")[1]
    assert "Решает о деньгах, когда спросит кассир: Касса." in own
    assert "Решает о деньгах" not in told.split("\nСтарший кассир\n")[0]


def test_cards_that_fit_large_type_keep_it() -> None:
    assert composed("hotel", "card", "page").close
    made = load_bytes(
        MONEY.format(right="меняет товар", remedy="меняем", owner="two").encode(), "a.yaml"
    ).project
    assert made
    assert not compose(made, "card", "page").close


@pytest.mark.parametrize(
    ("contact", "asked"),
    [
        ("Кассир, первый этаж", "Вопросы: Старший кассир, тел. ___"),
        ("Старший кассир, кабинет 12, с 9 до 17", "Вопросы: Старший кассир, кабинет 12, с 9 до 17, тел. ___"),
        ("Старший кассир, +7 (999) 123-45-67", "Вопросы: Старший кассир, +7 (999) 123-45-67."),
        ("Кассир зала, вн. 114", "Вопросы: Кассир зала, вн. 114."),
    ],
)
def test_a_position_is_not_sent_to_itself(contact: str, asked: str) -> None:
    """Another whose name only has its words is somebody else; who cannot be called has a blank for the number."""
    head = MONEY.replace("binding:", f"contact: '{contact}', binding:")
    made = load_bytes(head.format(right="меняет", remedy="меняем", owner="two").encode(), "a.yaml").project
    assert made
    said = "\n".join(plain_text(compose(made, "card", "page"))).replace("\u00a0", " ")
    assert asked in said.split("\nСтарший кассир\n")[0]


def test_a_rule_keeps_its_own_mark() -> None:
    source = NAMES.format(
        language="ru", text="Сразу.", first="Зал", second="Двор", one="Кассир", two="Няня"
    ).replace("text: Rule", "text: Здороваемся первыми!")
    made = load_bytes(source.encode(), "a.yaml").project
    assert made
    told = "\n".join(plain_text(compose(made, "card", "page"))).replace("\u00a0", " ")
    assert "Здороваемся первыми! Сразу." in told
