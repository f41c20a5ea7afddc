"""``check``, ``rules``, ``explain`` and the gate of ``render`` as a user meets them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from cases import patched
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from conceptgen.cli import streams
from conceptgen.cli.program import Program
from conceptgen.resources import samples
from conceptgen.rulebook.rules import rules

ROOT = Path(__file__).parents[1]
GAP = {"concept.programme.actions[a_log].deliverable": "null"}
CLASH = {"concept.programme.actions[a_log].status": "done"}
WORDED = {"concept.goals[g_wait].text": "Провести обучение"}
ACCEPTED = WORDED | {"review": {"allow": [{"rule": "W-GOL-02", "at": "g_wait", "reason": "слово заказчика"}]}}


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Russian user in an empty folder."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    """Call the program inside this process."""
    return CliRunner().invoke(Program(), list(args), prog_name="conceptgen")


def check(patch: dict[str, Any], *args: str) -> Result:
    """Check a patched base."""
    Path("a.yaml").write_bytes(patched(patch))
    return run("check", "a.yaml", *args)


def test_findings_stand_under_their_sections_and_the_verdict_last() -> None:
    lines = check(GAP | WORDED).stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Цель и задачи",
        "Программа",
        "a.yaml: ошибок нет; предупреждений: 2, замечаний: 0. К утверждению не готово: ошибок 1.",
    ]
    assert lines[1].startswith("  a.yaml:")
    assert "W-GOL-02: Цель «Провести обучение»" in lines[1]


@pytest.mark.parametrize(
    ("patch", "args", "code"),
    [
        ({}, (), 0),
        (GAP, (), 0),
        (GAP, ("--strict",), 3),
        (GAP, ("--gate", "approved"), 2),
        (GAP, ("--gate", "approved", "--ignore", "E-ACT"), 0),
        (GAP | {"document.status": "approved"}, (), 2),
        (GAP | {"document.status": "approved"}, ("--gate", "for_approval"), 0),
        (CLASH, (), 2),
        (CLASH, ("--select", "W"), 0),
        (ACCEPTED, ("--strict",), 0),
    ],
)
def test_the_exit_code_is_that_of_the_gate(patch: dict[str, Any], args: tuple[str, ...], code: int) -> None:
    assert check(patch, *args).exit_code == code


def test_many_findings_of_one_kind_stand_under_one_title_but_never_in_json() -> None:
    goals = [{"id": "g_wait" if n == 0 else f"g_{n}", "text": f"Провести {n}"} for n in range(9)]
    done = check({"concept.goals": goals})
    lines = done.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "W-GOL-02" in line)
    line, told = lines[at : at + 2]
    assert "W-GOL-02: Цель записана как действие — 9 → " in line
    assert "«Провести 0» " in told
    assert "«Провести 8» " in told
    assert len(json.loads(run("check", "a.yaml", "--select", "W-GOL-02", "--format", "json").stdout)) == 9


def test_accepted_findings_are_shown_with_their_reason() -> None:
    done = check(ACCEPTED)
    assert "Принято замечаний: 1" in done.stdout
    assert "начинается со слова «провести»: это действие, а не состояние — слово заказчика" in done.stdout
    assert done.stdout.endswith("a.yaml: ошибок нет.\n")
    (record,) = json.loads(run("check", "a.yaml", "--format", "json").stdout)
    assert (record["suppressed"], record["hint"]) == (True, "слово заказчика")


def test_sarif_keeps_to_its_schema() -> None:
    """Also for a file that cannot be read, and one whose name is no plain path."""
    Path("мой файл.yaml").write_text("schema: [", encoding="utf-8")
    Path("a.yaml").write_bytes(patched(ACCEPTED | GAP))
    done = run("check", "a.yaml", "мой файл.yaml", "нет.yaml", "--format", "sarif")
    log = json.loads(done.stdout)
    schema = json.loads((ROOT / "tests/fixtures/sarif-2.1.0.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(log)
    results = {result["ruleId"]: result for result in log["runs"][0]["results"]}
    assert results["W-GOL-02"]["suppressions"] == [{"kind": "inSource", "justification": "слово заказчика"}]
    assert results["E-ACT-01"]["level"] == "warning"
    assert {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]} == set(results)


def test_github_gets_a_command_a_line() -> None:
    done = check(GAP | {"concept.goals[g_wait].text": "Провести 100% обучение"}, "--format", "github")
    lines = done.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning"]
    assert ",title=W-GOL-02::Цель «Провести 100%25 обучение»" in lines[0]


def test_colours_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\033" not in check(GAP).stdout
    monkeypatch.setattr(streams, "is_colourful", lambda: True)
    assert "\033[33mE-ACT-01\033[0m" in check(GAP).stdout


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("NO_COLOR", "")
    assert streams.is_colourful()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not streams.is_colourful()


def test_rules_lists_every_code_with_its_title() -> None:
    text = run("rules").stdout
    records = json.loads(run("rules", "--format", "json").stdout)
    assert all(list(each) == ["code", "severity", "title", "summary", "group"] for each in records)
    codes = {each["code"] for each in records}
    assert {rule.code for rule in rules()} | {"E-REF-01", "E-YML-01"} <= codes
    assert [code for code in codes if code not in text] == []


@pytest.mark.parametrize(
    ("locale", "words"), [("ru_RU.UTF-8", "Как исправить"), ("en_US.UTF-8", "How to mend")]
)
def test_explain_tells_the_whole_story(monkeypatch: pytest.MonkeyPatch, locale: str, words: str) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    for code in ("E-ACT-02", "w-doc-03", "E-TYP-04"):
        assert words in run("explain", code).stdout


def test_explain_helps_with_a_mistyped_code() -> None:
    done = run("explain", "E-ACT-2")
    assert done.exit_code == 2
    assert done.stderr.startswith("Кода «E-ACT-2» нет. Возможно: E-ACT-02")


@pytest.mark.parametrize(
    ("patch", "args", "code", "said"),
    [
        ({}, (), 0, ""),
        (GAP, (), 0, "a.yaml: проверка содержания: ошибок 0, предупреждений 1, советов 0."),
        (GAP | {"document.status": "approved"}, (), 2, "Документы не созданы: для утверждённого документа"),
        (
            GAP | {"document.status": "approved"},
            ("--allow-gaps",),
            0,
            "a.yaml: проверка содержания: ошибок 1",
        ),
        (GAP | {"document.status": "approved"}, ("--variant", "page"), 0, ""),
        (CLASH, ("--allow-gaps",), 2, "Документы не созданы: в данных есть противоречия."),
    ],
)
def test_render_obeys_the_gate(patch: dict[str, Any], args: tuple[str, ...], code: int, said: str) -> None:
    """Nothing is written where the gate is shut; where it is open, one line tells how much there is to read."""
    Path("a.yaml").write_bytes(patched(patch))
    done = run("render", "a.yaml", "--format", "html", "--document", "concept", *args)
    assert done.exit_code == code, done.stderr
    assert Path("out").exists() == (code == 0)
    last = done.stderr.splitlines()[-1:] or [""]
    assert last[0].startswith(said)
    assert bool(done.stderr) == bool(said)
    if code:
        assert "Единый журнал брони" in done.stderr


def test_files_checked_together_know_each_others_clients() -> None:
    """The name of another client of the batch is found; checked alone, nobody can know it."""
    Path("a.yaml").write_bytes(patched({"concept.purpose": "Правила смен пекарни «Тёплый угол»."}))
    Path("b.yaml").write_bytes(patched({"organization.name": "Пекарня «Тёплый угол»"}))
    Path("broken.yaml").write_text("document: [", encoding="utf-8")
    assert "W-DOC-06" not in run("check", "a.yaml").stdout
    together = run("check", "a.yaml", "b.yaml", "broken.yaml").stdout
    assert "В тексте назван другой клиент: Пекарня «Тёплый угол»" in together
    assert together.count("W-DOC-06") == 1


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("format", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize("colourful", [False, True])
def test_names_and_texts_never_steer_a_terminal(
    format: str, colourful: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """ESC, BEL, the one-byte CSI, a turned line, a line end; in a name and in what is repeated of the input."""
    monkeypatch.setattr(streams, "is_colourful", lambda: colourful)
    odd = "a\x1b[31m\x07\x9b2J\u202e\nb"
    path = tmp_path / f"{odd}.yaml"
    text = (samples() / "minimal.yaml").read_text("utf-8")
    path.write_text(text + f"{json.dumps(odd)}: 1\n\u202eключ: 2\n", encoding="utf-8")
    done = run("check", str(path), "--format", format)
    said = re.sub("\033\\[3[136]m([EWA]-[A-Z]+-\\d+)\033\\[0m", r"\1", done.stdout)
    assert done.exit_code == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    if format in ("json", "sarif"):
        json.loads(said)


def test_a_concept_that_comes_out_short_only_says_so_and_what_it_lacks() -> None:
    """Without being asked for: the reader learns it from the command, not from the folder."""
    Path("a.yaml").write_bytes(patched({"concept.governance": "null"}))
    told = "A-DOC-01: Концепция выйдет только краткой: для полной не хватает разделов — исполнители"
    assert told in run("check", "a.yaml").stdout
    assert told in run("render", "a.yaml", "--document", "concept", "--format", "html").stderr
    assert (
        told
        not in run(
            "render", "a.yaml", "--document", "concept", "--variant", "short", "--format", "html"
        ).stderr
    )
