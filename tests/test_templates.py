"""A Word template of one's own: slots go where it wants them, its own pages stay, its styles are found."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx_text import W, body_text, expected_text
from example_document import example
from lxml import etree
from own_templates import (
    BODY_SLOT,
    PAGE,
    around_body,
    block,
    changed,
    control,
    house,
    inline,
    own_cover,
    packed,
    parts_of,
    replaced,
    text,
)

from conceptgen.composition import compose
from conceptgen.composition.documents import VARIANTS
from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.document.sections import SECTIONS
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers.docx import write
from conceptgen.writers.docx.template.check import check
from conceptgen.writers.docx.template.slots import COVER_LINES, INLINE
from conceptgen.writers.html import write as write_html
from conceptgen.writers.styles import STYLES

MAIN = "word/document.xml"


def clinic(document: str = "concept", variant: str = "full", sample: str = "clinic") -> Document:
    project = load(samples() / f"{sample}.yaml").project
    assert project is not None
    return compose(project, document, variant)


@pytest.fixture(scope="module")
def concept() -> Document:
    return clinic()


@pytest.fixture(scope="module")
def plain(concept: Document) -> bytes:
    """The same document on the house template; a template of one's own tells no pages either."""
    return write(concept, Look(contents_pages="off"))


@pytest.fixture(scope="module")
def small() -> Document:
    """A full document of a few pages."""
    return clinic(sample="minimal")


@pytest.fixture(scope="module")
def short() -> Document:
    return clinic("concept", "short")


def made(document: Document, template: bytes) -> bytes:
    """The document on a template that passes the check; the file is valid and nothing of the slots is left."""
    assert [str(each) for each in check(template, "my.docx", "ru") if each.severity == "error"] == []
    data = write(document, Look(template=template))
    for name, content in parts_of(data).items():
        assert b"slot:" not in content, name
        assert "образец" not in content.decode("utf-8", "ignore"), name
    return data


def body(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(MAIN)).find(f"{W}body")


def said(data: bytes) -> list[str]:
    """The text, every space a plain one."""
    return [line.replace("\u00a0", " ") for line in body_text(data)]


def place(lines: list[str], start: str) -> int:
    return next(index for index, line in enumerate(lines) if line.startswith(start))


def audited(data: bytes, folder: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(each) for each in OpenXmlValidator().validate(file).errors]


def test_the_house_template_as_ones_own_gives_the_same_bytes(concept: Document, plain: bytes) -> None:
    assert check(house(), "my.docx", "ru") == ()
    assert made(concept, house()) == plain


def test_every_section_has_a_lasting_name() -> None:
    """Templates at home call sections by these names: a new section adds one, none may ever go."""
    used = {place.name for variant in VARIANTS.values() for place in variant.places}
    assert used | {"remainder"} == set(SECTIONS)
    assert len(SECTIONS) == len(set(SECTIONS))


def test_every_part_knows_its_section(concept: Document) -> None:
    assert [part.key for part in concept.parts if part.key not in SECTIONS] == []
    assert [part.key for part in concept.parts][:3] == ["cover", "glance", "contents"]


def test_own_pages_stay_before_between_and_after(concept: Document, tmp_path: Path) -> None:
    template = around_body(
        before=text("Письмо") + PAGE + block("section.goals") + text("Между") + block("section.purpose"),
        after=PAGE + text("О нас"),
    )
    data = made(concept, template)
    lines = said(data)
    order = [place(lines, start) for start in ("Письмо", "Цель и задачи", "Между", "Цель документа", "О нас")]
    assert order == sorted(order)
    assert lines[-1 - len(notes(data))] == "О нас"
    assert audited(data, tmp_path) == []


def notes(data: bytes) -> list[Any]:
    root = etree.fromstring(parts_of(data)["word/footnotes.xml"])
    return [note for note in root if int(note.get(f"{W}id", "0")) > 0]


def test_a_section_with_a_slot_leaves_the_text_and_nothing_is_lost(concept: Document, plain: bytes) -> None:
    own = around_body(before=block("section.goals"))
    moved, plain = said(made(concept, own)), said(plain)
    assert len(moved) == len(plain)
    assert moved.count("Цель и задачи предлагаемых изменений") == 1


