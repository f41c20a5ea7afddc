"""The Word file: it says what the document says, it is valid, and what looks automatic in it is automatic."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx_text import W, body_text, expected_text
from example_document import BARS, GANTT, example
from lxml import etree

from conceptgen.composition import compose
from conceptgen.document.blocks import (
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import Lines, Series
from conceptgen.document.inline import Footnote, Ref, Text, line
from conceptgen.document.numbering import number
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers.axes import lines_axis
from conceptgen.writers.docx import write

pytestmark = pytest.mark.laid_out
HOSTILE = "<b>&{{ 7*7 }}</w:t> ]]> № 5 «кавычки»"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@pytest.fixture(scope="module")
def written() -> bytes:
    return write(example())


@pytest.fixture(scope="module")
def body(written: bytes) -> Any:
    return part(written, "word/document.xml")


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def document_of(*blocks: Any, **changes: Any) -> Document:
    return number(replace(example(), parts=(Part(blocks),), **changes))


def written_body(*blocks: Any, **changes: Any) -> Any:
    return part(write(document_of(*blocks, **changes)), "word/document.xml")


def shown(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def styled(root: Any, style: str) -> list[Any]:
    return [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None]


def instructions(root: Any) -> list[str]:
    return [node.text.strip() for node in root.iter(f"{W}instrText")]


def test_says_what_the_document_says(written: bytes) -> None:
    assert body_text(written) == expected_text(example())


def test_same_document_gives_same_bytes(written: bytes) -> None:
    assert write(example()) == written


def test_openxml_audit_finds_nothing(written: bytes, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "example.docx"
    file.write_bytes(written)
    assert OpenXmlValidator().validate(file).errors == []


def test_openxml_audit_finds_nothing_in_a_large_document(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    project = load(samples() / "clinic.yaml").project
    assert project is not None
    file = tmp_path / "clinic.docx"
    file.write_bytes(write(compose(project)))
    assert OpenXmlValidator().validate(file).errors == []


def test_hostile_text_stands_there_literally(written: bytes) -> None:
    assert sum(HOSTILE in text for text in body_text(written)) == 5


def test_characters_xml_cannot_hold_do_no_harm() -> None:
    assert "ab" in shown(written_body(Paragraph(line("a\x00\x0bb"))))


def test_fields_are_balanced_and_show_their_result(body: Any) -> None:
    """Every field begins and ends inside the body and has something to show before it is updated."""
    open_results: list[str] = []
    for node in body.iter(f"{W}fldChar", f"{W}t"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_results.append("")
        elif kind == "end":
            assert open_results.pop().strip()
        elif node.tag == f"{W}t" and open_results:
            open_results[-1] += node.text
    assert open_results == []


def test_ids_of_bookmarks_drawings_and_footnotes_are_unique(body: Any, written: bytes) -> None:
    for found in (
        [b.get(f"{W}id") for b in body.iter(f"{W}bookmarkStart")],
        [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")],
        [d.get("id") for d in body.iter(DOC_PROPERTIES)],
    ):
        assert found
        assert len(found) == len(set(found))
    notes = [int(note.get(f"{W}id")) for note in part(written, "word/footnotes.xml")]
    assert notes == [-1, 0, 1]


def test_every_link_and_reference_leads_to_a_bookmark(body: Any) -> None:
    names = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    targets = {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")}
    targets |= {i.split()[1] for i in instructions(body) if i.startswith("REF ")}
    assert targets
    assert targets <= names


def test_every_cell_ends_with_a_paragraph(body: Any) -> None:
    assert {cell[-1].tag for cell in body.iter(f"{W}tc")} == {f"{W}p"}


def test_every_row_fills_its_table(body: Any) -> None:
    for table in body.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns


def test_every_style_used_exists_in_the_template(body: Any, written: bytes) -> None:
    known = {s.get(f"{W}styleId") for s in part(written, "word/styles.xml").iter(f"{W}style")}
    used = {s.get(f"{W}val") for s in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= known


def test_every_chart_and_table_is_described(body: Any) -> None:
    drawn = [d for d in body.iter(DOC_PROPERTIES) if next(d.iter("{*}decorative"), None) is None]
    assert drawn
    assert all(d.get("descr") for d in drawn)
    described = [t.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") for t in body.iter(f"{W}tbl")]
    assert {"План работ по строкам", "Карточка причины", "Программа по месяцам"} <= set(described)


def test_captions_count_themselves(body: Any) -> None:
    assert shown(styled(body, "TableCaption")[1]) == "Таблица 2 — Широкая таблица"
    assert shown(styled(body, "FigureCaption")[0]) == "Рисунок 1 — Оценки"
    assert r"SEQ Таблица \* ARABIC" in instructions(body)


def test_captions_of_annexes_count_themselves_after_their_letter() -> None:
    """Every annex has a row of numbers of its own; the letter is text."""
    table = Table((Column(line("А")),), (Row((Cell((line("1"),)),)),), caption=line("Список"))
    root = written_body(Heading(1, line("Источники"), "annex"), Heading(2, line("Книги"), "annex"), table)
    assert shown(styled(root, "AnnexHeading")[0]) == "Приложение А. Источники"
    assert shown(styled(root, "AnnexHeading2")[0]) == "А.1 Книги"
    assert shown(styled(root, "TableCaption")[0]) == "Таблица А.1 — Список"
    assert instructions(root) == [r"SEQ Таблица_А \* ARABIC"]


def test_references_to_headings_follow_the_list_number() -> None:
    root = written_body(Heading(1, line("Цель"), anchor="goal"), Paragraph(line("раздел ", Ref("goal"))))
    assert r"REF _Ref000000001 \r \h" in instructions(root)
    assert shown(root).endswith("раздел 1")


def test_contents_are_filled_in_and_ask_nothing(body: Any, written: bytes) -> None:
    entries = [shown(p) for style in ("TOCFront", "TOC1", "TOC2") for p in styled(body, style)]
    front, annex = "Главное на одной странице", "Приложение А. Источники"
    assert [each.rstrip("0123456789") for each in entries] == [
        front,
        annex,
        "1Цель документа",
        "1.1Назначение",
        "1.2Широкое",
    ]
    assert part(written, "word/settings.xml").find(f"{W}updateFields") is None


def test_long_contents_stand_closer_and_short_ones_do_not() -> None:
    def size(count: int) -> str:
        heads = [Heading(1, line(f"Раздел {n}")) for n in range(count)]
        styles = part(write(document_of(Contents(line("Содержание")), *heads)), "word/styles.xml")
        return str(styles.find(f"{W}style[@{W}styleId='TOC1']//{W}sz").get(f"{W}val"))

    assert [size(20), size(40), size(50), size(90)] == ["21", "20", "19", "21"]


def test_contents_without_headings_are_just_a_title() -> None:
    root = written_body(Contents(line("Содержание")))
    assert shown(root) == "Содержание"
    assert instructions(root) == []


def test_headings_are_numbered_by_the_list_of_their_style(body: Any, written: bytes) -> None:
    styles = part(written, "word/styles.xml")
    assert styles.find(f"{W}style[@{W}styleId='Heading2']//{W}numId").get(f"{W}val") == "1"
    assert styles.find(f"{W}style[@{W}styleId='Heading1Front']//{W}numId").get(f"{W}val") == "0"
    assert [shown(p) for p in styled(body, "Heading2")] == ["Назначение", "Широкое"]


def test_every_numbered_list_starts_from_one() -> None:
    lists = (Listing((line("раз"),), ordered=True), Listing((line("два"),), ordered=True))
    data = write(document_of(*lists))
    used = [n.get(f"{W}val") for n in part(data, "word/document.xml").iter(f"{W}numId")]
    assert len(set(used)) == 2
    for id in used:
        num = part(data, "word/numbering.xml").find(f"{W}num[@{W}numId='{id}']")
        assert num.find(f".//{W}startOverride").get(f"{W}val") == "1"


def test_header_rows_repeat_and_short_rows_stay_whole(body: Any) -> None:
    plan = next(t for t in body.iter(f"{W}tbl") if "План" in t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val"))
    rows = list(plan.iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_long_row_may_split() -> None:
    table = Table((Column(line("А")),), (Row((Cell((line("слово " * 400),)),)),))
    rows = list(written_body(table).iter(f"{W}tr"))
    assert rows[1].find(f"{W}trPr/{W}cantSplit") is None


def test_a_row_is_not_left_alone_at_the_edge_of_a_page() -> None:
    """The first three rows of a card stay together, and the last three."""
    said = tuple(Row((Cell((line(f"{n}"),)), Cell((line("слово " * 40),)))) for n in range(9))
    card = Table(
        (Column(()), Column((), 3.0)), (*said, Row((Cell((line("9"),)), Cell((line("конец"),))))), "card"
    )
    rows = list(written_body(card).iter(f"{W}tr"))
    kept = [row.find(f".//{W}keepNext") is not None for row in rows]
    assert kept == [True, True, *[False] * 5, True, True, False]


def test_a_heading_after_a_table_is_not_parted_from_it_by_a_spacer() -> None:
    """With a spacer LibreOffice leaves the heading alone at the foot of a page; text keeps its air."""
    table = Table((Column(line("А")),), (Row((Cell((line("1"),)),)),))
    announced, text = Paragraph(line("В списке:"), "intro"), Paragraph(line("текст"))
    root = written_body(table, Heading(1, line("Итог")), table, announced, table, text)
    body = root.find(f"{W}body")
    after = [e.getnext() for e in body.iterchildren(f"{W}tbl")]
    assert [shown(paragraph) for paragraph in after] == ["Итог", "В списке:", ""]
    assert after[1].find(f"{W}pPr/{W}spacing").get(f"{W}before") == "160"


def test_words_are_not_broken_inside_a_head() -> None:
    """Heads of a crowded table get the width they need before the words of the body do."""
    heads = ("Критерий", "Исходный замер", "Августовский замер", "Цель", "Разница", "Обоснование оценки")
    said = tuple(Cell((line("противопоставленностью"),)) for _ in heads)
    root = written_body(Table(tuple(Column(line(head)) for head in heads), (Row(said),)))
    widths = [int(c.get(f"{W}w")) for c in root.iter(f"{W}gridCol")]
    assert widths[2] > widths[1] > widths[3]
    assert widths[2] >= 1340


def test_intro_stays_with_what_it_announces() -> None:
    root = written_body(Paragraph(line("В таблице:"), "intro"), Paragraph(line("текст")))
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in root.iter(f"{W}p")] == [True, False]


def test_crowded_tables_are_set_smaller() -> None:
    wide = Table(tuple(Column(line(f"{n}")) for n in range(6)), (), caption=line("Шесть"))
    root = written_body(wide)
    assert len(styled(root, "TableHeadSmall")) == 6


def test_columns_fill_the_page_and_hold_their_longest_word() -> None:
    columns = (Column(line("№"), 0.1), Column(line("Ответственный"), 0.5), Column(line("Что"), 5.0))
    root = written_body(Table(columns, (Row((Cell((line("1"),)), Cell((line("Директор"),)), Cell(()))),)))
    widths = [int(c.get(f"{W}w")) for c in root.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - 1417 - 851
    assert widths[1] > 1400
    assert widths[2] > widths[1] > widths[0]


def test_landscape_pages_keep_header_footer_and_paper(body: Any) -> None:
    setups = list(body.iter(f"{W}sectPr"))
    sizes = [(s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}orient")) for s in setups]
    assert sizes == [("11906", None), ("16838", "landscape"), ("11906", None)]
    for setup in setups:
        assert setup.find(f"{W}headerReference").get(f"{R}id")
        assert setup.find(f"{W}footerReference").get(f"{R}id")


def test_only_the_cover_has_a_bare_first_page(body: Any) -> None:
    bare = [setup.find(f"{W}titlePg") is not None for setup in body.iter(f"{W}sectPr")]
    assert bare == [True, False, False]


def test_a_compact_cover_leaves_room_for_the_text() -> None:
    """Text follows on the same page, nothing is pinned to its foot."""
    cover = Cover(
        (CoverLine("title", line("Тезисы")), CoverLine("place", line("г. Приозёрск"))), compact=True
    )
    first, second = Part((cover,)), Part((Paragraph(line("текст")),))
    root = part(write(number(replace(example(), parts=(first, second)))), "word/document.xml")
    assert root.find(f".//{W}framePr") is None
    assert root.find(f".//{W}pageBreakBefore") is None


def title_ends(title: str) -> int:
    """How far the right edge of a title page's title is drawn in, in twips."""
    cover = Part((Cover((CoverLine("title", line(title)),)),))
    root = part(write(number(replace(example(), parts=(cover,)))), "word/document.xml")
    (titled,) = (p for p in root.iter(f"{W}p") if shown(p) == title)
    indent = titled.find(f"{W}pPr/{W}ind")
    return 0 if indent is None else int(indent.get(f"{W}right"))


