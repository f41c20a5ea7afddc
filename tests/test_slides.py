"""Slides of the short documents: every text on a slide or in the notes, large type, native charts, nothing outside."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pptx_text
import pytest
from made import composed, project
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from conceptgen.composition import with_slides
from conceptgen.composition.slides import DECKS
from conceptgen.deliverables.kinds import KINDS, formats_of
from conceptgen.document.blocks import (
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import Gantt, Radar
from conceptgen.document.inline import Break, Text, line
from conceptgen.document.look import Brand, Look
from conceptgen.errors import RequestError
from conceptgen.findings import has_errors
from conceptgen.pipeline import RenderRequest, names, outputs
from conceptgen.resources import template_path
from conceptgen.writers import write
from conceptgen.writers.pptx import fit
from conceptgen.writers.pptx.charts import calendar
from conceptgen.writers.pptx.check import check
from conceptgen.writers.text_width import width

SHOWN = [
    ("clinic", "concept"),
    ("hotel", "concept"),
    ("minimal", "concept"),
    ("clinic", "chain"),
    ("clinic", "progress"),
]
POINT = 12700


@cache
def document(name: str, kind: str) -> Document:
    return with_slides(project(name), composed(name, kind, "short"))


@cache
def written(name: str, kind: str) -> bytes:
    return write(document(name, kind), "pptx")


def slides(name: str, kind: str = "concept") -> list[Any]:
    return list(pptx_text.deck(written(name, kind)).slides)


def test_what_kinds_say_of_slides_is_what_is_composed() -> None:
    said = {(kind.name, v.name) for kind in KINDS.values() for v in kind.variants if "pptx" in v.also}
    assert said == set(DECKS)
    assert "pptx" not in formats_of("concept", "full")


@pytest.mark.parametrize(("name", "kind"), SHOWN)
def test_every_text_of_the_short_document_is_on_a_slide_or_in_the_notes(name: str, kind: str) -> None:
    assert pptx_text.unsaid(document(name, kind), written(name, kind)) == []
    shown = replace(document(name, kind), parts=document(name, kind).slides)
    assert pptx_text.unsaid(shown, written(name, kind)) == []


@pytest.mark.parametrize(("name", "kind"), SHOWN)
def test_each_slide_has_a_title_of_its_own(name: str, kind: str) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides(name, kind)]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_concept_takes_eight_to_fifteen_slides_and_says_what_it_found() -> None:
    for name in ("clinic", "hotel"):
        assert 8 <= len(slides(name)) <= 15
    titles = [slide.shapes.title.text_frame.text.replace("\xa0", " ") for slide in slides("clinic")]
    assert any(
        title.startswith("Слабее всего: «План лечения и стоимость до начала» (4 балла)") for title in titles
    )
    assert any("было 18 %, сейчас 15 %, станет не более 5 %" in title for title in titles)
    assert titles[-1] == "Решение принято — что дальше"
    assert slides("hotel")[-1].shapes.title.text_frame.text == "The decision we need today"


@pytest.mark.parametrize(("name", "kind"), SHOWN)
def test_type_is_large_and_everything_stands_on_the_slide(name: str, kind: str) -> None:
    deck = pptx_text.deck(written(name, kind))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_text_frame and not shape.is_placeholder and shape.name.startswith("Rectangle"):
                assert min(_sizes(shape._element)) >= 18
            elif shape.has_table or shape.has_chart:
                root = shape.chart._chartSpace if shape.has_chart else shape._element
                assert min(_sizes(root)) >= 12
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) <= shape.height + 100


def _sizes(element: Any) -> list[float]:
    return [int(each.get("sz")) / 100 for each in element.iter() if (each.get("sz") or "").isdigit()]


def test_numbers_of_native_charts_are_those_of_the_tree() -> None:
    """The radar with its workbook; the calendar as days; the line of feeling on the map."""
    made = document("hotel", "concept")
    trees = [block for part in made.slides for block in part.blocks if isinstance(block, Chart)]
    found = [shape.chart for slide in slides("hotel") for shape in slide.shapes if shape.has_chart]
    radar = next(each.data for each in trees if isinstance(each.data, Radar))
    drawn = found[0].plots[0]
    assert tuple(drawn.categories) == radar.axes
    assert [_values(each) for each in drawn.series] == [list(each.values) for each in radar.series]
    gantt = next(each.data for each in trees if isinstance(each.data, Gantt))
    bars = calendar(gantt)
    assert [_values(each) for each in found[1].plots[0].series] == [list(each.values) for each in bars.series]
    assert [int(each or 0) for each in bars.series[1].values] == [
        (t.end - t.start).days + 1 for t in gantt.tasks
    ]
    strip = next(
        row.strip
        for part in made.slides
        for block in part.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.strip
    )
    assert [_values(each) for each in found[2].plots[0].series] == [list(s.values) for s in strip.data.series]
    assert all(chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK" for chart in found)


def _values(series: Any) -> list[Decimal | None]:
    return [None if value is None else Decimal(str(value)).normalize() + 0 for value in series.values]


def test_notes_tell_where_numbers_come_from_and_what_was_left_out() -> None:
    told = "\n".join(map(pptx_text.notes, slides("clinic"))).replace("\xa0", " ")
    assert "Замер:" in told
    assert "Источники:" in told
    assert "Не поместилось на слайд:" in told
    assert "На слайде 5 из 19." in told


def test_lines_of_a_text_are_lines_on_slides_and_in_the_notes() -> None:
    """A line feed inside a run is shown as a space."""
    said = (Text("Первая строка"), Break(), Text("- вторая " + "слово " * 200), Break(), Text("третья"))
    shown = (Heading(1, line("Строки"), "front"), Paragraph(said), Listing((said,)), Paragraph(said, "note"))
    parts = (Part(shown, key="a"),)
    data = write(replace(document("minimal", "concept"), parts=parts, slides=parts), "pptx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("ppt/"))
    assert not re.search(rb"<a:t>[^<]*\n", inside)
    told = "\n".join(map(pptx_text.notes, pptx_text.deck(data).slides))
    assert re.search(r"Первая строка\s*[\v\n]\s*- вторая", told)
    assert "строка - вторая" not in "\n".join(pptx_text.texts(data))


def test_pictures_tables_and_charts_say_what_they_show_and_texts_their_language() -> None:
    for slide in slides("hotel"):
        frames = [shape for shape in slide.shapes if shape.has_table or shape.has_chart]
        assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)
        runs = list(slide._element.iter("{*}rPr", "{*}endParaRPr"))
        assert {each.get("lang") for each in runs} == {"en-US"}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(document("hotel", "concept"), "pptx") == written("hotel", "concept")
    with zipfile.ZipFile(io.BytesIO(written("hotel", "concept"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = b"".join(
            archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )
    assert not re.search(rb"vbaProject|TargetMode=\"External\"|oleObject", parts)


def test_a_brand_colours_the_slides_and_its_logo_says_whose_it_is() -> None:
    look = Look(Brand(accent="#7A1F3D", text_font="Georgia", heading_font="Georgia"))
    with zipfile.ZipFile(io.BytesIO(write(document("minimal", "concept"), "pptx", look))) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert "7A1F3D" in theme
    assert 'typeface="Georgia"' in theme


# ── hostile texts ──────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = ["<b>&amp;</b> \"'", "=SUM(A1:A9)", "ы" * 8_000, "👩‍⚕️ 🦷 " * 20, "слово " * 900, "a\tb"]


def test_hostile_texts_are_texts_and_stay_on_the_slide() -> None:
    """In titles, cards, tables and statements: cut on the slide with an ellipsis, whole in the notes."""
    said = [line(each) for each in HOSTILE]
    table = Table((Column(line("А")), Column(line("Б"))), tuple(Row((Cell((s,)), Cell((s,)))) for s in said))
    parts = (
        *(Part((Heading(1, each, "front"), Paragraph(each)), key="a") for each in said),
        Part((Heading(1, line("Карточки"), "front"), Listing(tuple(said))), key="b"),
        Part((Heading(1, line("Таблица"), "front"), table), key="c"),
    )
    made = replace(document("minimal", "concept"), parts=parts, slides=parts)
    data = write(made, "pptx")
    assert pptx_text.unsaid(made, data) == []
    deck = pptx_text.deck(data)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) <= deck.slide_height - shape.top
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert max(map(len, titles)) < 400
    assert any("…" in title for title in titles)


# ── what has slides ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (RenderRequest(("concept",), ("full",), ("docx", "pptx")), "concept full"),
        (RenderRequest(("concept",), ("page",), ("pptx",)), "concept page"),
        (RenderRequest((), ("short", "full"), ("pptx",)), "concept full"),
    ],
)
def test_slides_of_what_has_none_are_refused_before_the_first_file(wish: RenderRequest, told: str) -> None:
    with pytest.raises(
        RequestError, match=rf"{told} слайдов \(pptx\) не бывает\. Они есть у таких: concept short"
    ):
        next(outputs(project("clinic"), "clinic", wish))


def test_where_no_variant_is_named_slides_are_made_of_those_that_have_them() -> None:
    made = list(names(project("clinic"), "clinic", RenderRequest(formats=("html", "pptx"))))
    assert [name for name in made if name.endswith(".pptx")] == [
        "clinic-concept-short.pptx",
        "clinic-chain-short.pptx",
        "clinic-combined-short.pptx",
    ]
    assert "clinic-concept-full.html" in made


# ── one's own master ───────────────────────────────────────────────────────────────────────────────────────────


@cache
def own_master() -> bytes:
    """Somebody's deck of four by three, with a slide, a chart on it and a note."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Чужой слайд"
    numbers = CategoryChartData()
    numbers.categories = ["x"]
    numbers.add_series("y", [1])
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 2_000_000, 3_000_000, 3_000_000, numbers)
    slide.notes_slide.notes_text_frame.text = "Чужая заметка"
    about = deck.core_properties
    about.author = about.comments = about.keywords = about.last_modified_by = about.identifier = "Чужой"
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def test_of_ones_own_master_only_layouts_and_theme_are_taken() -> None:
    assert check(own_master(), "own.pptx", "ru") == ()
    data = write(document("minimal", "concept"), "pptx", Look(master=own_master()))
    deck = pptx_text.deck(data)
    assert deck.slide_width == 9_144_000
    assert pptx_text.unsaid(document("minimal", "concept"), data) == []
    assert b"\xd0\xa7\xd1\x83\xd0\xb6\xd0\xbe\xd0\xb9" not in b"".join(
        zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    )
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= deck.slide_width


