"""A short run of every target of ``make fuzz``; the seed is fixed, so that a failure is one of the change at hand."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from fuzz import run

CASES = {
    "documents": 3,
    "folders": 3,
    "commands": 15,
    "writers": 4,
    "patterns": 4,
    "builds": 2,
    "changes": 2,
    "pdfs": 1,
    "workbooks": 4,
    "slides": 4,
    "clicks": 6,
    "contributions": 10,
}
MOST = 20
"""Cases of a target that is quick."""
SEED = 1


@pytest.mark.parametrize("name", sorted(run.targets()))
def test_a_short_run_finds_nothing(name: str) -> None:
    found = run.run([name], 120, SEED, CASES.get(name, MOST))
    assert found.finds == []
    assert found.cases[name] >= 1


def test_a_find_is_told_with_the_words_that_repeat_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ModuleType("bad")
    numbers: list[float] = []

    def case(random: run.random.Random, folder: Path) -> None:
        assert list(folder.iterdir()) == []
        numbers.append(random.random())
        assert numbers[-1] < 0.5, "too much"

    bad.case = case  # type: ignore[attr-defined]
    monkeypatch.setattr(run, "targets", lambda: {"bad": bad})
    found = run.run(["bad"], 60, 5, 20)
    assert found.cases["bad"] == 20
    assert 0 < len(found.finds) < 20
    first = found.finds[0][0]
    assert f"--seed 5 --only {first}\n" in capsys.readouterr().out
    assert run.main(["--seed", "5", "--only", first]) == 1
    assert "too much" in capsys.readouterr().out
    assert run.main(["--seed", "5", "--minutes", "0"]) == 0
    assert capsys.readouterr().out.startswith("seed 5\n")
