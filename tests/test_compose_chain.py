"""What the documents of a chain say: outline, map, each touchpoint once, gaps, unknowns; nothing lost."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import docx_text
import html_text
import pytest
from as_typed import plain, read_aloud, signs_aside
from filler import Filler
from made import project as sample
from pypdf import PdfReader

from conceptgen.composition import compose
from conceptgen.composition.edition import known_on, own_day
from conceptgen.composition.sections.unprinted import chain_values
from conceptgen.document.blocks import Block, Chart, Document, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Text
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks, footnotes
from conceptgen.input import load
from conceptgen.model.project import Project
from conceptgen.resources import samples
from conceptgen.writers import write
from conceptgen.writers.columns import layout

HEAD = """
schema: conceptgen/1
document: {title: Концепция лавки, date: 2026-11-21}
organization:
  name: Лавка
  roles: [{id: boss, name: Хозяин}, {id: clerk, name: Продавец}]
"""
NEVER_PRINTED = ("note", "id", "contact")


def project(text: str) -> Project:
    """A project from YAML that must load."""
    loaded = load(text.encode())
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return loaded.project


def chain(text: str, variant: str = "full") -> Document:
    """The document of a small chain; ``text`` is what stands under its ``stages:``."""
    body = "\n".join("      " + each for each in text.strip("\n").splitlines())
    return compose(project(f"{HEAD}chains:\n  - name: Покупка\n    stages:\n{body}\n"), "chain", variant)


def clinic() -> Project:
    """The clinic of the samples."""
    return sample("clinic")


def said(document: Document) -> str:
    """All its text."""
    return "\n".join(read_aloud(document))


def tables(document: Document) -> list[Table]:
    """Its tables in order."""
    return [block for block in blocks(document) if isinstance(block, Table)]


def texts_of(row: Row) -> list[str]:
    """The text of each cell."""
    return ["\n".join(map(plain, cell.paragraphs)).replace(" ", " ") for cell in row.cells]


def rows(table: Table) -> dict[str, list[str]]:
    """The cells of each row by the text of the first."""
    return {texts[0]: texts[1:] for texts in map(texts_of, table.rows)}


def bare(text: str) -> str:
    """Without the spaces that lines add."""
    return "".join(signs_aside(text).split())


# ── nothing lost, nothing twice, the same in every format ──────────────────────────────────────────────────


@pytest.mark.parametrize("format", ["tree", "docx", "html"])
def test_every_text_of_the_clinics_chain_is_printed(format: str) -> None:
    """Each text of the chain is found in the tree, in Word and in HTML."""
    made = clinic()
    document = compose(made, "chain")
    lines: dict[str, Callable[[], list[str]]] = {
        "tree": lambda: list(read_aloud(document)),
        "docx": lambda: docx_text.body_text(write(document, "docx")),
        "html": lambda: html_text.body_text(write(document, "html")),
    }
    printed = bare("".join(lines[format]()))
    known = known_on(made, own_day(made))
    texts = [leaf for leaf in chain_values(known, known.chains[0]) if leaf.text]
    assert len(texts) > 200
    assert [str(leaf.origin) for leaf in texts if bare(leaf.text) not in printed] == []


def test_what_an_approved_chain_is_too_old_to_tell_is_in_the_report() -> None:
    """A check after its date: no heading in the chain, every text of it in the report on progress."""
    made = clinic()
    check = made.chains[0].checks[1]
    assert check.name not in said(compose(made, "chain"))
    printed = bare("".join(read_aloud(compose(made, "progress", "full"))))
    path = made.relations.origins[id(check)].path
    texts = [
        leaf for leaf in chain_values(made, made.chains[0]) if leaf.path[: len(path)] == path and leaf.text
    ]
    assert len(texts) > 30
    assert [str(leaf.origin) for leaf in texts if bare(leaf.text) not in printed] == []


def test_every_field_of_the_model_is_printed() -> None:
    """A chain in which every field is filled loses none."""
    filler = Filler()
    data = json.dumps(filler.project(), ensure_ascii=False).replace('"true"', "true")
    made = project(data)
    printed = said(compose(made, "chain")).casefold()  # names of levels begin with a capital
    texts = {path: text for path, text in filler.texts.items() if path.startswith("chains")}
    assert len(texts) > 150
    wanted = {path: text for path, text in texts.items() if path.split(".")[-1] not in NEVER_PRINTED}
    assert [path for path, text in wanted.items() if text not in printed] == []
    hidden = [path for path, text in texts.items() if path.split(".")[-1] == "note" and text in printed]
    assert hidden == []


def test_the_clinics_chain_needs_no_remainder() -> None:
    """Everything of a real chain has a place of its own."""
    heads = [
        plain(block.content) for block in blocks(compose(clinic(), "chain")) if isinstance(block, Heading)
    ]
    assert heads[-1] == "Источники"


def test_each_touchpoint_stands_in_full_once() -> None:
    """What the client does at a touchpoint is told in one place."""
    made = clinic()
    printed = "\n".join(read_aloud(compose(made, "chain")))
    deeds = [leaf.text for leaf in chain_values(made, made.chains[0]) if leaf.field == "client_action"]
    assert len(deeds) == 24
    assert {printed.count(f"Делает: {deed}") for deed in deeds} == {1}


@pytest.mark.parametrize("variant", ["full", "short"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_table_has_more_than_seven_columns(variant: str, language: str) -> None:
    """And every row fills the width of its table."""
    for table in tables(compose(clinic(), "chain", variant, language)):
        assert len(table.columns) <= 7
        assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("variant", ["full", "short"])
def test_every_format_says_what_the_tree_says(variant: str) -> None:
    """Line by line, in order, in Word and in HTML."""
    document = compose(clinic(), "chain", variant)
    assert docx_text.body_text(write(document, "docx")) == docx_text.expected_text(document)
    assert html_text.body_text(write(document, "html")) == html_text.expected_text(document)


# ── the outline ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_outline_of_the_full_chain() -> None:
    """Seven sections in their order, a sub-section a stage."""
    heads = [block for block in blocks(compose(clinic(), "chain")) if isinstance(block, Heading)]
    assert [(head.number, plain(head.content)) for head in heads if head.level == 1] == [
        ("1", "Общие положения"),
        ("2", "Карта цепочки"),
        ("3", "Этапы"),
        ("4", "Проблемные зоны и передачи"),
        ("5", "Показатели"),
        ("6", "Проверка стандартов"),
        ("7", "План изменений цепочки"),
        ("А", "Источники"),
    ]
    assert [head.number for head in heads if head.number.startswith("3.")] == [f"3.{n}" for n in range(1, 7)]


def test_sections_without_content_are_left_out() -> None:
    """A chain of names has its map and its stages, and no empty headings."""
    document = chain("- {name: Выбор, touchpoints: [Витрина]}")
    heads = [
        plain(block.content) for block in blocks(document) if isinstance(block, Heading) and block.level == 1
    ]
    assert heads == ["Общие положения", "Карта цепочки", "Этапы", "Должности: профили и обязанности"]


def test_the_short_chain_is_two_landscape_pages_without_captions() -> None:
    """The map with its title, then key touchpoints and weak points; nothing is numbered."""
    document = compose(clinic(), "chain", "short")
    assert [part.landscape for part in document.parts] == [True, True]
    assert [part.new_page for part in document.parts] == [True, True]
    assert [table.caption for table in tables(document)] == [(), (), ()]
    assert "Показаны " in said(document)
    assert "из 24 точек касания" in said(document)


@pytest.mark.parametrize("name", ["service_centre", "dealer"])
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_the_largest_samples_keep_their_two_pages(name: str, size: str) -> None:
    """A hundred and ten touchpoints, a title of two lines; the map says how many of them it shows."""
    made = load(samples() / f"{name}.yaml").project
    assert made is not None
    document = compose(made, "chain", "short", map_size=size)
    assert len(PdfReader(io.BytesIO(write(document, "pdf"))).pages) == 2
    if name == "service_centre":
        assert "из 110 точек касания: моменты истины и самые низкие баллы" in said(document)


@pytest.mark.parametrize("stages", [0, 8, 11])
def test_the_short_chain_keeps_its_two_pages(stages: int) -> None:
    """The clinic (0), and chains of eight and of eleven crowded stages."""
    point = (
        "scores: [4], owner: boss, served_by: [boss, clerk], standard: ответ за пятнадцать минут в любой день"
    )
    points = ", ".join(f"{{name: Ответ на вопрос покупателя номер {n}, {point}}}" for n in range(12))
    stage = f"{{name: Выбор, phase: before, client_goal: выбрать подходящее, pain: [долго], touchpoints: [{points}]}}"
    crowded = chain(f"- {stage}\n" * stages, "short") if stages else compose(clinic(), "chain", "short")
    assert len(PdfReader(io.BytesIO(write(crowded, "pdf"))).pages) == 2


def test_another_chain_is_chosen_by_its_id() -> None:
    """Each document is about one chain and loses nothing of the other."""
    made = project(
        HEAD
        + """