def _with(parts: dict[str, bytes], base: bytes = b"") -> bytes:
    """The master with some of its parts changed or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base or own_master())) as old, zipfile.ZipFile(made, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, data in {**kept, **parts}.items():
            new.writestr(name, data)
    return made.getvalue()


def _linked(kind: str, target: str, mode: str = "External") -> bytes:
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    old = zipfile.ZipFile(io.BytesIO(own_master())).read(name)
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return _with({name: old.replace(b"</Relationships>", relation.encode())})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (lambda: b"", "повреждён"),
        (lambda: b"PK\x03\x04 ppt/presentation.xml", "повреждён"),
        (lambda: template_path("docx", "house.docx").read_bytes(), "не презентация PowerPoint"),
        (lambda: _with({"ppt/vbaProject.bin": b"x"}), "макросы"),
        (lambda: _linked("image", "http://example.org/a.png"), "вне себя: http://example.org/a.png"),
        (lambda: _linked("oleObject", "../embeddings/a.bin", "Internal"), "вложенный объект"),
        (lambda: _with({"ppt/presentation.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "повреждён"),
        (lambda: _without_layouts(), "Ни в одном макете нет заголовка"),
    ],
)
def test_a_master_that_could_do_harm_or_cannot_be_used_is_refused(data: Any, told: str) -> None:
    findings = check(data(), "own.pptx", "ru")
    assert has_errors(findings)
    assert all(told in each.message for each in findings), findings


def _without_layouts() -> bytes:
    deck = Presentation(io.BytesIO(own_master()))
    deck.slides._sldIdLst.clear()
    for layout in list(deck.slide_layouts)[:6] + list(deck.slide_layouts)[7:]:
        try:
            deck.slide_layouts.remove(layout)
        except ValueError:
            for shape in list(layout.placeholders):
                shape._element.getparent().remove(shape._element)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def test_the_house_master_is_what_its_tool_builds() -> None:
    """Nobody edits house.pptx by hand."""
    import importlib.util
    from pathlib import Path

    tool = Path(__file__).parents[1] / "tools" / "house_slides.py"
    spec = importlib.util.spec_from_file_location("house_slides", tool)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.build() == template_path("pptx", "house.pptx").read_bytes()


def test_in_a_font_that_may_be_wide_texts_have_more_room() -> None:
    """Type is smaller or slides are more: another font may stand in for one that is not there."""
    house = pptx_text.deck(written("clinic", "concept"))
    wide = pptx_text.deck(write(document("clinic", "concept"), "pptx", Look(Brand(text_font="Bookman"))))

    def room(deck: Any) -> tuple[int, float]:
        cards = [s for slide in deck.slides for s in slide.shapes if s.name.startswith("Rectangle")]
        return len(deck.slides), -sum(max(_sizes(each._element)) for each in cards) / len(cards)

    assert room(wide) > room(house)


def test_no_word_of_a_card_is_wider_than_the_card() -> None:
    for name, kind in SHOWN:
        for slide in slides(name, kind):
            for shape in (each for each in slide.shapes if each.name.startswith("Rectangle")):
                size = max(_sizes(shape._element))
                longest = max(width(word, 0.95 * size) for word in shape.text_frame.text.split())
                assert longest <= shape.width / POINT - 20


def _told(slide: Any) -> str:
    return "\n".join(text for shape in slide.shapes for text in pptx_text.shape_texts(shape))


# ── what a reader saw ──────────────────────────────────────────────────────────────────────────────────────────


@cache
def wide_master_on_a_narrow_slide() -> bytes:
    """The house's master after its slide was made four by three and its places were left where they stood."""
    deck = Presentation(str(template_path("pptx", "house.pptx")))
    deck.slide_width = 9_144_000
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


