"""«Прочие сведения» say whole things: no half of a pair, no «Другая запись», no name of a phase as a fact."""

from __future__ import annotations

import pytest

from conceptgen.composition import compose
from conceptgen.document.blocks import Cell, Document, Heading, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes

HEAD = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02, phase_labels: {before: до визита, cross: всегда}}
organization:
  name: Пекарня «Опыт»
  roles: [{id: h, name: Руководитель}]
"""


def composed(text: str, kind: str = "concept", variant: str = "full") -> Document:
    loaded = load_bytes((HEAD + text).encode(), "other.yaml")
    assert loaded.project, loaded.findings
    return compose(loaded.project, kind, variant)


def rest(text: str) -> dict[str, str]:
    """The rows of the last annex: name, and what is said."""
    document = composed(text)
    found = [b for b in blocks(document) if isinstance(b, Table) and b.alt == "Прочие сведения"]
    rows = [row.cells for table in found for row in table.rows]
    return {said(name): said(value) for name, value in rows}


def said(cell: Cell) -> str:
    return "; ".join(plain(each) for each in cell.paragraphs).replace("\u00a0", " ")


def test_names_of_phases_are_told_as_names() -> None:
    told = rest("concept: {purpose: П}\n")
    assert told == {"Названия фаз": "Все фазы — «всегда»"} or "до визита" not in "".join(told)
    assert all(name.endswith("Названия фаз") for name, value in told.items() if "всегда" in value)
    assert any("«до визита»" in value or "«всегда»" in value for value in told.values())


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ("{min: 2, max: 5, unit: pct}", "2–5 %"),
        ("{text: вторая запись, date: 2026-05}", "вторая запись (май 2026 г.)"),
        ("{name: Иное имя}", "Иное имя"),
        ("{fraction: [1, 4]}", "1 из 4"),
        ("{change: {up_by: {min: 2, max: 3}, unit: pct}}", "рост на 2–3 %"),
    ],
)
def test_a_reading_of_another_source_is_one_line_that_says_so(reading: str, words: str) -> None:
    """Also where the section has no room for it; the line names what it disagrees with."""
    text = f"concept: {{review_note: 1, goals: [{{id: g, text: Цель, disputed: [{reading}]}}]}}\n".replace(
        "review_note: 1, ", ""
    )
    whole = "\n".join(plain_text(composed(text))).replace("\u00a0", " ")
    assert words in whole
    assert "Другая запись" not in whole
    assert "Наименьшее" not in whole


def test_whatever_is_left_is_whole() -> None:
    """An input of every field of the model: no name of a row is that of half a pair or of another record."""
    import json

    from filler import Filler

    data = json.dumps(Filler().project(), ensure_ascii=False).encode().replace(b'"true"', b"true")
    loaded = load_bytes(data, "filled.json")
    assert loaded.project, loaded.findings
    tables = [
        b for b in blocks(compose(loaded.project)) if isinstance(b, Table) and b.alt == "Прочие сведения"
    ]
    names = {said(row.cells[0]).rpartition(": ")[2] for table in tables for row in table.rows}
    assert len(names) > 8
    assert not names & {"Другая запись", "Другое наименование", "До покупки", "Во время покупки", "Все фазы"}
    assert not names & {"Нижняя граница", "Верхняя граница", "Значение", "Зона", "Этап"}


def test_a_sheet_of_principles_without_principles_says_so() -> None:
    """It is no blank sheet with a title."""
    text = "\n".join(plain_text(composed("concept: {purpose: П}\n", variant="page")))
    assert "[заполнить: принципы" in text


def test_owners_serve_where_nobody_else_does() -> None:
    """They stand in «Кто обслуживает» by number of touchpoint; an unknown owner does not."""
    document = composed(
        """chains:
  - id: c
    name: Цепочка
    stages:
      - name: Бронь
        zones:
          - name: Линия
            elements:
              - name: Разговор
                touchpoints:
                  - {name: Звонок, owner: h}
                  - {name: Ответ, owner: {unknown: not_in_source}}
                  - {name: Письмо, owner: {unknown: not_in_source}, served_by: [h]}
""",
        "chain",
    )
    title = next(
        i
        for i, b in enumerate(blocks(document))
        if isinstance(b, Heading) and "обслуживает" in plain(b.content)
    )
    table = next(b for b in list(blocks(document))[title:] if isinstance(b, Table))
    rows = {said(row.cells[0]): said(row.cells[1]) for row in table.rows if len(row.cells) > 1}
    assert rows["Руководитель"] == "1.1.1, 1.1.3"
    assert len(rows) == 1 + ("" in rows)
