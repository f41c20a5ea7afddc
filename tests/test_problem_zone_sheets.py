"""Problem zones by themselves: sheets that can be filled in by hand, and what was found, with its arithmetic."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from as_typed import plain
from docx_text import body_text as docx_text
from docx_text import expected_text
from html_text import body_text as html_text
from html_text import expected_text as expected_html
from inputs import project
from lxml import etree
from made import composed
from made import project as load_project

from conceptgen.composition import compose
from conceptgen.document.blocks import Document, Heading, Row, Table
from conceptgen.document.walk import blocks
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.content import usual, usual_documents
from conceptgen.model.relations import BUILT_IN
from conceptgen.writers import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PEN = 9
"""Millimetres that a line written by hand needs."""


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


def empty_rows(document: Document) -> list[Row]:
    """The rows with something to write in."""
    rows = [row for table in tables(document) for row in table.rows]
    return [row for row in rows if any(not cell.paragraphs for cell in row.cells)]


def said(document: Document) -> str:
    """The whole text, each space a plain one."""
    return "\n".join(html_text(write(document, "html"))).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_zone_has_four_to_six_questions_of_its_own(language: str) -> None:
    asked = vocabulary(language)["documents"]["zone_questions"]
    assert set(asked) == {*BUILT_IN["ProblemZone"], "own"}
    assert all(4 <= len(each) <= 6 for each in asked.values())
    every = [question for each in asked.values() for question in each]
    assert len(set(every)) == len(every)
    assert [each for each in every if not each.endswith("?")] == []


@pytest.mark.parametrize(
    ("language", "told", "asked", "denied"),
    [
        (
            "ru",
            "Ответ «да» — всё в порядке, «нет» — признак зоны.",
            "Клиенту объяснили, зачем нужны его данные?",
            r"^(Никто|Нет ли|Не )",
        ),
        (
            "en",
            "“Yes” is in order, “no” is a sign of the zone.",
            "Was the customer told what the details are for?",
            r"\b(nobody|no employee|cannot|without knowing)\b|^(Was|Could|Is|Does) [^?]* not (name|told|know|meas)",
        ),
    ],
)
def test_yes_is_in_order_and_nothing_is_asked_twice_denied(
    language: str, told: str, asked: str, denied: str
) -> None:
    text = said(composed("clinic" if language == "ru" else "hotel", "problem-zones", "blank"))
    assert told in text
    assert asked in text
    questions = vocabulary(language)["documents"]["zone_questions"].values()
    assert [each for zone in questions for each in zone if re.search(denied, each, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_fit_any_trade(language: str) -> None:
    """A clinic sells nothing and a workshop keeps no shop."""
    words = vocabulary(language)["documents"]
    names = [words["built_in"][each] for each in BUILT_IN["ProblemZone"] if each != "pz02"]
    asked = [each for zone in words["zone_questions"].values() for each in zone]
    trade = re.compile("прода[вжё]|покуп|магазин|товар|seller|purchas|shop|buy", re.IGNORECASE)
    assert [each for each in (*names, *asked) if trade.search(each)] == []


def test_what_could_not_be_checked_has_a_column_of_its_own() -> None:
    asking = [each for each in tables(composed("hotel", "problem-zones", "blank")) if len(each.columns) == 5]
    assert len(asking) == 10
    heads = {plain(column.head) for table in asking for column in table.columns[1:4]}
    assert heads == {"Yes", "No", "Not checked"}


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Вывод Ответственный Мероприятия"), ("en", "Verdict Owner Actions")]
)
def test_the_form_the_report_and_the_concept_have_one_word_for_a_thing(language: str, words: str) -> None:
    made = {
        name: {
            line.strip()
            for line in said(compose(load_project("clinic"), *name, language=language)).splitlines()
        }
        for name in (("problem-zones", "blank"), ("problem-zones", "full"), ("concept", "full"))
    }
    missing = [(name, each) for name, text in made.items() for each in words.split() if each not in text]
    assert missing == [(("concept", "full"), words.split()[0])]


def test_the_annex_of_sources_is_there_where_a_row_cites_it() -> None:
    cited = "sources: [{id: s_log, name: Журнал}]\n" + AUDIT
    assert "Источники" not in said(compose(project(cited), "problem-zones"))
    text = said(
        compose(
            project(cited.replace("verdict: found\n", "verdict: found\n        source: s_log\n")),
            "problem-zones",
        )
    )
    assert "Приложение А. Источники" in text
    assert "[1]" in text
    money = said(composed("hotel", "problem-zones")).partition("Missed opportunity by zone")[2]
    assert "47 rooms were late in four weeks, each with a drink voucher [3]" in money


def test_the_sheets_need_no_audit_and_are_filled_in_by_hand() -> None:
    """Of the shortest input: a page a zone, each begun on a fresh page, rows as high as a pen needs."""
    sheets = composed("minimal", "problem-zones", "blank")
    pages = [part for part in sheets.parts if isinstance(part.blocks[0], Heading)]
    assert len(pages) == 10
    assert all(part.new_page for part in pages)
    assert sheets.draft == "", "a form is no draft, whatever the state of the work"
    rows = empty_rows(sheets)
    assert len(rows) > 100
    assert [row for row in rows if row.height < PEN] == []
    assert all(table.ruled for table in tables(sheets))


def test_a_zone_of_the_client_s_own_has_its_sheet() -> None:
    made = compose(
        project("custom_zones: [{name: Сезонность, shows_as: летом нет мест}]\nconcept: {purpose: Порядок}"),
        "problem-zones",
        "blank",
    )
    titles = [plain(block.content) for block in blocks(made) if isinstance(block, Heading)]
    assert titles[-1] == "11. Сезонность"
    assert "Летом нет мест." in said(made)


def test_word_and_html_have_the_room_that_the_tree_asks_for() -> None:
    sheets = composed("minimal", "problem-zones", "blank")
    word, page = write(sheets, "docx"), write(sheets, "html")
    assert docx_text(word) == expected_text(sheets)
    assert html_text(page) == expected_html(sheets)
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml"))
    heights = [int(each.get(f"{W}val")) for each in root.iter(f"{W}trHeight")]
    assert len(heights) >= len(empty_rows(sheets))
    assert round(min(heights) * 25.4 / 1440, 1) >= PEN
    assert len([*root.iter(f"{W}tblBorders")]) == len(tables(sheets))
    classes = set(re.findall(r"high-[0-9]+", page.decode()))
    ruled = [each for each in classes if f".{each} td {{ height:" not in page.decode()]
    assert classes
    assert ruled == []


def test_typst_sets_the_same_room() -> None:
    """Ten zones take ten pages and one, for the rows are as high as in the other engine."""
    from dataclasses import replace

    import pikepdf

    from conceptgen.document.look import DEFAULT_LOOK

    made = write(
        composed("minimal", "problem-zones", "blank"), "pdf", replace(DEFAULT_LOOK, pdf_engine="typst")
    )
    assert len(pikepdf.open(io.BytesIO(made)).pages) == 11


def test_what_was_found_is_added_up_before_the_reader_s_eyes() -> None:
    """The hotel loses 300, 380 and 440 pounds a month to three zones; to two more something that has no sum."""
    text = said(composed("hotel", "problem-zones"))
    assert "In all: GBP 300 + 380 + 440 = 1,120 a month." in text
    assert "Over a year: GBP 1,120 × 12 = 13,440." in text
    assert "not in the total: “Data collection”, “Performance measurement”" in text


AUDIT = """
concept:
  current_state:
    zone_audit:
      - problem_zone: pz10
        verdict: found
        heard: [«Не моя смена»]
        missed_opportunity: {amount: 100, currency: RUB, per: month}
      - {problem_zone: pz02, verdict: found, missed_opportunity: {amount: 50, currency: RUB, per: quarter}}
      - {problem_zone: pz03, verdict: found, missed_opportunity: {amount: 7, currency: RUB, per: case}}
      - {problem_zone: pz04, verdict: not_checked}
"""


def test_sums_of_different_periods_meet_in_a_year_and_cases_stay_apart() -> None:
    text = said(compose(project(AUDIT), "problem-zones"))
    assert "Всего: 100 руб. в месяц." in text
    assert "Всего: 50 руб. в квартал." in text
    assert "Всего: 7 руб. за случай." in text
    assert "В пересчёте на год: 100 × 12 + 50 × 4 = 1400 руб." in text
    assert ".." not in text


def test_a_zone_without_a_verdict_says_so_and_has_its_questions() -> None:
    """So has one that was not checked; a zone found without an action is a gap."""
    text = said(compose(project(AUDIT), "problem-zones"))
    assert text.count("вывода пока нет") == 6
    assert text.count("Что спросить при проверке") == 7
    assert "[заполнить: ответственный]" in text
    assert "«Не моя смена»" in text


def test_it_is_made_when_it_is_named_and_not_before() -> None:
    given = project(AUDIT)
    assert "problem-zones" not in usual_documents(given)
    assert usual(given, "problem-zones") == ("blank", "full")
    assert usual(project("concept: {purpose: Порядок}"), "problem-zones") == ("blank",)