def test_sections_are_numbered_in_the_order_of_the_template(concept: Document) -> None:
    """What references say is what Word counts: goals moved to the front are section 1, their first table table 1."""
    moved = made(concept, around_body(before=block("section.goals")))
    captions = [line for line in said(moved) if line.startswith("Таблица ")]
    assert captions[0].startswith("Таблица 1 — Цели")
    numbers = [int(found[1]) for line in captions if (found := re.match(r"Таблица (\d+) ", line))]
    assert numbers == sorted(numbers)


def test_contents_at_the_end_still_list_the_sections(concept: Document) -> None:
    data = made(concept, around_body(after=block("section.contents")))
    lines = [p for p in body(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='TOC1']") is not None]
    assert "".join(lines[0].itertext(f"{W}t")) == "1Цель документа"


def test_a_section_the_document_lacks_leaves_no_trace(short: Document) -> None:
    with_slot = made(short, around_body(before=block("section.goals")))
    assert with_slot == write(short)


def test_a_deleted_slot_gives_its_section_back_to_the_text(concept: Document, plain: bytes) -> None:
    assert said(made(concept, around_body(cover=""))) == said(plain)


def test_a_slot_may_be_the_only_thing_in_its_paragraph(concept: Document, plain: bytes) -> None:
    """So Word makes it when a control is put into an empty line."""
    template = replaced(house(), control(BODY_SLOT), f"<w:p>{inline('body')}</w:p>")
    assert made(concept, template) == plain


def test_a_slot_is_known_by_its_title_where_the_tag_is_lost(concept: Document, plain: bytes) -> None:
    """LibreOffice keeps titles of controls and drops their tags."""
    template = changed(house(), MAIN, lambda xml: re.sub(r'<w:tag w:val="[^"]*"/>', "", xml))
    assert made(concept, template) == plain


def test_lines_of_the_title_page_stand_where_the_template_has_them(
    concept: Document, plain: bytes, small: Document, tmp_path: Path
) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p>{inline("client")}</w:p></w:tc>'
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/>'
        f"</w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    )
    look = '<w:color w:val="8A1538"/>'
    template = around_body(cover=table + f"<w:p>{inline('title', look)}</w:p>" + block("approval"))
    data = made(concept, template)
    first = body(data)[0]
    assert "".join(first.itertext(f"{W}t")) == "ООО «Стоматология „Ясень“»"
    coloured = body(data)[1].findall(f".//{W}r/{W}rPr/{W}color[@{W}val='8A1538']")
    assert len(coloured) == len(body(data)[1].findall(f".//{W}r")) > 0
    lines = said(data)
    assert lines[1] == "Концепция клиентского сервиса стоматологии «Ясень» на 2026–2027 годы"
    assert lines[2].splitlines()[:2] == ["УТВЕРЖДЕНА", "приказом директора"]
    assert sorted(lines) == sorted(said(plain))
    assert audited(made(small, template), tmp_path) == []


def test_slots_in_a_text_box_and_in_the_header_are_filled(concept: Document) -> None:
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:200pt;height:50pt">'
        f"<v:textbox><w:txbxContent><w:p>{inline('client')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        "</w:r></w:p>"
    )
    template = replaced(
        around_body(before=box), "</w:p></w:hdr>", inline("client") + "</w:p></w:hdr>", "word/header.xml"
    )
    data = made(concept, template)
    filled = next(body(data).iter(f"{W}txbxContent"))
    assert "".join(filled.itertext(f"{W}t")) == "ООО «Стоматология „Ясень“»"
    assert "Ясень“»</w:t>" in parts_of(data)["word/header.xml"].decode()


