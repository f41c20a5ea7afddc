"""The kit of a session: an agenda whose times are computed, sheets to write on, a protocol; of an input or of none."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from as_typed import plain, read_aloud
from docx_text import body_text as docx_text
from docx_text import expected_text
from filler import Filler
from html_text import body_text as html_text
from html_text import expected_text as expected_html
from inputs import HEAD, loaded, project
from made import composed
from made import project as sample

from conceptgen.cli.kit import kit
from conceptgen.composition import compose
from conceptgen.composition.sections.kit.pieces import SHARED
from conceptgen.composition.sections.kit.seating import ON_A_PAGE
from conceptgen.composition.sections.kit.sheets import SHEETS
from conceptgen.composition.sections.kit.worksheets import OF_GROUPS
from conceptgen.document.blocks import Chart, Contents, Document, Heading, Row, Table
from conceptgen.document.charts import Radar
from conceptgen.document.walk import blocks
from conceptgen.input import load_bytes
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.content import usual_documents
from conceptgen.model.session import Session
from conceptgen.model.session_times import USUAL, clock, schedule
from conceptgen.writers import write

BARE = "concept: {purpose: Порядок}\n"


def session(text: str) -> Session:
    found = project(f"{BARE}session: {text}\n").session
    assert found is not None
    return found


def times(text: str) -> list[str]:
    """«10:00–10:20», block by block."""
    return [f"{clock(each.start)}–{clock(each.end)}" for each in schedule(session(text))]


def titles(document: Document) -> list[str]:
    """The headings of the highest level, each space a plain one."""
    return [
        plain(each.content).replace("\u00a0", " ")
        for each in blocks(document)
        if isinstance(each, Heading) and each.level == 1
    ]


def told(row: Row) -> str:
    return " ".join(plain(each) for cell in row.cells for each in cell.paragraphs)


def said(document: Document) -> str:
    return "\n".join(html_text(write(document, "html"))).replace("\u00a0", " ")


# ── times ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_usual_agenda_takes_a_day_and_moves_with_its_start() -> None:
    assert sum(minutes for _, minutes in USUAL) == 450
    assert (times("{place: зал}")[0], times("{place: зал}")[-1]) == ("10:00–10:15", "17:20–17:30")
    assert (times("{start: '9:15'}")[0], times("{start: '9:15'}")[-1]) == ("9:15–9:30", "16:35–16:45")


def test_many_who_come_get_the_time_to_speak_as_far_as_the_day_allows() -> None:
    """Fourteen say what they take on in fifty minutes; an end that is told is kept."""
    people = "participants: [{}]".format(", ".join(f"{{name: Участник {n}}}" for n in range(14)))
    assert times(f"{{{people}}}")[-3:] == ["16:30–17:20", "17:20–17:35", "17:35–17:50"]
    assert times(f"{{end: '17:30', {people}}}")[-1] == "17:20–17:30"


def test_a_block_begins_when_the_one_before_it_ends_or_when_it_says() -> None:
    """One without minutes lasts until the next that tells its start, the last one until the end."""
    agenda = "[{name: А, minutes: 30}, {name: Б}, {name: В, start: '11:00', minutes: 15}, {name: Г}]"
    told = times(f"{{start: '10:00', end: '12:00', agenda: {agenda}}}")
    assert told == ["10:00–10:30", "10:30–11:00", "11:00–11:15", "11:15–12:00"]


@pytest.mark.parametrize("wrong", ["10", "25:00", "10:60", "утром"])
def test_a_time_is_hours_and_minutes(wrong: str) -> None:
    (finding,) = loaded(f"{BARE}session: {{start: '{wrong}'}}\n").findings
    assert finding.code == "E-TYP-21"
    assert f"«{wrong}»" in finding.message


def test_scores_are_put_together_over_lunch_and_the_vote_has_a_wall() -> None:
    """Nobody counts medians while the room waits; the sheet that is voted on and the dots are among the materials."""
    keys = [key for key, _ in USUAL]
    assert keys[keys.index("diagram") :][:4] == ["diagram", "lunch", "gallery", "vote"]
    for language in LANGUAGES:
        agenda = vocabulary(language)["documents"]["kit"]["agenda"]
        scores = {"ru": "Б4а", "en": "W4a"}[language]
        assert scores in agenda["diagram"]["method"]
        assert agenda["vote"]["materials"].startswith(f"{scores}, ")
    text = said(composed("minimal", "kit"))
    assert "Ведёт ведущий, если не сказано иное." in text
    assert text.count("Ведёт: заказчик") == 2
    named = said(compose(project(f"{BARE}session: {{sponsor: admin}}\n"), "kit"))
    assert named.count("едёт: Администратор") == 3


def test_what_stands_on_a_sheet_is_checked_and_not_written_anew() -> None:
    """Stages of the map and principles of the draft; where there are none, the room makes them."""
    drafted, open = said(composed("clinic", "kit")), said(composed("minimal", "kit"))
    assert ["Этапы уже стоят на карте" in each for each in (drafted, open)] == [True, False]
    assert ["На Б0 стоят принципы Концепции" in each for each in (drafted, said(compose(project(BARE), "kit")))] == [
        True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["draft", "for_approval", "approved"])
def test_a_draft_is_called_so_until_it_is_approved(status: str) -> None:
    """Once it stands, the room checks the Concept, and what it would change is proposed for the next review."""
    head = HEAD.replace("date:", f"status: {status}, date:")
    told = load_bytes(
        f"{head}concept: {{principles: [{{text: Звоним первыми}}]}}\n".encode(), "вход.yaml"
    ).project
    assert told is not None
    text = said(compose(told, "kit"))
    assert ("проекта" in text, "Принципы Концепции" in text, "к её следующему пересмотру" in text) == (
        (False, True, True) if status == "approved" else (True, False, False)
    )


# ── the kit of nothing ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_kit_needs_no_session_and_leaves_no_sheet_out() -> None:
    made = composed("minimal", "kit")
    names = titles(made)
    assert [each for each in names if re.match(r"Б[0-9]\. ", each)] == [
        f"Б{n}. {vocabulary('ru')['documents']['kit']['sheets'][key]['name']}"
        for n, key in enumerate(
            ("principles", "stages", "zones", "touchpoint", "diagram", "questions", "problem_zones", "ideas",
             "commitments", "parking")
        )
    ]  # fmt: skip
    for name in (
        "Приглашение на стратегическую сессию",
        "Сценарий ведущего",
        "Правила сессии",
        "Подтверждение",
    ):
        assert name in names
    assert made.draft == ""
    assert [part.sheet for part in made.parts].count("a3") == 2 + len(OF_GROUPS)
    assert "kit" not in usual_documents(sample("minimal"))


def test_what_is_to_be_filled_in_has_room_for_a_pen() -> None:
    made = composed("minimal", "kit")
    tables = [each for each in blocks(made) if isinstance(each, Table) and each.ruled]
    open: list[Row] = [
        row for table in tables for row in table.rows if any(not cell.paragraphs for cell in row.cells)
    ]
    assert len(tables) > 15
    assert len(open) > 120
    assert min(row.height for row in open) >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_makes_it_of_nothing_in_either_language(language: str, tmp_path: Path) -> None:
    """In a Russian kit not a word is English, in an English one none is Russian."""
    assert kit("", ("html",), "", "auto", "", language, str(tmp_path), False) == 0
    (made,) = tmp_path.glob("kit.*")
    text = "\n".join(html_text(made.read_bytes()))
    assert re.findall("[A-Za-z]{2,}" if language == "ru" else "[А-Яа-яЁё]{2,}", text) == []
    assert len(text) > 5_000


# ── the kit of a session that is told of ───────────────────────────────────────────────────────────────────────


def test_every_text_of_the_session_is_in_its_kit() -> None:
    text = said(composed("hotel", "kit"))
    told = sample("hotel").session
    assert told is not None
    wanted = [each.text for each in (*told.goals, *told.parking_lot)] + [each.text for each in told.decisions]
    wanted += [
        str(value) for block in told.agenda for value in (block.name, block.method, block.output) if value
    ]
    wanted += [f"{each.name} — {each.task}" for each in told.groups]
    assert [each for each in wanted if each.rstrip(".") not in text.replace(" – ", " — ")] == []
    assert "23 February 2027, from 9:30 to 16:30" in text
    assert "14:45–15:00" in text
    assert "Other information" not in text, "every value of the session has a place of its own"


@pytest.mark.parametrize(
    ("paper", "large"), [("a4", 1), ("auto", 2 + len(OF_GROUPS)), ("a3", 1 + len(SHEETS))]
)
def test_the_worksheets_come_on_either_paper(paper: str, large: int) -> None:
    """What several write on at once is large; who asks gets all of it so, or nothing but the map."""
    made = compose(sample("minimal"), "kit", map_size=paper)
    assert [part.sheet for part in made.parts].count("a3") == large
    assert len([part for part in made.parts if part.landscape]) >= 2 + len(OF_GROUPS)


def test_a_worksheet_asks_whose_it_is() -> None:
    """The groups of the session stand there to be circled; nobody's are those of all; of a stage the tables ask."""
    groups = "session: {groups: [Стойка, Кухня]}\n"
    of_groups = len(SHEETS) - len(SHARED)
    open = said(composed("minimal", "kit"))
    assert (open.count("Группа: ____"), open.count("Наши этапы: с ____")) == (of_groups + 1, 1), (
        "and of the map"
    )
    assert "Группа: ____" not in said(
        compose(project(f"{BARE}session: {{participants: [{{name: Ива}}]}}\n"), "kit")
    )
    assert said(compose(project(BARE + groups), "kit")).count("Группа (обведите): Стойка") == of_groups + 1
    told = said(composed("hotel", "kit"))
    assert "Group (circle): Arrival – stages 1–3, from the first question to the key in hand" in told
    assert "Our stages" not in told, "their tasks say which"


