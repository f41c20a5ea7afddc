"""Pages as a Word user expects them: words broken where they may be, rows whole where they can, a named file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx_text import W
from example_document import example
from lxml import etree

from conceptgen.composition import compose
from conceptgen.composition.documents import VARIANTS
from conceptgen.document.blocks import Block, Cell, Column, Heading, Listing, Paragraph, Part, Row, Table
from conceptgen.document.inline import Ref, line
from conceptgen.document.numbering import number
from conceptgen.input import load
from conceptgen.languages import vocabulary
from conceptgen.resources import samples
from conceptgen.writers.docx import write

KNOWN = {"PT Serif", "PT Sans", "Segoe UI Symbol"}
"""Fonts that travel in the file, and one that comes with Word on Windows."""


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(*blocks: Block) -> Any:
    return tree(write(number(replace(example(), parts=(Part(blocks),)))))


def styles() -> dict[str, Any]:
    return {s.get(f"{W}styleId"): s for s in tree(write(example()), "word/styles.xml").iter(f"{W}style")}


def inherited(known: dict[str, Any], id: str, tag: str) -> bool:
    """Whether a paragraph style has a property of its own or from what it is based on."""
    while id in known:
        if known[id].find(f"{W}pPr/{W}{tag}") is not None:
            return True
        based = known[id].find(f"{W}basedOn")
        id = based.get(f"{W}val") if based is not None else ""
    return False


def is_whole(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}cantSplit") is not None


def test_words_are_hyphenated_but_not_in_headings_and_captions() -> None:
    assert tree(write(example()), "word/settings.xml").find(f"{W}autoHyphenation") is not None
    known = styles()
    still = [id for id in known if "Heading" in id or id in ("Title", "TableCaption", "FigureCaption")]
    assert len(still) > 12
    assert [id for id in still if not inherited(known, id, "suppressAutoHyphens")] == []
    assert not inherited(known, "Normal", "suppressAutoHyphens")


def test_headings_and_captions_of_tables_stay_with_what_follows() -> None:
    known = styles()
    for id in ("Heading1", "Heading2Front", "AnnexHeading3", "TableCaption", "Label"):
        assert inherited(known, id, "keepNext")


def test_no_line_is_left_alone_at_the_edge_of_a_page() -> None:
    defaults = tree(write(example()), "word/styles.xml").find(f"{W}docDefaults//{W}pPr")
    assert defaults.find(f"{W}widowControl") is not None


def test_fonts_are_those_every_word_has() -> None:
    data = write(example())
    named = set()
    for name in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
        for fonts in tree(data, name).iter(f"{W}rFonts"):
            named |= {
                value for key, value in fonts.attrib.items() if "Theme" not in key and key != f"{W}hint"
            }
    assert named
    assert named <= KNOWN


@pytest.mark.parametrize(("columns", "letters"), [(2, 590), (7, 590)])
def test_a_row_of_under_six_hundred_letters_stays_on_one_page(columns: int, letters: int) -> None:
    """However narrow its columns are."""
    cells = (Cell((line("слово " * (letters // 6)),)), *[Cell((line(),))] * (columns - 1))
    table = Table(tuple(Column(line("Да")) for _ in range(columns)), (Row(cells),))
    assert is_whole(list(body(table).iter(f"{W}tr"))[1])


def test_a_longer_row_may_go_on_over_the_page() -> None:
    cells = (Cell((line("слово " * 150),)), *[Cell((line("слово " * 20),))] * 3)
    table = Table(tuple(Column(line("Да")) for _ in range(4)), (Row(cells),))
    assert not is_whole(list(body(table).iter(f"{W}tr"))[1])


def test_lists_are_lists_and_not_typed_signs() -> None:
    root = body(Listing((line("первый"), line("второй"))), Listing((line("раз"),), ordered=True))
    known = styles()
    said = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(p.itertext(f"{W}t"))) for p in root.iter(f"{W}p")
    ]
    assert said == [("ListBullet", "первый"), ("ListBullet", "второй"), ("ListNumber", "раз")]
    assert inherited(known, "ListBullet", "numPr")
    assert inherited(known, "ListNumber", "numPr")


def test_a_table_says_its_name_and_what_it_holds() -> None:
    table = Table((Column(line("А")),), (), caption=line("План"), alt="План работ по месяцам")
    look = body(table).find(f".//{W}tblPr")
    assert look.find(f"{W}tblCaption").get(f"{W}val") == "План"
    assert look.find(f"{W}tblDescription").get(f"{W}val") == "План работ по месяцам"


def test_letters_of_annexes_leave_out_what_could_be_misread() -> None:
    heads = [Heading(1, line("Список"), "annex") for _ in vocabulary("ru")["language"]["annex_letters"]]
    said = ["".join(p.itertext(f"{W}t")) for p in body(*heads).iter(f"{W}p")]
    assert [text.split(".")[0][-1] for text in said[:12]] == list("АБВГДЕЖИКЛМН")
    assert not set("ЁЗЙОЧЪЫЬ") & set(vocabulary("ru")["language"]["annex_letters"])


def test_a_reference_into_an_annex_says_letter_and_number() -> None:
    """«таблица А.1»: a field that leads to the number and shows it already."""
    table = Table((Column(line("А")),), (), caption=line("Список"), anchor="t_list")
    root = body(
        Heading(1, line("Анкеты"), "annex"), table, Paragraph(line("см. таблицу ", Ref("t_list"), "."))
    )
    said = ["".join(p.itertext(f"{W}t")) for p in root.iter(f"{W}p")]
    assert said[1] == "Таблица А.1 — Список"
    assert said[-1] == "см. таблицу А.1."


@pytest.mark.parametrize(
    ("document", "variant", "subject", "category"),
    [
        ("concept", "full", "Концепция клиентского сервиса", "Полный документ"),
        ("chain", "short", "Цепочка клиентского сервиса", "Тезисы"),
        ("concept", "page", "Концепция клиентского сервиса", "Лист на стену"),
    ],
)
def test_properties_say_what_the_file_is(document: str, variant: str, subject: str, category: str) -> None:
    project = load(samples() / "clinic.yaml").project
    assert project is not None
    core = tree(write(compose(project, document, variant)), "docProps/core.xml")
    told = {etree.QName(node).localname: node.text for node in core}
    assert told["subject"] == subject
    assert told["category"] == category
    assert told["version"] == "1.0"
    assert told["language"] == "ru-RU"
    assert told["created"] == told["modified"] == "2026-10-15T00:00:00Z"
    assert told["keywords"] == "Стоматология «Ясень»"


def test_every_kind_and_variant_has_words_for_its_properties() -> None:
    project = load(samples() / "clinic.yaml").project
    assert project is not None
    for language in ("ru", "en"):
        for document, variant in VARIANTS:
            composed = compose(project, document, variant, language)
            assert composed.subject
            assert composed.category


def test_the_gallery_shows_a_dozen_styles() -> None:
    """The rest are hidden, those that Word has of its own too."""
    shown = [id for id, each in styles().items() if each.find(f"{W}qFormat") is not None]
    assert len(shown) == 12
    assert all(each.find(f"{W}semiHidden") is not None for id, each in styles().items() if id not in shown)
    latent = tree(write(example()), "word/styles.xml").find(f"{W}latentStyles")
    assert latent.get(f"{W}defSemiHidden") == "1"


def test_the_typefaces_travel_in_the_file() -> None:
    """Obfuscated with the key of each: turned back, the bytes are those of a font."""
    data = write(example())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        parts = {link.get("Id"): link.get("Target") for link in links}
        cuts = [cut for cut in tree(data, "word/fontTable.xml").iter() if cut.get(f"{W}fontKey")]
        assert len(cuts) == 6
        for cut in cuts:
            relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
            font = archive.read(f"word/{parts[cut.get(relation)]}")
            key = bytes.fromhex(cut.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1]
            assert bytes(a ^ b for a, b in zip(font[:4], key, strict=False)) == b"\x00\x01\x00\x00"