@pytest.mark.parametrize(("slot", "shown"), [("client", ["ООО «Стоматология „Ясень“»"]), ("subtitle", [])])
def test_a_slot_may_be_around_a_cell_or_a_table(concept: Document, slot: str, shown: list[str]) -> None:
    """Word puts a control around whatever was selected."""
    width = '<w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>'
    cell = f"<w:tc>{width}<w:p><w:r><w:t>образец</w:t></w:r></w:p></w:tc>"
    start = '<w:tbl><w:tblPr><w:tblW w:w="900" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    for content in (
        f"{start}<w:tr>{block(slot, cell)}</w:tr></w:tbl>",
        f"{start}<w:tr><w:tc>{width}{block(slot)}</w:tc></w:tr></w:tbl>",
        f"{start}<w:tr><w:tc>{width}{block(slot, f'{start}<w:tr>{cell}</w:tr></w:tbl>')}<w:p/></w:tc></w:tr></w:tbl>",
    ):
        first = body(made(concept, around_body(cover=content)))[0]
        assert ["".join(p.itertext(f"{W}t")) for p in first.iter(f"{W}p")][: len(shown)] == shown
        assert all(cell[-1].tag == f"{W}p" for cell in first.iter(f"{W}tc"))


def test_an_empty_slot_goes_with_its_paragraph(concept: Document, plain: bytes) -> None:
    """No subtitle: its line goes; a table cell keeps the paragraph Word needs."""
    alone = around_body(before=f"<w:p>{inline('subtitle')}</w:p>")
    assert made(concept, alone) == plain
    worded = said(
        made(concept, around_body(before=f"<w:p><w:r><w:t>Тема: </w:t></w:r>{inline('subtitle')}</w:p>"))
    )
    assert "Тема: " in worded


def test_the_title_page_of_the_template_is_for_documents_that_have_one(
    concept: Document, plain: bytes, short: Document, small: Document, tmp_path: Path
) -> None:
    full, theses = made(concept, own_cover()), made(short, own_cover())
    apart = [sorted("\n".join(said(each)).split()) for each in (full, plain)]
    assert apart[0] == apart[1]
    assert theses == write(short)
    assert audited(made(small, own_cover()), tmp_path) == []


def test_landscape_pages_end_and_begin_sections_between_own_ones(concept: Document, plain: bytes) -> None:
    """Own sections keep their margins; the document's wide pages stay wide wherever the template puts them."""
    own = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="3000" w:right="851" w:bottom="1134" '
    own += 'w:left="1417" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
    template = around_body(before=text("Письмо", more=own))
    setups = list(body(made(concept, template)).iter(f"{W}sectPr"))
    tops = [setup.find(f"{W}pgMar").get(f"{W}top") for setup in setups]
    assert tops[0] == "3000"
    assert "3000" not in tops[1:]
    turned = [setup.find(f"{W}pgSz").get(f"{W}orient") for setup in setups]
    assert turned[1:] == [s.find(f"{W}pgSz").get(f"{W}orient") for s in body(plain).iter(f"{W}sectPr")]


def test_paper_and_margins_are_the_templates(concept: Document) -> None:
    template = replaced(house(), 'w:w="11906" w:h="16838"', 'w:w="11000" w:h="15000"')
    sizes = {
        (s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}h"))
        for document in (concept, clinic("chain"))
        for s in body(made(document, template)).iter(f"{W}sectPr")
    }
    a3_of_the_map = ("23811", "16838")
    assert sizes == {("11000", "15000"), ("15000", "11000"), a3_of_the_map}


RUSSIAN_IDS = {
    "Heading1": "1",
    "Heading2": "2",
    "Title": "a3",
    "ListBullet": "a",
    "TOC1": "11",
    "Quote": "a5",
}


def russian_word(data: bytes) -> bytes:
    """The template as Word in Russian saves it: short ids, some of them those of other styles of ours."""
    parts = parts_of(data)
    for name in ("word/styles.xml", "word/numbering.xml", MAIN):
        xml = parts[name].decode()
        for old, new in RUSSIAN_IDS.items():
            xml = re.sub(rf'((?<!w:name )w:(?:val|styleId)=)"{old}"', rf'\1"{new}"', xml)
        parts[name] = xml.encode()
    return packed(parts)


def test_a_template_saved_by_russian_word_is_understood(concept: Document, plain: bytes) -> None:
    template = russian_word(house())
    assert b'w:styleId="1"' in parts_of(template)["word/styles.xml"]
    data = made(concept, template)
    assert parts_of(data)[MAIN] == parts_of(plain)[MAIN]
    ids = re.findall(rb'w:styleId="([^"]*)"', parts_of(data)["word/styles.xml"])
    assert len(ids) == len(set(ids))


