"""After a second round charts join only what can be compared, show what is now, and say what they leave out."""

from __future__ import annotations

from typing import Any

import pytest

from conceptgen.composition import compose
from conceptgen.document.blocks import Chart, Document
from conceptgen.document.charts import Bars, Lines, Radar
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes

BASE = """schema: conceptgen/1
document: {title: Сервис, date: 2027-09-02}
organization: {name: Пекарня «Опыт», roles: [{id: a, name: Пекарь}, {id: b, name: Кассир}]}
concept:
  current_state:
    rounds:
      - {id: r1, name: Осень, date: 2026-10, assessors: [a]}
      - {id: r2, name: Весна, date: 2027-04, assessors: [b], COMPARED}
    criteria: [CRITERIA]
  indicators:
    - name: Ожидание
      unit: min
      baseline: {value: 6, date: 2026-10}
      targets: [{at_most: 2, due: 2027-12}]
      measurements: [{date: 2026-11, value: 6}, {date: 2027-01, value: 5}, {date: 2027-04, round: r2, value: 4}, LAST]
"""
CRITERIA = ", ".join(
    f"{{component: staff, name: К{n}, scores: [{{round: r1, value: 5}}, {{round: r2, value: 7}}]}}"
    for n in range(3)
)


def made(compared: str, last: str = "{date: 2027-06, value: 3}") -> Document:
    text = BASE.replace("COMPARED", compared).replace("CRITERIA", CRITERIA).replace("LAST", last)
    loaded = load_bytes(text.replace(", }", "}").encode(), "a.yaml")
    assert loaded.project, loaded.findings
    return compose(loaded.project, "concept", "full")


def data(document: Document, kind: type[Any]) -> Any:
    return next(b.data for b in blocks(document) if isinstance(b, Chart) and isinstance(b.data, kind))


def said(document: Document) -> str:
    return "\n".join(plain_text(document)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("compared", "drawn", "words"),
    [
        ("comparable_with_previous: true", ["Осень", "Весна"], ""),
        ("comparable_with_previous: false", ["Весна"], "не сопоставимы и на рисунок не вынесены: Осень."),
        ("", ["Осень", "Весна"], "Баллы в замерах ставили разные люди"),
    ],
)
def test_a_radar_draws_only_rounds_that_can_be_compared(compared: str, drawn: list[str], words: str) -> None:
    document = made(compared)
    radar = data(document, Radar)
    assert [each.name for each in radar.series if each.role in ("latest", "earlier")] == drawn
    assert words in said(document)
    assert bool(words) == ("сопоставимы и на" in said(document) or "разные люди" in said(document))


@pytest.mark.parametrize(
    ("compared", "runs"),
    [
        ("comparable_with_previous: true", [[6, 5, 4, 3]]),
        ("comparable_with_previous: false", [[6, 5, None, None], [None, None, 4, 3]]),
    ],
)
def test_no_line_leads_over_a_round_that_cannot_be_compared(
    compared: str, runs: list[list[int | None]]
) -> None:
    lines = data(made(compared), Lines)
    assert [list(each.values) for each in lines.series if each.role != "target"] == runs
    names = [each.name.replace("\u00a0", " ") for each in lines.series if each.role != "target"]
    assert names == ["Ожидание", "новый ряд, с апрель 2027 г."][: len(runs)]


def test_a_measurement_aside_stands_alone_and_the_line_goes_on_without_it() -> None:
    lines = data(made("", "{date: 2027-05, value: 9, comparable: false}, {date: 2027-06, value: 3}"), Lines)
    assert [list(each.values) for each in lines.series if each.role != "target"] == [
        [6, 5, 4, None, 3],
        [None, None, None, 9, None],
    ]


def test_bars_show_what_was_what_is_now_and_what_shall_be() -> None:
    bars = data(made(""), Bars)
    assert [(each.name, each.values) for each in bars.series] == [
        ("Было", (6,)),
        ("Сейчас", (3,)),
        ("Станет", (2,)),
    ]
    assert len({each.role for each in bars.series}) == 3
    alt = next(b.alt for b in blocks(made("")) if isinstance(b, Chart) and b.data == bars)
    assert "сейчас 3 мин" in alt.replace("\u00a0", " ")


def test_bars_without_a_comparable_measurement_have_two_ends() -> None:
    bars = data(made("", "{date: 2027-06, value: 3, comparable: false}"), Bars)
    assert [each.name for each in bars.series] == ["Было", "Станет"]