def test_the_first_page_tells_what_to_print_on_what_paper_and_how_many() -> None:
    """Two groups of seven people; every sheet goes by its own title, so that the script and the list agree."""
    made = composed("hotel", "kit")
    told = next(each for each in blocks(made) if isinstance(each, Table))
    rows = [[plain(cell.paragraphs[0]).replace("\u00a0", " ") for cell in row.cells] for row in told.rows]
    count = {name: (paper, text) for name, paper, text in rows}
    assert count["W0. Principles"] == ("A3", "5 – one for two and one for the wall")
    assert count["W5. Six questions about a weak place"] == ("A4", "3 – one for each group and a spare")
    assert count["Rules of the session"] == ("A4, enlarge to A3", "1 – for the wall")
    assert count["W3. Card of a touchpoint"] == ("A4", "10 – five for each group")
    assert count["W4. Diagram from 1 to 10"] == ("A4", "7 – one for everybody who comes")
    assert count["W4a. All scores"] == ("A3", "1 – for the facilitator")
    assert count["W8. Commitments"] == ("A3", "1 – one for all")
    assert count["Large map of the customer’s journey"] == ("A3, enlarge to A1", "2 – one for each group")
    assert count["Yellow stickers: stage or touchpoint"] == ("A4, yellow", "4 – two for each group")
    assert set(titles(made)) - {*count} == {"Confirmation"}, "a page of the protocol"
    assert {*count} <= {*titles(made)}
    open = said(composed("minimal", "kit"))
    assert "по одному на группу" in open, "nobody knows how many groups there are"
    assert "Участников: ______, групп: ______. До пяти человек — один стол, 6–10 — две группы" in open