chains:
  - {id: first, name: Первая, stages: [{name: Раз, touchpoints: [Точка один]}]}
  - {id: second, name: Вторая, stages: [{name: Два, touchpoints: [Точка два]}]}
"""
    )
    first, second = (said(compose(made, "chain", chain=name)) for name in ("first", "second"))
    assert "Точка один" in first
    assert "Точка два" not in first
    assert "Точка два" in second
    assert "Первая" not in second


# ── the map ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_map_says_phases_feelings_and_decisions() -> None:
    """The phases in the document's own words, the latest feeling and score, decisions by number."""
    table = next(table for table in tables(compose(clinic(), "chain")) if table.number == "1")
    assert [cell.span for cell in table.rows[0].cells] == [1, 2, 3, 1]
    assert texts_of(table.rows[0])[1:] == ["До приёма", "На приёме", "После приёма"]
    map_ = rows(table)
    assert map_["Чувство"][1] == "сейчас: плохо (2)\nбудет: хорошо (4)"
    assert "• 2.1.1 Первый звонок в клинику (5)" in map_["Точки касания"][1]
    assert map_["Решение"][0] == "изменить: 1.1.2\nоставить: 1.1.1"


def test_touchpoint_tables_of_all_stages_share_their_columns_and_tell_a_low_score_by_a_label() -> None:
    """The same widths to the last letter; «ниже порога» beside the score, no cell filled over its height."""
    told = [
        each for each in tables(compose(clinic(), "chain")) if each.anchor.startswith("chain_touchpoints")
    ]
    assert len(told) > 3
    assert len({layout(each, 160).shares for each in told}) == 1
    cells = [cell for each in told for row in each.rows for cell in row.cells]
    assert {cell.tone for cell in cells} == {"none"}
    labels = [
        part
        for cell in cells
        for said in cell.paragraphs
        for part in said
        if getattr(part, "style", "") == "low"
    ]
    assert {each.text for each in labels if isinstance(each, Text)} == {"ниже порога"}
    page = write(compose(clinic(), "chain"), "html").decode()
    assert '<span class="badge low">ниже порога</span>' in page


