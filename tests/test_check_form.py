"""The form a chain is checked by: every standard asked once, in the order of the client's way, with room to answer."""

from __future__ import annotations

from as_typed import plain
from docx_text import body_text as docx_text
from docx_text import expected_text
from html_text import body_text as html_text
from html_text import expected_text as expected_html
from inputs import project
from made import composed
from made import project as sample

from conceptgen.composition import compose
from conceptgen.document.blocks import Document, Row, Table
from conceptgen.document.walk import blocks, plain_text
from conceptgen.model.chain import Standard
from conceptgen.model.content import usual_documents
from conceptgen.model.project import Project
from conceptgen.model.standard_parts import parts_of
from conceptgen.pipeline import RenderRequest, names
from conceptgen.writers import write

CHAIN = """
chains:
  - name: Вечер
    stages:
      - name: Визит
        touchpoints:
          - {name: Вход, standard: здороваемся первыми}
          - {name: Гардероб}
          - {name: Журнал, decision: remove, standard: записываем от руки}
          - name: Стол
            moment_of_truth: true
            standard: [{text: меню сразу, limit: {at_most: 2, unit: min}}, вода сразу]
      - {name: Потом, touchpoints: [{name: Отзыв}]}
"""


def rows(document: Document) -> list[Row]:
    return [row for block in blocks(document) if isinstance(block, Table) for row in block.rows]


def first_cells(document: Document, role: str) -> list[str]:
    """The first cell of every row of a role in the tables that ask, as it is read."""
    asking = [block for block in blocks(document) if isinstance(block, Table) and len(block.columns) == 6]
    return [
        plain(row.cells[0].paragraphs[0]).replace("\u00a0", " ")
        for table in asking
        for row in table.rows
        if row.role == role and row.cells[0].paragraphs
    ]


def test_it_asks_what_can_be_met_in_the_order_of_the_way() -> None:
    """A touchpoint that is to go is not asked about; one without a standard is named at the end."""
    form = compose(project(CHAIN), "check-form")
    assert first_cells(form, "group") == ["1.1 Вход", "• 1.4 Стол"]
    asked = ["здороваемся первыми", "1.4а меню сразу: не более 2 мин", "1.4б вода сразу"]
    assert first_cells(form, "body")[:3] == asked
    said = "\n".join(html_text(write(form, "html"))).replace("\u00a0", " ")
    assert "Стандарта нет, и в лист не вошли точки касания: 1.2 Гардероб; 2.1 Отзыв." in said
    assert "записываем от руки" not in said


def test_what_is_promised_later_has_its_day() -> None:
    """Whoever signs the form is not blamed for what is not in force yet; others say nothing of it."""
    form = composed("clinic", "check-form", "full")
    assert "• 2.1.1 Первый звонок в клинику (с 15 января 2027 г.)" in first_cells(form, "group")
    told = "\n".join(plain_text(form)).replace("\u00a0", " ")
    assert "В скобках стоит день, с которого это обещано." in told
    assert "В скобках" not in "\n".join(plain_text(compose(project(CHAIN), "check-form")))


def test_the_total_counts_what_was_asked() -> None:
    form = compose(project(CHAIN), "check-form")
    *_, stage, whole = [row for row in rows(form) if len(row.cells) == 6]
    assert [plain(cell.paragraphs[0]) for cell in stage.cells[:2]] == ["1. Визит", "3"]
    assert [plain(cell.paragraphs[0]) for cell in whole.cells[:2]] == ["Вся цепочка", "3"]


def _standards(given: Project) -> list[Standard]:
    return [place.part for place in given.relations.places if isinstance(place.part, Standard)]


def test_every_standard_of_a_sample_is_on_its_form_with_room_for_a_pen() -> None:
    """The hotel leaves one touchpoint out, for it is to go."""
    form = composed("hotel", "check-form")
    said = "\n".join(docx_text(write(form, "docx"))).replace("\u00a0", " ")
    lost = [part for each in _standards(sample("hotel")) for part in parts_of(each.text) if part not in said]
    assert lost == ["no question at the desk that the booking or the form has answered"]
    open = [row for row in rows(form) if any(not cell.paragraphs for cell in row.cells)]
    assert len(open) > 25
    assert min(row.height for row in open) >= 9
    assert form.draft == ""


def test_word_and_html_say_what_the_tree_says() -> None:
    form = composed("clinic", "check-form")
    assert docx_text(write(form, "docx")) == expected_text(form)
    assert html_text(write(form, "html")) == expected_html(form)


def test_each_chain_has_its_own_when_asked_for() -> None:
    """Its kind is not called like the command ``check``; nobody who named no kind gets it."""
    given = project(
        CHAIN + "  - {id: again, name: Снова, stages: [{name: Ещё, touchpoints: [{name: Вход}]}]}\n"
    )
    wished = RenderRequest(("check-form",), (), ("docx",))
    assert [*names(given, "x", wished)] == ["x-check-form-1-full.docx", "x-check-form-again-full.docx"]
    assert "check-form" not in usual_documents(given)


PARTS = """
chains:
  - name: Ночь
    stages:
      - name: Номер
        touchpoints:
          - name: Поломка
            moment_of_truth: true
            standard: [{text: записана сразу; назван час, limit: {at_least: 90, unit: pct}}]
          - name: Ответ
            standard: {text: "отвечаем сами; «да; нет» не говорим. Записываем в журнал", limit: {at_most: 5, unit: min}}
          - name: Звонок
            standard: {text: остаётся без ответа, limit: {at_most: 5, unit: pct}}
"""


def test_what_a_standard_says_is_asked_part_by_part() -> None:
    """Of a share, what happens once; a limit of several things by itself; each with a letter, all of them counted."""
    form = compose(project(PARTS), "check-form")
    assert first_cells(form, "body")[:6] == [
        "1.1а записана сразу",
        "1.1б назван час",
        "1.2а отвечаем сами",
        "1.2б «да; нет» не говорим",
        "1.2в Записываем в журнал",
        "1.2г предел соблюдён: не более 5 мин",
    ]
    said = "\n".join(html_text(write(form, "html"))).replace("\u00a0", " ")
    assert "1.1 записана сразу; назван час: не менее 90 %" in said
    *_, whole = [row for row in rows(form) if len(row.cells) == 6]
    assert plain(whole.cells[1].paragraphs[0]) == "6"


def test_a_touchpoint_that_only_a_month_tells_of_is_pointed_to_from_its_stage() -> None:
    """Its number is missing in the table of the stage; the reader is told where it is, and who sees what."""
    text = "\n".join(html_text(write(compose(project(PARTS), "check-form"), "html"))).replace("\u00a0", " ")
    assert "смотрите таблицу «По данным за месяц» в конце листа: 1.3 Звонок." in text
    assert "тайный покупатель не видит и ставит «не было»" in text


def test_a_chain_without_a_standard_says_that_there_is_nothing_to_ask() -> None:
    form = compose(
        project("chains: [{name: Ночь, stages: [{name: Номер, touchpoints: [{name: Ключ}]}]}]"), "check-form"
    )
    said = "\n".join(html_text(write(form, "html"))).replace("\u00a0", " ")
    assert "Спрашивать пока не о чем" in said
    assert not [block for block in blocks(form) if isinstance(block, Table)]
