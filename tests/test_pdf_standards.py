"""PDF/A-3a and PDF/UA-1: what the file says of itself, what it reads aloud, what it carries."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from conftest import SampleFile
from example_document import example
from pdf_rules import broken_rules, walk
from pdfua import validate
from pypdf import PdfReader

from conceptgen.document.blocks import Cell, Column, Part, Row, Table
from conceptgen.document.inline import line
from conceptgen.document.look import Attachment, Look
from conceptgen.writers import write

SOURCE = Attachment("клиент.yaml", b"schema: conceptgen/1\n")


@pytest.fixture(scope="module")
def data() -> bytes:
    """The example with its source inside."""
    return write(example(), "pdf", Look(source=SOURCE))


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pikepdf.Pdf:
    """The same, opened."""
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Its tags in reading order."""
    return list(walk(pdf.Root.StructTreeRoot))


@pytest.fixture(scope="module")
def clinic(sample_pdf: SampleFile) -> bytes:
    """The large sample."""
    return sample_pdf("clinic")


def test_no_rule_of_the_standards_is_broken(data: bytes, clinic: bytes, tmp_path: Path) -> None:
    """Ours, and those pdfua knows; the one it cannot judge here, on empty headings, is among ours."""
    file = tmp_path / "file.pdf"
    for each in (data, clinic):
        assert broken_rules(each) == []
        file.write_bytes(each)
        report = validate(str(file))
        assert [str(finding) for finding in report.findings] == []
        assert {skipped.rule_id for skipped in report.skipped} <= {"UA-14-001"}


def test_both_standards_are_declared_and_described(pdf: pikepdf.Pdf) -> None:
    """PDF/A-3a and PDF/UA-1 in one packet, with the description PDF/A asks for."""
    packet = pdf.Root.Metadata.read_bytes()
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    assert b"http://www.aiim.org/pdfa/ns/extension/" in packet
    assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 3


def test_metadata_say_what_the_document_says(pdf: pikepdf.Pdf) -> None:
    """Subject, keywords, language and the one date, the same in both places."""
    document = example()
    with pdf.open_metadata(set_pikepdf_as_editor=False) as found:
        assert found["dc:title"] == document.title == str(pdf.docinfo["/Title"])
        assert found["dc:creator"] == [document.author]
        assert found["dc:description"] == document.running == str(pdf.docinfo["/Subject"])
        assert found["dc:language"] == {document.language}
        assert found["xmp:CreateDate"] == found["xmp:ModifyDate"] == document.date
    assert str(pdf.docinfo["/ModDate"]) == "D:" + document.date.replace("-", "")


def test_the_source_comes_out_as_it_went_in(pdf: pikepdf.Pdf) -> None:
    """Name, bytes, kind and relationship; its dates are the document's."""
    (spec,) = pdf.Root.AF
    assert str(spec.UF) == SOURCE.name
    assert spec.AFRelationship == "/Source"
    assert spec.EF.F.read_bytes() == SOURCE.data
    assert spec.EF.F.Subtype == "/application/yaml"
    assert str(spec.EF.F.Params.ModDate).startswith("D:" + example().date.replace("-", ""))


def test_without_the_wish_nothing_goes_along() -> None:
    """A client's file is not a secret passenger."""
    made = write(example(), "pdf")
    assert b"EmbeddedFile" not in made
    assert not PdfReader(io.BytesIO(made)).attachments


def test_same_bytes_in_another_process(data: bytes, tmp_path: Path) -> None:
    """With the source inside too: other folder, time zone, locale and hash seed."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from example_document import example\n"
        "from conceptgen.document.look import Attachment, Look\n"
        "from conceptgen.writers import write\n"
        "source = Attachment('клиент.yaml', b'schema: conceptgen/1\\n')\n"
        "sys.stdout.buffer.write(write(example(), 'pdf', Look(source=source)))\n"
    )
    other = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "77"}
    command = [sys.executable, "-X", "utf8", "-c", program, str(Path(__file__).parent)]
    assert subprocess.run(command, cwd=tmp_path, env=other, capture_output=True, check=True).stdout == data


def test_furniture_and_leaders_are_not_read_aloud(pdf: pikepdf.Pdf, elements: list[Any]) -> None:
    """Only the page's own text has tags; header, number and the dots of the contents are artifacts."""
    page = pdf.pages[1]
    said = {kid for each in elements if each.get("/Pg") == page.obj for kid in _marks(each)}
    opened = [str(operator) for _, operator in pikepdf.parse_content_stream(page, "BDC BMC")]
    lines = len([each for each in elements if each.S == "/TOCI"])
    assert lines == 5
    assert len(said) == opened.count("BDC") == 1 + 2 * lines
    assert opened.count("BMC") > 20 * lines


def test_contents_are_a_list_of_links_that_say_where_they_lead(pdf: pikepdf.Pdf, elements: list[Any]) -> None:
    """Title in words, not the address of the place."""
    lines = [each for each in elements if each.S == "/TOCI"]
    assert [str(each.K[0].S) for each in lines] == ["/Reference"] * 5
    links = [str(link.Contents) for link in pdf.pages[1].Annots]
    assert "1.1 Назначение" in links
    assert "Приложение А. Источники" in links


def test_heads_of_tables_say_what_they_are_over() -> None:
    """Columns, a group of rows, or the cells of a row, of a card and of any other; an empty corner changes nothing."""
    cell = Cell((line("х"),))
    rows = (Row((replace(cell, span=3),), "group"), Row((cell, cell, cell)))
    table = Table((Column(()), Column(line("Б")), Column(line("В"))), rows, alt="Т")
    card = Table((Column(()), Column(())), (Row((cell, cell)),), role="card", alt="К")
    made = write(replace(example(), parts=(Part((table, card)),)), "pdf")
    with pikepdf.open(io.BytesIO(made)) as found:
        heads = [each for each in walk(found.Root.StructTreeRoot) if each.S == "/TH"]
        assert [str(each.A.Scope) for each in heads] == ["/Column", "/Column", "/Column", "/Row", "/Row"]


def test_remarks_are_notes_with_ids_of_their_own(elements: list[Any]) -> None:
    """A screen reader tells a remark from the text."""
    notes = [str(each.ID) for each in elements if each.S == "/Note"]
    assert notes
    assert notes == [f"note-{number}" for number in range(1, len(notes) + 1)]


def _marks(element: Any) -> list[int]:
    held = element.get("/K", [])
    return [kid for kid in (held if isinstance(held, pikepdf.Array) else [held]) if isinstance(kid, int)]
