"""Positions one by one and their cards: what stands there, what is left out, a page each."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from conftest import SampleFile
from made import composed, project

from conceptgen import compose
from conceptgen.document.blocks import Document, Heading, Paragraph, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, outputs
from conceptgen.resources import samples


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "words",
    [
        "знает прейскурант и состав услуг с ценой «под ключ»",
        "встречает пациента по имени с готовыми документами",
        "проверка знаний по прейскуранту",
        "Собеседование: Старший администратор\nКандидат",
        "отвечает и обслуживает",
        "Другие должности\nДиректор",
    ],
)
def test_a_position_is_told_whole(words: str) -> None:
    assert words in said(composed("clinic", "roles", "full"))


def test_each_must_has_its_question_and_remarks_on_people_are_not_printed() -> None:
    """As many rows of the interview as there are strict demands."""
    roles = project("clinic").organization.roles
    musts = [
        item
        for role in roles
        if role.profile
        for kind in ("knowledge", "experience", "skills", "attitudes")
        for item in getattr(role.profile, kind)
        if item.level == "must"
    ]
    told = said(composed("clinic", "roles", "full"))
    asked = re.compile("^(Представьте|Расскажите|Вспомните|Ответьте|Разыграйте|Покажите)", re.MULTILINE)
    assert len(asked.findall(told)) == len(musts)
    assert "psychotype" not in told


@pytest.mark.parametrize(("sample", "are_told"), [("dealer", True), ("clinic", False)])
def test_numbers_of_several_chains_are_told_apart(sample: str, *, are_told: bool) -> None:
    """Every chain numbers its touchpoints from the start; where there is only one, nothing needs to be said."""
    rows = (
        row
        for block in blocks(composed(sample, "roles", "full"))
        if isinstance(block, Table)
        for row in block.rows
    )
    heads = {plain(row.cells[0].paragraphs[0]).replace("\u00a0", " ") for row in rows if row.role == "group"}
    assert all((chain.name in heads) is are_told for chain in project(sample).chains)


def test_a_card_is_a_page(sample_file: SampleFile) -> None:
    """A page a position that meets the client, none for the others: the command names those."""
    facing = [role for role in project("clinic").organization.roles if role.client_facing]
    made = pypdf.PdfReader(io.BytesIO(sample_file("pdf", "clinic", "card", "page")))
    assert len(made.pages) == len(facing)


def test_a_card_has_nothing_of_another_position() -> None:
    """What a principle says of the operator stands on the operator's card alone."""
    cards = said(composed("clinic", "card", "page"))
    doctor = cards.split("Врач-стоматолог\n")[-1].split("Ассистент врача")[0]
    assert "Оператор перезванивает" not in doctor
    assert "Оператор перезванивает" in cards


def test_a_profile_that_may_be_missing_leaves_no_lone_dash() -> None:
    """The finding is accepted in the file; what nobody has accepted is still asked for."""
    request = RenderRequest(("roles",), ("full",), ("html",))
    (made,) = [each.document for each in outputs(project("hotel"), "hotel", request)]
    told = [plain(block.content) for block in blocks(made) if isinstance(block, Paragraph)]
    assert told.count("[to be completed: profile]") == 0
    assert "—" not in told


def test_an_interview_asks_what_can_be_answered() -> None:
    told = said(composed("hotel", "roles", "full"))
    assert "Show me on a trial shift how you do it." in told
    assert "cost you something" not in told
    assert "accountable" in told
    assert "customer" not in told


INTERVIEW = """
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
concept: {purpose: Порядок}
organization:
  name: Мастерская
  roles:
    - id: taker
      name: Приёмщик
      profile:
        attitudes:
          - {text: не спорит, level: must, check: role_play, questions: [Когда вы спорили?]}
          - {text: не перебивает, level: must, check: interview}
"""


def test_a_named_check_is_a_task_and_the_marks_are_explained() -> None:
    """Beside the questions of its own; an interview is only asked."""
    made = load_bytes(INTERVIEW.encode(), "workshop.yaml").project
    assert made is not None
    told = said(compose(made, "roles"))
    assert "Когда вы спорили?\nРазыграйте: вы на рабочем месте" in told
    assert told.count("Разыграйте") == told.count("Расскажите о случае") == 1
    assert "0 – не знает или не делает" in told.replace("—", "–")
    english = said(compose(project("hotel"), "roles"))
    assert "Show me: you are at work, and I come to you." in english
    assert "a single 0 means no" in english


