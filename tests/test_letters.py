"""The covering letter and the announcement: a page each, names in their case, no money before the staff."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from docx_text import body_text as docx_text
from docx_text import expected_text
from html_text import body_text as html_text
from html_text import expected_text as expected_html
from inputs import HEAD, project
from made import composed

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK
from conceptgen.document.printed import printed
from conceptgen.input import load_bytes
from conceptgen.writers import write

KINDS = ("letter", "announcement")


def said(document: Document) -> str:
    return "\n".join(html_text(write(document, "html"))).replace("\u00a0", " ")


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_one_page_and_the_same_in_every_format(kind: str) -> None:
    made = composed("clinic", kind)
    assert docx_text(write(made, "docx")) == expected_text(made)
    assert html_text(write(made, "html")) == expected_html(made)
    pdf = write(made, "pdf", replace(DEFAULT_LOOK, pdf_engine="typst"))
    assert len(pikepdf.open(io.BytesIO(pdf)).pages) == 1
    assert made.draft == "", "a letter is no draft"


def test_the_letter_says_what_is_sent_and_what_is_asked() -> None:
    """A title with a known noun stands in the accusative; the contact of the consultant stays where it is."""
    text = said(
        compose(
            project(
                "concept: {summary: Гость не ждёт., goals: [{text: Гость садится сразу}]}\n"
                "chains: [{name: Вечер, stages: [{name: Визит}]}]\n"
            ),
            "letter",
        )
    )
    assert "Направляем Концепцию (21 ноября 2026 г.)." in text
    assert "Коротко, словами самого документа\nГость не ждёт." in text, "not in the voice of who signs"
    for part in ("Гость садится сразу", "Вечер", "просим прислать в ответ на это письмо до «___»"):
        assert part in text
    for part in ("Утвердите", "Согласуйте", "кто утверждает"):
        assert part not in text, "a draft asks for remarks alone"


def test_the_letter_that_goes_for_approval_asks_to_sign_by_a_day() -> None:
    text = said(composed("dealer", "letter"))
    assert "Вымыслов" not in text, "whoever has agreed is not asked again"
    assert "Чем он утверждается: приказ директора." in text
    assert "Директору, ООО «Верста-Авто»" in text
    assert "Документ представят сотрудникам 7 апреля 2027 г., ответ нужен раньше." in text


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Анна Борисовна Примерова", "Уважаемая Анна Борисовна!"),
        ("Вымыслов Михаил Никитич", "Уважаемый Михаил Никитич!"),
        ("А. Б. Примерова", "Уважаемая госпожа Примерова!"),
        ("М. Н. Вымыслов", "Уважаемый господин Вымыслов!"),
        ("М. Н. Даль", "Добрый день!"),
        ("Пётр Иванович", "Добрый день!"),
        ("Ms E. X. Ample", "Dear Ms Ample,"),
        ("Dr. Ample", "Dear Dr. Ample,"),
        ("E. X. Ample", "Dear E. X. Ample,"),
    ],
)
def test_it_greets_whoever_approves_by_name(name: str, greeting: str) -> None:
    """By the gender that the name tells; nobody is called what is not certain."""
    language = "en" if greeting.startswith("Dear") else "ru"
    head = HEAD.replace("2026-11-21", f"2026-11-21, approval: {{position: Директор, person: '{name}'}}")
    given = load_bytes(f"{head}concept: {{purpose: Порядок}}".encode(), "вход.yaml").project
    assert given is not None
    assert f"\n{greeting}\n" in said(compose(given, "letter", language=language))


def test_a_name_in_the_list_of_people_says_more_than_initials() -> None:
    assert "\nУважаемая Анна Борисовна!\nНаправляем" in said(composed("clinic", "letter"))
    assert "\nDear Ms Ample,\nWe are sending" in said(composed("hotel", "letter"))


def test_the_letter_of_an_approved_document_asks_for_nothing_more() -> None:
    text = said(composed("clinic", "letter"))
    assert "Прочитайте документ и сохраните его подписанный экземпляр." in text
    assert "Утвердите" not in text
    assert "Замечания и вопросы пришлите" not in text
    assert "Кому: Директор, Анна Борисовна Примерова, ООО «Стоматология „Ясень“»" in text


def test_whoever_has_not_agreed_yet_is_named() -> None:
    agreements = "agreements: [{position: Юрист}, {position: Бухгалтер, date: '2026-11-20'}]"
    head = HEAD.replace("2026-11-21", f"2026-11-21, status: for_approval, {agreements}")
    given = load_bytes(f"{head}concept: {{purpose: Порядок}}".encode(), "вход.yaml").project
    assert given is not None
    text = said(compose(given, "letter"))
    assert "Передайте документ на согласование: Юрист." in text
    assert "Бухгалтер" not in text


def test_a_letter_that_nobody_signs_has_lines_to_write_on() -> None:
    made = compose(project("concept: {purpose: Порядок}"), "letter")
    assert said(made).count("_" * 20) == 2, "who, and the name"
    assert f"От кого: {'_' * 20}" in said(made)
    assert "[заполнить" not in said(made)
    assert [gap.origin.path for gap in printed(made).gaps] == [("document", "prepared_by")]


def test_the_announcement_says_from_when_what_and_whom_to_ask() -> None:
    text = said(composed("hotel", "announcement"))
    assert "The document is in force from 8 March 2027, each rule from its own day" in text, (
        "four begin later"
    )
    assert "We let nobody queue for a key" in text
    assert "Front desk manager, the office behind the desk" in text
    for money in ("GBP", "limit of spending"):
        assert money not in text, "nothing of money"


def test_the_announcement_says_what_is_not_in_force_yet_and_where_ones_own_part_stands() -> None:
    """It goes to the staff as a draft, too; a meeting without an hour has room for it."""
    text = said(composed("hotel", "announcement"))
    assert "New rules of service\n(draft)\n" in text
    assert "Dear colleagues," in text
    assert "We ask once and remember (from 25 June 2027). We read the booking" in text
    assert "What changes in your work, what you decide yourself and whom you ask stands on the card" in text
    days = re.findall(r"^We .*?\(from (.*?)\)", text, re.MULTILINE)
    assert days == ["8 March 2027", "26 March 2027", "16 April 2027", "11 June 2027", "25 June 2027"]
    assert "куратор лечения" in said(composed("clinic", "announcement")), (
        "nobody holds it yet: its card is there"
    )
    assert "at other hours the general manager, tel. ____" in text
    lines = text.splitlines()
    assert sum(each.startswith("3 March 2027, hour: ____") for each in lines) == 2, "a line a meeting"
    assert "(from 8 March 2027). Whoever hears of a fault" in text, "each rule has its day"
    clinic = said(composed("clinic", "announcement"))
    assert "(проект)" not in clinic
    assert "Документ действует с 9 ноября 2026 г., каждое правило — со своего дня" in clinic, (
        "none on that day"
    )


def test_the_announcement_names_the_positions_that_have_a_card_and_leaves_room_for_what_is_not_told() -> None:
    text = said(composed("hotel", "announcement"))
    (line,) = [each for each in text.splitlines() if "Positions that have a card: " in each]
    assert "receptionist" in line
    assert "attendant" not in line
    text = said(composed("salon", "announcement"))
    assert text.count("с 1 февраля 2027 г.") == 1, "a day that all rules have stands above them"
    assert "распишитесь в листе ознакомления. Где лежит документ: ____" in text
    bare = said(compose(project("concept: {purpose: Порядок}"), "announcement"))
    assert "Действуют с «___» ____" in bare
    assert "К кому обратиться с вопросами: ____" in bare


def test_one_position_with_a_card_is_one() -> None:
    source = """schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization: {name: Лавка, roles: [{name: Хозяин}, {name: Продавец, client_facing: true, why: видит клиента}]}
