from __future__ import annotations

import builtins
import gc
import io
import re
import shutil
import subprocess
import sys
import warnings
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import SampleFile
from example_document import example
from html_text import expected_pieces
from pypdf import PdfReader

from conceptgen import compose, load
from conceptgen.document.blocks import Cover, CoverLine, Paragraph, Part
from conceptgen.document.inline import line, plain
from conceptgen.document.walk import footnotes
from conceptgen.errors import EnvironmentFault
from conceptgen.resources import samples, template_path
from conceptgen.typography import NBSP
from conceptgen.writers import write
from conceptgen.writers.pdf.glyphs import missing

HOSTILE = "<b>&{{ 7*7 }}</w:t> ]]> № 5 «кавычки»"
HEADER = "Концепция сервиса Проект"


@pytest.fixture(scope="module")
def concept_pages() -> PdfReader:
    loaded = load(samples() / "dealer.yaml")
    return PdfReader(io.BytesIO(write(compose(loaded.project), "pdf")))


@pytest.fixture(scope="module")
def data() -> bytes:
    """The example in PDF, written without a complaint."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        return write(example(HOSTILE), "pdf")


@pytest.fixture(scope="module")
def reader(data: bytes) -> PdfReader:
    """The example, opened."""
    return PdfReader(io.BytesIO(data))


@pytest.fixture(scope="module")
def clinic(sample_pdf: SampleFile) -> bytes:
    """The large sample in PDF."""
    return sample_pdf("clinic")


def bare(text: str) -> str:
    """Text without blanks and hyphens: what is left when lines are broken anywhere."""
    return re.sub(r"[\s\u00ad-]", "", text)


def page_text(reader: PdfReader, number: int) -> str:
    """The text of a page without running header, draft mark and page number."""
    furniture = (HEADER, str(number + 1))
    return "\n".join(row for row in reader.pages[number].extract_text().split("\n") if row not in furniture)


def test_says_every_line_in_order(reader: PdfReader) -> None:
    """All the text of the tree is on the pages, in reading order."""
    text = "".join(bare(page_text(reader, number)) for number in range(len(reader.pages)))
    at = 0
    for piece in expected_pieces(example(HOSTILE)):
        found = text.find(bare(piece), at)
        assert found >= 0, piece
        at = found + len(bare(piece))
    assert all(bare(plain(content)) in text for content in footnotes(example(HOSTILE)))


def test_hostile_text_is_printed_as_it_is(reader: PdfReader) -> None:
    """Cover, text, caption and cell show it literally."""
    text = "".join(bare(page.extract_text()) for page in reader.pages)
    assert text.count(bare(HOSTILE)) >= 4


def test_same_document_same_bytes(data: bytes) -> None:
    """Writing twice gives the same file."""
    assert write(example(HOSTILE), "pdf") == data


def test_only_our_fonts_are_embedded(reader: PdfReader) -> None:
    """No font of this machine gets into the file."""
    names = {
        font["/BaseFont"].split("+")[-1]
        for page in reader.pages
        for font in (item.get_object() for item in page["/Resources"].get("/Font", {}).values())
    }
    assert names
    assert all(name.startswith(("PT-Serif", "PT-Sans")) for name in names)


def test_metadata_comes_from_the_document(reader: PdfReader) -> None:
    """Title, author, language and the one date."""
    assert reader.metadata is not None
    assert reader.metadata.title == example(HOSTILE).title
    assert reader.metadata.author == reader.metadata.producer == "Бюро сервиса"
    assert "WeasyPrint" not in str(reader.metadata) + str(reader.xmp_metadata.stream.get_data())  # type: ignore[union-attr]
    assert str(reader.metadata["/CreationDate"]).startswith("D:20261121")
    assert reader.trailer["/Root"]["/Lang"] == "ru"


def test_is_tagged_and_charts_are_described(reader: PdfReader) -> None:
    """A screen reader finds structure and alternative texts."""
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    figures = [tag for tag in tags(reader.trailer["/Root"]["/StructTreeRoot"]) if tag.get("/S") == "/Figure"]
    assert {tag["/Alt"] for tag in figures} >= {"Радар критериев", "Было и станет", "Программа по месяцам"}


def tags(node: Any) -> list[Any]:
    """Every element of the structure tree."""
    kids = node.get("/K", [])
    found = [
        kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if not isinstance(kid, int)
    ]
    inner = [kid for kid in found if hasattr(kid, "get") and "/S" in kid]
    return inner + [deeper for kid in inner for deeper in tags(kid)]


def test_title_page_has_no_header_and_no_number(reader: PdfReader) -> None:
    """The title page stands alone."""
    rows = reader.pages[0].extract_text().split("\n")
    assert HEADER not in rows
    assert "1" not in rows


def test_pages_carry_header_draft_mark_and_number(reader: PdfReader) -> None:
    """Landscape pages too."""
    for number, page in enumerate(reader.pages[1:], start=2):
        rows = page.extract_text().split("\n")
        assert HEADER in rows, number
        assert f"стр. {number} из {len(reader.pages)}" in page.extract_text().replace(NBSP, " "), number


def test_the_foot_tells_the_section_a_page_ends_in(concept_pages: PdfReader) -> None:
    """A page without a heading of its own is still in the section that went before."""
    pages = [page.extract_text().replace(NBSP, " ") for page in concept_pages.pages[3:]]
    feet = [re.search(r"^(.*) стр\. \d+ из \d+", said.replace("\u2003", " "), re.MULTILINE) for said in pages]
    assert all(foot and foot.group(1).strip() for foot in feet)


def test_contents_tell_the_pages_of_the_headings(reader: PdfReader) -> None:
    """The printed page number is where the section is; dots lead to it."""
    text = reader.pages[1].extract_text()
    assert len(re.findall(r"(?:\. ?){20,}\s*\d+$", text, re.MULTILINE)) == 5
    for title, mark in (
        ("Главное на одной странице", "Гость не ждёт."),
        ("Приложение А. Источники", "Текст приложения"),
    ):
        number = int(re.search(re.escape(title) + r"[\s.]*(\d+)", text).group(1))  # type: ignore[union-attr]
        assert mark in reader.pages[number - 1].extract_text()


def test_the_large_sample_has_its_summary_on_a_page_and_contents_after_it(clinic: bytes) -> None:
    """«Главное на одной странице» ends with whom to ask; contents follow and name the last annex."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(clinic)).pages]
    number = next(n for n, text in enumerate(pages) if "Главное на одной странице" in text)
    assert "по будням" in " ".join(pages[number].split())
    assert "Содержание" in pages[number + 1]
    assert "Лист регистрации изменений" in pages[number + 1] + pages[number + 2]