@pytest.mark.parametrize("master", [own_master, wide_master_on_a_narrow_slide])
def test_on_a_slide_of_four_by_three_everything_stands_on_the_slide(master: Any) -> None:
    deck = pptx_text.deck(write(document("clinic", "concept"), "pptx", Look(master=master())))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width, (shape.name, slide.shapes.title.text)
            assert shape.top + shape.height <= deck.slide_height


def test_the_check_of_a_master_names_the_places_that_reach_beyond_the_slide() -> None:
    found = check(wide_master_on_a_narrow_slide(), "own.pptx", "ru")
    assert not has_errors(found)
    told = [each.message for each in found]
    assert (
        "В макете «Title Only» рамка «Title 1» выходит за край слайда; в слайдах она будет уменьшена" in told
    )
    assert any("рамка «Slide Number Placeholder 4»" in each for each in told)


def test_the_check_of_a_master_names_a_title_that_leaves_no_room() -> None:
    deck = Presentation()
    for layout in deck.slide_layouts:
        for place in layout.placeholders:
            if place.placeholder_format.idx == 0:
                place.left, place.top, place.width, place.height = 0, 0, 9_144_000, 5_500_000
    made = io.BytesIO()
    deck.save(made)
    (found,) = check(made.getvalue(), "own.pptx", "ru")
    assert found.code == "E-TPL-14"
    assert "В макете «Title Only» между заголовком и нижней строкой нет места для слайда" in found.message
    assert "Title 1" in found.message