def test_years_and_short_names_of_a_title_stay_on_one_line() -> None:
    """Word parts «2026–2027» after its dash: a title that would break there is set narrower, its words as given."""
    assert title_ends("Концепция клиентского сервиса стоматологии «Ясень» на 2026–2027 годы") > 0
    assert title_ends("Концепция сервиса на 2026–2027 годы") == 0
    assert title_ends("Концепция " + "очень " * 40) == 0


def test_a_title_page_has_the_band_of_its_colour_and_nobody_hears_of_it() -> None:
    cover = Cover((CoverLine("title", line("Концепция")),))
    bare, compact = (
        replace(example(), parts=(Part((replace(cover, compact=short),)),)) for short in (False, True)
    )
    root = part(write(number(bare)), "word/document.xml")
    (properties,) = root.iter(DOC_PROPERTIES)
    assert properties.get("descr") == ""
    assert b"decorative" in etree.tostring(properties)
    assert next(part(write(number(compact)), "word/document.xml").iter(DOC_PROPERTIES), None) is None


def test_a_poster_has_large_type_and_no_header() -> None:
    data = write(document_of(Paragraph(line("Мы отвечаем на каждый звонок")), poster=True))
    sizes = part(data, "word/styles.xml").findall(f"{W}style[@{W}type='paragraph']//{W}sz")
    assert sorted(int(s.get(f"{W}val")) for s in sizes)[1] >= 24
    assert part(data, "word/document.xml").find(f".//{W}headerReference") is None


