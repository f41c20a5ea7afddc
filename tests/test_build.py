"""Regeneration: what changed is made, what did not is left; nothing of the user's is lost; a build can be killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from in_process import Here

from conceptgen import files
from conceptgen.batch import run
from conceptgen.batch.editions import next_version, revision
from conceptgen.batch.fingerprint import digest
from conceptgen.batch.inputs import is_input
from conceptgen.batch.job import work
from conceptgen.batch.plan import Plan
from conceptgen.batch.pool import JobFailure, Pool
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build
from conceptgen.document.look import Look
from conceptgen.errors import EnvironmentFault, RequestError

pytestmark = pytest.mark.usefixtures("written_once")
CLIENT = """schema: conceptgen/1
document:
  title: Принципы {name}
  date: 2026-11-21
  version: "{version}"
  status: {status}
organization: {{name: {name}}}
concept:
  purpose: {purpose}
  principles:
    - {{text: Отвечаем сразу, client_meaning: меня слышат}}
    - {{text: Говорим прямо, client_meaning: я понимаю}}
    - {{text: Держим слово, client_meaning: я спокоен}}
deliverables:
  - {{document: concept, variant: [page, short], format: [html, docx]}}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two clients in two folders."""
    made = Desk(tmp_path)
    made.client("Ромашка")
    made.client("Лютик", "south")
    return made


class Desk:
    """A consultant's desk: a folder of clients and a folder of documents."""

    def __init__(self, root: Path) -> None:
        self.root, self.input, self.out = root, root / "in", root / "out"

    def client(
        self,
        name: str,
        folder: str = "",
        *,
        purpose: str = "Ради гостя",
        version: str = "1",
        status: str = "draft",
    ) -> Path:
        path = self.input / folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = CLIENT.format(name=name, purpose=purpose, version=version, status=status)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, **options: Any) -> Report:
        plan = replace(Plan((self.input,), self.out), **options)
        return Build(plan, lambda *_: None).run()

    def outputs(self) -> dict[str, bytes]:
        """Every document by name, without what the build remembers."""
        found = sorted(path for path in self.out.rglob("*") if path.is_file())
        names = {path.relative_to(self.out).as_posix(): path for path in found}
        return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".conceptgen")}


def states(report: Report) -> dict[str, str]:
    """What became of each output."""
    return {line.output or line.source: line.state for line in report.lines}


def test_outputs_mirror_the_folders_of_the_inputs(desk: Desk) -> None:
    assert set(states(desk.build()).values()) == {"made"}
    assert sorted(desk.outputs()) == [
        "south/Лютик-concept-page.docx",
        "south/Лютик-concept-page.html",
        "south/Лютик-concept-short.docx",
        "south/Лютик-concept-short.html",
        "Ромашка-concept-page.docx",
        "Ромашка-concept-page.html",
        "Ромашка-concept-short.docx",
        "Ромашка-concept-short.html",
    ]


def test_nothing_is_made_when_nothing_changed(desk: Desk) -> None:
    desk.build()
    before = {name: (desk.out / name).stat().st_mtime_ns for name in desk.outputs()}
    assert set(states(desk.build()).values()) == {"unchanged"}
    assert {name: (desk.out / name).stat().st_mtime_ns for name in before} == before


def test_a_comment_or_another_order_of_keys_makes_nothing(desk: Desk) -> None:
    desk.build()
    path = desk.input / "Ромашка.yaml"
    text = path.read_text("utf-8")
    organization = "organization: {name: Ромашка}\n"
    path.write_text("# заметка\n" + text.replace(organization, "") + organization, encoding="utf-8")
    assert set(states(desk.build()).values()) == {"unchanged"}


def test_only_what_an_edit_shows_in_is_made(desk: Desk) -> None:
    """The purpose stands in the theses and not on the page of principles."""
    desk.build()
    desk.client("Ромашка", purpose="Ради семьи")
    made = {name for name, state in states(desk.build()).items() if state == "made"}
    assert made == {"Ромашка-concept-short.docx", "Ромашка-concept-short.html"}