def test_a_low_feeling_is_seen_and_drawn() -> None:
    """The word is a small label, and the line under it shows now and to be, a point a stage."""
    document = compose(clinic(), "chain")
    table = next(table for table in tables(document) if table.number == "1")
    feeling = next(row for row in table.rows if texts_of(row)[0] == "Чувство")
    now = [cell.paragraphs[0][1] for cell in feeling.cells[1:]]
    assert [(each.text, each.style) for each in now if isinstance(each, Text)] == [
        ("ровно", "even"),
        ("плохо", "low"),
        ("плохо", "low"),
        ("ровно", "even"),
        ("ровно", "even"),
        ("плохо", "low"),
    ]
    assert {cell.tone for cell in feeling.cells} == {"none"}
    drawn = table.rows[table.rows.index(feeling) + 1]
    assert [cell.span for cell in drawn.cells] == [1, 6]
    strip = drawn.strip
    assert strip is not None
    assert [series.role for series in strip.data.series] == ["latest", "target"]
    assert strip.data.series[0].values[:2] == (Decimal(3), Decimal(2))
    assert "Запись и подготовка — сейчас 2, будет 4" in strip.alt.replace("\u00a0", " ")
    assert all(number in strip.alt for _, number in strip.data.moments)
    assert "пунктир с ромбами — каким станет" in said(document)


