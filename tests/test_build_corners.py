"""Regeneration where it is easily wrong: odd names, links, files that cannot be read or written, brands, editions."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from test_build import Desk, states

from conceptgen.batch.plan import Plan
from conceptgen.batch.run import Build
from conceptgen.document.look import Brand
from conceptgen.errors import EnvironmentFault

pytestmark = pytest.mark.usefixtures("written_once")
PATTERN = "  - {{document: concept, variant: page, format: html, file_name: {name}}}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two clients in two folders, and a build without processes."""
    made = Desk(tmp_path)
    made.client("Ромашка")
    made.client("Лютик", "south")
    return made


def with_name(desk: Desk, name: str) -> None:
    """Let the client's page have a name by this pattern."""
    path = desk.client("Ромашка")
    head = path.read_text("utf-8").partition("deliverables:")[0]
    pattern = PATTERN.format(name=json.dumps(name, ensure_ascii=False))
    path.write_text(f"{head}deliverables:\n{pattern}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("../../{stem}", "_.._Ромашка"),
        ("/etc/{stem}", "_etc_Ромашка"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("{stem.__class__}", "{stem.__class__}"),
        ("{0}{stem!r}", "{0}{stem!r}"),
        ("{nothing}", "{nothing}"),
        ("a\tb", "a_b"),
        ("...", "_"),
        (".conceptgen", "conceptgen"),
        ("%s{stem}%n$(rm)", "%sРомашка%n$(rm)"),
    ],
)
def test_a_name_never_leads_out_of_the_folder_and_is_never_evaluated(
    desk: Desk, pattern: str, name: str
) -> None:
    with_name(desk, pattern)
    report = desk.build(paths=(desk.input / "Ромашка.yaml",))
    (line,) = report.lines
    if line.state == "failed":
        assert "file_name" in line.messages[0]
        assert desk.outputs() == {}
    else:
        assert list(desk.outputs()) == [f"{name}.html"]


def test_a_very_long_name_is_cut_and_stays_one_of_a_kind(desk: Desk) -> None:
    with_name(desk, "очень длинное имя " * 50)
    assert desk.build(paths=(desk.input / "Ромашка.yaml",)).counts["made"] == 1
    (name,) = desk.outputs()
    assert len(name.encode()) < 255


def test_an_empty_pattern_is_a_plain_failure_or_the_usual_name(desk: Desk) -> None:
    with_name(desk, "")
    report = desk.build()
    assert report.counts["made"] >= 4
    assert all("Ромашка.yaml" in said for line in report.lines for said in line.messages)


def test_a_deliverable_without_content_fails_its_client_alone(desk: Desk) -> None:
    path = desk.client("Ромашка")
    text = path.read_text("utf-8").replace("document: concept", "document: chain")
    path.write_text(text.replace("[page, short]", "[short]"), encoding="utf-8")
    report = desk.build()
    (failed,) = (line for line in report.lines if line.state == "failed")
    assert failed.source.endswith("Ромашка.yaml")
    assert "chains" in failed.messages[0]
    assert report.counts["made"] == 4


def test_an_output_folder_inside_the_inputs_is_passed_over(desk: Desk) -> None:
    desk.out = desk.input / "out"
    desk.build()
    (desk.out / "копия.yaml").write_bytes((desk.input / "Ромашка.yaml").read_bytes())
    assert set(states(desk.build()).values()) == {"unchanged"}
    assert not [name for name in desk.outputs() if "копия-" in name]


def test_json_inputs_are_built_as_yaml_ones(desk: Desk) -> None:
    import yaml

    data = yaml.safe_load((desk.input / "Ромашка.yaml").read_text("utf-8"))
    data["document"]["date"] = "2026-11-21"
    (desk.input / "Ромашка.yaml").unlink()
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (desk.input / "Ромашка.json").write_text(text, encoding="utf-8")
    assert desk.build().counts == {"made": 8}
    assert "Ромашка-concept-page.docx" in desk.outputs()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_is_stopped_takes_no_name_from_another(desk: Desk, jobs: int) -> None:
    """Of two that want one name the first has it; one that may not be built wants none, as is found out later."""
    good = (desk.input / "Ромашка.yaml").read_text("utf-8")
    (desk.input / "Ромашка.yml").write_text(good, encoding="utf-8")
    assert desk.build(jobs=jobs).counts == {"made": 8, "failed": 4}
    (desk.input / "Ромашка.yaml").write_text(good.replace("draft", "approved"), encoding="utf-8")
    report = desk.build(jobs=jobs)
    assert [Path(line.source).name for line in report.lines if line.state == "failed"] == ["Ромашка.yaml"]
    assert [
        Path(line.source).name
        for line in report.lines
        if line.state == "unchanged" and "Ромашка" in line.output
    ] == ["Ромашка.yml"] * 4
    assert [Path(name).name for name in report.findings][-2:] == ["Ромашка.yaml", "Ромашка.yml"]


