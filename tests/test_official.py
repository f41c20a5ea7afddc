"""The official parts: approval in its three modes, agreements, sheets to sign, marks of state, and two languages."""

from __future__ import annotations

import pytest
from as_typed import plain, read_aloud
from inputs import HEAD

from conceptgen.composition import compose
from conceptgen.document.blocks import Cover, Document, Table
from conceptgen.document.walk import blocks
from conceptgen.input import load_bytes

CONCEPT = "concept: {principles: [{text: Мы отвечаем сразу.}]}\n"


def document(head: str, body: str = CONCEPT, kind: str = "concept", **request: str) -> Document:
    """The full document of a small input whose document has these fields beside title and date."""
    whole = (
        HEAD.replace("title: Концепция,", f"{head},")
        if "title:" in head
        else HEAD.replace("2026-11-21", f"2026-11-21, {head}")
    )
    found = load_bytes((whole + body).encode(), "вход.yaml")
    assert found.project is not None, "\n".join(map(str, found.findings))
    return compose(found.project, kind, "full", **request)


def stamps(made: Document, role: str = "approval") -> list[list[str]]:
    """The stamps of the title page, line by line."""
    (cover,) = [block for block in blocks(made) if isinstance(block, Cover)]
    return [
        plain(line.content).replace("\u00a0", " ").split("\n") for line in cover.lines if line.role == role
    ]


def cover(made: Document, role: str) -> list[str]:
    """The lines of one role on the title page."""
    return [line for stamp in stamps(made, role) for line in stamp]


def sheet(made: Document, name: str) -> list[list[str]]:
    """The rows of a sheet to sign."""
    (table,) = [block for block in blocks(made) if isinstance(block, Table) and block.alt == name]
    return [[" / ".join(map(plain, cell.paragraphs)) for cell in row.cells] for row in table.rows]


PERSON = "approval: {position: Директор, organization: Пансионат «Полынь», person: А. Б. Примерова"
ACT = "approval: {mode: by_act, act: приказ директора, organization: ООО «Полынь»"
BODY = "approval: {mode: by_body, body: Совет учредителей"


def test_a_person_signs_in_the_corner() -> None:
    """The organisation in the genitive after the position, a line to sign on, the date."""
    (stamp,) = stamps(document(PERSON + ", date: 2026-11-20}"))
    assert stamp == [
        "УТВЕРЖДАЮ",
        "Директор",
        "Пансионата «Полынь»",
        "_____________ А. Б. Примерова",
        "20 ноября 2026 г.",
    ]


def test_a_date_to_come_is_a_blank() -> None:
    (stamp,) = stamps(document(PERSON + "}"))
    assert stamp[-1] == "«___» ____________ 20__ г."


@pytest.mark.parametrize(
    ("title", "participle", "state"),
    [
        ("Концепция сервиса", "УТВЕРЖДЕНА", "Утверждена"),
        ("Цепочка сервиса", "УТВЕРЖДЕНА", "Утверждена"),
        ("Стандарт сервиса", "УТВЕРЖДЕН", "Утверждён"),
        ("Положение о сервисе", "УТВЕРЖДЕНО", "Утверждено"),
        ("Правила сервиса", "УТВЕРЖДЕНЫ", "Утверждены"),
        ("Как мы встречаем гостя", "ДОКУМЕНТ УТВЕРЖДЕН", "Документ утверждён"),
    ],
)
def test_an_act_approves_in_the_gender_of_the_title(title: str, participle: str, state: str) -> None:
    """In the stamp and in the line of state; a title without a known noun gets a wording without gender."""
    made = document(f"title: {title}, status: approved, {ACT}, number: '48', date: 2026-11-20}}")
    assert stamps(made) == [[participle, "приказом директора", "ООО «Полынь»", "от 20 ноября 2026 г. № 48"]]
    assert cover(made, "status") == [f"{state}, 21 ноября 2026 г."]
    assert "Документ утверждён приказом директора ООО «Полынь» от 20 ноября 2026 г. № 48." in said(made)


