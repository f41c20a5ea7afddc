"""Axes tell the truth: long plans name their years, bars are exact to the day, many criteria can be read."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from docx_text import W
from lxml import etree, html

from conceptgen.composition import compose
from conceptgen.document.blocks import Chart, Document
from conceptgen.document.charts import Bars, Gantt, Lines, Radar
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.writers.axes import lines_axis
from conceptgen.writers.docx import write as write_docx
from conceptgen.writers.html import write as write_html
from conceptgen.writers.html.charts.gantt import GanttDrawing, draw_gantt
from conceptgen.writers.html.palette import DEFAULT_PALETTE
from conceptgen.writers.text_width import width

HEAD = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02, language: LANGUAGE}
organization: {name: Пекарня «Опыт», roles: [{id: h, name: Руководитель}]}
"""
START = date(2026, 2, 10)
TWIPS_A_PIXEL = 15


def concept(text: str, language: str = "ru") -> Document:
    """The full concept of a small input."""
    loaded = load_bytes((HEAD.replace("LANGUAGE", language) + text).encode(), "axes.yaml")
    assert loaded.project, loaded.findings
    return compose(loaded.project)


@cache
def plan(years: int, language: str = "ru") -> Document:
    """A programme of so many years: an action of a fortnight, one of all its days, one of a day, a milestone."""
    end = date(START.year + years, START.month, START.day) - timedelta(days=1)
    return concept(
        f"""concept:
  programme:
    name: Программа
    start: {START}
    end: {end}
    actions:
      - {{name: Первое, owner: h, start: {START}, deadline: {START + timedelta(days=13)}}}
      - {{name: Долгое, owner: h, start: 2026-03-18, deadline: {end}, milestones: [{{text: в, date: 2026-06-02}}]}}
      - {{name: День, owner: h, start: 2026-08-28, deadline: 2026-08-28}}
""",
        language,
    )


def chart(document: Document, kind: type[Any]) -> Chart:
    return next(b for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, kind))


def drawn(document: Document) -> GanttDrawing:
    data = chart(document, Gantt).data
    assert isinstance(data, Gantt)
    return next(draw_gantt(data, 960.0, 525.0, True, DEFAULT_PALETTE))