def test_a_programme_that_fits_has_one_drawing(clinic: bytes) -> None:
    """Its first and its last row, its legend and its caption stand on one page."""
    pages = PdfReader(io.BytesIO(clinic)).pages
    page = next(page for page in pages if "Программа во времени" in page.extract_text())
    text = page.extract_text()
    assert "Представить концепцию" in text
    assert "веха" in text


def test_pages_turn_back_after_a_wide_part(clinic: bytes) -> None:
    """A section that follows a wide table stands upright again."""
    pages = PdfReader(io.BytesIO(clinic)).pages
    page = next(page for page in pages[3:] if re.search(r"^4\.3 Ресурсы", page.extract_text(), re.MULTILINE))
    assert page.mediabox.width < page.mediabox.height


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(clinic: bytes, tmp_path: Path) -> None:
    """The structure of the file is sound."""
    file = tmp_path / "clinic.pdf"
    file.write_bytes(clinic)
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_poster_is_one_sheet_without_header_and_number() -> None:
    """Nothing but its text is on the wall."""
    sheet = replace(example(), poster=True, parts=(Part((Paragraph(line("Мы отвечаем.")),)),))
    pages = PdfReader(io.BytesIO(write(sheet, "pdf"))).pages
    assert [page.extract_text().strip() for page in pages] == ["Мы отвечаем."]