def test_a_body_approves_by_its_minutes() -> None:
    made = document(f"status: approved, {BODY}, protocol: '6', date: 2026-11-20}}")
    assert stamps(made) == [
        ["УТВЕРЖДЕНА", "решением Совета учредителей", "(протокол от 20 ноября 2026 г. № 6)"],
    ]
    assert "Документ утверждён решением Совета учредителей (протокол от 20 ноября 2026 г. № 6)." in said(made)


def test_an_act_to_come_has_blanks_for_its_day_and_number() -> None:
    (stamp,) = stamps(document(ACT + "}"))
    assert stamp[-1] == "от «___» ________ 20__ г. № ____"


@pytest.mark.parametrize(
    ("approval", "lines", "sentence"),
    [
        (
            "{position: Директор-распорядитель}",
            ["Директор-распорядитель"],
            "Утвердил: директор-распорядитель.",
        ),
        ("{mode: by_act, act: Акт-решение}", ["Основание: Акт-решение"], "Основание: Акт-решение."),
        (
            "{mode: by_body, body: Худсовет «А»}",
            ["Кем принято решение: Худсовет «А»"],
            "Кем принято решение: Худсовет «А».",
        ),
    ],
)
def test_what_the_dictionary_does_not_know_needs_no_case(
    approval: str, lines: list[str], sentence: str
) -> None:
    made = document(f"status: approved, approval: {approval}")
    assert stamps(made)[0][1:2] == lines
    assert sentence.casefold() in said(made).casefold()


def test_own_forms_win_over_the_dictionary() -> None:
    """Of the approval itself, of a position of the organisation, of the title."""
    own = "approval: {mode: by_act, act: Акт-решение, name_forms: {ins: актом-решением}}"
    assert stamps(document(own))[0][1] == "актом-решением"
    made = document("status: approved, approval: {position: Администратор}")
    assert "утверждён администратором." in said(made)
    found = HEAD.replace("name: Администратор,", "name: Администратор, name_forms: {ins: администраторкой},")
    project = load_bytes(
        (
            found.replace("2026-11-21", "2026-11-21, status: approved, approval: {position: Администратор}")
            + CONCEPT
        ).encode(),
        "вход.yaml",
    ).project
    assert project is not None
    assert "утверждён администраторкой." in said(compose(project))
    titled = document(
        "title: Как мы встречаем гостя, title_gender: plural, approval: {mode: by_act, act: приказ}"
    )
    assert stamps(titled)[0][0] == "УТВЕРЖДЕНЫ"


def said(made: Document) -> str:
    """The whole text."""
    return "\n".join(read_aloud(made))


def test_introduction_by_an_order_is_a_sentence() -> None:
    """Before approval it is to come; a clause that would have to change leaves the ground as it is."""
    binding = "binding: {is_binding: true, introduced_by: приказ директора от 1 июня 2026 г. № 5}"
    assert "Документ вводится приказом директора от 1 июня 2026 г. № 5." in said(document(binding))
    assert "Документ введён приказом директора" in said(document(f"status: approved, {binding}"))
    other = "binding: {introduced_by: 'приказ директора, который готовится'}"
    assert "Основание: приказ директора, который готовится." in said(document(other))


OTHERS = (
    "agreements: [{organization: ООО «Контур», position: Директор, person: В. Г. Образцов},"
    " {position: Управляющий залом, person: Д. Е. Условный, date: 2026-11-19}]"
)


def test_another_organisation_agrees_on_the_title_page_ones_own_people_on_a_sheet() -> None:
    made = document(OTHERS)
    assert stamps(made, "agreement") == [
        [
            "СОГЛАСОВАНО",
            "Директор",
            "ООО «Контур»",
            "_____________ В. Г. Образцов",
            "«___» ____________ 20__ г.",
        ]
    ]
    assert sheet(made, "Лист согласования") == [["Управляющий залом", "", "Д. Е. Условный", "19.11.2026"]]