def test_the_time_of_a_file_is_no_judge(desk: Desk) -> None:
    """An edit that keeps size and time is found; a touch alone makes nothing."""
    desk.build()
    path = desk.input / "Ромашка.yaml"
    old = path.stat()
    desk.client("Ромашка", purpose="Ради сынка")
    assert path.stat().st_size == old.st_size
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert "made" in states(desk.build()).values()
    os.utime(path)
    assert set(states(desk.build()).values()) == {"unchanged"}


def test_a_brand_that_appears_or_changes_makes_what_shows_it(desk: Desk) -> None:
    desk.build()
    brand = desk.input / "brand.yaml"
    for accent in ("#7A1F5C", "#1F5C7A"):
        brand.write_text(f"firm: Бюро\ncolors: {{accent: '{accent}'}}\n", encoding="utf-8")
        made = {name for name, state in states(desk.build()).items() if state == "made"}
        assert made == {name for name in desk.outputs() if name.startswith("Ромашка")}
        assert set(states(desk.build()).values()) == {"unchanged"}
    brand.unlink()
    assert desk.build().counts["made"] == 4


def test_a_word_template_makes_word_files_only(desk: Desk) -> None:
    from conceptgen.document.look import Look
    from conceptgen.writers.docx import default_template

    desk.build()
    made = desk.build(look=Look(template=default_template()))
    assert {name for name, state in states(made).items() if state == "unchanged"} >= {
        name for name in desk.outputs() if name.endswith(".html")
    }


def test_another_program_or_library_makes_everything_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    from conceptgen.batch import fingerprint, job

    monkeypatch.setattr(fingerprint, "toolchain", lambda format, _: f"a new {format}")
    monkeypatch.setattr(run, "whole_toolchain", lambda: "a new one")
    assert job.fingerprint is fingerprint.fingerprint
    report = desk.build()
    # The bytes come out the same, so no file is written; but each was made to see that.
    assert set(states(report).values()) == {"unchanged"}
    assert all(line.messages == () for line in report.lines)


def test_a_file_edited_by_hand_is_kept_aside(desk: Desk) -> None:
    desk.build()
    edited = desk.out / "Ромашка-concept-short.html"
    edited.write_bytes(b"by hand")
    os.utime(edited, (1795000000, 1795000000))
    report = desk.build()
    assert states(report)["Ромашка-concept-short.html"] == "made"
    assert (desk.out / "Ромашка-concept-short.edited-2026-11-18.html").read_bytes() == b"by hand"
    assert any("edited-2026-11-18" in message for line in report.lines for message in line.messages)
    edited.write_bytes(b"again")
    os.utime(edited, (1795000000, 1795000000))
    desk.build()
    assert (desk.out / "Ромашка-concept-short.edited-2026-11-18-2.html").read_bytes() == b"again"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 1, "seal": "x", "record": "{}"}'])
def test_a_damaged_record_is_never_trusted(desk: Desk, damage: bytes) -> None:
    desk.build()
    before = desk.outputs()
    for record in (desk.out / ".conceptgen" / "records").iterdir():
        record.write_bytes(damage)
    (desk.out / "Ромашка-concept-page.html").unlink()
    report = desk.build()
    assert states(report)["Ромашка-concept-page.html"] == "made"
    assert desk.outputs() == before


def test_one_flipped_letter_in_a_record_is_seen(desk: Desk) -> None:
    desk.build()
    record = next((desk.out / ".conceptgen" / "records").iterdir())
    record.write_bytes(record.read_bytes().replace(b"page.html", b"pige.html"))
    assert not [line for line in desk.build().lines if line.state not in ("unchanged",)]


def test_a_bad_client_stops_only_itself(desk: Desk) -> None:
    desk.client("Ромашка", purpose="{unclosed")
    report = desk.build()
    assert report.counts["made"] == 4
    (failed,) = (line for line in report.lines if line.state == "failed")
    assert failed.source.endswith("Ромашка.yaml")
    assert "Ромашка.yaml:" in failed.messages[0]


def test_a_client_that_turns_bad_keeps_its_documents(desk: Desk) -> None:
    desk.build()
    before = desk.outputs()
    desk.client("Ромашка", purpose="{unclosed")
    desk.build(prune=True)
    assert desk.outputs() == before


