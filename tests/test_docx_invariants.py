"""No Word file breaks an invariant, and the checker of invariants itself sees what is broken."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docx_invariants import faults
from example_document import example
from made import project as sample

from conceptgen.composition import compose
from conceptgen.composition.documents import VARIANTS
from conceptgen.model.project import Project
from conceptgen.writers.docx import write

BODY, NOTES = "word/document.xml", "word/footnotes.xml"
AUDITED = [("concept", "short"), ("concept", "page"), ("chain", "full"), ("combined", "full")]


@cache
def whole() -> bytes:
    return write(example())


def clinic() -> Project:
    return sample("clinic")


@pytest.mark.parametrize(("document", "variant"), VARIANTS)
def test_documents_of_the_clinic_keep_every_invariant(document: str, variant: str) -> None:
    assert faults(write(compose(clinic(), document, variant))) == []


@pytest.mark.parametrize(("document", "variant"), AUDITED)
def test_openxml_audit_finds_nothing_in_documents_of_the_clinic(
    document: str, variant: str, tmp_path: Path
) -> None:
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "clinic.docx"
    file.write_bytes(write(compose(clinic(), document, variant)))
    assert OpenXmlValidator().validate(file).errors == []


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (BODY, '<w:fldChar w:fldCharType="end"/>', "", "has no end"),
        (BODY, "REF _Ref", "REF _Lost", "references: _Lost"),
        (BODY, 'w:anchor="_Toc', 'w:anchor="_Lost', "references: _Lost"),
        (BODY, 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"', "bookmarks: "),
        (BODY, 'w:name="_Toc000000001"', 'w:name="_Toc000000002"', "is there twice"),
        (BODY, '<wp:docPr id="2"', '<wp:docPr id="1"', "drawing 1 is there twice"),
        (BODY, 'descr="Радар критериев"', 'descr=" "', "has no alternative text"),
        (BODY, "<w:gridCol ", "<w:bookmarkEnd w:id='9'/><w:gridCol ", "does not fill"),
        (BODY, '"Heading2"/>', '"Heading3"/>', "is of level 3 after level 1"),
        (BODY, 'r:id="rIdChart1"', 'r:id="rIdChart9"', "is no relationship"),
        (BODY, 'w:val="TableCaption"', 'w:val="Nothing"', "Nothing does not exist"),
        (BODY, '<w:footnoteReference w:id="1"/>', "", "called are []"),
        (NOTES, 'w:id="1"', 'w:id="7"', "the ids are [7]"),
        ("word/_rels/document.xml.rels", "charts/chart1.xml", "charts/chart9.xml", "is not in the file"),
        ("word/charts/chart3.xml", "<a:t>нет данных</a:t>", "<a:t></a:t>", "has an empty label"),
        ("word/settings.xml", "<w:autoHyphenation/>", "<w:updateFields/>", "settings: "),
    ],
)
def test_the_checker_sees(part: str, old: str, new: str, fault: str) -> None:
    """One thing broken in a good file: at least one fault, and the right one."""
    assert faults(whole()) == []
    assert any(fault in found for found in faults(_changed(whole(), part, old, new)))


def test_the_checker_sees_a_cell_without_a_paragraph_at_its_end() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>"
    found = faults(_changed(whole(), BODY, "</w:p></w:tc>", f"</w:p>{table}</w:tc>"))
    assert any("does not end with a paragraph" in fault for fault in found)
    assert any("a table without rows" in fault for fault in found)


def test_the_checker_sees_an_edited_value() -> None:
    data = write(compose(clinic(), "concept", "page"))
    found = faults(_changed(data, BODY, "Стоматология", "Клиника"))
    assert any("has another fingerprint" in fault for fault in found)


def _changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with the first occurrence of a text in one part replaced."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            after.writestr(name, content)
    return result.getvalue()