def test_every_step_of_a_block_has_its_time_and_together_they_fill_it() -> None:
    """The large map is one of them; what all have marked is put together in the time of the diagram."""
    text = said(composed("hotel", "kit"))
    of_stages = ["11:05–11:15 W1. ", "11:15–11:35 W2. ", "11:35–12:05 large map", "12:05–12:45 W3. "]
    alone = ("12:45–13:00, 15 min\nDiagram", "13:45–14:00, 15 min\nVote")
    assert [each for each in (*of_stages, *alone) if each not in text] == []
    assert "When: 11:35–12:05, block “Stages, zones and touchpoints”." in text
    text = said(composed("minimal", "kit"))
    assert "12:10–12:25 Б2. Зоны и элементы\n12:25–12:50 большая карта\n12:50–13:25 Б3. " in text
    assert "Когда: 12:25–12:50, блок «Зоны, элементы, точки касания»; 14:30–14:55, блок «Галерея»." in text


@pytest.mark.parametrize(
    ("materials", "times"),
    [
        (
            "'Б1–Б3'",
            ["10:00–10:25 Б1. ", "10:25–10:40 Б2. ", "10:40–11:15 Б3. ", "11:15–11:40 большая карта"],
        ),
        ("'Большая карта, затем Б3'", ["10:00–10:45 большая карта", "10:45–11:40 Б3. "]),
        ("маркеры", ["Когда: ____"]),
    ],
)
def test_the_large_map_has_its_time_in_any_agenda(materials: str, times: list[str]) -> None:
    """It is filled in beside the worksheets of touchpoints where no block names it; else there is room for a time."""
    agenda = f"[{{name: Путь, minutes: 100, output: путь, materials: {materials}}}]"
    text = said(compose(project(f"{BARE}session: {{agenda: {agenda}}}\n"), "kit"))
    assert [each for each in times if each not in text] == []


def test_the_large_map_is_in_the_agenda_of_which_it_comes() -> None:
    """A block that names no material but brings the map has it on the table."""
    agenda = (
        "[{name: Правила, minutes: 20, output: правила}, {name: Путь, minutes: 100, output: большая карта}]"
    )
    text = said(compose(project(f"{BARE}session: {{agenda: {agenda}}}\n"), "kit"))
    assert "Когда: 10:20–12:00, блок «Путь»." in text
    assert "в повестке этого нет" not in text


def test_everything_the_script_names_is_in_the_list_of_what_to_print() -> None:
    """By the same name; what else a block needs is named among what to prepare."""
    for language in LANGUAGES:
        words = vocabulary(language)["documents"]["kit"]
        empty = load_bytes(words["empty_input"].encode(), "kit.yaml").project
        assert empty is not None
        made = compose(empty, "kit")
        printed = [told(row) for row in next(each for each in blocks(made) if isinstance(each, Table)).rows]
        ready = " ".join([*printed, words["map"]["title"], *words["script"]["to_prepare"]]).casefold()
        ready += words["script"]["data_to_find"].casefold()
        for block in words["agenda"].values():
            for each in filter(None, re.split(", | (?:и|and) ", block["materials"])):
                stem = each.casefold().split()[0][:5]
                assert stem in ready, each


def test_the_invitation_seats_those_invited_by_group_and_asks_for_a_reply() -> None:
    group = "groups: [Стойка], participants: [{name: Ива, group: Стойка}, {name: Дуб, group: Стойка}, {name: Ясень}]"
    text = said(compose(project(f"{BARE}session: {{{group}}}\n"), "kit"))
    assert "Стойка\nИва; Дуб\nВне групп\nЯсень" in text
    assert "Участников: 3, за одним столом." in text
    assert re.search("Кому: _+, телефон: _+, не позже _+", text)


