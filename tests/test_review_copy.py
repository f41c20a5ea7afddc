"""A review copy holds every finding as a Word comment where it belongs; a document itself no trace of the review."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from cases import patched
from click.testing import CliRunner
from docx_invariants import faults
from docx_text import W
from example_document import example
from own_templates import house, packed, parts_of

from conceptgen.cli.program import Program
from conceptgen.document.blocks import Document, Paragraph, Part
from conceptgen.document.inline import Text, line
from conceptgen.document.look import Comment, Look
from conceptgen.document.numbering import number
from conceptgen.input import load
from conceptgen.origin import Origin
from conceptgen.pipeline import RenderRequest, outputs
from conceptgen.readiness import review_copies
from conceptgen.writers.docx import write

GAP = {"concept.programme.actions[a_log].deliverable": "null"}
WEAK = {"concept.goals[g_wait].text": "Провести обучение"}
FULL = RenderRequest(("concept",), ("full",), ("docx", "pdf"))


def copy(patch: dict[str, Any], request: RenderRequest = FULL) -> bytes:
    """The review copy of a patched base."""
    (made,) = review_copies(load(patched(patch), "a.yaml"), "a", request)
    return made.data()


def comments(data: bytes) -> list[tuple[str, str]]:
    """The text a comment stands around, and what it says, in reading order."""
    file = docx.Document(io.BytesIO(data))
    told = {str(each.comment_id): each.text for each in file.comments}
    found = []
    for start in file.element.body.iter(f"{W}commentRangeStart"):
        name = start.get(f"{W}id")
        kept = []
        for node in start.itersiblings():
            if node.tag == f"{W}commentRangeEnd" and node.get(f"{W}id") == name:
                break
            kept += [t.text for t in node.iter(f"{W}t")]
        found.append(("".join(kept), told.pop(name)))
    assert told == {}
    return found


def test_each_finding_is_a_comment_on_what_it_is_about() -> None:
    """On the value where it is printed; on the name of its part where it is missing."""
    found = comments(copy(GAP | WEAK))
    assert [(place, text.split(":")[0]) for place, text in found] == [
        ("Провести обучение", "Предупреждение W-GOL-02"),
        ("Единый журнал брони", "Предупреждение E-ACT-01"),
    ]
    assert "\nЧто сделать: Допишите эти поля" in found[1][1]


def test_a_comment_has_an_author_and_the_day_of_the_document() -> None:
    (comment,) = docx.Document(io.BytesIO(copy(GAP))).comments
    assert (comment.author, comment.initials) == ("Проверка", "П")
    assert comment.timestamp is not None
    assert comment.timestamp.date().isoformat() == "2026-11-21"


def test_a_copy_is_a_sound_file_and_the_same_each_time() -> None:
    data = copy(GAP | WEAK)
    assert faults(data) == []
    assert data == copy(GAP | WEAK)


def test_accepted_findings_and_other_papers_findings_are_no_comments() -> None:
    allow = {"review.allow": [{"rule": "E-ACT-01", "reason": "Решит директор."}]}
    clean = ["Проверка содержания: замечаний к этому документу нет."]
    assert [text for _, text in comments(copy(GAP | allow))] == clean
    assert [text for _, text in comments(copy(GAP, RenderRequest(("concept",), ("page",))))] == clean


@pytest.mark.parametrize("status", ["draft", "approved"])
@pytest.mark.parametrize("variant", ["page", "short", "full"])
def test_every_page_says_that_it_is_a_copy_for_review(status: str, variant: str) -> None:
    """In each header that a page can have, whatever the status."""
    data = copy(WEAK | {"document.status": status}, RenderRequest(("concept",), (variant,)))
    for section in docx.Document(io.BytesIO(data)).sections:
        headers = [section.header]
        headers += [section.first_page_header] if section.different_first_page_header_footer else []
        for header in headers:
            assert "рабочая копия с замечаниями" in "".join(t.text for t in header._element.iter(f"{W}t"))


@pytest.mark.parametrize("remarks", [(), (Comment("", ("Замечание",)),)])
def test_an_own_template_without_a_place_for_the_mark_has_it_on_every_page(
    remarks: tuple[Comment, ...],
) -> None:
    """The mark of a draft and that of a copy for review; a template that has its place has it there, and once."""
    document = replace(example(), draft="Проект")
    for template in (bare_template(), house()):
        data = write(document, Look(template=template, comments=remarks))
        for section in docx.Document(io.BytesIO(data)).sections:
            text = "".join(each.text or "" for each in section.header._element.iter(f"{W}t"))
            assert text.count("Проект") == 1
        assert faults(data) == []


def bare_template() -> bytes:
    """The house's template whose headers hold a line of the firm and nothing else."""
    parts = parts_of(house())
    for name in parts:
        if name.startswith("word/header"):
            text = parts[name].decode()
            end = text.index(">", text.index("<w:hdr")) + 1
            said = "<w:p><w:r><w:t>Бюро «Ясень»</w:t></w:r></w:p></w:hdr>"
            parts[name] = (text[:end] + said).encode()
    return packed(parts)


