"""What a page keeps of its last drawing is never stale: after any save it is the page that would be drawn afresh."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from made import composed

from conceptgen.document.blocks import (
    Alike,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import Radar
from conceptgen.document.inline import Footnote, Text
from conceptgen.preview.view import Session
from conceptgen.writers.html.drawn import Drawn
from conceptgen.writers.html.page import markup

SAMPLES = Path(__file__).parent.parent / "samples"
SHOWN = (("concept-full", "ru"), ("chain-first_visit-map", "en"))


def edited(text: str) -> Iterator[tuple[str, str]]:
    """Saves of many kinds, each from the one before: what it does, and the text."""
    lines = text.split("\n")
    entries = [at for at, line in enumerate(lines) if re.match(r" +- ", line)]
    chance = random.Random(5)
    for number in range(2):
        at = chance.choice([at for at, line in enumerate(lines) if re.match(r" +text: [А-Я]", line)])
        lines[at] += f" Правка {number}."
        yield "a text", "\n".join(lines)
    for _ in range(2):
        first = chance.choice(entries)
        inside = " " * (len(lines[first]) - len(lines[first].lstrip()) + 1)
        last = next(
            (at for at in range(first + 1, len(lines)) if not lines[at].startswith(inside)), len(lines)
        )
        yield "an entry taken out", "\n".join(lines[:first] + lines[last:])
    yield "another name", text.replace("short_title:", "short_title: Новая", 1)
    yield "figures", re.sub(r"(?m)^( +score: )3$", r"\g<1>4", text, count=3)
    yield "another language", re.sub(r"(?m)^( +language:) ru", r"\1 en", text, count=1)


def test_a_page_drawn_again_is_the_page_drawn_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conceptgen.preview.view.review", lambda _: ())
    path = tmp_path / "clinic.yaml"
    shutil.copytree(SAMPLES / "pictures", tmp_path / "pictures")
    shutil.copy(SAMPLES / "clinic.yaml", path)
    brand = tmp_path / "brand.yaml"
    view, text = Session(path), path.read_text("utf-8")
    drawn = set()
    for number, (what, saved) in enumerate(edited(text)):
        path.write_text(saved, encoding="utf-8")
        if number % 4 == 3:
            brand.write_text(f"firm: Бюро\ncolors: {{accent: '#7A1F{number:02X}'}}\n", encoding="utf-8")
        view.refresh()
        name, language = SHOWN[number % 3 == 2]
        if view.sight.is_broken:
            continue
        fresh = Session(path)
        afresh = fresh.file(name, "html", language)[1]
        assert view.file(name, "html", language)[1] == afresh, what
        drawn.add(afresh)
    assert len(drawn) > 5


def test_what_is_equal_and_not_the_same_is_drawn_anew() -> None:
    """1 and 1.0 are equal; a remark added before others moves their numbers; a part turned has other widths."""
    whole, kept = composed("clinic"), Drawn()
    markup(whole, addressed=True, drawn=kept)
    for changed in (
        _with_other_figures(whole),
        replace(whole, parts=(Part((_remark(),)), *whole.parts[1:])),
        replace(whole, parts=tuple(replace(part, landscape=not part.landscape) for part in whole.parts)),
        replace(whole, labels=replace(whole.labels, table="Таблица №")),
        replace(whole, parts=whole.parts[:2] + whole.parts[3:]),
        whole,
    ):
        assert markup(changed, addressed=True, drawn=kept) == markup(changed, addressed=True)


@pytest.mark.parametrize("addressed", [True, False])
def test_a_map_leads_to_where_its_rows_stand_now(addressed: bool) -> None:
    whole, kept = composed("clinic", "chain", "full"), Drawn()
    markup(whole, addressed=addressed, drawn=kept)
    tables = [block for part in whole.parts for block in part.blocks if isinstance(block, Table)]
    assert any(each.lanes for each in tables)
    turned = replace(whole, parts=whole.parts[::-1])
    assert markup(turned, addressed=addressed, drawn=kept) == markup(turned, addressed=addressed)


def _remark() -> Paragraph:
    return Paragraph((Text("Слово"), Footnote((Text("Примечание"),))))


def _with_other_figures(document: Document) -> Document:
    """The same with the ends of its scales written as 5.0 in place of 5."""
    parts = tuple(replace(part, blocks=tuple(map(_other_figures, part.blocks))) for part in document.parts)
    return replace(document, parts=parts)


def _other_figures(block: Block) -> Block:
    if not (isinstance(block, Chart) and isinstance(block.data, Radar)):
        return block
    return replace(block, data=replace(block.data, maximum=block.data.maximum * Decimal("1.0")))


def test_tables_that_look_alike_move_together() -> None:
    """Words written at one stage move the columns of the others, though nothing else of those has changed."""
    stages = [_stage_table("Стойка"), _stage_table("Касса")]
    wordy = [_stage_table("Администраторская-предварительная", "Слово " * 200), stages[1]]
    kept, before, after = Drawn(), _alike(stages), _alike(wordy)
    markup(before, addressed=True, drawn=kept)
    afresh = markup(after, addressed=True)
    assert markup(after, addressed=True, drawn=kept) == afresh
    widths = [re.findall(r'<col class="(w\d+)"', page) for page in (markup(before, addressed=True), afresh)]
    assert widths[0][2:] != widths[1][2:], "the columns of the second"


def _stage_table(*words: str) -> Table:
    rows = (Row(tuple(Cell(((Text(word),),)) for word in (*words, "Да")[:2])),)
    return Table((Column((Text("Где"),)), Column((Text("Что"),))), rows)


def _alike(tables: list[Table]) -> Document:
    alike = Alike(tuple(row for table in tables for row in table.rows))
    return replace(composed("minimal"), parts=(Part(tuple(replace(each, alike=alike) for each in tables)),))
