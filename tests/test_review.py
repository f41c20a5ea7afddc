"""The review as a whole: gates by status, what is accepted, which papers are concerned, and its speed."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from cases import patched

from conceptgen import load
from conceptgen.findings import Finding
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.assessment import Cause, Score
from conceptgen.resources import template_path
from conceptgen.rulebook import review
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.message_values import MessageValues
from conceptgen.rulebook.planned_documents import PlannedDocument, expected_documents
from conceptgen.rulebook.rules import SECTIONS
from conceptgen.rulebook.violation import Truncated

GAP = {
    "concept.goals[g_wait].text": "Провести обучение",
    "concept.programme.actions[a_log].deliverable": "null",
}
CLASH = {"concept.programme.actions[a_log].status": "done"}
FULL = (PlannedDocument("concept", "full", "draft"),)


def said(patch: dict[str, Any], **more: Any) -> tuple[Finding, ...]:
    """All findings of a patched base."""
    return review(load(patched(patch), "a.yaml"), **more)


def graded(patch: dict[str, Any], **more: Any) -> dict[str, str]:
    """Code → severity of what is not accepted."""
    return {each.code: each.severity for each in said(patch, **more) if not each.suppressed}


@pytest.mark.parametrize(
    ("status", "gap"),
    [("draft", "warning"), ("for_approval", "warning"), ("approved", "error"), ("superseded", "error")],
)
def test_the_status_decides_whether_a_gap_stops(status: str, gap: str) -> None:
    """A gap stops an approved paper; a contradiction stops every one; a warning none."""
    found = graded(GAP | CLASH | {"document.status": status})
    assert found == {"W-GOL-02": "warning", "E-ACT-01": gap, "E-ACT-02": "error"}


def test_the_gate_judges_as_if_in_another_status() -> None:
    assert graded(GAP, gate="approved")["E-ACT-01"] == "error"
    assert graded(GAP | {"document.status": "approved"}, gate="draft")["E-ACT-01"] == "warning"


def test_only_what_is_printed_can_stop() -> None:
    """A gap of the programme is no matter of the theses, nor of the chain."""
    status = {"document.status": "approved"}
    for paper in (
        PlannedDocument("concept", "page", "approved"),
        PlannedDocument("chain", "full", "approved", 0),
    ):
        assert "E-ACT-01" not in graded(GAP | status, documents=(paper,))
    assert (
        graded(GAP | status, documents=(PlannedDocument("combined", "full", "approved"),))["E-ACT-01"]
        == "error"
    )


def test_a_chain_has_a_status_of_its_own() -> None:
    """And so has a line of the deliverables; a paper takes the nearest."""
    point = "chains[evening].stages[visit].zones[door].elements[greeter].touchpoints[t_greet].owner"
    gap = {point: "null", "document.status": "approved"}
    chain = [{"document": "chain", "chain": "evening", "variant": ["full"], "status": "approved"}]
    only = (PlannedDocument("chain", "full", "draft", 0),)
    assert graded(gap, documents=only) == {"E-CHN-02": "warning"}
    project = load(patched(gap | {"chains[evening].status": "draft", "deliverables": chain})).project
    assert project
    found = {(each.name, each.chain): each.status for each in expected_documents(project)}
    assert found["chain/full", 0] == "approved"
    assert found["chain/short", 0] == "draft"
    assert found["concept/full", None] == "approved"


@pytest.mark.parametrize(
    "at",
    [
        "g_wait",
        "concept.goals[0]",
        "concept.goals[0].text",
        "concept.goals[g_wait].text",
        "concept.goals",
        None,
    ],
)
def test_a_finding_can_be_accepted_with_a_reason(at: str | None) -> None:
    """By id, by path or by the whole rule; it stays in the report with the reason for its hint."""
    line = {"rule": "W-GOL-02", "reason": "слово заказчика", **({"at": at} if at else {})}
    (finding,) = said({"concept.goals[g_wait].text": "Провести обучение", "review": {"allow": [line]}})
    assert (finding.suppressed, finding.hint) == (True, "слово заказчика")


def test_accepting_at_another_place_accepts_nothing() -> None:
    line = {"rule": "W-GOL-02", "at": "g_wa", "reason": "слово заказчика"}
    found = graded({"concept.goals[g_wait].text": "Провести обучение", "review": {"allow": [line]}})
    assert found == {"W-GOL-02": "warning", "W-RVW-01": "warning"}


def test_a_contradiction_cannot_be_accepted() -> None:
    line = {"rule": "E-ACT-02", "at": "a_log", "reason": "привыкли"}
    assert graded(CLASH | {"review": {"allow": [line]}}) == {"E-ACT-02": "error", "W-RVW-01": "warning"}


def test_nothing_is_said_of_a_file_that_cannot_be_read() -> None:
    assert review(load(b"schema: [", "a.yaml")) == ()


def test_findings_stand_in_the_order_of_the_file_with_place_path_and_ids() -> None:
    patch = GAP | {"concept.indicators[i_wait].targets": [{"at_most": "15", "due": "2027-06"}]}
    found = said(patch)
    assert [each.code for each in found] == ["W-GOL-02", "E-ACT-01", "W-IND-02"]
    lines = patched(patch).decode().splitlines()
    assert "Провести обучение" in lines[found[0].line - 1]
    assert found[2].ids == ("i_wait",)
    assert found[2].subject == "«Ожидание стола»"


def test_the_language_of_the_file_is_spoken() -> None:
    (finding,) = said({"document.language": "en", "concept.goals[g_wait].text": "Conduct training"})
    assert finding.message.startswith("Goal “Conduct training” opens with")


def test_a_case_answers_what_rules_ask() -> None:
    """Parts of a kind, actions by owner, texts that are printed, names of what has none of its own."""
    project = load(patched({})).project
    assert project
    case = RuleContext(project, FULL)
    assert [each.id for each in case.every(Cause)] == ["c_queue"]
    assert [each.id for each in case.owned["admin"]] == ["a_log"]
    assert case.name(case.every(Cause)[0]) == "Без очередей"
    assert case.name(case.every(Score)[1]) == "Без очередей"
    fields = {(type(each.part).__name__, each.field) for each in case.texts}
    assert ("Cause", "root_cause") in fields
    assert ("Touchpoint", "client_action") not in fields


@pytest.mark.parametrize(("count", "told"), [(6, "5, 6"), (7, "5 и ещё 2")])
def test_a_long_list_is_cut_but_never_for_one(count: int, told: str) -> None:
    numbers = tuple(str(number) for number in range(1, count + 1))
    assert MessageValues("ru", str).in_words(Truncated(numbers)).endswith(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_a_name(language: str) -> None:
    assert list(vocabulary(language)["review"]["sections"]) == list(SECTIONS)


def test_the_catalogue_knows_every_code_of_reading_and_of_the_review() -> None:
    entries = catalogue("ru")
    words = vocabulary("ru")
    assert {"E-REF-01", "E-YML-01", "E-IND-04", "W-DOC-03"} <= set(entries)
    assert set(words["validation"]) <= set(entries)
    assert all(entry.title and entry.summary for entry in entries.values())


def test_twice_as_many_touchpoints_are_no_more_than_twice_the_work() -> None:
    """The work is counted in calls, not in seconds: no rule compares everything with everything."""
    few, many = _calls(_loaded(300)), _calls(_loaded(600))
    assert many < 2.2 * few


def _loaded(count: int) -> Any:
    point = "{{id: t{0}, name: Точка {0}, owner: admin, client_action: Звонит и ждёт, data_asked: [имя {0}]}}"
    points = [f"                - {point.format(n)}" for n in range(count)]
    file = "\n".join(
        ["schema: conceptgen/1", "document: {title: Т, date: 2026-01-01}",
         "organization: {name: О, roles: [{id: admin, name: А}]}", "chains:", "  - id: c", "    name: Ц",
         "    stages:", "      - name: Э", "        zones:", "          - name: З", "            elements:",
         "            - name: Н", "              touchpoints:", *points, ""]
    )  # fmt: skip
    loaded = load(file.encode())
    assert loaded.project, loaded.findings
    assert loaded.project.relations
    return loaded


def _calls(loaded: Any) -> int:
    review(loaded)
    counted = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        review(loaded)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_left_of_the_starter_is_told(language: str) -> None:
    """Each text of a new file that has to be replaced is a gap until it is."""
    found = review(load(template_path("new", f"starter.{language}.yaml")))
    assert [finding.code for finding in found].count("E-TXT-01") == 17


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ({"concept.programme.actions[a_log].owner": "unknown"}, "E-ACT-01"),
        (
            {
                "chains[evening].stages[visit].zones[door].elements[greeter].touchpoints[t_greet].owner": "unknown"
            },
            "E-CHN-02",
        ),
    ],
)
def test_an_unknown_owner_warns_even_of_an_approved_document(patch: dict[str, Any], code: str) -> None:
    (finding,) = review(load(patched(patch), "a.yaml"), gate="approved")
    assert (finding.code, finding.severity, finding.stops_approval) == (code, "warning", False)


def test_a_target_after_the_programme_stops_nothing() -> None:
    """A strategy looks beyond its programme, and an end that is not known yet is no limit."""
    late = {"concept.indicators[i_wait].targets": [{"at_most": "5", "due": "2035"}]}
    for patch in (late, late | {"concept.programme.end": "unknown"}):
        found = review(load(patched(patch), "a.yaml"), gate="approved")
        assert [each for each in found if each.severity == "error"] == []