@cache
def word_plan(years: int, language: str = "ru") -> Any:
    """The table of the plan in the Word file."""
    with zipfile.ZipFile(io.BytesIO(write_docx(plan(years, language)))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return body.xpath("//w:tbl[.//w:pStyle/@w:val='ChartHead']", namespaces={"w": W[1:-1]})[0]


def cells(row: Any) -> list[tuple[int, str]]:
    return [
        (int(each.find(f"{W}tcPr/{W}tcW").get(f"{W}w")), "".join(t.text or "" for t in each.iter(f"{W}t")))
        for each in row.iter(f"{W}tc")
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("years", [1, 2, 3, 4, 5, 6, 8, 11, 16, 20])
def test_a_plan_names_each_of_its_years(years: int, language: str) -> None:
    """Whole and once (of very many every second), in the drawing and in Word's table; each has room in its cell."""
    named = [str(START.year + n) for n in range(0, years + 1, 1 if years < 18 else 2)]
    head = drawn(plan(years, language)).calendar
    shown = [line for _, label in (*head.years, *head.ticks) for line in label.lines]
    assert [text for text in shown if text.isdigit()] == named
    rows = list(word_plan(years, language).iter(f"{W}tr"))[: 2 if head.years else 1]
    heads = [cell for row in rows for cell in cells(row) if cell[1]]
    assert [text for _, text in heads if text.isdigit()] == named
    assert all(width(text, 10) * TWIPS_A_PIXEL <= wide for wide, text in heads)


def test_no_month_pushes_out_the_next() -> None:
    """In a narrow drawing months are cut short, all alike."""
    data = chart(plan(1), Gantt).data
    assert isinstance(data, Gantt)
    wide, narrow = (
        [
            "".join(label.lines)
            for _, label in next(draw_gantt(data, each, 525.0, True, DEFAULT_PALETTE)).calendar.ticks
        ]
        for each in (960.0, 560.0)
    )
    assert narrow == [name[:3] for name in wide]
    assert max(map(len, wide)) > 3
    assert all(narrow)


@pytest.mark.parametrize("years", [1, 2, 6, 20])
def test_words_plan_says_the_days_that_the_drawing_says(years: int) -> None:
    """Where a bar begins and ends, as a share of the axis: from the first day of its first tick."""
    data = chart(plan(years), Gantt).data
    assert isinstance(data, Gantt)
    whole = (data.end - data.start).days + 1
    picture = drawn(plan(years))
    field = picture.right - picture.left
    rows = {_named(row): row for row in word_plan(years).iter(f"{W}tr")}
    for task, bar in zip(data.tasks, picture.bars, strict=True):
        if task.start == task.end:
            continue
        begin, end = (task.start - data.start).days / whole, ((task.end - data.start).days + 1) / whole
        word = _bar(rows[task.name])
        assert word == pytest.approx((begin, end), abs=45 / 6000)
        assert (bar.span.x - picture.left) / field == pytest.approx(begin, abs=0.001)
        assert (bar.span.x + bar.span.length - picture.left) / field == pytest.approx(end, abs=0.005)


def _named(row: Any) -> str:
    """The name of the action of a row, without its number and its mark."""
    name: str = cells(row)[0][1]
    return name.split("\N{NO-BREAK SPACE}", 1)[-1].strip("◆")


def _bar(row: Any) -> tuple[float, float]:
    """From where to where shaded lines reach, as shares of the columns of days."""
    at, shaded = 0, []
    for cell in list(row.iter(f"{W}tc"))[1:]:
        wide = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        for look in cell.iter(f"{W}pPr"):
            if look.find(f"{W}shd") is not None:
                indent = look.find(f"{W}ind")
                left, right = (int(indent.get(f"{W}{side}")) for side in ("left", "right"))
                shaded.append((at + left, at + wide - right))
        at += wide
    assert all(one[1] == other[0] for one, other in pairwise(shaded))
    return shaded[0][0] / at, shaded[-1][1] / at


def test_a_single_day_and_a_milestone_stand_at_their_noon() -> None:
    """Word's diamonds are at tabs of their own."""
    rows = {_named(row): row for row in word_plan(1).iter(f"{W}tr")}
    assert _mark(rows["День"]) == pytest.approx((date(2026, 8, 28) - date(2026, 2, 1)).days + 0.5, abs=0.6)
    assert _mark(rows["Долгое"]) == pytest.approx((date(2026, 6, 2) - date(2026, 2, 1)).days + 0.5, abs=0.6)


def _mark(row: Any) -> float:
    """The day of the only diamond, counted from the first of February 2026; the axis ends with February 2027."""
    at, marks = 0, []
    for cell in list(row.iter(f"{W}tc"))[1:]:
        marks += [at + int(tab.get(f"{W}pos")) for tab in cell.iter(f"{W}tab") if tab.get(f"{W}pos")]
        at += int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
    return marks[0] / at * (date(2027, 3, 1) - date(2026, 2, 1)).days


def criteria(count: int) -> Document:
    scores = "\n".join(
        f"      - {{component: staff, name: Критерий {i}, target: 9, scores: [{{value: {i % 9 + 1}}}]}}"
        for i in range(count)
    )
    return concept(f"concept:\n  current_state:\n    criteria:\n{scores}\n")


@pytest.mark.parametrize("count", [11, 24, 40])
def test_more_criteria_than_a_radar_can_show_are_bars_from_the_widest_gap(count: int) -> None:
    document = criteria(count)
    assert not [b for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, Radar)]
    bars = chart(document, Bars)
    assert isinstance(bars.data, Bars)
    aims, latest = bars.data.series
    assert len(latest.values) == count
    gaps = [aim - value for value, aim in zip(latest.values, aims.values, strict=True) if value and aim]
    assert gaps == sorted(gaps, reverse=True)
    assert "сначала те, где разрыв больше; балл ниже 6 — низкий" in plain(bars.caption).replace("\u00a0", " ")


def test_ten_criteria_are_still_a_radar() -> None:
    assert isinstance(chart(criteria(10), Radar).data, Radar)


MEASURED = """concept:
  indicators:
    - name: Оценка визита
      unit: point
      phase: after
      measurements:
        - {date: 2026-Q1, value: "4.70"}
        - {date: 2026-Q2, value: "4.10", comparable: false}
        - {date: 2026-Q3, value: "4.71"}
        - {date: 2026-Q4, unknown: {reason: not_measured}}
        - {date: 2027-Q1, value: "4.69"}
"""


def test_a_quarter_that_cannot_be_compared_keeps_its_place_on_the_line() -> None:
    """So does one that was not measured: a gap, and a word in the alternative text."""
    found = chart(concept(MEASURED), Lines)
    assert isinstance(found.data, Lines)
    assert len(found.data.ticks) == 5
    seventy, nine = Decimal("4.70"), Decimal("4.69")
    assert found.data.series[0].values == (seventy, None, Decimal("4.71"), None, nine)
    assert "4,10 п. (несопоставимо с другими)" in found.alt.replace("\u00a0", " ")


@pytest.mark.parametrize(("ends", "marks"), [((1, 5), 5), ((0, 10), 11), ((0, 100), 6)])
def test_a_declared_scale_gives_the_axis(ends: tuple[int, int], marks: int) -> None:
    """From its least to its greatest value, whatever was measured; in Word too."""
    low, high = ends
    document = concept(
        MEASURED.replace("unit: point", f"unit: none\n      scale: {{min: {low}, max: {high}}}")
    )
    data = chart(document, Lines).data
    assert isinstance(data, Lines)
    axis = lines_axis(data)
    assert (axis[0], axis[-1], len(axis)) == (low, high, marks)
    found = _chart_part(document)
    assert f'<c:max val="{high}.0"/>' in found or f'<c:max val="{high}"/>' in found
    assert f"шкала от {low} до {high}" in "\n".join(plain_text(document)).replace("\u00a0", " ")


def test_points_print_as_many_decimals_as_the_finest_in_both_formats() -> None:
    document = concept(MEASURED)
    texts = [each.text_content() for each in html.fromstring(write_html(document)).iter("text")]
    assert "4,70" in texts
    assert "4,7" not in texts
    assert 'formatCode="0.00"' in _chart_part(document)


def test_a_value_under_the_line_of_the_goal_prints_below_its_point() -> None:
    """In both formats; a value far from the goal, and one that has passed it, stay above."""
    document = concept(
        "concept: {indicators: [{name: Доля, unit: pct, targets: [{value: 90}], measurements: ["
        "{value: 60, date: 2026-01-10}, {value: 88, date: 2026-02-10}, {value: 95, date: 2026-03-10}]}]}"
    )
    labels = {
        (each.text_content().strip(), float(each.get("y")))
        for each in html.fromstring(write_html(document)).iter("text")
        if each.text_content().strip() in ("60", "88", "95") and each.get("font-weight")
    }
    heights = dict(sorted(labels))
    assert heights["88"] > heights["95"] + 28, "88 is lower by its value and by the room under its point"
    part = _chart_part(document)
    assert part.count('<c:dLblPos val="b"/>') == 1
    assert '<c:dLbl><c:idx val="1"/>' in part


def test_names_of_bars_below_zero_stand_at_the_low_side() -> None:
    """In Word the names of categories lie left of all bars, not on the axis of zero in their midst."""
    document = concept(
        "concept: {indicators: [{name: Индекс, unit: point, baseline: {value: -40}, targets: [{value: 10}]}]}"
    )
    assert '<c:tickLblPos val="low"/>' in _chart_part(document)
    page = html.fromstring(write_html(document))
    labels = {each.text_content().strip(): each for each in page.iter("text")}
    below = next(label for text, label in labels.items() if text.startswith(("-40", "−40")))
    assert below.get("text-anchor") == "end"


def _chart_part(document: Document) -> str:
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as archive:
        name = next(each for each in archive.namelist() if each.startswith("word/charts/chart"))
        return archive.read(name).decode()


UNEVEN = (
    "concept: {indicators: [{name: Доля, unit: pct, targets: [{value: 90}], measurements: ["
    "{value: 60, date: 2026-01-10}, {value: 70, date: 2026-02-09}, {value: 80, date: 2026-12-06}]}]}"
)


def test_measurements_stand_apart_as_far_as_in_time() -> None:
    """A month and ten months are not two equal steps: neither on a page nor in Word, where months are told in words."""
    document = concept(UNEVEN)
    points = [
        float(each.get("x"))
        for each in html.fromstring(write_html(document)).iter("text")
        if each.text_content().strip() in ("60", "70", "80") and each.get("font-weight")
    ]
    assert len(points) == 6, "drawn for the page, then for a telephone"
    for first, second, last in (points[:3], points[3:]):
        assert 9 < (last - second) / (second - first) < 11
    part = _chart_part(document)
    assert "<c:dateAx>" in part
    assert 'formatCode="[$-419]mmm yyyy"' in part


def test_even_steps_keep_the_words_of_their_dates_in_word() -> None:
    part = _chart_part(concept(MEASURED))
    assert "<c:dateAx>" not in part
    assert "<c:catAx>" in part


def test_no_date_under_an_axis_breaks_inside() -> None:
    """Dates too near to one another leave some out; none loses its last figures to a second line."""
    days = ("2026-04-24", "2026-06-26", "2026-08-28", "2027-03-26", "2027-07-30", "2027-11-26")
    measured = ", ".join(f"{{value: {at}, date: {day}}}" for at, day in enumerate(days, 60))
    document = concept(
        f"concept: {{indicators: [{{name: Доля, unit: pct, targets: [{{value: 90}}], measurements: [{measured}]}}]}}"
    )
    words = [each.text_content().strip() for each in html.fromstring(write_html(document)).iter("text")]
    whole = [word for word in words if word.count(".") == 2]
    assert len(whole) > 3
    assert not [word for word in words if word.endswith("-")]
