"""Official layouts in Word and on paper: page, type, numbers, tables, as the one table of settings says."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from example_document import example
from lxml import etree
from pypdf import PdfReader

from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.writers import write
from conceptgen.writers.docx.xml import W
from conceptgen.writers.html.page import markup
from conceptgen.writers.profiles import PROFILES

OFFICIAL = tuple(PROFILES)


def official(profile: Any = "gost-7.0.97-2025", **changes: Any) -> Document:
    """The example document in an official layout."""
    return replace(example(), profile=profile, **changes)


def part(data: bytes, name: str) -> Any:
    """A part of a Word file."""
    with ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def styled(data: bytes, style: str, *path: str) -> Any:
    """An element inside a style."""
    found = part(data, "word/styles.xml").find(f".//{W}style[@{W}styleId='{style}']")
    return found.find("/".join(f"{W}{step}" for step in path))


@pytest.fixture(scope="module", params=OFFICIAL)
def written(request: pytest.FixtureRequest) -> bytes:
    return write(official(request.param), "docx")


def test_word_has_the_margins_and_turns_them_with_the_page(written: bytes) -> None:
    """Thirty on the binding side, ten opposite, twenty above and below; the number ten from the edge."""
    setups = part(written, "word/document.xml").iter(f"{W}pgMar")
    sides = ("left", "right", "top", "bottom", "header")
    margins = [tuple(round(int(m.get(f"{W}{s}")) * 25.4 / 1440) for s in sides) for m in setups]
    assert set(margins) == {(30, 10, 20, 20, 10), (20, 20, 30, 10, 10)}


def test_an_empty_footer_takes_nothing_from_a_page_on_its_side(written: bytes) -> None:
    """A line of it between the edge and a margin of ten millimetres: the map of a chain needs the room."""
    for setup in part(written, "word/document.xml").iter(f"{W}pgMar"):
        assert int(setup.get(f"{W}footer")) + 300 <= int(setup.get(f"{W}bottom"))


def test_word_numbers_pages_above_from_the_second(written: bytes) -> None:
    """In the middle of the upper margin; none on the first page, none below; the mark of a draft under it."""
    number, mark = part(written, "word/header.xml").findall(f"{W}p")
    assert number.find(f".//{W}instrText").text.strip() == "PAGE"
    assert number.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
    assert "".join(mark.itertext()) == "Проект"
    assert part(written, "word/footer.xml").find(f".//{W}instrText") is None
    assert part(written, "word/document.xml").find(f".//{W}titlePg") is not None


def test_a_finished_official_document_has_no_mark() -> None:
    header = part(write(official(draft=""), "docx"), "word/header.xml")
    assert len(header.findall(f"{W}p")) == 1


def test_word_sets_the_text_in_times_of_twelve_indented_and_justified(written: bytes) -> None:
    defaults = part(written, "word/styles.xml").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "24"
    assert 240 <= int(defaults.find(f".//{W}spacing").get(f"{W}line")) <= 360
    assert styled(written, "Normal", "pPr", "ind").get(f"{W}firstLine") == "709"
    assert styled(written, "Normal", "pPr", "jc").get(f"{W}val") == "both"
    assert styled(written, "TableText", "pPr", "ind").get(f"{W}firstLine") == "0"


def test_word_tables_are_ruled_and_of_ten(written: bytes) -> None:
    assert styled(written, "TableText", "rPr", "sz").get(f"{W}val") == "20"
    borders = styled(written, "HouseGrid", "tblPr", "tblBorders")
    assert {side.get(f"{W}val") for side in borders} == {"single"}
    assert len(borders) == 6


def test_word_headings_have_a_number_without_a_point(written: bytes) -> None:
    """Indented like the text, the number followed by a space; never hyphenated."""
    levels = [
        level
        for level in part(written, "word/numbering.xml").iter(f"{W}lvl")
        if level.find(f"{W}pStyle") is not None
        and level.find(f"{W}pStyle").get(f"{W}val").startswith("Heading")
    ]
    assert [level.find(f"{W}lvlText").get(f"{W}val") for level in levels[:2]] == ["%1", "%1.%2"]
    assert {level.find(f"{W}suff").get(f"{W}val") for level in levels} == {"space"}
    assert styled(written, "Heading1", "pPr", "ind").get(f"{W}firstLine") == "709"
    assert styled(written, "Heading1", "pPr", "suppressAutoHyphens") is not None


@pytest.mark.parametrize(("profile", "width"), [("gost-7.0.97-2025", 80), ("gost-7.0.97-2016", 75)])
def test_the_editions_differ_in_the_width_of_a_stamp(profile: str, width: int) -> None:
    """In Word and in HTML alike."""
    beside = int(styled(write(official(profile), "docx"), "CoverApproval", "pPr", "ind").get(f"{W}left"))
    assert round(170 - beside * 25.4 / 1440) == width
    assert f"width: {width}mm" in markup(official(profile))


def test_a_firms_own_template_keeps_its_look() -> None:
    """Only the text comes from us."""
    from conceptgen.resources import template_path

    data = write(official(), "docx", Look(template=template_path("docx", "house.docx").read_bytes()))
    assert part(data, "word/styles.xml").find(f".//{W}docDefaults//{W}sz").get(f"{W}val") == "21"


def test_a_page_prints_by_the_same_table_and_looks_on_the_screen_as_ever() -> None:
    """Margins, number, type of the text: in a style sheet of paper alone."""
    page = markup(official())
    sheet = re.findall(r'<style media="print">(.*?)</style>', page, re.DOTALL)[-1]
    for fact in (
        "margin: 20mm 10mm 20mm 30mm",
        "padding-top: 10mm",
        "text-indent: 12.5mm",
        '"Times New Roman"',
    ):
        assert fact in sheet
    assert '"Times New Roman", "PT Serif"' not in markup(replace(example(), profile="plain"))


def test_the_pdf_counts_from_the_second_page_above_the_text() -> None:
    pages = PdfReader(io.BytesIO(write(official(draft=""), "pdf"))).pages
    upper: list[list[str]] = []
    for page in pages:
        edge = float(page.mediabox.height) - 20 * 72 / 25.4
        upper.append([])
        page.extract_text(
            visitor_text=lambda text, matrix, at, *_, edge=edge: (
                upper[-1].append(text.strip()) if text.strip() and _height(matrix, at) > edge else None
            )
        )
    assert upper[0] == []
    assert [rows[-1] for rows in upper[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def _height(matrix: list[float], at: list[float]) -> float:
    """Where a text stands above the foot of its page."""
    return at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]


def test_a_poster_has_no_official_layout() -> None:
    assert _pages(official(poster=True)) == _pages(replace(example(), poster=True))


def _pages(document: Document) -> dict[str, bytes]:
    """The parts of the Word file, but for the map, which tells documents apart."""
    with ZipFile(io.BytesIO(write(document, "docx"))) as parts:
        return {name: parts.read(name) for name in parts.namelist() if not name.startswith("customXml")}


def test_the_foot_of_an_official_page_in_word_is_empty() -> None:
    """Its number stands above; neither that nor the words around it are left below."""
    data = write(official(), "docx", Look())
    footer = ZipFile(io.BytesIO(data)).read("word/footer.xml").decode()
    assert "<w:t" not in footer
    assert "fldChar" not in footer
