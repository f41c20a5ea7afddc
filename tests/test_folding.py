"""Many findings of a code are told together, and nothing a writer needs is lost: in text, report and preview."""

from __future__ import annotations

import copy
import json
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from cases import patched
from click.testing import CliRunner

from conceptgen.cli.program import Program
from conceptgen.document.walk import plain_text
from conceptgen.findings import Finding
from conceptgen.input import load
from conceptgen.origin import format_path
from conceptgen.preview.page import state
from conceptgen.preview.view import Session
from conceptgen.readiness import reports
from conceptgen.rulebook import review

COUNT = 76
LACKS = (
    {"method": None, "owner": None},
    {"frequency": None},
    {"data_source": None, "unit": None},
)
LABELS = (("метод измерения", "ответственный"), ("периодичность",), ("источник данных", "единица"))
WHOLE: dict[str, Any] = {
    "goals": "g_wait",
    "unit": "min",
    "direction": "decrease",
    "baseline": {"value": 12, "date": "2026-10"},
    "targets": [{"at_most": 5, "due": "2027-06"}],
    "method": "Хронометраж",
    "frequency": "monthly",
    "data_source": "Листы",
    "owner": "admin",
}


def _indicator(number: int, lacks: dict[str, None]) -> dict[str, Any]:
    given = {key: value for key, value in WHOLE.items() if key not in lacks}
    return copy.deepcopy({"name": f"Показатель-{number:02}", **given})


INDICATORS = [_indicator(number, lacks) for number, lacks in zip(range(COUNT), cycle(LACKS), strict=False)]
FILE = patched({"concept.indicators[+]": INDICATORS})


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(FILE)


def found() -> list[Finding]:
    those = [each for each in review(load(FILE, "a.yaml")) if each.code == "E-IND-01"]
    assert len(those) == COUNT
    return those


def check(*args: str) -> list[str]:
    return (
        CliRunner().invoke(Program(), ["check", "a.yaml", *args]).stdout.replace("\u00a0", " ").splitlines()
    )


def _line_of(lines: list[str], name: str) -> str:
    (line,) = [each for each in lines if name in each]
    return line


def test_the_text_tells_every_missing_field_with_its_address_under_one_title() -> None:
    lines = check()
    heads = [line for line in lines if "E-IND-01" in line]
    assert len(heads) == 1
    assert heads[0].endswith("baseline: {unknown: {resolve_by: 2027-02-01}})")
    assert f"У показателя не хватает сведений — {COUNT} → " in heads[0]
    for finding, labels in zip(found(), cycle(LABELS), strict=False):
        line = _line_of(lines, finding.subject)
        assert f"{finding.subject} {finding.line}:{finding.column} ({format_path(finding.path)})" in line
        assert all(label in line for label in labels)


def test_a_chosen_code_is_not_folded() -> None:
    lines = check("--select", "E-IND")
    assert sum("E-IND-01: Показатель «" in line for line in lines) == COUNT


def test_the_report_tells_every_missing_field_with_its_line() -> None:
    (made,) = reports(load(FILE, "a.yaml"), "a", ("html",))
    lines = [line.replace("\u00a0", " ") for line in plain_text(made.document)]
    told = [line for line in lines if "не указано — " in line]
    assert len(told) == len(LACKS)
    for finding, labels in zip(found(), cycle(LABELS), strict=False):
        line = _line_of(told, finding.subject)
        assert f"{finding.subject} (строка {finding.line})" in line
        assert all(label in line for label in labels)


def test_the_screen_of_the_preview_tells_every_missing_field_with_its_line() -> None:
    view = Session(Path("a.yaml"))
    told = state(view, view.sight)
    json.dumps(told)
    those = [each for group in told["groups"] for each in group["findings"] if each["code"] == "E-IND-01"]
    assert len(those) == 1
    lines = [f"{each['message']}: {each['things']}" for each in those[0]["alike"]]
    for finding, labels in zip(found(), cycle(LABELS), strict=False):
        line = _line_of(lines, finding.subject)
        assert f"{finding.subject} (строка {finding.line})" in line
        assert all(label in line for label in labels)


def test_different_advice_stays_with_what_it_is_for() -> None:
    """Goals that are actions, each with a hint of its own kind, keep their hints."""
    mixed = [{**each, "targets": [{"at_most": 5}]} if n < 4 else each for n, each in enumerate(INDICATORS)]
    Path("a.yaml").write_bytes(patched({"concept.indicators[+]": mixed}))
    lines = check()
    assert "→" not in next(line for line in lines if "E-IND-01" in line)
    assert [line for line in lines if "нет срока" in line and "target_kind: norm" in line]


@pytest.mark.parametrize("count", [1, 3])
def test_few_are_told_one_by_one(count: int) -> None:
    Path("a.yaml").write_bytes(patched({"concept.indicators[+]": INDICATORS[:count]}))
    assert sum("E-IND-01: Показатель «" in line for line in check()) == count