def test_stickers_are_a_page_for_each_colour_and_fit_the_map() -> None:
    made = composed("hotel", "kit")
    for colour in (
        "Yellow stickers: stage or touchpoint",
        "Pink stickers: what gets in the way",
        "Green stickers: idea",
    ):
        (stickers,) = (each for each in blocks(made) if isinstance(each, Table) and each.alt == colour)
        assert not stickers.has_heads
        assert Counter(len(row.cells) for row in stickers.rows) == {4: 9}
        (cell,) = [row for row in large_map(made).rows if colour.partition(" ")[0].lower() in told(row)]
        assert cell.height > stickers.rows[0].height
    assert "Enlarge the sheet to A1" in said(made)


def large_map(made: Document) -> Table:
    part = [each for each in made.parts if each.sheet == "a3"][-1]
    (table,) = [each for each in part.blocks if isinstance(each, Table)]
    return table


def test_the_facilitator_puts_all_scores_together_on_a_sheet() -> None:
    """Fifteen columns, as more may come than are named, or more for as many as come; beyond a sheet, another table.

    Two or three lay their sheets side by side.
    """

    def columns(people: int, paper: str = "auto") -> list[int]:
        named = ", ".join(f"{{name: Участник {n}}}" for n in range(people))
        told = f"participants: [{named}]" if people else "groups: [Стойка, Кухня]"
        made = compose(project(f"{BARE}session: {{{told}}}\n"), "kit", map_size=paper)
        found = [
            each for each in blocks(made) if isinstance(each, Table) and each.alt == "Сводный лист баллов"
        ]
        return [sum(plain(column.head).isdigit() for column in each.columns) for each in found]

    assert [columns(0), columns(2), columns(4), columns(20), columns(40), columns(20, "a4")] == [
        [15], [], [15], [22], [26, 16], [15, 7],
    ]  # fmt: skip
    text = said(composed("clinic", "kit"))
    assert "если средних два, возьмите половину их суммы" in text
    assert text.count("Медиана\n") == 1


def test_those_who_come_have_a_seat_and_a_card() -> None:
    def kit_of(session: str) -> str:
        return said(compose(project(f"{BARE}session: {{{session}}}\n"), "kit"))

    seated = kit_of(
        "groups: [{name: Стойка, task: путь до стола}, Кухня], participants: [{name: Ива, role: admin, group: Стойка}]"
    )
    assert "Стойка\nИва, Администратор\nпуть до стола" in seated
    assert "Ива\nАдминистратор\nСтойка" in seated
    two = kit_of("participants: [{name: Ива}, {role: admin}]")
    assert "Рассадка" not in two, "there is but one table"
    assert "Карточки с именами" not in two, "who know each other"
    assert "Вне групп" not in two
    four = kit_of("participants: [{name: Ива}, {role: admin}, {name: Дуб}, {name: Ясень}]")
    assert "клеткой\nИва\nАдминистратор" in four, "a name that is not told is written on the card"
    many = kit_of("participants: [{}]".format(", ".join(f"{{name: Участник {n}}}" for n in range(14))))
    assert "Стол 3\nРаспределить\nУчастник 0; Участник 1" in many
    assert said(composed("minimal", "kit")).count("Должность:") == ON_A_PAGE, (
        "open ones where nobody is named"
    )
    named = ", ".join(f"{{name: Участник {n}, group: Стол {n % 3}}}" for n in range(15))
    told = kit_of(f"participants: [{named}]")
    assert "Участников: 15; групп: 3. Кто за каким столом" in told
    assert "Стол\nКто сидит\nСтол 0" in told, "there is no column for tasks that nobody has"


def test_two_people_work_at_one_table() -> None:
    """Nothing is shared out among groups, no group looks at the map of another; what is printed is for all."""
    two = "participants: [{name: Ива}, {role: admin}]"
    text = said(compose(project(f"{BARE}session: {{{two}}}\n"), "kit"))
    assert "Начало в 10:00, конец в 13:00; 3 ч вместе с перерывами" in text
    assert "пишем на карте прямо в клетках" in text
    assert "медиан" not in text.partition("Сценарий ведущего\nНачало")[2].partition("Правила сессии\n1")[0]
    assert "Начало в 10:00, конец в 13:00" in said(compose(project(BARE), "kit")), (
        "two roles, nobody is named"
    )
    four = ", ".join(f"{{name: Участник {n}}}" for n in range(4))
    assert times(f"{{participants: [{four}]}}")[7:10] == ["13:25–13:45", "13:45–14:30", "14:30–14:45"]
    assert re.findall(r"Галере\w*|[Вв] группах|[Гг]рупп[ыа] \w+|групп[ыа]?\b", text) == []
    assert "1 — на всех" in text
    assert "5 — на всех" in text
    assert "Когда: 11:00–11:15, блок" in text


def test_the_rules_fill_the_wall() -> None:
    """The fewer there are, the higher; a great many are smaller."""

    def rows(count: int) -> set[tuple[str, int]]:
        rules = ", ".join(f"Правило {n}" for n in range(count))
        made = compose(project(f"{BARE}session: {{rules: [{rules}]}}\n"), "kit")
        (table,) = (each for each in blocks(made) if isinstance(each, Table) and each.alt == "Правила сессии")
        return {(row.role, row.height) for row in table.rows}

    assert [rows(5), rows(8), rows(12)] == [{("wall", 40)}, {("wall", 28)}, {("large", 0)}]


