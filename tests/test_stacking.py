"""Tables of many columns stand upright: what a column said is under another, its head before it."""

from __future__ import annotations

import pytest

from conceptgen import compose, load
from conceptgen.composition.builders import EMPTY, group, row
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Cell, Column, Row, Table
from conceptgen.document.inline import line, plain
from conceptgen.document.walk import texts
from conceptgen.resources import samples

HEADS = tuple(Column(line(name)) for name in ("Цель", "Срок", "Основание"))


def cell(*texts: str) -> Cell:
    return Cell(tuple(line(text) for text in texts))


def said(each: Row) -> list[list[str]]:
    return [[plain(paragraph) for paragraph in one.paragraphs] for one in each.cells]


def test_a_column_goes_under_another_with_its_head() -> None:
    heads, rows = stacked(HEADS, [row(cell("Ждать меньше"), cell("май"), cell("замер", "жалобы."))], {2: 0})
    assert [plain(each.head) for each in heads] == ["Цель", "Срок"]
    assert said(rows[0]) == [["Ждать меньше", "Основание: замер; жалобы."], ["май"]]


def test_the_head_is_quiet_and_an_empty_cell_says_nothing() -> None:
    _, rows = stacked(HEADS, [row(cell("Ждать меньше"), cell("май"), EMPTY)], {2: 0})
    assert said(rows[0]) == [["Ждать меньше"], ["май"]]
    _, rows = stacked(HEADS, [row(EMPTY, cell("май"), cell("замер"))], {2: 0})
    assert said(rows[0])[0] == ["Основание: замер"]
    styles = [each.style for each in texts(rows[0].cells[0].paragraphs[0])]
    assert styles == ["quiet", "quiet", "plain"]


def test_rows_that_span_columns_get_narrower() -> None:
    total = Row((Cell((line("Итого"),), 2), cell("5")), "total")
    _, rows = stacked(HEADS, [group(line("Запись"), 3), total], {1: 0})
    assert [each.span for each in rows[0].cells] == [2]
    assert [(each.span, plain(each.paragraphs[0])) for each in rows[1].cells] == [(1, "Итого"), (1, "5")]


@pytest.mark.parametrize("name", ["clinic", "dealer", "hotel", "service_centre"])
def test_no_text_of_a_concept_lies_on_its_side(name: str) -> None:
    """Headings and sentences stand upright; the tables of the body have few columns, but those of numbers."""
    project = load(samples() / f"{name}.yaml").project
    assert project is not None
    parts = compose(project).parts
    assert not any(part.landscape for part in parts)
    tables = [block for part in parts for block in part.blocks if isinstance(block, Table)]
    by_stage = [table for table in tables if plain(table.columns[1].head).startswith(("1. ", "Этап 1"))]
    assert {len(table.columns) for table in tables if table not in by_stage} <= {2, 3, 4, 5}
