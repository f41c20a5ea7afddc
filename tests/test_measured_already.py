"""No rule asks for what is there: a measurement, a score, a date that the input has."""

from __future__ import annotations

from typing import Any

import pytest
from cases import patched
from made import NAMES as SAMPLES
from test_gaps import sample

from conceptgen.input import Loaded, load_bytes
from conceptgen.origin import Path
from conceptgen.rulebook import review

STATE = "concept.current_state"
CRITERION = f"{STATE}.criteria[+]"
MEASURED = [{"date": "2026-12", "value": "7", "n": "40"}, {"date": "2027-01", "value": "6", "n": "40"}]
CASES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "a baseline that is not known, measured since": (
        "E-IND-01",
        {"i_wait.baseline": {"unknown": {"reason": "not_measured"}}, "i_wait.measurements": None},
        {"i_wait.measurements": MEASURED},
    ),
    "the voice of clients in a measured satisfaction": (
        "A-ASM-01",
        {"s_shop.kind": "report", f"{STATE}.rounds[0].method": "expert", f"{STATE}.findings": None},
        {"i_wait.metric": "csat", "i_wait.measurements": MEASURED},
    ),
    "a score that is a range": (
        "E-ASM-03",
        {CRITERION: {"component": "staff", "name": "Речь"}},
        {CRITERION: {"component": "staff", "name": "Речь", "scores": [{"min": "6", "max": "7"}]}},
    ),
    "a step that is done": (
        "W-CAU-04",
        {"c_queue.first_step": {"text": "стол", "date": "2026-01-11"}},
        {"c_queue.first_step": {"text": "стол", "date": "2026-01-11", "done": "true"}},
    ),
    "a first target before the next measurement, measured already": (
        "W-IND-12",
        {
            "i_wait.frequency": "yearly",
            "i_wait.measurements": None,
            "i_wait.targets": [{"at_most": "5", "due": "2027-01"}],
        },
        {"i_wait.measurements": MEASURED},
    ),
    "few answers said to be provisional": (
        "W-IND-06",
        {"i_wait.sample_min": "50", "i_wait.measurements": MEASURED[:1]},
        {"i_wait.measurements": [MEASURED[0] | {"provisional": "true"}]},
    ),
}


def told(patch: dict[str, Any]) -> set[str]:
    found = load_bytes(patched(patch), "a.yaml")
    assert found.project, [*map(str, found.findings)]
    return {each.code for each in review(found)}


@pytest.mark.parametrize("case", CASES)
def test_what_exists_is_not_asked_for(case: str) -> None:
    code, missing, given = CASES[case]
    assert code in told(missing)
    assert code not in told(missing | given)


def value_at(loaded: Loaded, path: Path) -> Any:
    """What the input says at an address; None where it says nothing."""
    node: Any = loaded.project
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step, getattr(node, f"{step}_", None))
        if node is None:
            return None
    return node


@pytest.mark.parametrize("name", [*SAMPLES, "filler"])
def test_a_field_that_is_named_as_missing_is_empty(name: str) -> None:
    """Over every rule: the fields that an error asks to fill in hold nothing."""
    loaded = sample(name)
    for finding in review(loaded, gate="approved"):
        for path in finding.lacks if finding.code.startswith("E-") else ():
            assert not value_at(loaded, path), (str(finding), path)
