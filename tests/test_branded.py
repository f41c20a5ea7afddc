"""One brand in every format: its colours, fonts, logo and lines are there, and every text can be read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from example_document import example
from lxml import etree, html
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from conceptgen import resources
from conceptgen.cli.program import Program
from conceptgen.document import colour
from conceptgen.document.look import DEFAULT_LOOK, Brand, Look
from conceptgen.input.brand.logo import read_logo
from conceptgen.resources import samples
from conceptgen.writers import write
from conceptgen.writers.html.palette import night, palette

LOGO = read_logo((samples() / "brands" / "podsolnukh" / "logo.svg").read_bytes(), "Фирма «А & Б»")
BRAND = Brand(
    firm="Фирма «А & Б»",
    logo=LOGO,
    accent="#8C2F39",
    second="#C98B3C",
    text_font="Georgia",
    heading_font="Verdana",
    footer="Фирма <b> «А & Б» · a-b.example",
)
PALE = "#F2B705"
CLINIC = samples() / "clinic.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def word(accent: str = BRAND.accent) -> dict[str, bytes]:
    """The parts of the example in Word."""
    data = write(example(), "docx", Look(replace(BRAND, accent=accent)))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@cache
def page(accent: str = BRAND.accent) -> str:
    """The example in HTML."""
    return write(example(), "html", Look(replace(BRAND, accent=accent))).decode()


def style(id: str) -> Any:
    """One style of the Word file."""
    return etree.fromstring(word()["word/styles.xml"]).find(f"{W}style[@{W}styleId='{id}']")


def test_an_empty_brand_changes_nothing() -> None:
    for format in ("docx", "html"):
        assert write(example(), format, Look(Brand("Ф"))) == write(example(), format, DEFAULT_LOOK)


def test_the_same_brand_gives_the_same_bytes() -> None:
    for format in ("docx", "html", "pdf"):
        assert write(example(), format, Look(BRAND)) == write(example(), format, Look(BRAND))


def test_word_has_the_colours_in_theme_styles_charts_and_tables() -> None:
    """Nothing of the house's accent is left; the second colour marks the title and the leads."""
    parts = word()
    assert re.findall(rb'accent([12])><a:srgbClr val="(\w+)"', parts["word/theme/theme1.xml"]) == [
        (b"1", b"8C2F39"),
        (b"2", b"C98B3C"),
    ]
    assert style("Heading1").find(f"{W}rPr/{W}color").get(f"{W}val") == "8C2F39"
    assert style("Lead").find(f".//{W}left").get(f"{W}color") == "C98B3C"
    assert b"8C2F39" in b"".join(data for name, data in parts.items() if "/charts/chart" in name)
    assert b'w:fill="8C2F39"' in parts["word/document.xml"]
    assert [name for name, data in parts.items() if b"1F4E5F" in data] == []


def test_word_has_the_fonts() -> None:
    styles = word()["word/styles.xml"].decode()
    assert '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia" w:eastAsia="Georgia"/>' in styles
    assert style("Heading2").find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Verdana"
    theme = word()["word/theme/theme1.xml"].decode()
    assert re.findall(r'latin typeface="(\w+)"', theme) == ["Verdana", "Georgia"]
    assert b'typeface="Georgia"' in word()["word/charts/chart1.xml"]


def test_word_has_the_footer_and_the_logo() -> None:
    """The line stands over the page number; the logo is named by its firm and stands on the title page."""
    file = docx.Document(io.BytesIO(write(example(), "docx", Look(BRAND))))
    assert [each.text for each in file.sections[-1].footer.paragraphs] == [
        BRAND.footer,
        "\u2060\u2003стр.\xa02\xa0из\xa02",
    ]
    assert word()["word/media/logo.png"] == LOGO.png
    body = word()["word/document.xml"].decode()
    assert 'descr="Фирма «А &amp; Б»"' in body
    assert body.index("rIdLogo") < body.index('w:val="Title"')


