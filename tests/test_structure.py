"""Structure that the author typed is content: asked of the written files by an oracle made from the input alone."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from lxml import html as lxml_html

from conceptgen.composition import compose
from conceptgen.document.blocks import Listing, Paragraph
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks
from conceptgen.input import load_bytes
from conceptgen.writers import write

HEAD = """
schema: conceptgen/1
document: {title: Опыт, date: "2027-03-02"}
organization: {name: Пекарня}
concept:
  principles:
    - text: Правило.
      client_meaning: Ясно.
      staff_behaviour: |
%s
  purpose: |
%s
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(purpose: str, behaviour: str = "Делаем."):  # type: ignore[no-untyped-def]
    def inset(text: str, by: str) -> str:
        return "\n".join(by + each for each in text.split("\n"))

    loaded = load_bytes((HEAD % (inset(behaviour, " " * 8), inset(purpose, " " * 4))).encode(), "вход.yaml")
    assert loaded.project is not None, list(map(str, loaded.findings))
    return compose(loaded.project)


def shown(purpose: str) -> list[str]:
    """The purpose as blocks: a paragraph by its lines, an item with its level and mark."""
    found = []
    for block in blocks(document(purpose)):
        if isinstance(block, Listing):
            for index, item in enumerate(block.items):
                mark = "" if block.marked else f"{index + 1}. " if block.ordered else "• "
                found.append(f"{'>' * block.level(index)}{mark}{plain(item)}".replace("\xa0", " "))
        elif isinstance(block, Paragraph) and block.content and _is_of_purpose(block):
            found.append(plain(block.content).replace("\xa0", " "))
    return found


def _is_of_purpose(block: Paragraph) -> bool:
    origins = [getattr(each, "origin", None) for each in block.content]
    return any(each and each.path == ("concept", "purpose") for each in origins)


LISTS = {
    "over blank lines": ("1. раз\n\n2. два\n\n3. три", ["1. раз", "2. два", "3. три"]),
    "a wrapped item": ("1. раз\n   и ещё\n2. два", ["1. раз и ещё", "2. два"]),
    "from four": ("4) четвёртый пункт", ["4) четвёртый пункт"]),
    "after a paragraph it goes on": (
        "1. раз\n2. два\n\nПояснение.\n\n3. три\n4. четыре",
        ["1. раз", "2. два", "Пояснение.", "3. три", "4. четыре"],
    ),
    "brackets": ("1) раз\n2) два", ["1) раз", "2) два"]),
    "a gap": ("1. раз\n3. три\n7. семь", ["1. раз", "3. три", "7. семь"]),
    "letters": ("Состав:\nа) хлеб;\nб) булки;", ["Состав:", "а) хлеб;", "б) булки;"]),
    "dashes": ("Ещё:\n– раз;\n– два.", ["Ещё:", "• раз;", "• два."]),
    "long dashes": ("— раз\n— два", ["• раз", "• два"]),
    "asterisks": ("* раз\n* два", ["• раз", "• два"]),
    "points": ("• раз\n• два", ["• раз", "• два"]),
    "sections": ("1.1. раз\n1.2. два\n2.1. три", ["1.1. раз", "1.2. два", "2.1. три"]),
    "another mark after a blank line": (
        "– раз\n– два\n\n4) четыре\n\n- ещё",
        ["• раз", "• два", "4) четыре", "• ещё"],
    ),
    "nested": (
        "- раз\n  - два\n    - три\n  - ещё\n- конец",
        ["• раз", ">• два", ">>• три", ">• ещё", "• конец"],
    ),
    "bullets under numbers": ("1. раз\n   - а\n   - б\n2. два", ["1. раз", ">– а", ">– б", "2. два"]),
    "lines": ("Часы работы:\nпн — пт, 8–20\nсб, 9–15", ["Часы работы:\nпн — пт, 8–20\nсб, 9–15"]),
    "two paragraphs": ("Раз.\nИ два.\n\nТри.", ["Раз.\nИ два.", "Три."]),
}
NO_LISTS = [
    "2019 - 2020",
    "Кабинет на\n5. этаже слева",
    "- ",
    "— Здравствуйте! — сказал он.",
    "1. 5 ₽ за штуку",
    "2024. Мы начали",
    "* сноска одна",
    "5 - 3 = 2",
    "10.12.2026 начало",
]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_what_was_typed(name: str) -> None:
    typed, expected = LISTS[name]
    assert shown(typed) == expected