def test_one_known_feeling_makes_no_line() -> None:
    """Nor do unknown ones: they are never drawn as a number."""
    unknown = "{unknown: {reason: not_measured}}"
    document = chain(
        f"- {{name: Раз, emotion: [2]}}\n- {{name: Два, emotion: [{unknown}]}}\n- {{name: Три, emotion: [{unknown}]}}"
    )
    assert not [row for table in tables(document) for row in table.rows if row.strip]
    assert "Линия чувства" not in said(document)


def test_phases_are_told_by_tone_and_by_word() -> None:
    """In the map, the overview and the table of participants alike: the tone in the heads, the word right below."""
    found = [
        table
        for table in tables(compose(clinic(), "chain"))
        if table.rows[0].role == "head" and len(table.columns) == 7
    ]
    assert len(found) == 4
    for table in found:
        assert [column.tone for column in table.columns[1:]] == ["before"] * 2 + ["during"] * 3 + ["after"]
        assert [cell.tone for cell in table.rows[0].cells[1:]] == ["before", "during", "after"]
        assert texts_of(table.rows[0])[1:] == ["До приёма", "На приёме", "После приёма"]


def test_the_overview_counts_touchpoints_and_feelings() -> None:
    """Each stage before it is told: how many touchpoints and moments of truth, how the client feels."""
    table = next(t for t in tables(compose(clinic(), "chain")) if plain(t.caption) == "Этапы цепочки")
    counts = rows(table)
    assert counts["Точек касания"] == ["2", "5", "3", "4", "4", "6"]
    assert counts["Чувство сейчас"][1] == "плохо (2)"


STAGES = "\n".join(f"- {{name: Этап {n}, client_goal: цель {n}, touchpoints: [Точка {n}]}}" for n in range(8))


@pytest.mark.parametrize(("variant", "widths"), [("full", [9]), ("short", [9])])
def test_many_stages_stand_side_by_side(variant: str, widths: list[int]) -> None:
    """Eight stages make one table, with the heads of its rows."""
    maps = [table for table in tables(chain(STAGES, variant)) if "Цель клиента" in rows(table)]
    assert [len(table.columns) for table in maps] == widths
    assert all(texts_of(row)[0] for table in maps for row in table.rows)


def test_the_short_map_keeps_what_matters_and_counts_the_rest() -> None:
    """A crowded stage shows its moments of truth and lowest scores, in their order, then «и ещё N»."""
    points = [f"{{name: Обычная точка {n}, scores: [8]}}" for n in range(40)]
    points[20] = "{name: Худшая, scores: [1]}"
    points[35] = "{name: Решающая, moment_of_truth: true}"
    document = chain(f"- {{name: Этап, touchpoints: [{', '.join(points)}]}}", "short")
    cell = rows(tables(document)[0])["Точки касания"][0].split("\n")
    assert cell[-3:-1] == ["1.21 Худшая (1)", "• 1.36 Решающая"]
    assert cell[-1] == f"и ещё {40 - len(cell) + 1}"


def test_the_short_chain_shows_at_most_fifteen_touchpoints() -> None:
    """And says of how many."""
    points = ", ".join(f"Точка {n}" for n in range(110))
    document = chain(f"- {{name: Этап, touchpoints: [{points}]}}", "short")
    shown = len(tables(document)[1].rows)
    assert 5 < shown <= 15
    assert f"Показаны {shown} из 110 точек касания" in said(document)


# ── a large map ────────────────────────────────────────────────────────────────────────────────────────────