def test_an_open_radar_has_a_ring_for_every_mark_and_no_legend() -> None:
    page = write(composed("hotel", "kit"), "html").decode()
    (drawn,) = re.findall("<svg.*?</svg>", page, re.DOTALL)
    assert drawn.count("<circle r=") == 9, "from 2 to 10; 1 is in the middle"
    assert ">Score<" not in drawn


def test_the_script_tells_what_is_left_at_the_end() -> None:
    agenda = "[{name: Принципы, minutes: 75, output: принципы}]"
    told = said(compose(project(f"{BARE}session: {{end: '11:25', agenda: {agenda}}}\n"), "kit"))
    assert "Последний блок кончается в 11:15, в запасе 10 мин." in told
    assert "1 ч 15 мин" in told
    assert "галерею" not in told


def test_an_end_that_follows_from_nothing_is_left_to_write_in() -> None:
    """A block that does not say how long it takes has no end of its own making, nor has the day."""
    agenda = "[{name: Путь, minutes: 60, materials: Б1-Б2}, {name: Итог, materials: 'Б7, Б8'}]"
    text = said(compose(project(f"{BARE}session: {{start: '18:00', agenda: {agenda}}}\n"), "kit"))
    assert "с 18:00 до ____" in text
    assert "Начало в 18:00. Когда конец, не сказано" in text
    assert "19:00–____" in text
    assert [each for each in ("0 мин\n", "19:00–19:00") if f"\n{each}" in text] == []


def test_the_data_of_an_input_stand_on_a_sheet() -> None:
    assert "Что слышно" in said(composed("clinic", "kit"))
    assert "Что слышно" not in said(compose(project(BARE), "kit"))


MEASURED = """
concept:
  current_state:
    rounds: [{id: w1, date: 2026-05-01}, {id: w2, date: 2026-12-01}]
    criteria:
      - {component: staff, name: Вежливость, scores: [{round: w1, value: 7}, {round: w2, value: 9}]}
  indicators:
    - name: Доля ответов
      unit: pct
      measurements: [{date: 2026-06, value: 61}, {date: 2026-Q4, value: 83}]
"""


def test_the_figures_on_the_sheet_of_data_are_dated_and_known_on_the_day_of_the_session() -> None:
    """What is measured later, or in a quarter that is not over, is not there to be shown."""
    text = said(compose(project(f"{MEASURED}session: {{date: 2026-10-20}}\n"), "kit"))
    assert "Оценки от 1 до 10; ниже 6 — слабое место" in text
    assert "Готовность рекомендовать клинику\n36\n" in said(composed("clinic", "kit")), "points need no unit"
    assert [word in text for word in ("61 %", "июнь 2026 г.", "83 %")] == [True, True, False]
    assert "7\n01.05.2026" in text
    assert "83 %" in said(compose(project(MEASURED), "kit")), "a session without a day knows all there is"


def test_nothing_of_a_session_is_lost() -> None:
    """Of an input with every field there is, each text of the session but its notes stands in the kit."""
    filler = Filler()
    data = json.dumps(filler.project(), ensure_ascii=False).replace('"true"', "true")
    found = load_bytes(data.encode(), "filled.json").project
    assert found is not None
    text = "\n".join(read_aloud(compose(found, "kit"))).casefold()
    told = {path: value for path, value in filler.texts.items() if path.startswith("session.")}
    assert len(told) > 30
    lost = [
        path for path, value in told.items() if value.casefold() not in text and not path.endswith(".note")
    ]
    assert lost == []


def test_the_large_map_is_half_filled_where_there_is_a_chain() -> None:
    """What is known has a row of its own: the one for stickers is empty, and as high as a hand."""
    table = large_map(composed("hotel", "kit"))
    heads = [plain(column.head) for column in table.columns]
    assert heads[1:4] == ["1. Choosing and booking", "2. Before arrival", "3. Arrival"]
    goal, deeds, known, points, *_ = table.rows
    assert all(cell.paragraphs for cell in (*goal.cells, *known.cells))
    assert not any(cell.paragraphs for row in (deeds, points) for cell in row.cells[1:])
    assert points.height == 60
    assert "•" not in told(known), "which of them are moments of truth the groups find out"
    bare = compose(project(BARE), "kit")
    assert "в проекте" not in said(bare)
    assert large_map(bare).rows[0].height > 13, "a name is written, or a sticker put up"


GIVEN = "concept: {purpose: Порядок, principles: [Держим слово]}\n"
TOLD = "decisions: [Купить чайник, {text: Мыть окна, owner: admin}], parking_lot: [Кто платит]"


def ruled(document: Document, word: str) -> list[Table]:
    """The tables to fill in that say a word."""
    tables = [each for each in blocks(document) if isinstance(each, Table) and each.ruled]
    return [each for each in tables if any(word in told(row) for row in each.rows)]