def unreadable(patch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system refuse to read files of this name."""
    start = os.open

    def refused(path: object, *rest: Any, **options: Any) -> int:
        if Path(str(path)).name == name:
            raise PermissionError(13, "Permission denied")
        return start(path, *rest, **options)  # type: ignore[arg-type]

    patch.setattr(os, "open", refused)


def test_an_input_that_cannot_be_read_is_told_and_keeps_its_documents(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    before = desk.outputs()
    with monkeypatch.context() as patch:
        unreadable(patch, "Ромашка.yaml")
        report = desk.build(prune=True)
    (failed,) = (line for line in report.lines if line.state == "failed")
    assert "прочитать не удалось" in failed.messages[0]
    assert report.counts["unchanged"] == 4
    with monkeypatch.context() as patch:
        unreadable(patch, "Ромашка.yaml")
        (desk.input / "east").mkdir()
        desk.build(paths=(desk.input / "east",), prune=True)
    assert desk.outputs() == before


def test_an_output_open_elsewhere_is_told_and_the_others_are_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    before = desk.outputs()
    desk.client("Ромашка", purpose="Ради семьи")
    replace = Path.replace

    def replacing(self: Path, target: Path) -> Path:
        if Path(target).name == "Ромашка-concept-short.docx":
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replacing)
        report = desk.build()
    (failed,) = (line for line in report.lines if line.state == "failed")
    assert failed.output == "Ромашка-concept-short.docx"
    assert "открыт в другой программе" in failed.messages[0]
    assert states(report)["Ромашка-concept-short.html"] == "made"
    assert desk.outputs()[failed.output] == before[failed.output]
    assert desk.build().counts["made"] == 1
    assert not list(desk.out.rglob("*.cgtmp"))


def test_an_output_folder_that_cannot_be_written_to_is_one_plain_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.out.write_text("a file", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="нужна папка"):
        desk.build()
    desk.out.unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(EnvironmentFault, match="нет права"):
        desk.build()


def test_a_client_whose_memory_cannot_be_kept_fails_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conceptgen.batch.records import Record, Records

    write = Records.write

    def writing(self: Records, record: Record) -> None:
        if "Ромашка" in record.source:
            raise EnvironmentFault("на диске нет места")
        write(self, record)

    monkeypatch.setattr(Records, "write", writing)
    report = desk.build()
    assert report.counts == {"failed": 1, "made": 4}


def test_a_brand_for_all_makes_everything_anew_and_the_same_brand_nothing(desk: Desk) -> None:
    desk.build()
    for accent in ("#7A1F5C", "#1F5C7A"):
        brand = Brand(firm="Бюро", accent=accent)
        assert desk.build(brand=brand).counts == {"made": 8}
        assert desk.build(brand=brand).counts == {"unchanged": 8}
    assert desk.build().counts == {"made": 8}


def test_a_dry_run_over_what_is_there_changes_nothing(desk: Desk) -> None:
    desk.build()
    desk.client("Ромашка", purpose="Ради семьи")
    (desk.input / "south" / "Лютик.yaml").unlink()
    before = {path: path.stat().st_mtime_ns for path in desk.out.rglob("*")}
    report = desk.build(dry_run=True, prune=True)
    assert report.counts == {"stale": 2, "unchanged": 2, "orphan": 4}
    assert {path: path.stat().st_mtime_ns for path in desk.out.rglob("*")} == before


def test_pruning_names_first_and_never_removes_approved_or_edited_files(desk: Desk) -> None:
    desk.client("Ромашка", status="approved", version="1.0")
    desk.build(allow_gaps=True)
    edited = desk.out / "south" / "Лютик-concept-page.docx"
    edited.write_bytes(b"by hand")
    (desk.input / "Ромашка.yaml").unlink()
    (desk.input / "south" / "Лютик.yaml").unlink()
    named: list[tuple[str, bool]] = []
    plan = Plan((desk.input,), desk.out, prune=True)
    Build(plan, lambda *_: None, lambda name: named.append((name, (desk.out / name).exists()))).run()
    assert [name for name, _ in named] == [
        "south/Лютик-concept-page.html",
        "south/Лютик-concept-short.docx",
        "south/Лютик-concept-short.html",
    ]
    assert all(was_there for _, was_there in named)
    left = desk.outputs()
    assert [name for name in left if "Лютик" in name] == ["south/Лютик-concept-page.docx"]
    assert len([name for name in left if "-v1.0." in name]) == 4