CARDS = """
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
concept:
  principles:
    - {text: Держим слово, stop_doing: Обещать наугад, staff_behaviour: Мастер-приёмщик звонит до срока}
    - {text: Чисто, stop_doing: Мыть потом, staff_behaviour: Моем сразу, touchpoints: [wash]}
organization:
  name: Мастерская
  departments: [{id: hall, name: Зал}]
  roles:
    - {id: master, name: Мастер цеха, client_facing: да, why: Чинит}
    - {id: taker, name: Мастер-приёмщик, client_facing: да, department: hall}
chains:
  - name: Ремонт
    stages:
      - name: Приём
        touchpoints:
          - name: Осмотр
            served_by: taker
            standard:
              - {text: смотрим при клиенте, limit: {at_most: 10, unit: min}}
              - {text: срок назван сразу, limit: {at_least: 80, unit: pct}}
            handover: {to: hall, rule: наряд заполнен}
          - {id: wash, name: Мойка, served_by: master}
          - {name: Старая анкета, served_by: taker, decision: remove, standard: [заполнена]}
"""


def workshop() -> Project:
    made = load_bytes(CARDS.encode(), "workshop.yaml").project
    assert made is not None
    return made


def cards() -> tuple[str, str]:
    """Those of the master and of the one who takes in."""
    told = said(compose(workshop(), "card", "page"))
    master, _, taker = told.partition("Мастер-приёмщик\n")
    return master, taker


def test_a_card_has_the_rules_of_its_own_position() -> None:
    """A word that two names share tells nobody; what belongs to touchpoints belongs to those who serve them."""
    master, taker = cards()
    assert "звонит до срока" in taker
    assert "звонит до срока" not in master
    assert "Моем сразу" in master
    assert "Моем сразу" not in taker


def test_a_card_says_what_can_be_kept_at_one_meeting() -> None:
    """All standards, no shares, nothing that is to go; no hand-over to oneself, no gap to be filled in."""
    master, taker = cards()
    assert "до 10 мин: смотрим при клиенте; срок назван сразу." in taker
    assert "80" not in taker
    assert "Старая анкета" not in taker
    assert "Кому передаёт" not in taker
    assert "заполнить" not in taker
    assert "Стандартов пока нет: Мойка." in master


def test_the_positions_tell_the_limits_of_their_standards() -> None:
    told = said(compose(workshop(), "roles"))
    assert "смотрим при клиенте: не более 10 мин" in told
    assert "Старая анкета" not in told


def test_positions_of_a_department_serve_what_it_serves() -> None:
    """Those above it serve, too; whoever is said not to meet clients does not."""
    text = CARDS.replace("served_by: master}", "served_by: house}").replace(
        "[{id: hall, name: Зал}]", "[{id: house, name: Дом}, {id: hall, name: Зал, parent: house}]"
    )
    text = text.replace("client_facing: да, department", "department").replace(
        "  roles:\n", "  roles:\n    - {id: keeper, name: Кладовщик, department: hall, client_facing: нет}\n"
    )
    made = load_bytes(text.encode(), "workshop.yaml").project
    assert made is not None
    told = said(compose(made, "card", "page"))
    assert "Стандартов пока нет: Мойка." not in told
    assert "стандарта пока нет: Мойка." in told
    assert "Кладовщик" not in told


def test_an_english_card() -> None:
    assert "Decides without asking" in said(compose(project("clinic"), "card", "page", language="en"))


def test_positions_of_which_nothing_is_told_are_named_once() -> None:
    """Before the others, each with one mark; none stands again in its own section."""
    source = (samples() / "dealer.yaml").read_text(encoding="utf-8")
    source = re.sub(r"      job_description:\n        authority:\n(?:          - .*\n)+", "", source)
    made = load_bytes(source.encode(), "dealer.yaml").project
    assert made is not None
    told = said(compose(made, "roles", "full"))
    before, _, rest = told.partition("Специалист по информационным системам")
    assert "Профиль и обязанности ещё не описаны\nРуководитель клиентской службы — " in before
    assert "[заполнить: профиль и обязанности]" in before
    assert "[заполнить: профиль" not in rest
    assert "[заполнить: обязанности]" not in rest


def test_a_position_still_to_be_described_has_no_empty_section() -> None:
    """It is named at the beginning, and nothing else is known of it."""
    source = """schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization:
  name: Лавка
  roles: [{name: Продавец, client_facing: true, remark: на сезон}, {name: Кассир, client_facing: true, why: считает}]
concept: {purpose: Порядок}
"""
    found = load_bytes(source.encode(), "a.yaml").project
    assert found
    made = compose(found, "roles", "full")
    titles = [plain(each.content) for each in blocks(made) if isinstance(each, Heading)]
    assert titles.count("Кассир") == 1
    assert "Продавец" not in titles
    told = "\n".join(plain_text(made))
    assert "[заполнить: профиль и\u00a0обязанности]" in told
    assert "на сезон" in told