def test_the_protocol_of_a_day_to_come_has_nothing_decided_yet() -> None:
    """What is known beforehand is proposed, to be ticked; the rows of the day are empty; an unknown day comes."""
    for day in ("", "date: 2026-12-20, "):
        made = compose(project(f"{GIVEN}session: {{{day}{TOLD}}}\n"), "kit")
        of_groups, proposed = ruled(made, "Держим слово")
        assert told(of_groups.rows[0]) == "1 Держим слово оставить / изменить / убрать"
        assert [told(row) for row in of_groups.rows[1:]] == ["2", "3", "4"], "rows of one's own"
        assert [len(row.cells[1].paragraphs) for row in proposed.rows] == [1, 0, 0]
        assert not any(row.cells[2].paragraphs for row in proposed.rows)
        taken, ahead = ruled(made, "Купить чайник")
        assert told(taken.rows[0]) == "1 Купить чайник\nпринять / изменить / отклонить"
        assert len(taken.rows) == 2 + 10
        assert "На Б8 первыми стоят меры, предложенные до сессии" in said(made)
        assert [plain(each.head) for each in ahead.columns][4:] == ["Принято", "Изменено", "Отклонено"]
        assert not any(cell.paragraphs for row in ahead.rows for cell in row.cells[4:])
        assert not ahead.rows[0].cells[2].paragraphs, "who answers is written in on the day"
        (decided,) = (each for each in blocks(made) if isinstance(each, Table) and each.alt == "Что решили")
        assert [told(row) for row in decided.rows] == [str(n) for n in range(1, 11)]
        text = said(made)
        assert "Слабые места и причины" in text
        assert "Кто платит (вопрос был до сессии)" in text
    assert "Принципы, которые приняли" in said(compose(project(BARE), "kit"))


@pytest.mark.parametrize(
    ("held", "known"), [("2026-10-20", ""), ("2026-12-20", "progress: [{as_of: 2027-01-15}]\n")]
)
def test_the_protocol_of_a_day_that_is_over_tells_what_was_decided(held: str, known: str) -> None:
    """The date of the document says so, or a report on how things stand since."""
    made = compose(project(f"{known}{GIVEN}session: {{date: {held}, {TOLD}}}\n"), "kit")
    (decided,) = ruled(made, "Купить чайник")
    assert told(decided.rows[0]).startswith("1 Купить чайник [заполнить: ")
    assert "отметьте" not in said(made)
    assert "Кто платит\n" in said(made)
    assert "Принципы, как они вошли в документ" in said(made)


def test_a_block_without_a_result_is_a_gap_in_the_script() -> None:
    agenda = "[{name: Принципы, minutes: 30}, {name: Обед, minutes: 30, break: да}]"
    made = compose(project(f"{BARE}session: {{agenda: {agenda}}}\n"), "kit")
    assert said(made).count("[заполнить: результат блока]") == 1


def test_every_format_says_the_same() -> None:
    made = composed("hotel", "kit")
    assert docx_text(write(made, "docx")) == expected_text(made)
    assert html_text(write(made, "html")) == expected_html(made)


def test_a_sheet_of_criteria_has_an_empty_radar_as_long_as_it_can_be_drawn_by_hand() -> None:
    def axes(count: int) -> list[int]:
        named = "".join(f"      - {{component: staff, name: Критерий {n}}}\n" for n in range(1, count + 1))
        made = compose(
            project(f"concept:\n  purpose: Порядок\n  current_state:\n    criteria:\n{named}"), "kit"
        )
        drawn = [each.data for each in blocks(made) if isinstance(each, Chart)]
        return [len(each.axes) for each in drawn if isinstance(each, Radar)]

    assert [axes(count) for count in (13, 16, 17)] == [[13], [16], []]


def test_the_protocol_has_room_for_all_that_the_day_brings() -> None:
    """Who kept it, who was absent, what was expected, what comes of each decision, to whom the result goes."""
    text = said(composed("minimal", "kit"))
    asked = ("Кто вёл протокол", "Кого не было", "Ожидания: что", "Что будет на выходе", "Итог разошлём")
    assert [each for each in asked if each not in text] == []
    tables = {
        each.alt.replace("\u00a0", " "): each
        for each in blocks(composed("minimal", "kit"))
        if isinstance(each, Table)
    }
    assert [len(tables[name].rows) for name in ("Слабые места и причины", "Присутствовали")] == [7, 16]
    assert tables["Слабые места и причины"].rows[0].height == 16


def test_the_sheet_of_data_tells_who_gave_the_scores() -> None:
    """And goes off the tables before the room gives marks of its own; where nobody tells, a line asks."""
    assert "Августовский замер (смешанный) — ответили: 102; оценки ставили: " in said(
        composed("clinic", "kit")
    )
    text = said(compose(project(f"{MEASURED}session: {{date: 2026-10-20}}\n"), "kit"))
    assert "Кто ставил оценки и сколько их было: ____" in text
    assert "Соберите листы со столов до Б4" in text
    assert "Дата: 20.10.2026" in text.replace("20 октября 2026 г.", "20.10.2026"), (
        "a day that is known is printed"
    )


def test_what_is_not_known_of_the_day_is_written_into_the_invitation() -> None:
    made = composed("minimal", "kit")
    (facts,) = (
        each
        for each in blocks(made)
        if isinstance(each, Table) and each.alt == titles(made)[0] and each.ruled
    )
    assert [bool(row.cells[1].paragraphs) for row in facts.rows] == [True, False, False, False]