def test_letter_paper_on_request() -> None:
    root = written_body(Paragraph(line("text")), page="letter", language="en")
    assert root.find(f".//{W}pgSz").get(f"{W}w") == "12240"


def test_header_says_title_and_draft_footer_counts_pages(written: bytes) -> None:
    header = part(written, "word/header.xml")
    assert "".join(header.itertext(f"{W}t")) == "Концепция сервиса   ·   Проект"
    assert header.find(f".//{W}sdt") is None
    assert instructions(part(written, "word/footer.xml")) == ["STYLEREF 1 \\l", "PAGE", "NUMPAGES"]


def test_a_finished_document_has_no_draft_mark() -> None:
    header = part(write(document_of(Paragraph(line("текст")), draft="")), "word/header.xml")
    assert "".join(header.itertext(f"{W}t")) == "Концепция сервиса"


def test_properties_come_from_the_document_alone(written: bytes) -> None:
    core = etree.tostring(part(written, "docProps/core.xml"), encoding="unicode")
    assert core.count("2026-11-21T00:00:00Z") == 2
    assert "Бюро сервиса" in core
    assert "python" not in core


def test_text_language_is_the_documents(written: bytes) -> None:
    assert part(written, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "ru-RU"
    english = write(document_of(Paragraph(line("text")), language="en"))
    assert part(english, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "en-US"
    assert part(english, "word/settings.xml").find(f"{W}decimalSymbol").get(f"{W}val") == "."


def test_charts_are_native_and_carry_their_workbook(written: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(written)).namelist()
    assert sum(name.startswith("word/charts/chart") for name in names) == 4
    assert sum(name.endswith(".xlsx") for name in names) == 4


def test_missing_values_are_gaps_not_zeros(written: bytes) -> None:
    first = part(written, "word/charts/chart1.xml").find(f".//{C}ser/{C}val")
    assert [v.text for v in first.iter(f"{C}v")] == ["4.0", "8.0", "6.5", "5.0"]
    assert part(written, "word/charts/chart1.xml").find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_bars_are_labelled_as_printed_in_the_text(written: bytes) -> None:
    assert "не более 1 мин" in "".join(part(written, "word/charts/chart3.xml").itertext())


def test_legend_and_bars_keep_the_order_of_the_series(written: bytes) -> None:
    """«Было» before «Станет»: the axis runs from the top down, the legend stands below in series order."""
    drawn = part(written, "word/charts/chart3.xml")
    names = ["".join(s.find(f"{C}tx").itertext(f"{C}v")) for s in drawn.iter(f"{C}ser")]
    assert names == ["Было", "Станет"]
    assert [o.get("val") for o in drawn.findall(f".//{C}ser/{C}order")] == ["0", "1"]
    assert drawn.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert drawn.find(f".//{C}legendPos").get("val") == "b"


def test_lines_have_the_axis_and_the_values_of_the_drawing() -> None:
    """The same round ends as in PDF; the one measured series prints its values, the target does not."""
    values, aim = tuple(map(Decimal, ("18", "17.6", "15"))), (Decimal(12),) * 3
    lines = Lines(("5", "6", "7"), (Series("Доля", values, "latest"), Series("Цель", aim, "target")), "%")
    drawn = part(write(document_of(Chart(lines, "Ход"))), "word/charts/chart1.xml")
    ends = [drawn.find(f".//{C}valAx/{C}scaling/{C}{end}").get("val") for end in ("min", "max")]
    assert [Decimal(end) for end in ends] == [lines_axis(lines)[0], lines_axis(lines)[-1]]
    shown_values = [s.find(f"{C}dLbls/{C}showVal") is not None for s in drawn.iter(f"{C}ser")]
    assert shown_values == [True, False]


def test_a_missing_bar_says_so_and_its_cell_stays_empty() -> None:
    """A bar of no length carries the words; the workbook holds no zero."""
    data = write(document_of(Chart(BARS, "Столбцы")))
    drawn = part(data, "word/charts/chart1.xml")
    assert "нет данных" in "".join(drawn.itertext())
    assert [v.text for v in drawn.findall(f".//{C}ser/{C}val//{C}v")][-1] == "0.0"
    book = zipfile.ZipFile(io.BytesIO(data)).read("word/embeddings/Microsoft_Excel_Sheet1.xlsx")
    cells = [
        cell.get("r") for cell in part(book, "xl/worksheets/sheet1.xml").iter() if cell.tag.endswith("}c")
    ]
    assert "C2" in cells
    assert "C3" not in cells


def test_chart_texts_that_look_like_formulas_stay_texts() -> None:
    bars = replace(BARS, categories=('=HYPERLINK("http://x")', "+1"))
    data = write(document_of(Chart(bars, "Столбцы")))
    book = zipfile.ZipFile(io.BytesIO(data)).read("word/embeddings/Microsoft_Excel_Sheet1.xlsx")
    sheet = part(book, "xl/worksheets/sheet1.xml")
    assert not any(node.tag.endswith("}f") for node in sheet.iter())


def test_charts_of_nothing_can_be_written() -> None:
    empty = replace(BARS.series[0], values=(None, None))
    bars = replace(BARS, series=(empty,), labels=(("нет данных", "нет данных"),))
    zero = replace(BARS, series=(replace(empty, values=(Decimal(0), None)),), labels=(("0", ""),))
    assert write(document_of(Chart(bars, "Пусто"), Chart(zero, "Ноль")))


def gantt_of(body: Any) -> Any:
    return next(t for t in body.iter(f"{W}tbl") if t.find(f".//{W}pStyle[@{W}val='ChartHead']") is not None)


def test_a_screen_reader_hears_what_the_gantt_is_and_what_it_shows(body: Any) -> None:
    told = [
        gantt_of(body).find(f"{W}tblPr/{W}tbl{name}").get(f"{W}val") for name in ("Caption", "Description")
    ]
    assert told == ["Программа", "Программа по месяцам"]


def test_gantt_is_a_table_with_shaded_months(body: Any) -> None:
    table = gantt_of(body)
    rows = {shown(row).rstrip("◆"): row for row in table.iter(f"{W}tr")}
    months = [cell.find(f"{W}p/{W}pPr/{W}shd") for cell in rows["Новый график смен"].iter(f"{W}tc")][1:]
    assert [index + 1 for index, shade in enumerate(months) if shade is not None] == [2, 3]
    assert shown(list(rows["Общее собрание"].iter(f"{W}tc"))[4]) == "◆"


def test_gantt_explains_its_marks() -> None:
    legend = (("planned", "запланировано"), ("milestone", "веха"))
    root = written_body(Chart(replace(GANTT, legend=legend), "Программа"))
    last = list(root.iter(f"{W}tr"))[-1]
    assert shown(last).split() == ["запланировано", "◆", "веха"]


def test_a_mark_of_a_source_is_one_run() -> None:
    """A line is not broken between «[» and «4»."""
    marks = (Text("\u00a0[", "quiet"), Text("4", "quiet"), Text("]", "quiet"))
    root = written_body(Paragraph(line("18 %", *marks)))
    assert [t.text for t in root.iter(f"{W}t")] == ["18 %", "\u00a0[4]"]


def test_two_footnotes_at_one_place_are_not_one_number() -> None:
    root = written_body(Paragraph(line("а", Footnote(line("раз")), Footnote(line("два")))))
    assert shown(root) == "а,"


def test_footnotes_stand_at_the_foot(written: bytes) -> None:
    root = part(
        write(document_of(Paragraph(line("а", Footnote(line("раз")), "б", Footnote(line("два")))))),
        "word/document.xml",
    )
    assert [n.get(f"{W}id") for n in root.iter(f"{W}footnoteReference")] == ["1", "2"]
    assert body_text(written)[-1] == "Сноска с текстом"


def test_committed_template_is_the_one_the_tool_builds() -> None:
    """Nobody edits house.docx by hand: its source is the tool."""
    tools = Path(__file__).parent.parent / "tools"
    sys.path.insert(0, str(tools))
    try:
        spec = importlib.util.spec_from_file_location("house_template", tools / "house_template.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(tools))
    assert module.build() == (module.TARGETS / "house.docx").read_bytes()
    assert module.build(module.own_cover()) == (module.TARGETS / "cover.docx").read_bytes()