def test_many_organisations_agree_on_the_sheet() -> None:
    """A title page has room for two."""
    many = ", ".join(f"{{organization: ООО «{letter}», position: Директор}}" for letter in "АБВ")
    made = document(f"agreements: [{many}]")
    assert stamps(made, "agreement") == []
    assert [row[0] for row in sheet(made, "Лист согласования")] == [f"Директор / ООО «{x}»" for x in "АБВ"]


def test_the_staff_sign_what_binds_them() -> None:
    """Positions first, then lines for others (two); nothing to sign where nothing binds."""
    rows = sheet(document("binding: {is_binding: true}"), "Лист ознакомления")
    assert [row[1] for row in rows[:3]] == ["Администратор", "Директор", ""]
    assert len(rows) == 4
    for head in (
        "version: '1'",
        "binding: {is_binding: false}",
        "status: superseded, binding: {is_binding: true}",
    ):
        assert "Лист ознакомления" not in said(document(head))


@pytest.mark.parametrize(
    ("status", "mark", "line"),
    [
        ("draft", "Проект", "Проект, 21 ноября 2026 г."),
        ("for_approval", "На утверждении", "На утверждении, 21 ноября 2026 г."),
        ("approved", "", "Утверждена, 21 ноября 2026 г."),
        ("superseded", "Заменена", "Заменена, 21 ноября 2026 г."),
    ],
)
def test_the_state_stands_in_the_header_and_on_the_title_page(status: str, mark: str, line: str) -> None:
    made = document(f"status: {status}")
    assert made.draft == mark
    assert cover(made, "status") == [line]


def test_an_official_draft_is_marked_in_the_corner_under_the_organisation() -> None:
    made = document(f"profile: gost-7.0.97-2025, access_label: Коммерческая тайна, {PERSON}}}")
    (page,) = [block for block in blocks(made) if isinstance(block, Cover)]
    assert [line.role for line in page.lines] == [
        "organization",
        "access",
        "access",
        "approval",
        "title",
        "status",
        "place",
    ]
    assert cover(made, "access") == ["Проект", "Коммерческая тайна"]
    assert cover(made, "status") == ["21 ноября 2026 г."]


CHAIN = "chains: [{id: evening, name: Цепочка «Вечер», status: draft, stages: [{name: Вход}]}]\n"


def test_a_chain_behind_its_concept_has_not_been_approved_with_it() -> None:
    """Its page says so, and the day of approval is a blank."""
    head = f"status: approved, {PERSON}, date: 2026-11-20}}"
    made = document(head, CONCEPT + CHAIN, "chain")
    assert made.draft == "Проект"
    assert stamps(made)[0][-1] == "«___» ____________ 20__ г."
    assert stamps(document(head, CONCEPT + CHAIN))[0][-1] == "20 ноября 2026 г."


def test_an_order_of_documents_gives_its_own_status() -> None:
    orders = "deliverables: [{document: concept, variant: full, status: approved}]\n"
    assert document("status: draft", CONCEPT + orders).draft == ""
    other = orders.replace("full", "short")
    assert document("status: draft", CONCEPT + other).draft == "Проект"


def test_a_chain_alone_has_its_sheets() -> None:
    made = document(OTHERS, CHAIN, "chain")
    assert sheet(made, "Лист согласования")[0][0] == "Управляющий залом"


def test_english_needs_no_cases() -> None:
    act = "approval: {mode: by_act, act: Order of the director, number: '4', date: 2026-11-20}"
    made = document(f"language: en, status: approved, {act}")
    assert stamps(made) == [["APPROVED BY", "order of the director", "No. 4 of 20 November 2026"]]
    body = "approval: {mode: by_body, body: Board of Directors, protocol: '6', date: 2026-11-20}"
    made = document(f"language: en, status: superseded, {body}")
    assert stamps(made) == [["APPROVED BY", "Board of Directors", "(minutes No. 6 of 20 November 2026)"]]
    assert made.draft == "Superseded"