def test_what_has_no_input_any_more_is_named_and_removed_only_on_demand(desk: Desk) -> None:
    desk.build()
    (desk.input / "south" / "Лютик.yaml").unlink()
    assert desk.build().counts["orphan"] == 4
    (desk.out / "south" / "Лютик-concept-page.html").write_bytes(b"by hand")
    report = desk.build(prune=True)
    assert report.counts["removed"] == 3
    assert [name for name in desk.outputs() if "Лютик" in name] == ["south/Лютик-concept-page.html"]


def test_a_deliverable_taken_back_leaves_an_orphan(desk: Desk) -> None:
    desk.build()
    path = desk.input / "Ромашка.yaml"
    path.write_text(path.read_text("utf-8").replace("[page, short]", "page"), encoding="utf-8")
    assert desk.build().counts["orphan"] == 2
    assert desk.build(prune=True).counts["removed"] == 2
    assert set(states(desk.build()).values()) == {"unchanged"}


def test_building_one_client_does_not_orphan_the_others(desk: Desk) -> None:
    desk.build()
    before = desk.outputs()
    report = desk.build(paths=(desk.input / "Ромашка.yaml",), prune=True)
    assert states(report) == dict.fromkeys([name for name in before if "Ромашка" in name], "unchanged")
    assert desk.outputs() == before


def test_two_clients_cannot_have_one_name(desk: Desk) -> None:
    twin = desk.input / "РОМАШКА.yml"
    twin.write_bytes((desk.input / "Ромашка.yaml").read_bytes())
    report = desk.build()
    assert report.counts["failed"] == 4
    assert len([name for name in desk.outputs() if "ромашка" in name.casefold()]) == 4


def test_of_two_clients_with_one_name_the_first_has_it_whoever_is_done_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Backwards(Here):
        def results(self, jobs: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
            yield from reversed(list(super().results(jobs)))

    desk.client("ромашка", purpose="Ради дела")
    desk.build()
    before = desk.outputs()
    monkeypatch.setattr(run, "Pool", Backwards)
    shutil.rmtree(desk.out)
    desk.build()
    assert desk.outputs() == before


def test_a_format_that_fails_once_is_not_taken_for_a_hand_s_work(desk: Desk) -> None:
    """The old file stays known, and the next build that can replaces it."""
    from conceptgen import pipeline

    desk.build()
    desk.client("Ромашка", purpose="Ради семьи")

    def lacking(*_: Any) -> bytes:
        raise EnvironmentFault("нет библиотеки")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "write", lacking)
        assert desk.build().counts["failed"] == 2
    report = desk.build()
    assert (report.counts["made"], report.counts["aside"]) == (2, 0)


def test_a_status_of_a_deliverable_is_the_one_that_is_judged(desk: Desk) -> None:
    """The same document as a draft and as an approved edition: the second must pass the gate too."""
    path = desk.client("Ромашка")
    head = path.read_text("utf-8").partition("deliverables:")[0]
    line = "  - {document: concept, variant: short, format: html, status: "
    path.write_text(f"{head}deliverables:\n{line}draft}}\n{line}approved}}\n", encoding="utf-8")
    (failed,) = (each for each in desk.build().lines if each.state == "failed")
    assert "E-DOC-04" in failed.messages[0]


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    report = desk.build(dry_run=True)
    assert set(states(report).values()) == {"stale"}
    assert not desk.out.exists()


def test_other_files_are_passed_over(desk: Desk) -> None:
    (desk.input / "brand.yaml").write_text("firm: Бюро\n", encoding="utf-8")
    (desk.input / "share.yaml").write_text("schema: conceptgen-contribution/1\n")
    (desk.input / "notes.json").write_text('{"schema": "other"}')
    (desk.input / ".hidden").mkdir()
    (desk.input / ".hidden" / "x.yaml").write_bytes((desk.input / "Ромашка.yaml").read_bytes())
    assert len(desk.build().lines) == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schema: conceptgen/1\n", True),
        ("# c\r\nschema: 'conceptgen/1'\r\n", True),
        ('{"schema": "conceptgen/1"}', True),
        ('{\n  "document": {},\n  "schema": "conceptgen/2"', True),
        ("schema: conceptgen-contribution/1\n", False),
        ("note: schema: conceptgen/1\n", False),
    ],
)
def test_an_input_says_so_itself(text: str, expected: bool) -> None:
    assert is_input(text.encode()) is expected
    assert is_input(text.encode("utf-16")) is expected


