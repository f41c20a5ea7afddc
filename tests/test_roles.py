"""Positions one by one and their cards: what stands there, what is left out, a page each."""

from __future__ import annotations

import io

import pypdf
import pytest
from conftest import SampleFile
from made import composed, project

from conceptgen import compose
from conceptgen.composition.sections import role_cards
from conceptgen.document.blocks import Document
from conceptgen.document.walk import plain_text


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "words",
    [
        "знает прейскурант и состав услуг с ценой «под ключ»",
        "встречает пациента по имени с готовыми документами",
        "проверка знаний по прейскуранту",
        "Собеседование: обязательные требования",
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
    asked = [line for line in told.splitlines() if line.endswith("?")]
    assert len([line for line in asked if "ы" in line]) == len(musts)
    assert "psychotype" not in told


def test_a_card_is_a_page_and_says_what_it_leaves_out(sample_file: SampleFile) -> None:
    """A page a position that meets the client, one more for those who need none."""
    facing = [role for role in project("clinic").organization.roles if role.client_facing]
    made = pypdf.PdfReader(io.BytesIO(sample_file("pdf", "clinic", "card", "page")))
    assert len(made.pages) == len(facing) + 1
    told = said(composed("clinic", "card", "page"))
    assert "Эти должности с клиентом не встречаются: Директор, Главный врач" in told
    assert "Не поместились" not in told


def test_what_does_not_fit_the_page_is_counted_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moments of truth and low scores stay."""
    monkeypatch.setattr(role_cards, "LINES", 20)
    fresh = project("clinic").model_copy()
    fresh.__dict__.pop("relations", None)  # what was composed of it before is known by these
    told = said(compose(fresh, "card", "page"))
    assert "Не поместились точки касания: " in told
    assert "Ожидание приёма" in told


def test_a_card_has_nothing_of_another_position() -> None:
    """What a principle says of the operator stands on the operator's card alone."""
    cards = said(composed("clinic", "card", "page"))
    doctor = cards.split("Врач-стоматолог\n")[-1].split("Ассистент врача")[0]
    assert "Оператор перезванивает" not in doctor
    assert "Оператор перезванивает" in cards


def test_an_english_card() -> None:
    assert "What I decide myself" in said(compose(project("clinic"), "card", "page", language="en"))
