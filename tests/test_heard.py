"""Clients' own words set large: the weightiest of a stage, none twice; long ones stay in their table."""

from __future__ import annotations

from docx_text import archived

from conceptgen.composition import compose
from conceptgen.document.blocks import Document, Paragraph
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import load_bytes
from conceptgen.writers import write

TEXT = """schema: conceptgen/1
document: {title: Концепция, date: 2026-09-01, language: ru}
organization: {name: Пекарня}
concept:
  current_state:
    findings:
      - {id: f_slow, text: Очередь стоит, heard: [«Ещё минутку», «Подождите»], severity: 2}
      - {id: f_rude, text: Кассир не отвечает, heard: «Не моя смена», severity: 5}
      - {text: Длинный рассказ, heard: LONG, severity: 5, problem_zones: pz04, touchpoints: t_pay}
    zone_audit:
      - {problem_zone: pz10, verdict: found, heard: [«Не ко мне», «Не моя смена»], findings: f_rude}
      - {problem_zone: pz04, verdict: found}
chains:
  - name: Покупка
    stages:
      - {name: Очередь, touchpoints: [{name: Хвост, findings: f_rude}]}
      - {name: Оплата, touchpoints: [{id: t_pay, name: Касса, findings: [f_slow, f_rude]}]}
      - {name: Выход, touchpoints: [{name: Дверь, findings: f_rude}]}
""".replace("LONG", "слово " * 40)


def document(kind: str) -> Document:
    loaded = load_bytes(TEXT.encode(), "a.yaml")
    assert loaded.project, list(map(str, loaded.findings))
    return compose(loaded.project, kind)


def large(document: Document) -> list[str]:
    return [plain(b.content) for b in blocks(document) if isinstance(b, Paragraph) and b.role == "pull"]


def test_each_stage_has_the_weightiest_that_is_met_here_first() -> None:
    made = document("chain")
    assert large(made) == ["«Не моя смена»", "«Ещё минутку»"]
    said = plain_text(made)
    assert said[said.index("«Не моя смена»") + 1] == "Кассир не отвечает"


def test_the_concept_sets_the_gravest_of_all_over_the_table_that_holds_them_all() -> None:
    made = document("concept")
    assert large(made) == ["«Не моя смена»"]
    assert ("слово " * 40).strip() in plain_text(made)


def test_a_zone_has_its_words_over_its_card_and_the_others_in_it() -> None:
    made = document("problem-zones")
    assert large(made) == ["«Не ко мне»"]
    said = plain_text(made)
    assert said.count("«Не ко мне»") == 1
    assert "«Не моя смена»" in said
    assert ("слово " * 40).strip() in said


def test_they_stay_with_what_follows_in_word_and_on_pages() -> None:
    made = document("problem-zones")
    body = archived(write(made, "docx"), "word/document.xml")
    before = body[: body.index("Не ко мне")].rpartition("<w:p>")[2]
    assert 'w:val="PullQuote"' in before
    assert 'w:val="Крупная цитата"' in archived(write(made, "docx"), "word/styles.xml")
    assert "<w:keepNext/>" in before
    assert b'<blockquote class="pull">' in write(made, "html")


def test_the_head_of_a_stage_and_its_words_stay_with_the_table_of_its_touchpoints() -> None:
    made = document("chain")
    body = archived(write(made, "docx"), "word/document.xml")
    before = body[: body.index("Не моя смена")]
    head = before[before.rindex("<w:tbl>") : before.rindex("</w:tbl>")]
    after = body[body.index("Кассир не отвечает") - 400 : body.index("Кассир не отвечает")]
    assert head.count("<w:keepNext/>") == head.count("<w:p>")
    assert "<w:keepNext/>" in after.rpartition("<w:p>")[2]
    page = write(made, "html").decode()
    assert page.count('class="scroll stays"') == 3
    assert '<p class="note stays">Кассир не отвечает' in page