concept: {purpose: Порядок}
"""
    found = load_bytes(source.encode(), "a.yaml").project
    assert found
    text = said(compose(found, "announcement"))
    assert "Карточка пока есть у одной: продавец. Выдаёт её руководитель подразделения" in text
    assert "Карточки есть" not in text


def test_a_meeting_with_its_hour_asks_for_none() -> None:
    rollout = "{date: 2026-12-01, format: 'собрание в зале, в 18:30'}"
    text = said(
        compose(project(f"concept: {{purpose: Порядок, governance: {{rollout: {rollout}}}}}"), "announcement")
    )
    assert "Собрание в зале, в 18:30" in text
    assert "Время и место" not in text
    assert "карточке" not in text, "there are no cards"
    rollout = "{date: 2026-12-01, format: Собрание смены.}"
    text = said(
        compose(project(f"concept: {{purpose: Порядок, governance: {{rollout: {rollout}}}}}"), "announcement")
    )
    assert "Собрание смены, 1 декабря 2026 г." in text


def test_more_principles_than_a_page_holds_are_counted() -> None:
    many = ", ".join(f"{{text: Правило {number}}}" for number in range(1, 10))
    text = said(compose(project(f"concept: {{principles: [{many}]}}"), "announcement"))
    assert "Правило 7" in text
    assert "Правило 8" not in text
    assert "Ещё правил в документе: 2." in text


def test_a_meeting_in_each_place_has_a_line_a_place() -> None:
    text = said(composed("clinic", "announcement"))
    for place in ("Центральная клиника", "Клиника в Заречье"):
        assert f"{place}: 5 ноября 2026 г., время: ____" in text


def test_as_many_lines_as_the_text_counts_and_blanks_without_a_day() -> None:
    rollout = "{format: три коротких собрания смен}"
    text = said(
        compose(project(f"concept: {{purpose: Порядок, governance: {{rollout: {rollout}}}}}"), "announcement")
    )
    assert text.count("День: «___» ____________ 20__ г., время: ____________, место: ____") == 3


STAFF = "deliverables: [{document: concept, audience: staff}]\n"
MONEY = "concept: {purpose: Порядок, programme: {budget: {amount: 5000}}, governance: {rollout: собрание}}\n"


@pytest.mark.parametrize(
    ("body", "announced", "ordered"),
    [
        (
            STAFF + MONEY,
            "Прочитайте документ в издании для сотрудников и распишитесь",
            "Ознакомить с изданием документа для сотрудников (приложение 2) под подпись",
        ),
        (MONEY, "Прочитайте документ целиком и распишитесь", "читают документ целиком"),
        (
            MONEY.replace(", programme: {budget: {amount: 5000}}", ""),
            "Прочитайте документ целиком и распишитесь",
            "Ознакомить с документом под подпись",
        ),
    ],
)
def test_the_staff_are_asked_to_read_their_edition(body: str, announced: str, ordered: str) -> None:
    """That they have none of their own is said to whoever signs the order, and what of it is not for them to nobody."""
    given = project(body)
    assert announced in said(compose(given, "announcement"))
    order = said(compose(given, "order"))
    assert ordered in order
    has_own = STAFF in body
    assert ("издание для сотрудников." in order) == has_own
    assert f"Приложение {3 if has_own else 2}\nк приказу" in order