@pytest.mark.parametrize("typed", NO_LISTS)
def test_what_only_looks_like_a_list_stays_words(typed: str) -> None:
    said = document(f"Начало.\n\n{typed}\n\nКонец.")
    assert not any(isinstance(block, Listing) for block in blocks(said))


EVERYTHING = "\n\n".join(typed for typed, _ in LISTS.values())


@pytest.fixture(scope="module")
def written() -> tuple[bytes, bytes]:
    """All the lists and a cell of lines, in Word and HTML."""
    made = document(EVERYTHING, "1. Здороваемся.\n2. Называем цену.\n\n**Даём** чек.")
    return write(made, "docx"), write(made, "html")


def test_the_cell_keeps_its_lines_in_word(written: tuple[bytes, bytes]) -> None:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(written[0])).read("word/document.xml"))
    assert not [node.text for node in root.iter(f"{W}t") if "\n" in (node.text or "")]
    said = [_said(paragraph) for paragraph in root.iter(f"{W}p")]
    assert any("1. Здороваемся.\n2. Называем цену.\nДаём чек." in each.replace("\xa0", " ") for each in said)


def test_the_cell_keeps_its_lines_in_html(written: tuple[bytes, bytes]) -> None:
    page = lxml_html.document_fromstring(written[1].decode())
    cell = next(
        each
        for each in page.iter("td", "p")
        if "Здороваемся" in each.text_content() and each.find("p") is None
    )
    assert len(cell.findall("br")) == 2


def test_every_typed_number_is_read_in_both_files(written: tuple[bytes, bytes]) -> None:
    """Marks that are no plain count from one stand in the text itself, so that no program numbers them anew."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(written[0])).read("word/document.xml"))
    word = [_said(paragraph).replace("\xa0", " ") for paragraph in root.iter(f"{W}p")]
    page = lxml_html.document_fromstring(written[1].decode())
    html = [each.text_content().replace("\xa0", " ") for each in page.iter("li")]
    for item in ("4) четвёртый пункт", "3. три", "7. семь", "а) хлеб;", "2.1. три"):
        assert item in word
        assert item in html


def _said(paragraph: etree._Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}softHyphen": "\xad", f"{W}noBreakHyphen": "\u2011"}
    return "".join(signs.get(node.tag, node.text or "") for node in paragraph.iter(f"{W}t", *signs))


SIGNS = {
    "a tab": ("раз\\tдва", "<w:tab/>", "раз\tдва"),
    "a soft hyphen": ("раз\\u00adдва", "<w:softHyphen/>", "раз\xadдва"),
    "a hyphen that stays": ("раз\\u2011два", "<w:noBreakHyphen/>", "раз\u2011два"),
    "a line separator": ("раз\\u2028два", "<w:br/>", "раз<br>два"),
    "a paragraph separator": ("раз\\u2029два", "<w:br/>", "раз<br>два"),
    "a next line": ("раз\\u0085два", "<w:br/>", "раз<br>два"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_becomes_what_the_format_has_for_it(name: str) -> None:
    typed, word, html = SIGNS[name]
    text = (HEAD % ("        Делаем.", "    Цель.")).replace("text: Правило.", f'text: "{typed}"')
    loaded = load_bytes(text.encode(), "вход.yaml")
    assert loaded.project is not None, list(map(str, loaded.findings))
    made = compose(loaded.project)
    document_xml = zipfile.ZipFile(io.BytesIO(write(made, "docx"))).read("word/document.xml").decode()
    start = document_xml.index("раз<")
    assert word in document_xml[start : start + 120]
    assert html in write(made, "html").decode()