def test_without_the_wish_nothing_tells_of_the_review() -> None:
    """The document of a file with findings is byte for byte what it is without its review."""
    loaded = load(patched(GAP | WEAK), "a.yaml")
    assert loaded.project
    (made,) = outputs(loaded.project, "a", replace(FULL, formats=("docx",)))
    before = made.data()
    list(review_copies(loaded, "a", FULL))
    assert made.data() == before
    assert made.data() == write(made.document)
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        assert not [name for name in archive.namelist() if "comment" in name]
        assert not [name for name in archive.namelist() if b"omment" in archive.read(name)]


def paper(*said: tuple[str, str]) -> Document:
    """A document that prints values at addresses, a paragraph each."""
    told = (Paragraph(line(Text(text, origin=Origin((), address)))) for address, text in said)
    return number(replace(example(), parts=(Part(tuple(told)),)))


def placed(document: Document, address: str) -> str:
    """Where a comment on an address comes to stand."""
    ((where, _),) = comments(write(document, Look(comments=(Comment(address, ("Замечание",)),))))
    return where


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("concept.goals[g_a].horizon", "2027"),
        ("concept.goals[g_a].owner", "Цель А"),
        ("concept.goals[g_a]", "Цель А"),
        ("concept.goals[g_c].owner", "Цель А"),
        ("concept.indicators", "Название"),
        ("concept", "Название"),
        ("", "Название"),
        ("concept.goals[g_a].tasks[t_x].text", "Цель А"),
    ],
)
def test_a_comment_finds_the_nearest_place(address: str, where: str) -> None:
    """The value, its part, a neighbour of its kind; the title for what is printed nowhere."""
    document = paper(
        ("document.title", "Название"),
        ("concept.goals[g_a].horizon", "2027"),
        ("concept.goals[g_a].text", "Цель А"),
        ("concept.goals[g_b].text", "Цель Б"),
    )
    assert placed(document, address) == where


def test_of_several_prints_the_one_told_in_full_is_chosen() -> None:
    goal = "concept.goals[g_a]"
    others = [(f"concept.goals[g_{n}].text", f"Иная {n}") for n in range(20)]
    document = paper(
        (f"{goal}.text", "Коротко"), *others, (f"{goal}.text", "Подробно"), (f"{goal}.horizon", "2027")
    )
    assert placed(document, f"{goal}.owner") == "Подробно"


def test_a_document_that_prints_no_value_has_its_comments_at_the_top() -> None:
    document = number(
        replace(example(), parts=(Part((Paragraph(line("Начало")), Paragraph(line("Конец")))),))
    )
    assert placed(document, "concept.goals[g_a]") == "Начало"


def test_what_xml_cannot_hold_is_left_out_of_a_comment() -> None:
    comment = Comment("", ("Знак\x01 & <тег>",))
    ((_, text),) = comments(write(paper(("document.title", "Название")), Look(comments=(comment,))))
    assert text == "Знак & <тег>"


def test_the_command_makes_copies_in_place_of_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Word alone, and even where the gate would stop the document."""
    monkeypatch.chdir(tmp_path)
    Path("а.yaml").write_bytes(patched(GAP | {"document.status": "approved"}))
    wish = ["render", "а.yaml", "--document", "concept,chain", "--variant", "full", "--review-copy"]
    done = CliRunner().invoke(Program(), wish)
    assert done.exit_code == 0, done.output
    names = ["а-chain-full-review-copy.docx", "а-concept-full-review-copy.docx"]
    assert sorted(path.name for path in Path("out").glob("*.docx")) == names
    ((place, text),) = comments((Path("out") / names[1]).read_bytes())
    assert (place, text[:15]) == ("Единый журнал брони", "Ошибка E-ACT-01")
