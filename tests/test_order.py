"""The draft order: names in the case, gender and number their sentences need, blanks for what is not there yet."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from as_typed import plain
from docx_text import body_text as docx_text
from docx_text import expected_text
from html_text import body_text as html_text
from html_text import expected_text as expected_html
from inputs import HEAD
from made import composed

from conceptgen.composition import compose
from conceptgen.document.blocks import Cover, Document, Listing, Table
from conceptgen.document.printed import printed
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.model.content import usual_documents
from conceptgen.writers import write

GOVERNED = "concept: {purpose: Порядок, governance: {sponsor: director, manager: admin}}\n"


def order(
    head: str = "", body: str = GOVERNED, roles: str = "", title: str = "Концепция сервиса"
) -> Document:
    """The order of a small input with such a head and such roles."""
    text = HEAD.replace("title: Концепция, date: 2026-11-21", f"title: {title}, date: 2026-11-21{head}")
    if roles:
        before, _, after = text.partition("  roles: [")
        text = f"{before}  roles: [{roles}]\n" + after.partition("\n")[2]
    found = load_bytes((text + body).encode(), "вход.yaml")
    assert found.project is not None, "\n".join(map(str, found.findings))
    return compose(found.project, "order")


def items(made: Document) -> list[str]:
    """The numbered points, each space a plain one."""
    first = next(block for block in blocks(made) if isinstance(block, Listing))
    return [plain(item).replace("\u00a0", " ") for item in first.items]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Концепция сервиса", "Утвердить прилагаемую Концепцию сервиса (приложение 1)."),
        ("Стандарт сервиса", "Утвердить прилагаемый Стандарт сервиса (приложение 1)."),
        ("Положение о сервисе", "Утвердить прилагаемое Положение о сервисе (приложение 1)."),
        ("Правила сервиса", "Утвердить прилагаемые Правила сервиса (приложение 1)."),
        ("Как мы встречаем гостя", "Утвердить прилагаемый документ «Как мы встречаем гостя» (приложение 1)."),
    ],
)
def test_what_is_approved_agrees_with_its_word(title: str, said: str) -> None:
    assert items(order(title=title))[0] == said


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (
            "{id: admin, name: Старший администратор}, {id: director, name: Главный врач}",
            (
                "Назначить ответственным за введение документа в действие старшего администратора.",
                "Контроль за исполнением приказа возложить на главного врача.",
            ),
        ),
        (
            "{id: admin, name: Head of X}, {id: director, name: Ктотосамый}",
            (
                "Ответственный за введение документа в действие: Head of X.",
                "Контроль за исполнением приказа: Ктотосамый.",
            ),
        ),
    ],
)
def test_a_position_stands_in_its_case_or_behind_a_colon(roles: str, said: tuple[str, str]) -> None:
    told = items(order(", approval: {position: Владелец, person: А. Б. Примерова}", roles=roles))
    assert [each for each in said if each not in told] == []


def test_who_signs_keeps_watch_himself() -> None:
    signed = ", approval: {position: Директор, person: И. О. Фамилия}"
    made = order(signed)
    assert items(made)[-1] == "Контроль за исполнением приказа оставляю за собой."
    (signed,) = [block for block in blocks(made) if isinstance(block, Table) and len(block.columns) == 3]
    position, blank, name = (plain(cell.paragraphs[0]) for cell in signed.rows[0].cells)
    assert (position, name) == ("Директор", "И. О. Фамилия")
    assert "___" in blank


def test_who_signs_an_act_is_whoever_answers_for_the_whole() -> None:
    """No position is given for an act: the sponsor signs, and does not charge himself with a task."""
    for mode in ("by_act, act: приказ директора", "by_body, body: Совет"):
        told = items(order(f", approval: {{mode: {mode}}}"))
        assert told[-1] == "Контроль за исполнением приказа оставляю за собой."


@pytest.mark.parametrize("status", ["draft", "for_approval", "approved"])
def test_nothing_has_to_be_rubbed_out_once_it_is_signed(status: str) -> None:
    """The order is the approval: it says which edition it approves, and nowhere that this is a draft."""
    made = order(f", status: {status}, version: '0.9', approval: {{mode: by_act, act: приказ директора}}")
    assert (made.draft, made.version) == ("", "")
    text = "\n".join(plain_text(made)).replace("\u00a0", " ")
    assert not re.search("проект|на утверждении", text, re.IGNORECASE)
    assert "Концепция сервиса (версия 0.9, 21 ноября 2026 г.)." in text
    assert order(", status: superseded").draft == "Заменён"


def test_a_term_nobody_knows_is_not_ordered() -> None:
    """Nor is a figure that only the concept has a place for."""
    known = order(", review_cycle: {value: 6, unit: month}")
    once = order(", review_cycle: {value: 1, unit: year}")
    assert "Пересматривать документ не реже одного раза в год." in items(once)
    unknown = order(", review_cycle: {unknown: {reason: tbd}}")
    assert sum("Пересматривать" in each for each in items(known)) == 1
    assert [each for each in items(unknown) if "ересм" in each or "нет данных" in each] == []


def test_what_ends_with_a_full_stop_has_one_in_the_order() -> None:
    group = "{sponsor: director, manager: admin, working_group: [{role: admin, function: Ведёт журнал.}]}"
    told = items(order(body=f"concept: {{purpose: Порядок, governance: {group}}}\n"))
    assert [each for each in told if ".." in each] == []
    assert any(each.endswith("— Ведёт журнал.") for each in told)


def test_readers_stand_in_their_case_and_partners_are_left_out() -> None:
    told = items(
        order(", audience: [executives, client_facing, partners], review_cycle: {value: 6, unit: month}")
    )
    assert (
        "Считать требования документа обязательными для высшего руководства и сотрудников, работающих с клиентами."
        in told
    )
    assert (
        "Ознакомить с документом под подпись высшее руководство и сотрудников, работающих с клиентами "
        "до его введения в действие (приложение 2)." in told
    )
    assert "Пересматривать документ не реже одного раза в 6 месяцев." in told
    assert any("под подпись работников" in each for each in items(order(", audience: [partners]")))


def test_the_sheet_has_a_line_for_each_of_the_staff() -> None:
    roles = "{id: admin, name: Администратор, headcount: {current: 5}}, {id: director, name: Директор}"
    *_, sheet = [block for block in blocks(order(roles=roles)) if isinstance(block, Table)]
    named = [plain(row.cells[1].paragraphs[0]) for row in sheet.rows if row.cells[1].paragraphs]
    assert named == ["Администратор"] * 5, "whoever signs the order is told by it already"


def test_a_position_nobody_holds_has_no_line_and_an_order_without_positions_has_a_dozen() -> None:
    held = "{id: admin, name: Администратор}, {id: director, name: Директор}"
    known = f"{held}, {{id: curator, name: Куратор, headcount: {{current: 0}}}}"
    nobody = ("concept: {purpose: Порядок}\n", "{id: admin, name: Администратор, headcount: {current: 0}}")
    for (body, roles), names in (((GOVERNED, known), ["Администратор"]), (nobody, [])):
        *_, sheet = [block for block in blocks(order(body=body, roles=roles)) if isinstance(block, Table)]
        assert [plain(row.cells[1].paragraphs[0]) for row in sheet.rows if row.cells[1].paragraphs] == names
    assert len(sheet.rows) >= 12


def test_the_sheet_of_the_concept_names_as_many_as_the_order_has_lines_for() -> None:
    """Receptionists and attendants with their number, and none of the owner."""
    sheets = []
    for kind in ("order", "concept"):
        *_, sheet = [
            block
            for block in blocks(composed("hotel", kind))
            if isinstance(block, Table) and "cknowledgement" in block.alt
        ]
        sheets.append([plain(row.cells[1].paragraphs[0]) for row in sheet.rows if row.cells[1].paragraphs])
    counted = {f"{name} ({n})" if n > 1 else name for name, n in Counter(sheets[0]).items()}
    assert counted == set(sheets[1])
    assert {"Receptionist (5)", "Housekeeping attendant (6)"} < counted
    assert "Owner-director" not in sheets[1]


def test_an_english_order_reads_like_one() -> None:
    told = "\n".join(plain_text(composed("hotel", "order"))).replace("\u00a0", " ")
    for sentence in (
        "The document comes into force on 8 March 2027.",
        "Its requirements are binding on executives, line managers and staff.",
        "Staff and line managers are to read the staff edition of the document (annex 2) and sign the "
        "acknowledgement sheet by 3 March 2027 (annex 3).",
        "I retain control of the execution of this order.",
    ):
        assert sentence in told


def test_what_is_not_there_yet_is_a_line_to_write_on_and_who_answers_a_gap_all_the_same() -> None:
    """An order is printed and signed: nothing in it asks to be filled in on a screen, or looks like a name."""
    made = order(body="concept: {purpose: Порядок}\n")
    (cover,) = [block for block in blocks(made) if isinstance(block, Cover)]
    status = [plain(line.content).replace("\u00a0", " ") for line in cover.lines if line.role == "status"]
    assert status == ["от «___» ________ 20__ г. № ____"]
    told = items(made)
    assert "Ввести документ в действие с «___» ____________ 20__ г." in told
    assert f"Ответственный за введение документа в действие: {'_' * 20}." in told
    said = "\n".join(plain_text(made))
    assert [each for each in ("[заполнить", "Фамилия\n") if each in said] == []
    assert {gap.origin.path for gap in printed(made).gaps} == {
        ("document", "approval"),
        ("concept", "governance"),
    }


def test_an_act_that_is_known_has_its_day_and_number() -> None:
    act = ", approval: {mode: by_act, act: приказ директора, number: '48', date: 2026-11-20}"
    made = order(f"{act}, binding: {{is_binding: true, effective_from: 2026-12-01}}")
    said = "\n".join(html_text(write(made, "html"))).replace("\u00a0", " ")
    assert "от 20 ноября 2026 г. № 48" in said
    assert "Ввести документ в действие с 1 декабря 2026 г." in said


def test_it_has_the_official_layout_of_its_language_and_another_that_is_named() -> None:
    assert composed("clinic", "order").profile == "gost-7.0.97-2025"
    assert composed("hotel", "order").profile == "plain"
    assert order(", profile: gost-7.0.97-2016").profile == "gost-7.0.97-2016"
    assert composed("clinic").profile == "plain", "the concept keeps its own"


def test_the_sheet_can_be_signed_and_every_format_says_the_same() -> None:
    made = composed("clinic", "order")
    *_, sheet = [block for block in blocks(made) if isinstance(block, Table)]
    assert len(sheet.rows) >= 12
    assert all(row.height >= 9 for row in sheet.rows), "millimetres, to write a name and sign"
    assert docx_text(write(made, "docx")) == expected_text(made)
    assert html_text(write(made, "html")) == expected_html(made)


def test_it_is_made_when_it_is_named() -> None:
    found = load_bytes((HEAD + GOVERNED).encode(), "вход.yaml")
    assert found.project is not None
    assert "order" not in usual_documents(found.project)


def test_word_sets_the_signature_as_large_as_the_text_and_numbers_its_clauses_in_black() -> None:
    made = write(composed("dealer", "order", "full"), "docx")
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        numbering, body = file.read("word/numbering.xml").decode(), file.read("word/document.xml").decode()
    assert set(re.findall(r'<w:color w:val="(\w+)"', numbering)) == {"000000"}
    signature = body[body.rindex("<w:tbl>", 0, body.index(">Директор<")) :].partition("</w:tbl>")[0]
    assert "<w:pStyle" not in signature