def test_the_same_with_more_workers_in_another_order(desk: Desk) -> None:
    desk.build()
    before = desk.outputs()
    other = Desk(desk.root / "again")
    other.client("Ромашка")
    other.client("Лютик", "south")
    other.build(jobs=3)
    assert other.outputs() == before


def test_hashes_are_framed() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


# ── approved editions ──────────────────────────────────────────────────────────────────────────────────────────


def test_an_approved_edition_is_written_once(desk: Desk) -> None:
    desk.client("Ромашка", status="approved", version="1.0")
    desk.build(allow_gaps=True)
    approved = "Ромашка-concept-short-v1.0.html"
    before = desk.outputs()[approved]
    desk.client("Ромашка", status="approved", version="1.0", purpose="Ради семьи")
    report = desk.build(allow_gaps=True, prune=True)
    line = next(line for line in report.lines if line.output == approved)
    assert line.state == "failed"
    assert any("Ради гостя" in said for said in line.messages)
    assert any("Ради семьи" in said for said in line.messages)
    assert desk.outputs()[approved] == before
    desk.client("Ромашка", status="approved", version="1.1", purpose="Ради семьи")
    desk.build(allow_gaps=True, prune=True)
    assert desk.outputs()[approved] == before
    assert "Ромашка-concept-short-v1.1.html" in desk.outputs()


def _approved(desk: Desk, version: str, purpose: str, day: str = "2026-11-21", more: str = "") -> None:
    path = desk.client("Ромашка", status="approved", version=version, purpose=purpose)
    approval = f'  approval: {{position: Директор, person: И. О. Фамилия, date: "{day}"}}\n'
    text = path.read_text("utf-8").replace("organization:", f"{approval}organization:", 1) + more
    path.write_text(text, encoding="utf-8")


def _told(report: Report, output: str) -> str:
    return "\n".join(said for line in report.lines if line.output == output for said in line.messages)


@pytest.mark.parametrize("dry_run", [False, True])
def test_what_changed_in_an_edition_is_told_once_for_all_its_formats(desk: Desk, dry_run: bool) -> None:
    _approved(desk, "1.0", "Ради гостя")
    desk.build(allow_gaps=True)
    _approved(desk, "1.0", "'Ради семьи: всегда'")
    report = desk.build(allow_gaps=True, dry_run=dry_run)
    first, second = "Ромашка-concept-short-v1.0.html", "Ромашка-concept-short-v1.0.docx"
    assert report.counts["failed"] == 2
    assert f"{first}, {second}" in _told(report, first)
    assert "+ Ради семьи: всегда" in _told(report, first)
    assert _told(report, second) == f"Изменилось то же, что в {first}."


def test_a_line_for_the_revisions_is_proposed_once_and_can_be_put_in_as_it_is(desk: Desk) -> None:
    _approved(desk, "1.0", "Ради гостя")
    desk.build(allow_gaps=True)
    _approved(desk, "1.0", "'Ради «семьи»: # всегда'")
    said = [each for line in desk.build(allow_gaps=True).lines for each in line.messages]
    (proposed,) = (each for each in said if "revisions" in each)
    (line,) = yaml.safe_load(proposed.partition("): ")[2])
    assert line["version"] == "1.1"
    assert isinstance(line["date"], date)
    assert "Ради «семьи»: # всегда" in line["text"].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("version", "after"), [("1.0", "1.1"), ("2", "2.1"), ("1.2.9", "1.2.10"), ("I", "I.1")]
)
def test_the_version_after(version: str, after: str) -> None:
    assert next_version(version) == after


def test_what_was_only_taken_out_is_proposed_too() -> None:
    assert "− Ради гостя" in revision("1.0", date(2027, 3, 1), ["− Ради гостя"])


ALLOWED = "review: {allow: [{rule: E-DOC-06, reason: исправлено в день подписи}]}\n"