def test_styles_under_their_russian_names_are_understood(concept: Document, plain: bytes) -> None:
    template = replaced(russian_word(house()), '"heading 1"', '"Заголовок 1"', "word/styles.xml")
    assert parts_of(made(concept, template))[MAIN] == parts_of(plain)[MAIN]


def test_another_style_under_an_id_of_ours_makes_room(concept: Document) -> None:
    template = replaced(russian_word(house()), 'w:styleId="Lead"', 'w:styleId="Heading1"', "word/styles.xml")
    ids = re.findall(rb'w:styleId="([^"]*)"', parts_of(made(concept, template))["word/styles.xml"])
    assert len(ids) == len(set(ids))


def test_numbers_the_template_has_taken_are_left_to_it(
    concept: Document, small: Document, tmp_path: Path
) -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="Mine"/><w:bookmarkEnd w:id="7"/>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Своя сноска</w:t></w:r></w:p></w:footnote></w:footnotes>'
    call = f'<w:p>{mark}<w:r><w:t>Своё</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    template = replaced(around_body(before=call), "</w:footnotes>", note, "word/footnotes.xml")
    data = made(concept, template)
    marks = [each.get(f"{W}id") for each in body(data).iter(f"{W}bookmarkStart")]
    calls = [each.get(f"{W}id") for each in body(data).iter(f"{W}footnoteReference")]
    assert len(marks) == len(set(marks))
    assert len(calls) == len(set(calls))
    assert calls[0] == "1"
    assert audited(made(small, template), tmp_path) == []


def test_a_template_without_a_part_for_footnotes_gets_one(tmp_path: Path) -> None:
    parts = parts_of(house())
    del parts["word/footnotes.xml"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(?:Override|Relationship) [^>]*footnotes[^>]*/>", b"", parts[name])
    data = made(example(), packed(parts))
    assert len(notes(data)) == len(notes(write(example())))
    assert audited(data, tmp_path) == []


def test_a_template_is_filled_the_same_every_time(short: Document) -> None:
    template = russian_word(around_body(before=text("Письмо")))
    assert made(short, template) == made(short, template)


def test_what_the_document_says_is_said_on_the_house_template() -> None:
    bare = replace(example(), parts=example().parts)
    assert said(made(bare, house())) == expected_text(bare)


def test_every_slot_of_the_title_page_is_a_role_of_it() -> None:
    from typing import get_args

    from conceptgen.document.blocks import CoverRole

    assert set(COVER_LINES.values()) == set(get_args(CoverRole))


def test_word_uses_no_style_outside_the_contract(concept: Document) -> None:
    """What the writer calls for, every checked template has, or gets with what is set so."""
    made = {"TableTextFine", "TableHeadFine", "TableGroupFine", "KeyFigure", "PullQuote"}
    ids = {style.id for style in STYLES} | made
    called = rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"'
    for document in (concept, example(), clinic("combined"), clinic("chain", "short")):
        parts = parts_of(write(document))
        used = re.findall(called, parts[MAIN] + parts["word/footnotes.xml"])
        assert {style.decode() for style in used} - ids == set()


def test_the_house_template_keeps_the_contract() -> None:
    names = re.findall(
        r'w:styleId="([^"]*)"><w:name w:val="([^"]*)"', parts_of(house())["word/styles.xml"].decode()
    )
    assert {(style.id, style.word) for style in STYLES} - set(names) == set()


def test_pages_use_the_classes_of_the_contract(concept: Document) -> None:
    shown = (concept, example(), clinic("order"), clinic("kit"))
    page = b"".join(map(write_html, shown)).decode()
    classes = {each for found in re.findall(r'class="([^"]*)"', page) for each in found.split()}
    wanted = {style.css_class for style in STYLES} - {"", "intro", "footnote", "level-4"}
    assert wanted - classes == set()


def test_the_page_for_owners_names_every_slot_and_style() -> None:
    page = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    assert [name for name in (*INLINE, "body") if f"`slot:{name}`" not in page] == []
    assert [name for name in SECTIONS if f"`{name}`" not in page] == []
    ranges = r"heading \d|Heading \d Front|Annex Heading \d|.* Small"
    said = {style.word for style in STYLES if not re.fullmatch(ranges, style.word)}
    assert [word for word in sorted(said) if word not in page] == []