def test_a_template_of_ones_own_is_repainted_by_its_own_theme() -> None:
    """Colours of the theme, by name or of the system, become the brand's; other colours stay."""
    source = resources.template_path("docx", "house.docx").read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/theme/theme1.xml":
                system = b'<a:accent1><a:sysClr val="windowText" lastClr="1f4e5f"/></a:accent1>'
                text = re.sub(rb"<a:accent1>.*?</a:accent1>", system, text)
            if name == "word/styles.xml":
                named = b'w:val="0000AA" w:themeColor="accent1" w:themeShade="BF"'
                text = text.replace(b'w:color w:val="5C6770"', b"w:color " + named, 1)
                text = text.replace(b'w:color="C5D0D5"', b'w:color="C5D0D5" w:themeColor="text2"', 1)
            new.writestr(name, text)
    data = write(example(), "docx", Look(BRAND, made.getvalue()))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        styles, theme = file.read("word/styles.xml"), file.read("word/theme/theme1.xml")
    assert b"1F4E5F" not in styles
    assert b"0000AA" not in styles
    assert b"themeColor" not in styles
    assert b'w:val="single" w:sz="12" w:space="9" w:color="8C2F39"' in styles
    assert b"A8620B" in styles
    assert b'<a:accent1><a:srgbClr val="8C2F39"/>' in theme