def test_bookmarks_follow_the_headings(reader: PdfReader) -> None:
    """The outline of the file is the outline of the document."""

    def titles(items: list[Any]) -> list[Any]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    assert titles(reader.outline) == [
        "Содержание",
        "Главное на одной странице",
        "1 Цель документа",
        ["1.1 Назначение", ["1.1.1 Глубже"], "1.2 Широкое"],
        "Приложение А. Источники",
    ]


def test_wide_parts_lie_across(reader: PdfReader) -> None:
    """Only the landscape part is landscape."""
    across = [page for page in reader.pages if page.mediabox.width > page.mediabox.height]
    assert len(across) == 1
    assert "Столбец 7" in across[0].extract_text()


def test_the_foot_of_a_cover_without_stamps_is_on_the_sheet() -> None:
    """The place stands within the margins, however little stands above the title."""
    lines = (CoverLine("organization", line("Пекарня")), CoverLine("title", line("Как мы встречаем")))
    cover = Cover((*lines, CoverLine("place", line("2026"))))
    heights: list[float] = []

    def note(text: str, _now: Any, matrix: list[float], *_: Any) -> None:
        if "2026" in text:
            heights.append(matrix[5])

    page = PdfReader(io.BytesIO(write(replace(example(), parts=(Part((cover,)),)), "pdf"))).pages[0]
    page.extract_text(visitor_text=note)
    assert min(heights) > 20 / 25.4 * 72


def test_a_compact_cover_of_a_wide_part_shares_its_page() -> None:
    """No upright page of its own before the landscape one."""
    cover = Cover((CoverLine("title", line("Цепочка")),), compact=True)
    sheet = replace(example(), parts=(Part((cover, Paragraph(line("Карта"))), landscape=True),))
    pages = PdfReader(io.BytesIO(write(sheet, "pdf"))).pages
    assert len(pages) == 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "Карта" in pages[0].extract_text()


def test_a_footnote_stands_on_the_page_that_calls_it(reader: PdfReader) -> None:
    """A remark is not carried to the next page."""
    pages = [page.extract_text() for page in reader.pages]
    called = next(text for text in pages if "Обычный текст" in text)
    assert "Сноска с текстом" in called


def test_table_heads_repeat(reader: PdfReader) -> None:
    """A table over three pages has three heads."""
    assert sum("Сколько" in page.extract_text() for page in reader.pages) == 3


def test_long_words_are_hyphenated() -> None:
    """Russian by Russian rules, at the ends of lines."""
    text = "Предпринимательство благожелательного отношения " * 20
    made = write(replace(example(), parts=(Part((Paragraph(line(text)),)),)), "pdf")
    rows = PdfReader(io.BytesIO(made)).pages[0].extract_text().splitlines()
    broken = [row.split()[-1] for row in rows if row.endswith("\u00ad")]
    assert broken
    assert all(f"{part[:-1]}" in text and len(part) > 3 for part in broken)


def test_letter_paper() -> None:
    """The sheet is the one the document asks for."""
    small = replace(example(), page="letter", parts=(Part((Paragraph(line("Текст")),)),))
    box = PdfReader(io.BytesIO(write(small, "pdf"))).pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_nothing_outside_the_shelf_is_fetched() -> None:
    """A page that asks for a file, a site or even inline data is refused."""
    from conceptgen.writers.pdf import engine

    for address in ("file:///etc/hostname", "http://127.0.0.1:9/x.png", "data:image/png;base64,AA=="):
        with pytest.raises(RuntimeError, match="shelf"):
            engine.render(engine.Request(f'<html lang="ru"><title>x</title><img alt="x" src="{address}">'))


