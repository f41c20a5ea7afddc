"""A reference may be unknown: it is read, told of by the review, printed as such, and leads nowhere."""

from __future__ import annotations

import json
import re

import pytest
from filler import Filler

from conceptgen.composition import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load, load_bytes
from conceptgen.rulebook import review

CERTAIN = {"component", "problem_zone", "zone", "components", "standard"}
"""Where an item stands, or what is answered, is decided by these: they have to be known."""
BASE = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02}
organization: {name: Пекарня «Опыт», roles: [{id: h, name: Руководитель}]}
concept:
  purpose: Проба.
  goals: [{id: g, text: Булки горячие, owner: h, horizon: 2027, GOAL}]
  programme: {name: П, actions: [{id: a, name: Печь раньше, owner: h, deadline: 2027-05, ACTION}]}
  current_state: {findings: [{id: f, text: Булки остыли, PROBLEM}]}
chains:
  - {id: c, name: Утро, CHAIN, stages: [{name: Вход, touchpoints: [{name: Прилавок, owner: h, POINT}]}]}
deliverables: [{document: concept, variant: full}, {document: chain, variant: full}]
"""
PLACES = ("GOAL", "ACTION", "PROBLEM", "CHAIN", "POINT")


def read(text: str) -> str:
    return re.sub(", (" + "|".join(PLACES) + ")", "", text)


def with_everything_unknown() -> bytes:
    filler = Filler()
    data = filler.project()
    for holder, key, _ in filler.pending:
        if key not in CERTAIN and "document" not in holder:
            holder[key] = "unknown"
    return json.dumps(data, ensure_ascii=False).encode().replace(b'"true"', b"true")


def test_every_document_stands_where_no_reference_is_known() -> None:
    loaded = load(with_everything_unknown(), "f.json")
    assert loaded.project, loaded.findings
    for kind in ("concept", "chain"):
        said = "\n".join(plain_text(compose(loaded.project, kind)))
        assert "[источник неизвестен, " in said.replace("\u00a0", " ")
        assert "unknown" not in said


@pytest.mark.parametrize(
    ("place", "written", "kind", "printed"),
    [
        ("ACTION", "goals: unknown", "concept", "нет данных"),
        ("ACTION", "period: неизвестно", "concept", "нет данных"),
        ("GOAL", "indicators: unknown", "concept", "Булки горячие: Показатели"),
        ("GOAL", "basis: {problem_zones: unknown}", "concept", "нет данных"),
        ("PROBLEM", "actions: unknown", "concept", "нет данных"),
        ("PROBLEM", "stages: [unknown]", "concept", "Булки остыли: Этапы"),
        ("CHAIN", "segment: unknown", "chain", "нет данных"),
        ("POINT", "served_by: unknown", "chain", "нет данных"),
        ("POINT", "channels: Unknown", "chain", "нет данных"),
        ("POINT", "backup: unknown", "chain", "нет данных"),
        ("POINT", "source: unknown", "chain", "[источник неизвестен]"),
    ],
)
def test_an_unknown_reference_is_printed_and_told(place: str, written: str, kind: str, printed: str) -> None:
    loaded = load_bytes(read(BASE.replace(place, written)).encode(), "a.yaml")
    assert loaded.project, loaded.findings
    said = "\n".join(plain_text(compose(loaded.project, kind))).replace("\u00a0", " ")
    assert printed in said
    assert "заполнить: цель" not in said or place != "ACTION" or "goals" not in written
    told = [each for each in review(loaded) if each.code == "W-DOC-11"]
    assert [each.severity for each in told] == ["warning"]


def test_an_unknown_reference_is_an_answer() -> None:
    """No rule asks for the goal of an action, or the action for a problem, that is said to be unknown."""
    silent = BASE.replace("ACTION", "goals: unknown").replace("PROBLEM", "actions: unknown")
    codes = {each.code: each.message for each in review(load_bytes(read(silent).encode(), "a.yaml"))}
    asked = {each.code: each.message for each in review(load_bytes(read(BASE).encode(), "a.yaml"))}
    assert "цел" in asked["E-ACT-01"]
    assert "цел" not in codes["E-ACT-01"]


@pytest.mark.parametrize(
    ("written", "code", "advice"),
    [
        ("goals: {unknown: {reason: tbd}}", "E-TYP-20", "goals: unknown"),
        ("goals: [unknwn]", "E-REF-01", ""),
    ],
)
def test_what_else_says_unknown_is_told_how(written: str, code: str, advice: str) -> None:
    loaded = load_bytes(read(BASE.replace("ACTION", written)).encode(), "a.yaml")
    (finding,) = [each for each in loaded.findings if each.severity == "error"]
    assert finding.code == code
    assert advice in finding.hint


def test_the_word_is_no_id_of_ones_own() -> None:
    loaded = load_bytes(read(BASE.replace("id: g,", "id: unknown,")).encode(), "a.yaml")
    assert "E-REF-08" in [each.code for each in loaded.findings]


def test_what_places_an_item_must_be_known() -> None:
    text = read(BASE).replace(
        "current_state: {", "current_state: {criteria: [{component: unknown, name: К}], "
    )
    (finding,) = load_bytes(text.encode(), "a.yaml").findings
    assert finding.code == "E-TYP-20"
