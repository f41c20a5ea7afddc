"""The map in the files: the line of feeling, heads that repeat, tones readable in grey, sheets of two sizes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from example_document import LABELS
from lxml import etree
from lxml import html as lxml_html

from conceptgen.document.blocks import (
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    StripChart,
    Table,
)
from conceptgen.document.charts import Series, Strip
from conceptgen.document.inline import line
from conceptgen.writers import write
from conceptgen.writers.columns import SHORT_ROW, layout
from conceptgen.writers.docx import colours
from conceptgen.writers.docx.styles import roles
from conceptgen.writers.html.palette import DEFAULT_PALETTE
from conceptgen.writers.typst import tables

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TONES = ("low", "good", "before", "during", "after", "cross", "few", "some", "many")

STRIP = Strip(
    ("1. Выбор", "2. Запись", "3. Визит"),
    (
        Series("Сейчас", (Decimal(2), None, Decimal(3)), "latest"),
        Series("Будет", (Decimal(4), Decimal(4), Decimal(5)), "target"),
    ),
    Decimal(1),
    Decimal(5),
)


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((line(text),)) for text in texts)


MAP = Table(
    (
        Column(line("Этап"), 0.7),
        Column(line("Выбор"), tone="before"),
        Column(line("Запись"), tone="before"),
        Column(line("Визит"), tone="during"),
    ),
    (
        Row((Cell((line("Фаза"),)), Cell((line("До"),), 2, "before"), Cell((line("Во время"),), 1, "during")), "head"),
        Row(_cells("Точки", "слово " * 30, "а", "б")),
        Row(_cells("Чувство", "плохо (2)", "—", "ровно (3)")),
        Row((Cell((line("Линия чувства"),)), Cell((), 3, strip=StripChart(STRIP, "Чувство: Выбор — 2")))),
    ),
    alt="Карта",
)  # fmt: skip


def document(sheet: Any = "") -> Document:
    """A page before the map, the map on its side."""
    parts = (
        Part((Heading(1, line("Начало"), "front"),)),
        Part((MAP, Paragraph(line("После"))), landscape=True, new_page=True, sheet=sheet),
    )
    return Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, parts)


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    """The Word file, opened."""
    return zipfile.ZipFile(io.BytesIO(write(document(), "docx")))


@pytest.fixture(scope="module")
def body(archive: zipfile.ZipFile) -> Any:
    """The text of the Word file, parsed."""
    return etree.fromstring(archive.read("word/document.xml"))


@pytest.fixture(scope="module")
def page() -> Any:
    """The HTML file, parsed."""
    return lxml_html.document_fromstring(write(document(), "html").decode("utf-8"))


def test_word_draws_the_line_with_data_one_can_edit(archive: zipfile.ZipFile, body: Any) -> None:
    """A native chart across the columns of the stages, its numbers in a workbook, a gap for what is unknown."""
    cell = next(cell for cell in body.iter(f"{W}tc") if cell.find(f".//{C}chart") is not None)
    assert cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "3"
    assert cell.find(".//{*}docPr").get("descr") == "Чувство: Выбор — 2"
    chart = etree.fromstring(archive.read("word/charts/chart1.xml"))
    assert [axis.get("val", "1") for axis in chart.findall(f".//{C}delete")] == ["1", "1"]
    assert len(chart.findall(f".//{C}lineChart/{C}ser")) == 2
    known = [point.get("idx") for point in chart.find(f".//{C}ser").findall(f"{C}val//{C}pt")]
    assert known == ["0", "2"]
    assert [name for name in archive.namelist() if name.endswith(".xlsx")]


def test_points_stand_under_the_middle_of_their_columns(body: Any, page: Any) -> None:
    """Columns under a line are of one width, however much their cells hold; the points are at even steps."""
    widths = [int(column.get(f"{W}w")) for column in body.find(f".//{W}tblGrid")]
    assert max(widths[1:]) - min(widths[1:]) <= 3
    cell = page.xpath("//td[@class='strip']")[0]
    assert cell.get("colspan") == "3"
    width = float(cell.find(".//svg").get("width"))
    middles = [width * (n + 0.5) / 3 for n in range(3)]
    diamonds = cell.xpath(".//*[name()='path' and contains(@d, 'Z')]/@d")
    assert [float(path[1:].split()[0]) for path in diamonds] == pytest.approx(middles, abs=0.2)
    assert cell.xpath(".//*[name()='text']/text()") == ["2", "3", "4", "4", "5"]
    assert cell.find(".//svg").get("aria-label") == "Чувство: Выбор — 2"


def test_phases_repeat_with_the_heads(body: Any, page: Any) -> None:
    """The row of phases is a head too, in Word and in HTML; the heads have the tones of their phases."""
    rows = list(body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        True,
        False,
        False,
        False,
    ]
    fills = [shade.get(f"{W}fill") for row in rows[:2] for shade in row.iter(f"{W}shd")]
    before, during = roles.TONE["before"], roles.TONE["during"]
    assert fills == [before, before, during, colours.DEFAULT_COLOURS.shade, before, during]
    heads = page.xpath("//thead/tr")
    assert [[cell.get("class") for cell in row] for row in heads] == [
        [None, "before", "before", "during"],
        [None, "before", "during"],
    ]
    assert [cell.get("scope") for cell in heads[1]] == ["col", "colgroup", "col"]


def test_a_row_with_a_line_stays_with_the_words_above_it(body: Any, page: Any) -> None:
    """The last row does not hold what follows the table: it may stand on the next page."""
    *rows, last = body.iter(f"{W}tr")
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for row in rows for p in row.iter(f"{W}p"))
    assert last.find(f".//{W}keepNext") is None
    assert "stays" in page.xpath("//tbody/tr")[1].get("class")


def test_a_page_on_its_side_begins_at_its_very_top() -> None:
    """No air above the first heading in Word either: the page is low."""
    title = Heading(1, line("Карта"), "front")
    made = replace(document(), parts=(Part((title, MAP), landscape=True),))
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(write(made, "docx"))).read("word/document.xml"))
    assert body.find(f".//{W}p/{W}pPr/{W}spacing").get(f"{W}before") == "0"


@pytest.mark.parametrize(("sheet", "size"), [("", ("16838", "11906")), ("a3", ("23811", "16838"))])
def test_the_sheet_of_a_part_in_word(sheet: str, size: tuple[str, str]) -> None:
    """Only the part that asks for it stands on the large sheet."""
    with zipfile.ZipFile(io.BytesIO(write(document(sheet), "docx"))) as archive:
        setups = etree.fromstring(archive.read("word/document.xml")).iter(f"{W}pgSz")
        sizes = [(setup.get(f"{W}w"), setup.get(f"{W}h")) for setup in setups]
    assert sizes == [("11906", "16838"), size]


def test_the_sheet_of_a_part_in_html() -> None:
    """The part has its class, and print has a page for it."""
    text = write(document("a3"), "html").decode("utf-8")
    assert 'class="part landscape a3 new-page"' in text
    assert "@page large { size: A3 landscape; }" in text


def test_a_map_set_fine_has_its_type_in_every_format() -> None:
    """Seven and a half points: styles of its own in Word, only where needed; a class in HTML, a size in Typst."""
    made = replace(document(), parts=(Part((replace(MAP, fine=True),), landscape=True),))
    with zipfile.ZipFile(io.BytesIO(write(made, "docx"))) as archive:
        used = etree.fromstring(archive.read("word/document.xml")).xpath(
            "//w:tbl//w:pStyle/@w:val", namespaces={"w": W[1:-1]}
        )
        styles = etree.fromstring(archive.read("word/styles.xml"))
    assert set(used) == {"TableHeadFine", "TableTextFine"}
    assert [
        styles.find(f"{W}style[@{W}styleId='{name}']/{W}rPr/{W}sz").get(f"{W}val") for name in set(used)
    ] == ["15"] * 2
    with zipfile.ZipFile(io.BytesIO(write(document(), "docx"))) as archive:
        assert b"Fine" not in archive.read("word/styles.xml")
    assert "wide fine" in write(made, "html").decode("utf-8")
    assert tables.size(replace(MAP, fine=True), True, made, None) == 7.5


def test_rows_split_only_when_they_are_long() -> None:
    """Less than six hundred letters stay on one page, a high row of more may go over to the next."""
    short, long = "а" * (SHORT_ROW - 1), "слово " * 300
    heads = (Column(line("А")), Column(line("Б")))
    table = Table(heads, (Row(_cells(short, "")), Row(_cells(long, ""))))
    assert layout(table, 160).whole == (True, False)


def luminance(colour: str) -> float:
    """How light a colour is, as the rules of accessible contrast count it."""
    parts = [int(colour.lstrip("#")[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tone", ["before", "during", "after", "cross"])
def test_names_of_phases_are_readable_on_their_tones(tone: str) -> None:
    """Secondary text stands there too."""
    for fill in (getattr(DEFAULT_PALETTE, tone), roles.TONE[tone]):
        assert contrast(fill, DEFAULT_PALETTE.muted) >= 4.5, f"{tone} {fill}"


@pytest.mark.parametrize("tone", TONES)
def test_text_is_readable_on_every_tone(tone: str) -> None:
    """At least 4.5 : 1 for the words that stand on it, in every format."""
    for fill, inks in (
        (getattr(DEFAULT_PALETTE, tone), (DEFAULT_PALETTE.ink, DEFAULT_PALETTE.accent)),
        (roles.TONE[tone], (colours.DEFAULT_COLOURS.ink, colours.DEFAULT_COLOURS.accent)),
    ):
        least = min(contrast(fill, ink) for ink in inks)
        assert least >= 4.5, f"{tone} {fill}: {least:.2f}"


def test_shades_grow_darker_with_the_number() -> None:
    """So that they keep their order in grey print; every format has a shade for each tone."""
    for shades in (
        [getattr(DEFAULT_PALETTE, tone) for tone in TONES[-3:]],
        [roles.TONE[tone] for tone in TONES[-3:]],
    ):
        lights = [luminance(shade) for shade in shades]
        assert lights == sorted(lights, reverse=True)
        assert len(set(lights)) == 3