def test_words_tied_by_a_no_break_space_are_measured_together() -> None:
    """Programs do not part «и стоимость»: the row is three lines high, and the table ends above the footer."""
    said = (Text("План лечения и\xa0стоимость до начала", "strong"),)
    with fit.measured_for("Arial"):
        assert fit.lines(said, 23, 259) == 3
    deck = pptx_text.deck(written("clinic", "concept"))
    for slide in deck.slides:
        footers = [each.top for each in slide.placeholders if each.placeholder_format.idx in (11, 12)]
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + shape.height < min(footers), slide.shapes.title.text


def test_who_answers_is_told_by_position_and_name() -> None:
    slide = next(
        each for each in slides("clinic") if each.shapes.title.text_frame.text == "Кто отвечает за перемены"
    )
    told = _told(slide)
    assert "Директор, Анна Борисовна Примерова" in told
    assert "Руководитель сервиса, Д.\xa0Е.\xa0Условная" in told


def test_months_of_the_calendar_are_in_the_language_of_the_document() -> None:
    for name, code in (("clinic", "419"), ("hotel", "409")):
        axes = [
            shape.chart.value_axis.tick_labels.number_format
            for slide in slides(name)
            for shape in slide.shapes
            if shape.has_chart and shape.chart.plots[0].series[0].name == " "
        ]
        assert axes == [f"[$-{code}]mmm yyyy"]


def test_an_abbreviation_keeps_its_stop() -> None:
    last = slides("clinic", "progress")[-1]
    assert last.shapes.title.text_frame.text.endswith("2028\xa0г.")


def test_the_speaker_is_not_told_what_stands_on_the_slide_nor_a_bare_title() -> None:
    """Words in quotes on the slide are those with a full stop in the document."""
    by_title = {each.shapes.title.text_frame.text: each for each in slides("hotel")}
    notes = {
        name: each.notes_slide.notes_text_frame.text if each.has_notes_slide else ""
        for name, each in by_title.items()
    }
    assert not any("My holiday starts at three" in each for each in notes.values())
    assert notes["The first steps have been taken"] == ""
    assert notes["Who answers for the change"] == ""


def test_tables_of_a_report_go_on_rather_than_be_small() -> None:
    """Rows that have room on two slides are not set smaller than 16 points."""
    shown = [shape for slide in slides("clinic", "progress") for shape in slide.shapes if shape.has_table]
    assert min(size for each in shown for size in _sizes(each.table._tbl)) >= 16