@pytest.mark.parametrize(
    ("version", "day", "more", "is_told"),
    [
        ("1.1", "2026-11-21", "", True),
        ("2", "2026-11-21", "", True),
        ("1.1", "2026-12-01", "", False),
        ("1.1", "2026-11-21", ALLOWED, False),
    ],
)
def test_a_new_edition_carries_no_old_approval_in_silence(
    desk: Desk, version: str, day: str, more: str, is_told: bool
) -> None:
    _approved(desk, "1.0", "Ради гостя")
    assert "гриф" not in _told(desk.build(), "Ромашка-concept-short-v1.0.html")
    _approved(desk, version, "Ради семьи", day, more)
    said = _told(desk.build(), f"Ромашка-concept-short-v{version}.html")
    assert ("гриф утверждения в ней тот же" in said) is is_told
    assert ("Ромашка-concept-short-v1.0.html" in said) is is_told


def test_an_edition_younger_than_its_approval_is_not_built(desk: Desk) -> None:
    """The dates of the input are enough; no earlier edition has to be known."""
    _approved(desk, "1.1", "Ради семьи", "2026-10-15")
    assert any("E-DOC-06" in said for line in desk.build().lines for said in line.messages)
    assert not any("v1.1" in name for name in desk.outputs())


def test_a_new_program_leaves_approved_editions_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.client("Ромашка", status="approved", version="1.0")
    desk.build(allow_gaps=True)
    before = desk.outputs()
    from conceptgen.batch import fingerprint

    monkeypatch.setattr(fingerprint, "toolchain", lambda format, _: f"a new {format}")
    monkeypatch.setattr(run, "whole_toolchain", lambda: "a new one")
    report = desk.build(allow_gaps=True)
    assert report.counts["frozen"] == 4
    assert desk.outputs() == before


def test_an_approved_edition_changed_by_hand_is_left_as_it_is(desk: Desk) -> None:
    desk.client("Ромашка", status="approved", version="1.0")
    desk.build(allow_gaps=True)
    signed = desk.out / "Ромашка-concept-short-v1.0.docx"
    signed.write_bytes(b"signed")
    desk.build(allow_gaps=True, force=True)
    assert signed.read_bytes() == b"signed"


# ── killed, full, busy ─────────────────────────────────────────────────────────────────────────────────────────


def test_each_output_is_old_or_new_wherever_a_build_breaks_off(desk: Desk) -> None:
    """Break off at the first, second, … file written; the next build must bring everything up to date."""
    desk.build()
    old = desk.outputs()
    for count in range(1, 40):
        desk.client("Ромашка", purpose=f"Ради семьи {count}")
        with pytest.MonkeyPatch.context() as patch:
            broken = _break_at(patch, count)
            with suppress(KeyboardInterrupt):
                desk.build()
        now = desk.outputs()
        assert set(now) == set(old)
        clean = Desk(desk.root / f"clean{count}")
        clean.client("Ромашка", purpose=f"Ради семьи {count}")
        clean.client("Лютик", "south")
        clean.build()
        new = clean.outputs()
        assert all(now[name] in (old[name], new[name]) for name in now)
        report = desk.build()
        assert desk.outputs() == new, "nothing is taken for a hand's work"
        assert report.counts["aside"] == 0
        old = new
        if not broken:
            return
    pytest.fail("a build does not write that many files")


