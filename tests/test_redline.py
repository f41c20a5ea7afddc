"""The redline: accepted it is the new edition, rejected the old one, and Word finds nothing wrong with it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from changed_documents import changed
from click.testing import CliRunner
from docx_invariants import faults
from docx_text import W
from lxml import etree
from redline_views import same, view
from word_edits import WordEditor

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.exchange.edits import edits_of
from conceptgen.exchange.redline import redline
from conceptgen.input import load_bytes
from conceptgen.model.content import usual, usual_documents
from conceptgen.model.project import Project
from conceptgen.writers.docx import write

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(each.stem for each in SAMPLES.glob("*.yaml"))
AUTHOR, DATE = "Студия «Пример»", "2027-02-01"
INPUT = """\
schema: conceptgen/1
document: {title: Концепция сервиса пекарни, date: 2026-12-01, prepared_by: {firm: Студия «Пример»}}
organization:
  name: Пекарня «Колосок»
  roles: [{id: boss, name: Хозяин}, {id: head, name: Старший продавец}, {id: baker, name: Пекарь}]
concept:
  purpose: Покупатель уходит с горячим хлебом и больше нигде не ждёт.
  goals:
    - {id: g_fast, text: Быстро обслужить каждого покупателя, owner: boss}
    - {id: g_warm, text: Хлеб всегда горячий, owner: baker}
  indicators:
    - {id: i_wait, name: Ожидание у кассы, unit: min, owner: head, targets: [{at_most: 1.5, due: 2027-03-31}]}
  programme:
    actions:
      - {id: a_till, name: Поставить вторую кассу в зале, owner: boss, deadline: 2027-02-26}
      - {id: a_oven, name: Печь хлеб каждый час, owner: baker, deadline: 2027-03-31}
      - {id: a_sign, name: Повесить табло ожидания, owner: head, deadline: 2027-04-30}
      - {id: a_menu, name: Обновить доску с ценами, owner: head, deadline: 2027-05-31}
