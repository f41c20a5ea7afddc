"""The questionnaire asks for every open gap once, of whoever can answer it; its workbook says the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cases import patched, read
from click.testing import CliRunner
from docx_invariants import faults
from lxml import etree
from made import NAMES as SAMPLES
from test_gaps import APPROVED, HOLES, marks, sample, tree

from conceptgen.cli.program import Program
from conceptgen.document.blocks import Document, Heading, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks
from conceptgen.errors import InputError
from conceptgen.input import Loaded, load_bytes
from conceptgen.model.base import Unknown
from conceptgen.readiness import questionnaires
from conceptgen.readiness.gaps import open_gaps
from conceptgen.rulebook import accepted_gaps
from conceptgen.rulebook.planned_documents import expected_documents, in_status
from conceptgen.writers import write

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HALF: dict[str, Any] = {}
for _name, _hole in HOLES.items():
    HALF |= (
        _hole
        if _name not in ("no governance", "empty stages", "number of an act", "date under the approval")
        else {}
    )
HALF |= {
    "a_log.deliverable": None,
    "i_wait.method": None,
    "p_word.client_meaning": {"unknown": {"reason": "tbd", "resolve_by": "2027-02-01", "owner": "admin"}},
}
UNREAL = ["=1+1", "+7 000", "-x", "@who", "{=SUM(1)}", "http://a.example/", "00012"]


@cache
def half_filled(language: str = "ru") -> Loaded:
    return load_bytes(patched(HALF | {"document.language": language}), "half.yaml")


INPUTS: dict[str, Callable[[], Loaded]] = {
    **{name: partial(sample, name) for name in [*SAMPLES, "filler"]},
    "half": half_filled,
    "half, English": partial(half_filled, "en"),
}


@cache
def made_of(name: str) -> tuple[Document, bytes]:
    return made(INPUTS[name]())


def made(loaded: Loaded, format: str = "html") -> tuple[Document, bytes]:
    document, workbook = questionnaires(loaded, "a", (format,))
    assert [document.name, workbook.name] == [f"a-questions.{format}", "a-questions.xlsx"]
    return document.document, workbook.data()


def asked(document: Document) -> list[tuple[str, str, str, str]]:
    """Whom, and the first three texts of each row: the field, what it is of, what is printed now."""
    found, whom = [], ""
    for block in blocks(document):
        whom = plain(block.content) if isinstance(block, Heading) else whom
        for row in block.rows if isinstance(block, Table) else ():
            field, about = map(plain, row.cells[0].paragraphs)
            found.append((whom, about, field, plain(row.cells[1].paragraphs[0])))
    return found


def cells(workbook: bytes) -> list[list[str]]:
    """The texts of the sheet; every cell is a text."""
    book = ZipFile(BytesIO(workbook))
    shared = ["".join(each.itertext(f"{S}t")) for each in etree.fromstring(book.read("xl/sharedStrings.xml"))]
    found = []
    for row in etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{S}row"):
        assert not list(row.iter(f"{S}f"))
        assert all(cell.get("t") == "s" or not len(cell) for cell in row)
        found.append([shared[int(cell[0].text or "")] if len(cell) else "" for cell in row])
    return found


@pytest.mark.parametrize("name", INPUTS)
def test_every_mark_and_every_unknown_is_asked_for_once(name: str) -> None:
    loaded = INPUTS[name]()
    project = loaded.project
    assert project is not None
    expected = {each.origin.path[:-1] for each in project.relations.places if isinstance(each.part, Unknown)}
    for about in in_status(expected_documents(project), "approved"):
        lacking = {mark.lacks.path for mark in marks(tree(loaded, about)) if mark.lacks}
        expected |= lacking - accepted_gaps(project, about)
    gaps = open_gaps(loaded, project, "approved")
    assert expected <= {gap.path for gap in gaps}
    assert len(asked(made_of(name)[0])) == len(gaps)
    fields = [gap.path for gap in gaps if not gap.remark]
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("name", INPUTS)
def test_document_and_workbook_ask_the_same(name: str) -> None:
    document, workbook = made_of(name)
    heads, *rows = cells(workbook)
    assert heads[0] in ("№", "No.")
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    told = [tuple(map(_flat, row[1:5])) for row in rows]
    assert told == [tuple(map(_flat, each)) for each in asked(document)]
    assert len(told) == len(set(told)) or name == "filler"


def _flat(text: str) -> str:
    """A text without what the writing of a document makes of it; an empty cell of a table is a dash."""
    return text.replace("\u00a0", " ").replace("’", "'").replace("—", "")


@pytest.mark.parametrize("name", INPUTS)
def test_questions_are_words_of_the_field(name: str) -> None:
    if name == "filler":
        pytest.skip("its texts are no words")
    for question in asked(made_of(name)[0]):
        assert question[2], question
        assert not re.search(r"[a-z]+_[a-z_]+|unknown", " ".join(question)), question


def test_of_whoever_can_answer() -> None:
    """Who finds out; who answers for the part, or for what holds it; nobody in particular comes last."""
    found = asked(made(half_filled())[0])
    whom = {(about, field): who for who, about, field, _ in found}
    assert whom["Мы держим слово.", "Что это значит для клиента"] == "Администратор"
    assert whom["Ожидание стола", "Источник данных"] == "Администратор"
    assert whom["Без ожидания", "Начало"] == "Кого спросить, решите сами"
    named = [who == "Кого спросить, решите сами" for who, *_ in found]
    assert named == sorted(named)
    assert ("Ожидание стола", "Метод") in {(about, field[:5]) for _, about, field, _ in found}


def test_what_is_printed_and_until_when() -> None:
    _, workbook = made(half_filled())
    rows = {(row[2], row[3]): row[4:6] for row in cells(workbook)}
    assert rows["Без ожидания", "Начало"] == ["[заполнить: начало]", ""]
    assert rows["Мы держим слово.", "Что это значит для клиента"] == ["нет данных (уточняется)", "01.02.2027"]


@pytest.mark.parametrize("code", ["E-ACT-01", "E-CHN-01", "E-CAU-03", "E-DOC-03", "E-IND-01", "E-PZ-01"])
def test_what_a_rule_misses_is_asked_once(code: str) -> None:
    """A rule and the mark it tells of are one question; what no document marks is asked too."""
    for case in read(code)["bad"]:
        loaded = load_bytes(patched(case["patch"]), "a.yaml")
        found = asked(made(loaded)[0])
        assert found
        assert len(found) == len(set(found)), found


def test_a_gap_that_is_accepted_is_not_asked_for() -> None:
    line = {"rule": "E-DOC-05", "at": "t_call", "reason": "за кадром"}
    hole = APPROVED | {"t_call.frontstage": None}
    assert len(asked(made(load_bytes(patched(hole), "a.yaml"))[0])) == 1
    accepted = load_bytes(patched(hole | {"review": {"allow": [line]}}), "a.yaml")
    document, workbook = made(accepted)
    assert asked(document) == []
    assert len(cells(workbook)) == 1


def test_texts_of_a_workbook_are_texts() -> None:
    """No formula, no link, no number, whatever a name begins with."""
    for text in UNREAL:
        loaded = load_bytes(patched({"a_log.name": text, "a_log.deliverable": None}), "a.yaml")
        data = made(loaded)[1]
        assert cells(data)[1][2] == text
        assert b"hyperlink" not in ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_workbook_is_ready_to_fill_in_and_the_same_twice() -> None:
    first, second = made(half_filled())[1], made(half_filled())[1]
    assert first == second
    sheet = ZipFile(BytesIO(first)).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert sheet.count("<col ") == 7
    assert 'wrapText="1"' in ZipFile(BytesIO(first)).read("xl/styles.xml").decode()


def test_the_word_document_is_sound() -> None:
    assert not faults(write(made(half_filled(), "docx")[0], "docx"))


def test_an_input_that_cannot_be_read_is_asked_nothing() -> None:
    with pytest.raises(InputError):
        list(questionnaires(load_bytes(b"document: [", "a.yaml"), "a", ("html",)))


def test_the_command_writes_both(tmp_path: Path) -> None:
    file = tmp_path / "half.yaml"
    file.write_bytes(patched(HALF))
    args = ["review", str(file), "--questions", "--format", "html", "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(Program(), args)
    assert result.exit_code == 0, result.output
    written = sorted(each.name for each in (tmp_path / "out").iterdir() if each.name.startswith("half"))
    assert written == ["half-questions.html", "half-questions.xlsx"]