def _break_at(patch: pytest.MonkeyPatch, count: int) -> list[int]:
    """Let the n-th replacing of a file be the last thing that happens; the list is empty when it never came to it."""
    left, done = [count], []
    replace = Path.replace

    def replacing(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            done.append(count)
            if count % 2:
                replace(self, target)
            raise KeyboardInterrupt
        return replace(self, target)

    patch.setattr(Path, "replace", replacing)
    return done


def test_a_full_disk_fails_the_output_and_keeps_the_old_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    before = desk.outputs()
    desk.client("Ромашка", purpose="Ради семьи")
    write = files._write

    def full(path: Path, data: bytes) -> None:
        if ".html" in path.name or data[:2] == b"PK":
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(files, "_write", full)
    report = desk.build()
    assert report.counts["failed"] == 2
    assert desk.outputs() == before
    monkeypatch.setattr(files, "_write", write)
    assert desk.build().counts["made"] == 2


def test_stale_pieces_of_a_killed_build_are_swept(desk: Desk) -> None:
    desk.build()
    piece = desk.out / "south" / ".Лютик-concept-page.html.0123abcd.cgtmp"
    piece.write_bytes(b"half")
    desk.build()
    assert not piece.exists()


def test_two_builds_of_one_folder_do_not_meet(desk: Desk) -> None:
    from filelock import FileLock

    desk.build()
    with FileLock(desk.out / ".conceptgen" / "lock"), pytest.raises(EnvironmentFault, match="другая команда"):
        desk.build()


def test_a_folder_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(RequestError, match="nowhere"):
        desk.build(paths=(desk.root / "nowhere",))


# ── processes ──────────────────────────────────────────────────────────────────────────────────────────────────


def _dies_at_two(job: int) -> int:
    if job == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    if job == 3:
        time.sleep(60)
    if job == 4:
        return len(bytearray(1 << 33))
    return job


@pytest.mark.processes
@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_a_worker_that_dies_hangs_or_swells_is_named_and_the_others_go_on() -> None:
    with Pool[int](_dies_at_two, 2, seconds=3) as pool:
        found = dict(pool.results((n, n) for n in range(6)))
    assert found == {0: 0, 1: 1, 2: JobFailure("died"), 3: JobFailure("late"), 4: JobFailure("memory"), 5: 5}


def _who(_: int) -> int:
    return os.getpid()


@pytest.mark.processes
def test_a_worker_is_replaced_after_its_lifetime() -> None:
    """What an engine keeps in memory goes with the process; the jobs go on in another."""
    with Pool[int](_who, 1, lifetime=2) as pool:
        found = [pid for _, pid in sorted(pool.results((n, n) for n in range(5)))]
    assert found[0] == found[1] != found[2] == found[3] != found[4]
    assert len(set(found)) == 3


def test_another_pdf_engine_makes_the_pdfs_anew_and_nothing_else(desk: Desk) -> None:
    """The engine is part of what an output is known by, and of the key of a whole input."""
    for path in desk.input.rglob("*.yaml"):
        text = path.read_text("utf-8").replace(
            "[page, short], format: [html, docx]", "short, format: [docx, pdf]"
        )
        path.write_text(text, encoding="utf-8")
    typst = Look(pdf_engine="typst")
    assert set(states(desk.build(look=typst)).values()) == {"made"}
    assert set(states(desk.build(look=typst)).values()) == {"unchanged"}
    found = states(desk.build(dry_run=True))
    assert {name.rpartition(".")[2]: state for name, state in found.items()} == {
        "docx": "unchanged",
        "pdf": "stale",
    }


@pytest.mark.processes
def test_the_command_builds_tells_and_remembers(desk: Desk) -> None:
    desk.client("Астра", purpose="{unclosed")
    told = _command(desk, "build", "in", "--report", "report.json", "--jobs", "2")
    assert told.returncode == 4
    assert "создан         Ромашка-concept-short.docx" in told.stdout
    assert "Астра.yaml:" in told.stderr
    assert "создано 8, не создано 1" in told.stdout
    report = json.loads((desk.root / "report.json").read_text("utf-8"))
    assert report["counts"] == {"failed": 1, "made": 8}
    assert desk.outputs() == _in_process(desk)


def _in_process(desk: Desk) -> dict[str, bytes]:
    other = Desk(desk.root / "other")
    other.client("Ромашка")
    other.client("Лютик", "south")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "Pool", Here)
        other.build()
    return other.outputs()


def _start(desk: Desk, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "LANG": "ru_RU.UTF-8", "LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "conceptgen", *words],
        cwd=desk.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _command(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    process = _start(desk, *words)
    out, complaints = process.communicate(timeout=120)
    return subprocess.CompletedProcess(words, process.returncode, out, complaints)


def test_a_job_is_pure_and_can_be_sent(desk: Desk) -> None:
    """What goes to a worker and comes back survives pickling."""
    import pickle

    from conceptgen.batch.job import Job
    from conceptgen.pipeline import RenderRequest

    data = (desk.input / "Ромашка.yaml").read_bytes()
    job = Job("Ромашка.yaml", "Ромашка", data, (RenderRequest(formats=("html",)),))
    assert pickle.loads(pickle.dumps(work(pickle.loads(pickle.dumps(job))))) == work(job)