def test_the_script_adds_what_an_agenda_of_ones_own_leaves_out() -> None:
    """Expectations in its first block, stickers beside the map; nothing of it where a block tells it."""
    blocks = (
        "[{name: Начало, minutes: 20, output: цель},"
        " {name: Путь, minutes: 60, output: карта, materials: Большая карта}]"
    )
    text = said(compose(project(f"{BARE}session: {{groups: [А, Б], agenda: {blocks}}}\n"), "kit"))
    first, _, then = text.partition("10:00–10:20")[2].partition("10:20–11:20")
    assert "Ожидания: каждый одной фразой" in first
    assert "жёлтые, розовые и зелёные стикеры" in then.partition("Большая карта\n•")[0]
    blocks = blocks.replace("Начало", "Ожидания").replace("Большая карта", "Большая карта и стикеры")
    text = said(compose(project(f"{BARE}session: {{groups: [А, Б], agenda: {blocks}}}\n"), "kit"))
    assert [each in text for each in ("каждый одной фразой", "жёлтые, розовые и зелёные")] == [False, False]


def test_two_or_three_have_no_helper_in_an_agenda_of_their_own() -> None:
    agenda = "participants: [{name: Ива}, {name: Дуб}], agenda: [{name: Начало, minutes: 20, output: цель}]"
    text = said(compose(project(f"{BARE}session: {{{agenda}}}\n"), "kit"))
    assert "ведущий записывает их в протокол" in text
    assert "помощник" not in text


def test_a_block_below_one_without_its_minutes_begins_nobody_knows_when() -> None:
    """Neither the script nor the invitation says that two blocks begin at once."""
    agenda = (
        "{start: '10:00', end: '13:00', agenda: [{name: Начало, output: цель},"
        " {name: Путь, minutes: 60, output: путь}, {name: Обед, start: '12:00', minutes: 30, break: true},"
        " {name: Итог, output: итог}]}"
    )
    text = said(compose(project(f"{BARE}session: {agenda}\n"), "kit"))
    day, script = text.partition("Как пройдёт день")[2].split("Сценарий ведущего\n", 1)
    assert "10:00\nНачало\n______\nПуть\n12:00\nОбед\n12:30\nИтог" in day
    assert [
        each
        for each in ("10:00–______\nНачало", "______–______, 1 ч\nПуть", "12:30–13:00, 30 мин\nИтог")
        if each not in script.replace("\u00a0", " ")
    ] == []


def test_the_sheets_of_data_are_collected_before_the_room_gives_marks() -> None:
    for name, hint in (("clinic", "До Б4 соберите со столов"), ("hotel", "Before W4 collect the sheets")):
        assert hint in said(composed(name, "kit"))


def test_two_or_three_print_and_prepare_no_more_than_they_use() -> None:
    two = said(compose(project(f"{BARE}session: {{participants: [{{name: Ива}}, {{name: Дуб}}]}}\n"), "kit"))
    unused = ("Б4а", "тикер", "Точки", "клей", "следит за временем", "А1", "помощник", "Карточки с именами")
    assert [
        each for each in unused if each in two.replace("очка касания", "").replace("очки касания", "")
    ] == []
    assert "увеличивать её не нужно" in two
    agenda = "agenda: [{name: Путь, minutes: 60, output: карта, materials: 'Большая карта, стикеры, Б4а'}]"
    own = said(compose(project(f"{BARE}session: {{participants: [{{name: Ива}}], {agenda}}}\n"), "kit"))
    assert "Жёлтые стикеры: этап или точка касания" in own, "their own agenda asks for them"
    assert "Б4а. Сводный лист баллов" in own


def test_rows_and_seats_go_by_the_headcount() -> None:
    named = ", ".join(f"{{name: Участник {n}, group: Стол {n % 3}}}" for n in range(14))
    made = compose(project(f"{BARE}session: {{participants: [{named}]}}\n"), "kit")
    rows = {each.alt: len(each.rows) for each in blocks(made) if isinstance(each, Table)}
    assert (rows["Обязательства"], rows["Что решили"]) == (16, 16)
    (signed,) = (each for each in blocks(made) if isinstance(each, Table) and each.alt == "Присутствовали")
    assert {row.height for row in signed.rows} == {11}, "a page has room for sixteen"
    assert "мест за каждым: 6, одно из них запасное" in said(made)
    assert "двоим или троим" not in said(made)
    assert "15 — по пять на группу" in said(made)
    named = ", ".join(f"{{name: Участник {n}, group: Стол {n % 2}}}" for n in range(14))
    large = said(compose(project(f"{BARE}session: {{participants: [{named}]}}\n"), "kit"))
    assert "Б3. Карточка точки касания\nА4\n14 — каждому участнику" in large, "each writes a card"
    assert "3 seats at each" not in said(composed("hotel", "kit"))
    assert "4 seats at each with one to spare" in said(composed("hotel", "kit"))


def test_a_long_script_goes_on_after_lunch_on_a_page_of_its_own() -> None:
    made = composed("hotel", "kit")
    tables = [
        each for each in blocks(made) if isinstance(each, Table) and each.alt == "Blocks in their times"
    ]
    assert [told(each.rows[-1]).split()[0] for each in tables] == ["13:00–13:45", "16:05–16:25,"]
    assert max(len(each.columns) for each in tables) == 5, "a telephone shows cards"
    two = compose(project(f"{BARE}session: {{participants: [{{name: Ива}}]}}\n"), "kit")
    tables = [each for each in blocks(two) if isinstance(each, Table) and each.alt == "Блоки по времени"]
    assert [told(each.rows[-1]).split()[0] for each in tables] == ["11:35–11:45", "12:50–13:00,"]