def test_a_branded_word_file_is_valid(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "a.docx"
    file.write_bytes(write(example(), "docx", Look(BRAND)))
    result = OpenXmlValidator().validate(file)
    assert [error.description for error in result.errors] == []


def test_a_page_has_the_colours_fonts_logo_and_footer() -> None:
    tree = html.fromstring(page().encode())
    styles = "".join(tree.xpath("//style/text()"))
    assert "--accent: #8C2F39;" in styles
    assert "--band: #8C2F39; color: #FFFFFF;" in styles
    assert 'font-family: "Georgia"' in styles
    picture = tree.find(".//header//img")
    assert (picture.get("alt"), picture.get("src")[:26]) == (LOGO.alt, "data:image/svg+xml;base64,")
    assert tree.findtext(".//footer/p") == BRAND.footer
    drawings = "".join(etree.tostring(each).decode() for each in tree.iter("svg"))
    assert "#8C2F39" in drawings
    assert "#1F4E5F" not in drawings


def test_a_pdf_has_the_footer_on_every_page_but_the_title_and_the_logo_named() -> None:
    reader = PdfReader(io.BytesIO(write(example(), "pdf", Look(BRAND))))
    texts = [each.extract_text() for each in reader.pages]
    assert [index for index, text in enumerate(texts) if BRAND.footer not in text] == [0]
    assert LOGO.alt in set(alternatives(reader.trailer["/Root"]["/StructTreeRoot"]))


def alternatives(node: Any) -> Iterator[str]:
    """The alternative texts in the structure of a PDF."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from alternatives(each)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        yield from alternatives(node.get("/K", ArrayObject()))


@pytest.mark.parametrize("accent", [PALE, "#8C2F39", "#26282B", "#FFFFFF", "#000000", "#00FF00", "#7D8288"])
def test_every_text_can_be_read_by_day_and_by_night(accent: str) -> None:
    """Whatever the accent: 4.5 : 1 for what is written in it, on it, and on its tints; areas keep it as it is."""
    look = Look(replace(BRAND, accent=accent))
    day, dark = palette(look), night(look)
    assert dark is not None
    assert day.fill == accent
    pairs = [
        *((day.accent, paper) for paper in (day.paper, day.accent_soft, day.quiet)),
        *((ink, day.accent_soft) for ink in (day.ink, day.muted)),
        *((each, day.paper) for each in day.groups),
        *((dark.accent, paper) for paper in ("#14191C", "#232B2F", dark.accent_soft)),
        *((ink, dark.accent_soft) for ink in ("#E3E8EA", "#A3B0B7")),
        (day.on_fill, day.fill),
        (dark.on_fill, dark.fill),
    ]
    assert [pair for pair in pairs if colour.contrast(*pair) < colour.READABLE] == []


def test_a_pale_accent_fills_but_does_not_write() -> None:
    """In Word and on the page: areas have the firm's yellow, letters a darker one."""
    text = colour.lettering(PALE)
    assert f'w:fill="{PALE[1:]}"'.encode() in word(PALE)["word/document.xml"]
    assert f'w:color w:val="{PALE[1:]}"'.encode() not in word(PALE)["word/styles.xml"]
    assert f'w:color w:val="{text[1:]}"'.encode() in word(PALE)["word/styles.xml"]
    assert f"--accent: {text};" in page(PALE)
    assert f"--band: {PALE}; color: #000000;" in page(PALE)
    letters = re.findall(r"<text [^>]*fill=\"(#\w+)\"", page(PALE))
    assert letters
    assert PALE not in letters


def test_meanings_keep_their_colours() -> None:
    """Low, good, threshold and target are the same under any brand."""
    names = ("low", "good", "gap", "threshold", "target")
    assert [getattr(palette(Look(BRAND)), name) for name in names] == [
        getattr(palette(DEFAULT_LOOK), name) for name in names
    ]


def render(*args: str) -> Any:
    """``conceptgen render`` in Russian."""
    return CliRunner().invoke(Program(), ["render", *args], env={"LANG": "ru_RU.UTF-8", "LC_ALL": ""})


def test_the_command_line_goes_before_the_input(tmp_path: Path) -> None:
    """``--brand`` wins as a whole; its warnings are told, and the documents are made."""
    file = tmp_path / "a.yaml"
    file.write_text(
        CLINIC.read_text(encoding="utf-8") + 'brand: {firm: Ф, colors: {accent: "#123456"}}\n',
        encoding="utf-8",
    )
    wanted = ("--document", "concept", "--variant", "short", "--format", "html", "-o", str(tmp_path))
    made = tmp_path / "a-concept-short.html"
    assert render(str(file), *wanted).exit_code == 0
    assert "--accent: #123456" in made.read_text(encoding="utf-8")
    done = render(str(file), *wanted, "--brand", str(samples() / "brands" / "podsolnukh" / "brand.yaml"))
    assert (done.exit_code, done.stderr.count("W-BRD-01")) == (0, 1)
    assert f"--accent: {colour.lettering(PALE)}" in made.read_text(encoding="utf-8")


def test_a_brand_that_cannot_be_used_stops_the_work(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("firm: Ф\nlogo: ../l.png\n", encoding="utf-8")
    done = render(str(CLINIC), "--brand", str(tmp_path / "b.yaml"), "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert "b.yaml:2:7: E-BRD-03" in done.stderr
    assert not (tmp_path / "out").exists()
    assert render(str(CLINIC), "--brand", str(tmp_path / "c.yaml")).exit_code == 2


def test_the_disclaimer_ends_full_documents_unless_the_author_has_one(tmp_path: Path) -> None:
    text = CLINIC.read_text(encoding="utf-8")
    brand = "brand: {firm: Ф, disclaimer: Оговорка фирмы.}\n"
    (tmp_path / "a.yaml").write_text(text + brand, encoding="utf-8")
    own = text.replace("  prepared_by:\n", "  prepared_by:\n    disclaimer: Оговорка автора.\n") + brand
    (tmp_path / "b.yaml").write_text(own, encoding="utf-8")
    wanted = ("--document", "concept", "--variant", "short,full", "--format", "html", "-o", str(tmp_path))
    for name in "ab":
        assert render(str(tmp_path / f"{name}.yaml"), *wanted).exit_code == 0
    pages = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    assert {name: "Оговорка фирмы." in text for name, text in pages.items()} == {
        "a-concept-short": False,
        "a-concept-full": True,
        "b-concept-short": False,
        "b-concept-full": False,
    }
    main = html.fromstring(pages["a-concept-full"].encode()).find(".//main")
    assert main.xpath(".//div[@class='part'][last()]/p[@class='note']/text()") == ["Оговорка фирмы."]
    assert "Оговорка автора." in pages["b-concept-full"]