"""


def project(text: str) -> Project:
    found = load_bytes(text.encode(), "пекарня.yaml")
    assert found.project is not None, found.findings
    return found.project


def word(made: Project) -> bytes:
    return write(compose(made))


@cache
def base() -> bytes:
    return word(project(INPUT))


def redlined(*replacements: tuple[str, str]) -> tuple[bytes, bytes]:
    """The new edition and its redline against the base."""
    text = INPUT
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    new = word(project(text))
    return new, redline(base(), new, AUTHOR, DATE)


def body(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def marked(data: bytes, kind: str) -> list[str]:
    """The text of each stretch of one kind, empty ones aside."""
    signs = (f"{W}t", f"{W}delText")
    found = ("".join(t.text or "" for t in each.iter(*signs)) for each in body(data).iter(f"{W}{kind}"))
    return [text for text in found if text]


@cache
def edition(name: str, length: str) -> tuple[Document, bytes]:
    """A document of a sample: its short one, or its concept or chain in full."""
    made = load_bytes((SAMPLES / f"{name}.yaml").read_bytes(), f"{name}.yaml").project
    assert made is not None
    document = usual_documents(made)[0]
    composed = compose(made, document, usual(made, document)[0 if length == "short" else -1])
    return composed, write(composed)


@pytest.mark.parametrize(
    ("name", "length", "seed"),
    [
        *((name, "short", number % 3) for number, name in enumerate(NAMES)),
        ("clinic", "full", 3),
        ("hotel", "full", 3),
        ("chain_only", "full", 6),  # a footnote goes, another comes
        ("chain_only", "full", 8),  # the words of one change
    ],
)
def test_all_accepted_is_the_new_edition_and_all_rejected_the_old(name: str, length: str, seed: int) -> None:
    document, old = edition(name, length)
    new = write(changed(document, seed, 0.6 if length == "short" else 0.1))
    made = redline(old, new, AUTHOR, DATE)
    assert view(new, "new") != view(old, "new")
    assert same(view(new, "new"), view(made, "new"))
    assert same(view(old, "new"), view(made, "old"))
    assert faults(made) == []


def test_an_edition_that_changed_nothing_has_no_marks() -> None:
    made = redline(base(), base(), AUTHOR, DATE)
    assert [each.tag for each in body(made).iter() if "RangeStart" in str(each.tag)] == []
    assert [marked(made, kind) for kind in ("ins", "del", "moveFrom", "moveTo")] == [[], [], [], []]


def test_words_and_numbers_change_as_a_whole_inside_their_sentence() -> None:
    _, made = redlined(("с горячим хлебом", "со свежим хлебом"), ("at_most: 1.5", "at_most: 1.6"))
    assert marked(made, "del").count("с\u00a0горячим") == 1
    assert marked(made, "ins").count("со свежим") == 1
    assert "1,5" in marked(made, "del")
    assert "1,6" in marked(made, "ins")


def test_author_and_date_are_those_of_the_input_and_the_bytes_the_same_twice() -> None:
    _, made = redlined(("горячим", "свежим"))
    assert made == redlined(("горячим", "свежим"))[1]
    (change,) = [each for each in body(made).iter(f"{W}ins") if each.getparent().tag == f"{W}p"]
    assert change.get(f"{W}author") == AUTHOR
    assert change.get(f"{W}date") == "2027-02-01T00:00:00Z"
    undated = redline(base(), word(project(INPUT.replace("горячим", "свежим"))), AUTHOR)
    assert all(each.get(f"{W}date") is None for each in body(undated).iter(f"{W}ins"))


def rows(data: bytes, kind: str) -> list[str]:
    """The text of each row marked so."""
    found = (each for each in body(data).iter(f"{W}tr") if each.find(f"{W}trPr/{W}{kind}") is not None)
    return ["".join(t.text or "" for t in row.iter(f"{W}t", f"{W}delText")) for row in found]


def test_a_row_added_and_a_row_taken_out_are_marked_as_rows() -> None:
    old = next(line for line in INPUT.splitlines(keepends=True) if "a_sign" in line)
    last = next(line for line in INPUT.splitlines(keepends=True) if "a_menu" in line)
    new = "      - {id: a_window, name: Открыть окно выдачи, owner: boss, deadline: 2027-05-14}\n"
    _, made = redlined((old, ""), (last, last + new))
    assert any("Открыть окно выдачи" in row for row in rows(made, "ins"))
    assert any("Повесить табло ожидания" in row for row in rows(made, "del"))
    assert not any("Печь хлеб" in row for row in (*rows(made, "ins"), *rows(made, "del")))


def test_a_moved_row_is_marked_as_moved_at_both_places() -> None:
    lines = INPUT.splitlines(keepends=True)
    till = next(line for line in lines if "a_till" in line)
    menu = next(line for line in lines if "a_menu" in line)
    _, made = redlined((till, ""), (menu, menu + till))
    tree = body(made)
    starts = {
        kind: [each.get(f"{W}name") for each in tree.iter(f"{W}{kind}RangeStart")]
        for kind in ("moveFrom", "moveTo")
    }
    assert starts["moveFrom"]
    assert starts["moveFrom"] == starts["moveTo"]
    assert any("Поставить вторую кассу" in text for text in marked(made, "moveTo"))
    assert any("Поставить вторую кассу" in text for text in marked(made, "moveFrom"))


def test_openxml_audit_finds_nothing_in_a_redline(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    document, old = edition("hotel", "short")
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(old, write(changed(document, 9, 0.8)), AUTHOR, DATE))
    assert [str(each) for each in OpenXmlValidator().validate(file).errors] == []


def test_compare_writes_a_redline_of_each_document(tmp_path: Path) -> None:
    old, new = tmp_path / "прежний.yaml", tmp_path / "пекарня.yaml"
    old.write_text(INPUT, encoding="utf-8")
    new.write_text(INPUT.replace("горячим", "свежим"), encoding="utf-8")
    wished = ["--redline", "--variant", "full", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(Program(), ["compare", str(old), str(new), *wished])
    assert (done.exit_code, done.stderr) == (0, "")
    (made,) = (tmp_path / "out").glob("*.docx")
    assert made.name == "пекарня-concept-full-redline.docx"
    assert marked(made.read_bytes(), "ins") == ["свежим"]


def test_a_document_that_is_new_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    zone = "{name: Касса, touchpoints: [{name: Чек}]}"
    chain = f"chains: [{{id: visit, name: Визит, stages: [{{name: Зал, zones: [{zone}]}}]}}]\n"
    old, new = tmp_path / "прежний.yaml", tmp_path / "пекарня.yaml"
    old.write_text(INPUT, encoding="utf-8")
    new.write_text(INPUT + chain, encoding="utf-8")
    wished = ["--redline", "--document", "chain", "--variant", "short", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(Program(), ["compare", str(old), str(new), *wished])
    assert "в прежней редакции такого документа нет" in done.stderr
    assert not list(tmp_path.glob("out/*.docx"))


def test_what_was_edited_in_word_and_applied_is_what_the_redline_shows() -> None:
    editor = WordEditor(base())
    editor.track(editor.mark("concept.goals[g_warm].text"), "Хлеб всегда горячий и хрустящий")
    editor.replace(editor.mark("concept.programme.actions[a_sign].deadline"), "30.06.2027")
    editor.replace(editor.mark("concept.goals[g_fast].horizon"), "30.09.2027")
    found = edits_of(editor.saved(), "правки.docx", project(INPUT), "хлеб.yaml")
    assert [each.outcome for each in found.found] == ["applied"] * 3
    text = found.applied_to(INPUT.encode(), "хлеб.yaml").decode()
    made = redline(base(), word(project(text)), AUTHOR, DATE)
    gone = {each for kind in ("del", "moveFrom") for each in marked(made, kind)}
    came = {each.strip() for each in marked(made, "ins")}
    assert {"30.04.2027", "[заполнить: срок достижения]"} <= gone
    assert {"30.06.2027", "30.09.2027"} <= came
    assert any("хрустящий" in each for each in came)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_libreoffice_reads_the_changes_and_shows_the_new_text(tmp_path: Path) -> None:
    """It accepts what is inserted, and what is deleted is in the text it exports no more once accepted."""
    till = next(line for line in INPUT.splitlines(keepends=True) if "a_till" in line)
    _, made = redlined(("горячим", "свежим"), (till, ""))
    file = tmp_path / "redline.docx"
    file.write_bytes(made)
    home = f"-env:UserInstallation=file://{tmp_path}/lo"
    asked = ["soffice", home, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(file)]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    tracked = (tmp_path / "redline.fodt").read_text(encoding="utf-8")
    assert tracked.count("<text:insertion>") >= 1
    assert tracked.count("<text:deletion>") >= 2
    assert AUTHOR in tracked
    assert "Поставить вторую кассу" in tracked