def test_the_kit_tells_which_page_of_the_file_each_sheet_is() -> None:
    """By the house's list of contents, which Word and PDF fill in alike."""
    (listed,) = (each for each in blocks(composed("hotel", "kit")) if isinstance(each, Contents))
    assert plain(listed.title) == "Pages of this file"


def test_stages_of_the_project_stand_on_their_sheet() -> None:
    tables = {each.alt: each for each in blocks(composed("dealer", "kit")) if isinstance(each, Table)}
    rows = [told(row) for row in tables["Этапы пути клиента"].rows]
    assert rows[0] == "Цепочка клиентского сервиса «Покупка машины»", "one of two"
    assert rows[1].startswith("1 Запрос ")
    assert rows[-3:] == [""] * 3
    assert len(rows) == 2 + 7 + 6 + 3


def test_more_may_come_than_are_named() -> None:
    """A row, a card, a table are theirs, a third group is written in, and the list says what to print."""
    named = ", ".join(f"{{name: Участник {n}, group: {'АБ'[n % 2]}}}" for n in range(7))
    made = compose(project(f"{BARE}session: {{groups: [А, Б], participants: [{named}]}}\n"), "kit")
    rows = {
        each.alt.replace("\u00a0", " "): len(each.rows) for each in blocks(made) if isinstance(each, Table)
    }
    assert (rows["Обязательства"], rows["Присутствовали"], rows["Рассадка"]) == (16, 16, 3)
    cards = [each for each in blocks(made) if isinstance(each, Table) and each.alt.startswith("Карточки")]
    assert told(cards[-1].rows[2]) == "Должность: Должность:"
    text = said(made)
    assert "Группа (обведите): А / Б / ______" in re.sub(r"\s*/\s*", " / ", text)
    assert "Людей больше, чем названо: каждому" in text
    assert "Людей больше, чем названо" not in said(composed("minimal", "kit"))


def test_each_of_several_chains_has_a_map_and_a_group_takes_one() -> None:
    made = composed("dealer", "kit")
    text = said(made)
    assert (
        "Большая карта: Цепочка клиентского сервиса «Заезд в мастерскую»\nА3, увеличить до А1\nпо одному на группу"
        in text
    )
    assert "Каждой группе одна цепочка; если групп больше" in text
    assert "Каждая группа заполняет только свою цепочку." in text
    assert "своя карта. Каждой группе одна" not in said(composed("hotel", "kit"))


def test_a_kit_for_nobody_in_particular_tells_how_one_table_goes() -> None:
    """And has rows for criteria and as many for stages as the map has columns."""
    made = compose(project(BARE), "kit")
    rows = {each.alt.replace("\u00a0", " "): each.rows for each in blocks(made) if isinstance(each, Table)}
    assert [told(row) for row in rows["Диаграмма от 1 до 10"][-2:]] == ["", ""]
    assert len(rows["Этапы пути клиента"]) == len(large_map(made).columns) - 1
    text = said(composed("clinic", "kit"))
    assert "До пяти человек — один стол. Галереи нет" in text
    assert "всё, что после неё, — на 25 мин раньше" in text
    assert "Двоим или троим хватает короткого дня" in text
    assert "10:20 Принципы; 10:40 Этапы пути клиента;" in text
    assert "12:50 Подтверждение концепции; 13:00 конец." in text


def test_the_sheet_of_data_says_nothing_twice() -> None:
    """A unit that the name of an indicator tells, a saying that is a part of a longer one."""
    heard = "findings: [{text: Ждут, heard: ['Звоните в мастерскую', 'По гарантии звоните в мастерскую']}]"
    shares = (
        "indicators: [{name: Жалобы на 1000 визитов, unit: per_1000, baseline: {value: 3.6, date: 2026-08}},"
        " {name: Жалобы, unit: per_1000, baseline: {value: 4, date: 2026-08}}]"
    )
    text = said(compose(project(f"concept: {{current_state: {{{heard}}}, {shares}}}\n"), "kit"))
    assert text.count("воните в мастерскую") == 1
    assert "Жалобы на 1000 визитов\n3,6\n" in text
    assert "Жалобы\n4 на 1000\n" in text


def test_a_block_to_shorten_is_named() -> None:
    assert "Shorten “Problem zones”, but not decisions" in said(composed("hotel", "kit"))
    four = ", ".join(f"{{name: Участник {n}}}" for n in range(4))
    text = said(compose(project(f"{BARE}session: {{participants: [{four}]}}\n"), "kit"))
    assert "Сокращайте блок «Проблемные зоны», но не решения" in text


def test_two_or_three_are_told_of_principles_only_where_they_stand_on_the_sheet() -> None:
    for principles, stands in (("", False), (", principles: [Держим слово]", True)):
        text = said(compose(project(f"concept: {{purpose: Порядок{principles}}}\n"), "kit"))
        assert ("На Б0 стоят принципы проекта" in text) is stands
        assert "если они есть" not in text