def test_complaints_of_the_engine_are_passed_on() -> None:
    """A bad style sheet is heard of."""
    from conceptgen.writers.pdf import engine

    with pytest.warns(RuntimeWarning, match="colour"):
        engine.render(
            engine.Request('<html lang="ru"><title>x</title><style>p { colour: red }</style><p>x</p>')
        )


def test_without_pango_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word and HTML go on working; PDF says how to get the library on four systems."""
    real = builtins.__import__

    def no_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "conceptgen.writers.pdf.engine", raising=False)
    monkeypatch.delattr(sys.modules["conceptgen.writers.pdf"], "engine", raising=False)
    monkeypatch.setattr(builtins, "__import__", no_pango)
    with pytest.raises(EnvironmentFault) as fault:
        write(example(), "pdf")
    assert "\n" not in str(fault.value)
    assert all(system in str(fault.value) for system in ("Debian", "Fedora", "macOS", "Windows"))
    assert write(example(), "html")


def test_garbage_is_collected_afterwards_as_before(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """While a page is set it is seldom searched for garbage; then, and after a fault too, all is as it was."""
    from conceptgen.writers.pdf import engine

    request.addfinalizer(partial(gc.set_threshold, *gc.get_threshold()))
    gc.set_threshold(700, 10, 10)
    seen = []
    monkeypatch.setattr(
        engine.archive, "declare", lambda *_: seen.append((gc.get_threshold(), gc.get_freeze_count()))
    )
    usual = gc.get_threshold(), gc.get_freeze_count()
    engine.render(engine.Request('<html lang="ru"><title>x</title><p>x</p>'))
    assert (gc.get_threshold(), gc.get_freeze_count()) == usual
    assert seen[0][0][0] > usual[0][0]
    assert seen[0][1] > usual[1]
    with pytest.raises(RuntimeError, match="shelf"):
        engine.render(
            engine.Request('<html lang="ru"><title>x</title><img alt="x" src="file:///etc/hostname">')
        )
    assert (gc.get_threshold(), gc.get_freeze_count()) == usual


def test_characters_the_fonts_lack_are_named() -> None:
    """Code and name of each, and nothing for what is never drawn."""
    assert missing(example(HOSTILE)) == {}
    assert missing(example("стрелка → и \u00ad\u00a0 галочка ✓")) == {
        "→": "U+2192 RIGHTWARDS ARROW",
        "✓": "U+2713 CHECK MARK",
    }


NARROW = """<html lang="ru"><style>p {{ width: 28mm; font: 12pt "PT Serif"; text-indent: 0 }}
{sheet}</style><p>{text}</p></html>"""
WORDS = "предупредительность обслуживания посетителей учреждения онлайн-консультирование"


def divided(text: str, folder: Path) -> list[str]:
    """What is copied from a column too narrow for its words, by two programs."""
    from conceptgen.writers.pdf import engine

    rule = re.search(r"body \{[^}]*\}", template_path("html", "print.css").read_text("utf-8"))
    assert rule is not None
    page = engine.render(engine.Request(NARROW.format(text=text, sheet=rule[0])))
    (folder / "a.pdf").write_bytes(page)
    told = subprocess.run(["pdftotext", "-raw", folder / "a.pdf", "-"], capture_output=True, check=True)
    return [PdfReader(io.BytesIO(page)).pages[0].extract_text(), told.stdout.decode()]


def test_words_divided_at_the_end_of_a_line_are_copied_whole(tmp_path: Path) -> None:
    """The hyphen is seen and is read as a soft one; that of a compound word stays a hyphen."""
    for text in divided(WORDS, tmp_path):
        assert text.count("\u00ad\n") >= 4
        assert " ".join(text.replace("\u00ad\n", "").replace("-\n", "-").split()) == WORDS


def test_a_hyphen_that_does_not_break_is_copied_as_it_is(tmp_path: Path) -> None:
    """An author's own sign is no soft hyphen, and then neither is what divides words."""
    for text in divided("кто\u2011то " + WORDS, tmp_path):
        assert "кто\u2011то" in text
