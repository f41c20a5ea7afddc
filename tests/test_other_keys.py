"""A key as people from another habit write it is answered with ours, and what that brings to light is told at once."""

from __future__ import annotations

import pytest

from conceptgen.input import load_bytes

HEAD = """schema: conceptgen/1
document: {title: Т, date: 2027-03-02DOCUMENT}
organization: {name: ПORGANIZATION}
concept: {purpose: ПCONCEPT}
"""


def told(place: str, written: str) -> list[str]:
    text = HEAD.replace(place, f", {written}")
    for rest in ("DOCUMENT", "ORGANIZATION", "CONCEPT"):
        text = text.replace(rest, "")
    return [str(each) for each in load_bytes(text.encode(), "a.yaml").findings]


@pytest.mark.parametrize(
    ("place", "written", "meant"),
    [
        ("ORGANIZATION", "employees: [{name: И}]", "roles"),
        ("ORGANIZATION", "branches: [{name: И}]", "sites"),
        ("ORGANIZATION", "services: [{name: И}]", "offerings"),
        ("ORGANIZATION", "customers: [{name: И}]", "segments"),
        ("DOCUMENT", "author: {firm: Ф}", "prepared_by"),
        ("DOCUMENT", "lang: en", "language"),
        ("DOCUMENT", "approver: {position: Д}", "approval"),
        ("CONCEPT", "objectives: [Ц]", "goals"),
        ("CONCEPT", "mission: М", "purpose"),
        ("CONCEPT", "plan: {name: М}", "programme"),
        ("CONCEPT", "assessment: {facts: [Ф]}", "current_state"),
        ("CONCEPT", "indicators: [{name: М, measure: min}]", "unit"),
        ("CONCEPT", "indicators: [{name: М, freq: monthly}]", "frequency"),
        ("CONCEPT", "programme: {actions: [{name: М, who: {unknown: tbd}}]}", "owner"),
        ("CONCEPT", "programme: {actions: [{name: М, when: 2027-05}]}", "deadline"),
        ("CONCEPT", "programme: {actions: [{name: М, end: 2027-05}]}", "deadline"),
        ("CONCEPT", "programme: {actions: [{name: М, start_date: 2027-05}]}", "start"),
        ("CONCEPT", "indicators: [{name: М, targets: [{value: 5, by: 2027-05}]}]", "due"),
        ("CONCEPT", "goals: [{text: Ц, deadline: 2027}]", "horizon"),
        ("CONCEPT", "programme: {risks: [{description: Р}]}", "text"),
        ("CONCEPT", "programme: {risks: [{text: Р, likelihood: 3}]}", "probability"),
        ("CONCEPT", "governance: {meetings: [{name: С, period: weekly}]}", "frequency"),
        ("CONCEPT", "current_state: {findings: [{text: П, how_found: survey}]}", "method"),
    ],
)
def test_another_name_is_answered_with_ours(place: str, written: str, meant: str) -> None:
    found = told(place, written)
    assert any("Здесь это «" in each and f"» ({meant})" in each for each in found)


def test_a_name_from_nowhere_is_answered_with_the_own_fields_of_its_place() -> None:
    """Not with those that any item may carry: thirty names are not read."""
    (found,) = told("CONCEPT", "programme: {actions: [{name: М, zzz: 1}]}")
    assert "(deadline)" in found
    assert "(disputed)" not in found


def test_a_slip_that_hides_six_more_shows_them_at_once() -> None:
    hidden = (
        "{name: М, freq: monthy, measure: минуты, responsible: h, start_value: 5, target_value: 6, when: 1}"
    )
    found = told("CONCEPT", f"kpi: [{hidden}]")
    for said in ("indicators", "frequency", "monthy", "unit", "owner", "«h»", "baseline", "targets"):
        assert any(said in each for each in found), (said, found)


def test_a_label_of_another_part_is_no_answer() -> None:
    """«Period» is what a period of the programme is called, not a meeting."""
    (finding,) = told("CONCEPT", "governance: {meetings: [{name: С, period: weekly}]}")
    assert "(name)" not in finding
