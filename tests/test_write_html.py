from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from example_document import GANTT, LABELS, RADAR, example
from html_text import body_text, expected_text
from jinja2 import TemplateNotFound, UndefinedError
from lxml import html as lxml_html

from conceptgen import resources
from conceptgen.document.blocks import (
    BLOCKS,
    Cell,
    Chart,
    Column,
    Cover,
    CoverLine,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import Lines
from conceptgen.document.inline import Footnote, line
from conceptgen.document.walk import plain_text
from conceptgen.writers import write
from conceptgen.writers.html.page import markup
from conceptgen.writers.html.palette import DEFAULT_PALETTE as HOUSE_COLOURS
from conceptgen.writers.html.views import prefix

HOSTILE = "<b>&{{ 7*7 }}</w:t> ]]> № 5 «кавычки»"


@pytest.fixture(scope="module")
def data() -> bytes:
    """The example in HTML."""
    return write(example(HOSTILE), "html")


@pytest.fixture(scope="module")
def page(data: bytes) -> Any:
    """The example, parsed."""
    return lxml_html.document_fromstring(data.decode("utf-8"))


def paragraphs(*blocks: Any, **settings: Any) -> Document:
    """A small document without title page."""
    return Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, (Part(tuple(blocks)),), **settings)


def test_says_exactly_what_the_document_says(data: bytes) -> None:
    """Every line of the tree, with its number, in order and nothing else."""
    assert body_text(data) == expected_text(example(HOSTILE))


def test_expected_text_is_the_text_read_aloud() -> None:
    """The parity helper leaves out no line of the neutral tree."""
    document = example(HOSTILE)
    assert len(expected_text(document)) == len(plain_text(document))


def test_hostile_text_stays_text(data: bytes, page: Any) -> None:
    """Markup and template marks in the input are shown, never obeyed."""
    assert HOSTILE in "\n".join(body_text(data))
    assert "49" not in "\n".join(body_text(data))
    assert page.find(".//b") is None


def test_same_document_same_bytes(data: bytes) -> None:
    """Writing twice gives the same file."""
    assert write(example(HOSTILE), "html") == data


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_kind_has_its_template(kind: type) -> None:
    """A new kind of block needs a template."""
    assert resources.template_path("html", "blocks", f"{kind.__name__.lower()}.html.j2").is_file()


def test_a_block_without_template_is_not_passed_over() -> None:
    """What cannot be written stops the writer."""

    @dataclass(frozen=True)
    class Novelty:
        pass

    with pytest.raises(TemplateNotFound):
        write(paragraphs(Novelty()), "html")


def test_a_field_the_templates_miss_is_an_error() -> None:
    """A template never prints an empty place for a missing field."""

    @dataclass(frozen=True)
    class Paragraph:
        role: str = "body"

    with pytest.raises(UndefinedError):
        write(paragraphs(Paragraph()), "html")


def test_nothing_is_fetched_and_no_script_runs(data: bytes, page: Any) -> None:
    """One file: every link stays inside it, no style reaches out, no script."""
    links = page.xpath("//@href | //@src | //@action | //@data | //@*[name()='xlink:href']")
    assert links
    inside = [address for address in page.xpath("//img/@src") if address.startswith("data:image/")]
    assert len(inside) == 3
    assert all(link.startswith("#") or link in inside for link in links)
    assert not page.xpath("//script | //link | //iframe | //object | //@*[starts-with(name(), 'on')]")
    assert not re.search(rb"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", data)


