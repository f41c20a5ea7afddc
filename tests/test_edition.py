"""An approved edition says what was known on its date; a status of one's own beats that of the whole."""

from __future__ import annotations

from made import composed

from conceptgen import compose, load
from conceptgen.document.walk import plain_text
from conceptgen.model.project import Project

INPUT = """
schema: conceptgen/1
document: {title: Концепция, date: 2027-03-01, status: STATUS}
organization: {name: Ромашка}
concept:
  purpose: Ради гостя
  current_state:
    rounds:
      - {id: before, name: Первый замер, date: 2027-02, baseline: true}
      - {id: after, name: Поздний замер, date: 2027-05-10}
    criteria:
      - component: staff
        name: Вежливость
        scores: [{round: before, value: 5}, {round: after, value: 9, evidence: стало лучше}]
  indicators:
    - name: Ожидание
      unit: min
      measurements: [{date: 2027-02, value: 12}, {date: 2027-04, value: 3}]
"""


def _project(status: str) -> Project:
    project = load(INPUT.replace("STATUS", status).encode(), "x.yaml").project
    assert project
    return project


def _said(status: str, own: str = "") -> str:
    return "\n".join(plain_text(compose(_project(status), "concept", "full", status=own)))


def test_a_draft_prints_every_round() -> None:
    said = _said("draft")
    assert "Поздний замер" in said
    assert "стало лучше" in said


def test_an_approved_edition_prints_what_was_known_on_its_date() -> None:
    said = _said("approved")
    assert "Первый замер" in said
    assert "12" in said
    assert "Поздний замер" not in said
    assert "стало лучше" not in said
    assert "апрель 2027" not in said


def test_the_status_of_a_deliverable_beats_that_of_the_document() -> None:
    assert "Поздний замер" not in _said("draft", "approved")
    assert "Поздний замер" in _said("approved", "draft")


def test_the_input_itself_is_not_changed() -> None:
    project = _project("approved")
    before = repr(project)
    compose(project, "concept", "full")
    assert repr(project) == before


def test_a_check_that_was_made_later_is_no_part_of_an_approved_chain() -> None:
    """Neither its name nor a heading with nothing under it."""
    told = "\n".join(plain_text(composed("clinic", "chain"))).replace("\u00a0", " ")
    assert "Проверка в сентябре 2026 года" in told
    assert "Проверка в сентябре 2027 года" not in told