def crowded(stages: int = 8, points: int = 60) -> str:
    """Stages with so many touchpoints altogether, feelings and phases."""
    made = []
    for n in range(stages):
        count = points // stages + (n < points % stages)
        inside = ", ".join(
            f"{{name: Ответ на вопрос номер {k}, scores: [{3 + k % 6}]}}" for k in range(count)
        )
        phase = ("before", "during", "after")[n * 3 // stages]
        feeling = f"emotion: [{1 + n % 5}, {{target: 5}}]"
        head = f"name: Этап {n}, phase: {phase}, client_goal: понять, {feeling}"
        made.append(f"- {{{head}, touchpoints: [{inside}]}}")
    return "\n".join(made)


def large(variant: str, size: str) -> Document:
    """Eight stages and sixty touchpoints on a map of this size."""
    return mapped(crowded(), variant, size)


def mapped(stages: str, variant: str, size: str) -> Document:
    """A chain of these stages."""
    body = "\n".join("      " + each for each in stages.splitlines())
    made = project(f"{HEAD}chains:\n  - name: Покупка\n    stages:\n{body}\n")
    return compose(made, "chain", variant, map_size=size)


def is_map(block: Block) -> bool:
    """True for a table of the full map."""
    return isinstance(block, Table) and block.anchor.startswith("chain_map")


def maps(document: Document) -> list[tuple[str, bool, int]]:
    """The paper of each sheet of the map, whether its type is fine, and how many stages stand on it."""
    return [
        (part.sheet, table.fine, len(table.columns) - 1)
        for part in document.parts
        for table in part.blocks
        if isinstance(table, Table) and is_map(table)
    ]


@pytest.mark.parametrize(
    ("stages", "points", "sheets"),
    [
        (5, 15, [("", False, 5)]),
        (8, 40, [("", True, 8)]),
        (8, 90, [("a3", False, 8)]),
        (8, 180, [("a3", True, 8)]),
        (14, 60, [("a3", False, 7), ("a3", False, 7)]),
    ],
)
def test_the_map_takes_the_smallest_sheet_that_holds_it(
    stages: int, points: int, sheets: list[tuple[str, bool, int]]
) -> None:
    """In its usual type, then in fine type, then on A3; beyond that cut between stages."""
    assert maps(mapped(crowded(stages, points), "full", "auto")) == sheets


@pytest.mark.parametrize(("points", "pages"), [(60, ["A4"]), (320, ["A3"])])
def test_each_sheet_of_the_map_is_one_page(points: int, pages: list[str]) -> None:
    """What is said to fit a sheet fits it in PDF, with its legend."""
    document = mapped(crowded(8, points), "full", "auto")
    alone = tuple(part for part in document.parts if any(map(is_map, part.blocks)))
    assert all(isinstance(part.blocks[-1], Paragraph) and part.blocks[-1].role == "note" for part in alone)
    read = PdfReader(io.BytesIO(write(replace(document, parts=alone), "pdf", Look(pdf_engine="typst"))))
    widths = [round(float(page.mediabox.width) / 72 * 25.4) for page in read.pages]
    assert [{297: "A4", 420: "A3"}[width] for width in widths] == pages


def test_the_paper_that_is_asked_for_is_taken() -> None:
    """A small map on A3; a large one on as many sheets of A4 as it needs, each with the heads of its rows."""
    assert maps(mapped(crowded(5, 15), "full", "a3")) == [("a3", False, 5)]
    document = mapped(crowded(8, 180), "full", "a4")
    assert {(sheet, fine) for sheet, fine, _ in maps(document)} == {("", False)}
    heads = [list(rows(table)) for table in tables(document) if is_map(table)]
    assert len(heads) > 1
    assert all(each == heads[0] for each in heads)


@pytest.mark.parametrize("name", ["clinic", "dealer", "hotel", "service_centre"])
def test_every_map_of_the_samples_stands_on_one_sheet(name: str) -> None:
    """One table with all the stages and every touchpoint of the chain."""
    made = load(samples() / f"{name}.yaml").project
    assert made is not None
    for place, each in enumerate(made.chains, 1):
        document = compose(made, "chain", "full", chain=str(place))
        (sheet,) = maps(document)
        assert sheet[2] == len(each.stages)


@pytest.mark.parametrize("variant", ["short", "full"])
def test_only_the_map_stands_on_the_large_sheet(variant: str) -> None:
    """In the tree and on the pages of the PDF; on A4 there is no such page."""
    document = large(variant, "a3")
    assert [part.sheet for part in document.parts].count("a3") == 1
    pages = PdfReader(io.BytesIO(write(document, "pdf"))).pages
    sizes = [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in pages]
    assert sizes.count((420, 297)) == 1
    assert not any(part.sheet for part in large(variant, "a4").parts)


# ── zones by stage ─────────────────────────────────────────────────────────────────────────────────────────


ZONED = """
- {name: Вход, phase: before, touchpoints: [{name: А, problem_zones: [pz01]}, {name: Б, problem_zones: [pz01]}]}
- {name: Зал, phase: during, touchpoints: [{name: В, problem_zones: [pz01]}, {name: Г, problem_zones: [pz04]}]}
- name: Касса
  phase: after
  touchpoints: [{name: Д, problem_zones: [pz04]}, {name: Е, problem_zones: [pz04]}, {name: Ё, problem_zones: [pz04]}]
"""


def test_zones_by_stage_carry_numbers_and_tones() -> None:
    """How many touchpoints, which; the more, the darker; told in the alternative text too."""
    table = next(t for t in tables(chain(ZONED)) if plain(t.caption).startswith("Проблемные зоны по этапам"))
    assert rows(table)["Взаимодействие отделов"] == ["2\n1.1, 1.2", "1\n2.1", "—"]
    tones = {texts_of(row)[0]: [cell.tone for cell in row.cells[1:]] for row in table.rows}
    assert tones["Взаимодействие отделов"] == ["some", "few", "none"]
    assert tones["Сбор данных"] == ["none", "few", "many"]
    assert "Сбор данных: Зал — 1 точка касания, Касса — 3 точки касания" in table.alt.replace("\xa0", " ")


def test_zones_of_one_stage_need_no_matrix() -> None:
    """Their table says it all."""
    text = said(chain("- {name: Вход, touchpoints: [{name: А, problem_zones: [pz01]}]}"))
    assert "Проблемные зоны и точки касания" in text
    assert "Проблемные зоны по этапам" not in text


# ── inside the tables ──────────────────────────────────────────────────────────────────────────────────────

SMALL = """
- name: Выбор
  phase: before
  client_goal: найти своё
  zones:
    - id: hall
      name: Зал
      owner: boss
      elements:
        - name: Полка
          remark: раньше была одна
          served_by: [clerk]
          standard: {text: цена видна, limit: {at_most: 2, unit: min}}
          touchpoints:
            - name: Ценник
              moment_of_truth: true
              frontstage: {now: мелкий, to_be: крупный}
              handover: {to: boss, rule: зовём сразу}
              decision: change
            - {name: Совет, owner: clerk, standard: {text: по делу}, client_action: спрашивает}
- name: Расчёт
  zones:
    - {zone: hall, touchpoints: [{name: Чек, owner: {unknown: {reason: tbd, resolve_by: 2027-01-15}}}]}
"""


def test_a_touchpoint_shows_what_it_inherits() -> None:
    """Owner from the zone, servant and standard from the element, which is said."""
    document = chain(SMALL)
    text = said(document)
    assert "Отвечает: Хозяин" in text
    assert "Обслуживает: Продавец" in text
    assert "цена видна: не более 2 мин (общий для элемента)" in text.replace(" ", " ")
    assert "На виду: мелкий\nБудет: крупный" in text
    assert [plain(note) for note in footnotes(document)] == ["раньше была одна"]


def test_the_remark_of_a_shared_standard_is_printed_once() -> None:
    """At the first touchpoint that inherits it; the standard itself stands at each."""
    document = chain("""
- name: Вход
  zones:
    - name: Зал
      standard: {text: ответ сразу, remark: кроме воскресений}
      touchpoints: [Дверь, Звонок, Касса]
""")
    assert said(document).count("ответ сразу (общий для зоны)") == 3
    assert [plain(note) for note in footnotes(document)] == ["кроме воскресений"]


def test_tables_of_many_stages_are_told_apart() -> None:
    """Neither sentence nor caption is the same for two tables."""
    many = "\n".join(
        f"- {{name: Этап {n}, touchpoints: [{{name: Т, served_by: [clerk]}}]}}" for n in range(11)
    )
    document = chain(many)
    captions = [plain(table.caption) for table in tables(document) if table.caption]
    assert "Участники и этапы 1–6" in captions
    assert len(captions) == len(set(captions))


def test_a_zone_used_again_says_so() -> None:
    """Its name stands over what happens in it at the other stage."""
    assert "Зона взаимодействия 2.1. Зал (зона другого этапа)" in said(chain(SMALL))


def test_gaps_are_marked_where_something_must_stand() -> None:
    """What the client does and expects, what he sees, the owner, the decision; a standard where it matters."""
    text = said(
        chain("""
- name: Вход
  touchpoints:
    - {name: Дверь}
    - {name: Встреча, moment_of_truth: true, decision: keep, owner: boss}
""")
    )
    assert "Делает: [заполнить: действие клиента]" in text
    assert "Ждёт: [заполнить: ожидание клиента]" in text
    assert "На виду: [заполнить: что видит клиент]" in text
    assert text.count("Отвечает: [заполнить: ответственный]") == 1
    assert text.count("[заполнить: стандарт]") == 1
    assert text.count("[заполнить: решение]") == 1


def test_a_place_without_touchpoints_is_a_gap() -> None:
    """An empty zone, an empty element and an empty stage stay in sight."""
    text = said(
        chain("""
- {name: Первый, zones: [{name: Двор}, {name: Зал, elements: [{name: Стол}]}]}
- {name: Второй}
""")
    )
    assert all(name in text for name in ("Двор", "Стол"))
    assert text.count("[заполнить: точки касания]") >= 3


def test_unknowns_are_answers_and_not_gaps() -> None:
    """A stated unknown prints in words, also where a score or an owner would stand."""
    document = chain("""
- name: Вход
  emotion: [{unknown: {reason: not_measured}}]
  touchpoints:
    - {name: Дверь, owner: {unknown: {reason: tbd}}, scores: [{unknown: {reason: not_measured}}, {target: 8}]}
""")
    text = said(document)
    assert "сейчас: нет данных" in text
    assert "Балл: нет данных" in text
    assert "Отвечает: нет данных" in text
    assert "[заполнить: ответственный]" not in text
    assert not any(isinstance(block, Chart) for block in blocks(document))


def test_skipped_and_renamed_levels_follow_the_client() -> None:
    """A skipped level is not explained; a renamed one stands under its own name everywhere."""
    made = project(
        HEAD
        + """
chains:
  - name: Покупка
    skipped_levels: [element]
    level_labels: {zone: место встречи, touchpoint: касание}
    stages: [{name: Вход, zones: [{name: Дверь, touchpoints: [{name: Звонок}]}]}]
"""
    )
    text = said(compose(made, "chain"))
    assert "Место встречи — " in text
    assert "Элемент взаимодействия — " not in text
    assert "Место встречи 1.1. Дверь" in text
    assert "1.1.1 Звонок" in text
    assert "\nКасание\n" in text


def test_with_both_levels_skipped_touchpoints_stand_in_the_stage() -> None:
    """No zone rows, short numbers."""
    document = chain("- {name: Вход, touchpoints: [{name: Дверь}, {name: Звонок}]}")
    table = tables(document)[-1]
    assert [texts_of(row)[0].split("\n")[0] for row in table.rows] == ["1.1 Дверь", "1.2 Звонок"]


def test_handovers_name_both_sides() -> None:
    """At a touchpoint its servant hands over."""
    text = said(
        chain("""
- {name: Выбор, touchpoints: [{name: Совет, served_by: [clerk]}]}
- {name: Расчёт, touchpoints: [{name: Чек, served_by: [boss], handover: {to: clerk, rule: чек в руки}}]}
""")
    )
    assert "Хозяин\nПродавец\nчек в руки" in text


HEARD = """
concept:
  current_state:
    findings:
      - {text: Ждут, problem_zones: [pz02], touchpoints: [t1, t2], heard: Когда же, severity: 3}
      - {text: Гоняют, problem_zones: [pz01], touchpoints: [t2], heard: Не ко мне, severity: 2}
chains:
  - name: Покупка
    stages:
      - {name: Вход, touchpoints: [{id: t1, name: Дверь}]}
      - {name: Касса, touchpoints: [{id: t2, name: Чек}]}
"""


def test_a_problem_is_told_in_its_zone_and_heard_where_it_is_met_first() -> None:
    """Sharing a touchpoint with a problem of another zone makes it no problem of this one."""
    document = compose(project(HEAD + HEARD), "chain")
    pulls = [plain(b.content) for b in blocks(document) if isinstance(b, Paragraph) and b.role == "pull"]
    assert pulls == ["Когда же", "Не ко мне"]
    told = {name: "\n".join(said) for table in tables(document) for name, said in rows(table).items()}
    assert ["Ждут" in each and "Гоняют" not in each for each in told.values()].count(True) == 1
    assert ["Гоняют" in each and "Ждут" not in each for each in told.values()].count(True) == 1


DECIDED = """
chains:
  - name: Покупка
    stages: [{name: Вход, touchpoints: [{name: Дверь, decision: remove}, {name: Звонок, decision: keep}]}]
"""
MISSING = ["[заполнить: мероприятие]", "—", "—"]


@pytest.mark.parametrize(
    ("concept", "missing"), [("concept: {}", MISSING), ("", ["[заполнить: ответственный]"])]
)
def test_the_change_plan_shows_what_is_missing(concept: str, missing: list[str]) -> None:
    """A decision without an action is a marker, not an empty row; without a concept there are no actions to ask for."""
    made = project(HEAD + DECIDED + concept)
    plan = tables(compose(made, "chain"))[-1]
    assert [texts_of(row)[0] for row in plan.rows] == ["Убрать", "1.1 Дверь"]
    assert texts_of(plan.rows[1])[1:] == missing
    assert [
        text for text in texts_of(tables(compose(made, "chain", "short"))[-1].rows[0]) if "[" in text
    ] == [text for text in missing if "[" in text]


def test_a_chain_beside_a_concept_has_the_title() -> None:
    """Alone, the title of the document stands above the name of the chain."""
    first = next(blocks(compose(clinic(), "chain")))
    assert [plain(line.content) for line in first.lines if line.role == "title"] == [  # type: ignore[union-attr]
        "Цепочка клиентского сервиса «Первый визит»"
    ]
    alone = next(blocks(chain("- {name: Вход}")))
    titles = [plain(each.content) for each in alone.lines if each.role in ("title", "subtitle")]  # type: ignore[union-attr]
    assert titles == ["Концепция лавки", "Покупка"]


def test_stages_whose_names_would_be_broken_have_numbers_and_a_key() -> None:
    pieces = list(blocks(compose(sample("service_centre"), "chain", "full")))
    for name in ("chain_heat1", "chain_units1"):
        index, table = next((i, b) for i, b in enumerate(pieces) if isinstance(b, Table) and b.anchor == name)
        assert [plain(each.head) for each in table.columns[1:]] == [f"Этап {n}" for n in range(1, 9)]
        key = pieces[index + 1]
        assert isinstance(key, Paragraph)
        assert plain(key.content).startswith("Этап: 1 — Понять, что нужно; 2 — Собрать документы; 3 — ")
    clinics = next(
        b for b in blocks(compose(clinic(), "chain", "full")) if isinstance(b, Table) and "heat" in b.anchor
    )
    assert "Выбор клиники" in plain(clinics.columns[1].head)