def test_the_policy_lets_in_the_styles_of_the_page_and_nothing_else(page: Any) -> None:
    """No inline style, no script; every style sheet by its fingerprint."""
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    prints = [b64encode(sha256(sheet.text.encode()).digest()).decode() for sheet in page.iter("style")]
    assert allowed == {
        "default-src": "'none'",
        "style-src": " ".join(f"'sha256-{each}'" for each in prints),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(prints) == 4
    assert not page.xpath("//@style")


def test_the_style_sheet_knows_the_width_of_every_column(page: Any) -> None:
    """Widths and numbers of columns are classes, for the policy forbids styles in the text."""
    sheet = page.findtext(".//style[@media='all']")
    classes = {
        *page.xpath("//col/@class"),
        *re.findall(r"columns-\d+", " ".join(page.xpath("//table/@class"))),
    }
    assert classes
    assert [each for each in classes if f".{each} {{" not in sheet] == []


def test_links_find_their_targets_and_ids_are_unique(page: Any) -> None:
    """References, navigation and footnotes lead somewhere."""
    ids = Counter(page.xpath("//@id"))
    assert ids
    assert max(ids.values()) == 1
    assert {link[1:] for link in page.xpath("//@href")} <= set(ids)


def test_headings_do_not_jump(page: Any) -> None:
    """One h1, and no level is skipped on the way down."""
    levels = [int(tag.tag[1]) for tag in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_landmarks_language_and_navigation(page: Any) -> None:
    """Skip link first, one of each landmark, headings of level 1 and 2 listed."""
    assert page.get("lang") == "ru"
    assert [len(page.findall(f".//{tag}")) for tag in ("header", "nav", "main")] == [1, 1, 1]
    assert page.body[0].get("href") == "#main-text"
    assert [link.text_content() for link in page.find(".//nav").iter("a")] == [
        "Главное на одной странице",
        "1 Цель документа",
        "1.1 Назначение",
        "1.2 Широкое",
        "Приложение А. Источники",
    ]


def test_tables_tell_what_their_heads_stand_for(page: Any) -> None:
    """Scopes, row heads, sub-headings and caption."""
    assert page.xpath("//th")
    assert not page.xpath("//th[not(@scope)]")
    assert not page.xpath("//th[not(normalize-space())]")
    assert page.xpath("//table[contains(@class, 'card')]//th[@scope='row']")
    assert page.xpath("//tr[contains(@class, 'group')]/th[@scope='rowgroup' and @colspan='3']")
    assert page.xpath("//caption")[0].text_content().startswith("Таблица 1 — План")


def test_what_scrolls_can_be_focused_and_is_labelled(page: Any) -> None:
    """The keyboard reaches what a narrow screen cuts off."""
    areas = page.xpath("//*[@class='scroll']")
    assert areas
    for area in areas:
        assert area.get("tabindex") == "0"
        assert area.get("role") in ("region", "group")
        assert area.get("aria-label") or page.get_element_by_id(area.get("aria-labelledby")) is not None


def test_every_drawing_says_in_words_what_it_shows(page: Any) -> None:
    """The title is the first child, and the label repeats it."""
    drawings = page.xpath("//svg")
    assert len(drawings) == 7
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert drawing[0].tag == "title"
        assert drawing[0].text == drawing.get("aria-label") != ""


def test_drawings_have_no_ids(page: Any) -> None:
    """Nothing in a drawing can clash with the text around it."""
    assert not page.xpath("//svg//@id | //svg/@id")


def test_a_programme_explains_its_marks() -> None:
    """The legend stands under the drawing, on every sheet of it."""
    legend = (("planned", "запланировано"), ("milestone", "веха"))
    tasks = tuple(replace(GANTT.tasks[1], name=f"Мероприятие {i}") for i in range(60))
    data = write(paragraphs(Chart(replace(GANTT, tasks=tasks, legend=legend), "П")), "html").decode()
    assert data.count(">веха<") == data.count(">запланировано<") == data.count("<svg")


def test_a_programme_of_two_dozen_rows_fits_one_page() -> None:
    """On paper rows move together before a second sheet begins; the sheets of a longer one are equally high."""
    from conceptgen.writers.html.charts.gantt import draw_gantt

    def heights(count: int) -> list[float]:
        names = tuple(f"Пересчитать сетку приёма и выделить окна, {i}" for i in range(count))
        chart = replace(GANTT, tasks=tuple(replace(GANTT.tasks[1], name=name) for name in names))
        return [drawing.height for drawing in draw_gantt(chart, 960.0, 525.0, True, HOUSE_COLOURS)]

    assert len(heights(24)) == 1
    many = heights(80)
    assert all(height <= 525 for height in many)
    assert max(many) - min(many) < 60


def test_a_small_radar_is_small() -> None:
    """It fits under a summary on the same page: no more than 66 millimetres."""
    from conceptgen.writers.html.charts.radar import draw_radar

    names = tuple(f"Соотношение цены и качества {i}" for i in range(12))
    series = (replace(RADAR.series[1], values=RADAR.series[1].values[:1] * 12),)
    drawing = draw_radar(
        replace(RADAR, axes=names, groups=("Персонал", "Продукт", "Обстановка") * 4, series=series),
        640.0,
        "ru",
        HOUSE_COLOURS,
        small=True,
    )
    assert drawing.height * 25.4 / 96 <= 66
    assert 2 * drawing.rings[-1].radius * 25.4 / 96 >= 40
    assert min(entry.x for entry in drawing.legend) > drawing.centre[0] + drawing.rings[-1].radius


def test_a_radar_shrinks_on_a_phone_and_does_not_scroll(page: Any) -> None:
    """Half a radar says nothing; a programme may scroll."""
    assert {figure.get("class") for figure in page.iter("figure")} >= {"chart radar", "chart gantt"}
    css = page.findtext(".//style[@media='screen']")
    assert ".chart:not(.radar, .small) > .scroll svg { max-width: none; }" in css


def test_bars_and_lines_are_drawn_once_more_for_a_telephone(page: Any) -> None:
    """So that the value at the end of a bar needs no swipe; one of the two drawings is shown."""
    drawn = {
        kind: page.xpath(f"//figure[@class='chart {kind}']/div/@class") for kind in ("bars", "lines", "radar")
    }
    assert drawn == {"bars": ["scroll", "narrow"], "lines": ["scroll", "narrow"], "radar": ["scroll"]}
    assert {each.get("width") for each in page.xpath("//*[@class='narrow']/svg")} == {"328.0"}
    css = page.findtext(".//style[@media='screen']")
    assert "figure > .narrow { display: none; }" in css
    assert "figure:has(> .narrow) > .scroll { display: none; }" in css


def test_ranges_stay_on_one_line() -> None:
    """Years are not torn apart at the dash."""
    data = write(paragraphs(Paragraph(line("на 2026–2027 годы — план"))), "html").decode()
    assert '<span class="keep">2026–2027</span> годы — план' in data


def test_footnotes_stand_at_the_end_with_a_way_back(page: Any) -> None:
    """From the mark to the remark and back."""
    assert page.xpath("//a[@id='call-1']/@href") == ["#note-1"]
    assert page.xpath("//*[@class='notes']//li[@id='note-1']//a/@href") == ["#call-1"]
    assert page.xpath("//main/*")[-1].get("class") == "notes"


def test_equal_footnotes_keep_their_own_numbers() -> None:
    """The same words called twice are two remarks."""
    note = Footnote(line("Одно и то же"))
    data = write(paragraphs(Paragraph(line("а", note, "б", note))), "html")
    assert body_text(data) == ["аб", "Одно и то же", "Одно и то же"]
    assert b'id="call-2"' in data


def test_without_title_page_headings_start_at_h1() -> None:
    """A document without cover has its h1 too."""
    data = write(paragraphs(Heading(1, line("Итог")), Heading(2, line("Часть"))), "html")
    page = lxml_html.document_fromstring(data.decode("utf-8"))
    assert [tag.tag for tag in page.iter("h1", "h2", "h3")] == ["h1", "h2"]


def test_annex_and_front_headings_have_their_own_prefix() -> None:
    """Letter, number or nothing before the words."""
    assert prefix(Heading(1, line("Опросы"), "annex", "Б"), LABELS) == "Приложение Б. "
    assert prefix(Heading(2, line("Анкета"), "annex", "Б.1"), LABELS) == "Б.1 "
    assert prefix(Heading(1, line("Главное"), "front"), LABELS) == ""


def test_a_missing_value_is_a_gap_not_a_zero() -> None:
    """A line chart with a hole draws two runs; a radar with a hole is not closed."""
    chart = Lines(
        ("1", "2", "3", "4", "5"),
        (replace(RADAR.series[0], values=RADAR.series[0].values[:2] * 2 + (None,)),),
    )
    holed = replace(
        chart,
        series=(
            replace(chart.series[0], values=(*RADAR.series[0].values[:2], None, *RADAR.series[0].values[:2])),
        ),
    )
    whole, broken = (
        write(paragraphs(Chart(data, "х")), "html").count(b'fill="none" stroke="#7C8A92"')
        for data in (chart, holed)
    )
    assert (whole, broken) == (2 * 2, 2 * 3)  # Once more for a telephone.


def test_names_around_a_radar_do_not_touch() -> None:
    """Twenty-four long names: no two labels overlap, none leaves the sheet."""
    from conceptgen.writers.html.charts.radar import draw_radar
    from conceptgen.writers.text_width import width

    names = tuple(f"Соотношение цены и качества {i}" for i in range(24))
    series = (replace(RADAR.series[1], values=RADAR.series[1].values[:1] * 24),)
    drawing = draw_radar(
        replace(RADAR, axes=names, groups=names[:12] * 2, series=series), 640.0, "ru", HOUSE_COLOURS
    )
    boxes = []
    for label in drawing.labels:
        wide = max(width(text, label.size) for text in label.lines)
        left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        top = label.y - label.size * 0.75
        boxes.append((left, top, left + wide, top + label.size * (1.2 * len(label.lines) - 0.3)))
    assert len(boxes) == 24
    assert all(box[0] >= -320 and box[2] <= 320 for box in boxes)
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_a_long_programme_is_cut_into_sheets() -> None:
    """Every task is drawn once, and each sheet tells which one it is."""
    tasks = tuple(replace(GANTT.tasks[1], name=f"Мероприятие-{i}.") for i in range(60))
    data = write(
        paragraphs(Chart(replace(GANTT, tasks=tasks), "Программа", line("Программа"))), "html"
    ).decode()
    assert all(data.count(f">Мероприятие-{i}.<") == 1 for i in range(60))
    assert "<title>Программа (1/2)</title>" in data
    assert data.count("<figcaption>") == 1


def test_an_empty_table_head_is_not_a_heading() -> None:
    """A column without a name gets a plain cell; where none has a name, there is no head."""
    unnamed = Table(example().parts[2].blocks[3].columns, (), alt="Пусто")  # type: ignore[union-attr]
    named = replace(unnamed, columns=(Column(()), Column(line("Вопрос"))))
    assert b"<thead>" not in write(paragraphs(unnamed), "html")
    assert b'<thead><tr><td></td><th scope="col">' in write(paragraphs(named), "html")


@pytest.mark.parametrize("level", [1, 2])
def test_headings_never_skip_a_level(level: int) -> None:
    """A short document that begins with level 2 has its first heading right under the title."""
    page = lxml_html.document_fromstring(write(_with_headings(level, level + 1, level), "html").decode())
    tags = [
        int(element.tag[1])
        for element in page.iter("h1", "h2", "h3", "h4")
        if element.get("id") != "notes-title"
    ]
    assert len(tags) >= 4
    assert all(after <= before + 1 for before, after in pairwise(tags))


def _with_headings(*levels: int) -> Document:
    cover = Cover((CoverLine("title", line("Тезисы")),), compact=True)
    heads = tuple(Heading(level, line(f"Раздел {n}"), "front") for n, level in enumerate(levels))
    return replace(example(), parts=(Part((cover, *heads)),))


def test_cells_know_the_head_of_their_column_for_a_narrow_screen() -> None:
    """A telephone shows a row as a card: the head stands before what it heads. Paper has no need of it."""
    wide = Table(
        (Column(line("Цель")), Column(line("Срок"))),
        (Row((Cell((line("Ждать меньше"),)), Cell((line("май"),)))),),
    )
    document = replace(example(), parts=(Part((wide,)),))
    assert '<td class="brief" data-head="Срок">май</td>' in markup(document)
    assert '<td role="rowheader">Ждать меньше</td>' in markup(document)
    assert "data-head=" not in markup(document, paged=True)


def test_a_cell_has_the_name_of_its_row() -> None:
    """The first cell of a row of data is its head, on the screen and in PDF; an empty one is not, nor a blank form."""
    rows = tuple(Row((Cell((line(name),)), Cell((line("12"),)))) for name in ("Звонки", ""))
    data = Table((Column(line("Что")), Column(line("Сколько"))), rows)
    document = replace(example(), parts=(Part((data,)),))
    assert markup(document).count('role="rowheader"') == 1
    assert '<th scope="row">Звонки</th>' in markup(document, paged=True)
    blank = replace(document, parts=(Part((replace(data, ruled=True),)),))
    assert "rowheader" not in markup(blank)
    assert '<th scope="row">' not in markup(blank, paged=True)


def test_an_empty_cell_names_no_row_on_a_screen() -> None:
    """On paper each row of a table without heads has a head, as PDF/UA wants; a screen reader would stop at nothing."""
    rows = (Row((Cell((line("Стол 1"),)), Cell((line("Касса"),)))), Row((Cell(((),)), Cell((line("Зал"),)))))
    document = paragraphs(Table((Column(()), Column(())), rows))
    assert markup(document).count('role="rowheader"') == 1
    assert markup(document, paged=True).count('<th scope="row">') == 2


def test_a_screen_reader_reads_russian_words_of_an_english_page_as_russian() -> None:
    """Each stretch of text in the other alphabet says its language; the fixed words do not."""
    said = replace(paragraphs(Paragraph(line("Owner: ", "Директор"))), language="en")
    assert 'Owner: <span lang="ru">Директор</span>' in markup(said)
    assert '<span lang="ru">' not in markup(said, paged=True)
    assert '<span lang="ru">' not in markup(replace(said, language="ru"))
