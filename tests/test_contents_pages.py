"""Pages of the Word contents: those of the PDF, or counted by LibreOffice; else one sentence says why not."""

from __future__ import annotations

import io
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from click.testing import CliRunner
from docx_invariants import faults
from docx_text import archived, contents_pages
from example_document import example

from conceptgen.cli.program import Program
from conceptgen.document.look import Look
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say
from conceptgen.resources import samples
from conceptgen.writers import libreoffice
from conceptgen.writers.docx import write

COUNTED = Look(contents_pages="libreoffice")


def laid_out(names: list[str], modern: bool = False) -> bytes:
    """A PDF of three pages whose named destinations are given: the n-th one on page n % 3 + 1."""
    pdf = pikepdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    places = {
        name: pikepdf.Array([pdf.pages[index % 3].obj, pikepdf.Name.Fit]) for index, name in enumerate(names)
    }
    if modern:
        pairs = [each for name, place in sorted(places.items()) for each in (name, {"/D": place})]
        pdf.Root.Names = pikepdf.Dictionary(Dests={"/Names": pairs})
    else:
        pdf.Root.Dests = pikepdf.Dictionary({f"/5F{name[1:]}": place for name, place in places.items()})
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def bookmarks() -> list[str]:
    """The bookmarks of the headings that the contents name, in order."""
    return [f"_Toc{n:09d}" for n in range(1, 30)]


@pytest.mark.parametrize("modern", [False, True], ids=["old destinations", "new destinations"])
def test_pages_stand_at_the_end_of_each_line(monkeypatch: pytest.MonkeyPatch, modern: bool) -> None:
    """PAGEREF fields with the number already there, right after the words, led to by dots."""
    monkeypatch.setattr(libreoffice, "pdf", lambda *_: laid_out(bookmarks(), modern))
    data = write(example(), COUNTED)
    assert contents_pages(data)["Главное на одной странице"] == "1"
    assert set(contents_pages(data).values()) <= {"1", "2", "3"}
    assert faults(data) == []
    text = archived(data, "word/document.xml")
    assert len(re.findall(r"PAGEREF _Toc\d{9} \\h", text)) == len(contents_pages(data))
    assert "updateFields" not in archived(data, "word/settings.xml")


def test_pages_are_counted_with_their_numbers_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file LibreOffice lays out has numbers of usual width already, so that no line moves afterwards."""
    seen: list[bytes] = []
    monkeypatch.setattr(libreoffice, "pdf", lambda docx, _: seen.append(docx) or laid_out(bookmarks()))
    write(example(), COUNTED)
    assert set(contents_pages(seen[0]).values()) == {"00"}


def test_without_the_wish_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "pdf", lambda *_: pytest.fail("LibreOffice was asked"))
    assert "PAGEREF" not in archived(write(example(), Look(contents_pages="off")), "word/document.xml")
    no_contents = replace(example(), parts=example().parts[2:])
    assert write(no_contents, COUNTED)


def test_a_heading_without_a_page_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Better no file than a contents list with a hole."""
    monkeypatch.setattr(libreoffice, "pdf", lambda *_: laid_out(bookmarks()[:2]))
    with pytest.raises(EnvironmentFault, match="LibreOffice не смог посчитать страницы"):
        write(example(), COUNTED)


@pytest.mark.skipif(not libreoffice.find(), reason="LibreOffice is not installed")
def test_libreoffice_counts_the_pages_the_headings_stand_on(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[bytes] = []
    asked = libreoffice.pdf

    def remembered(docx: bytes, language: str) -> bytes:
        kept.append(asked(docx, language))
        return kept[-1]

    monkeypatch.setattr(libreoffice, "pdf", remembered)
    told = contents_pages(write(example(), COUNTED))
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(kept[0])).pages]
    assert {words for words, page in told.items() if words not in pages[int(page) - 1]} == set()
    assert len(told) == 5
    assert libreoffice.version().startswith("LibreOffice ")


# ── a machine without LibreOffice, or with a bad one ──────────────────────────────────────────────────────────


def render(folder: Path) -> Any:
    """The command as a user gives it."""
    args = [
        samples() / "clinic.yaml",
        "--document",
        "concept",
        "--variant",
        "full",
        "--format",
        "docx",
        "-o",
        folder,
    ]
    wish = ("--toc-pages", "libreoffice")
    return CliRunner().invoke(Program(), ["render", *map(str, args), *wish], prog_name="conceptgen")


def pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a program of ours in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find", lambda: str(program))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))


def complaints(done: Any) -> list[str]:
    """What the command says besides the summary of the review: the small sample is no full concept."""
    return [line for line in done.stderr.splitlines() if "проверка содержания" not in line]


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith("conceptgen-")]


def test_without_libreoffice_one_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    done = render(tmp_path)
    assert done.exit_code == 5
    (said,) = complaints(done)
    assert "нужен LibreOffice" in said
    assert "--toc-pages off" in said
    assert list(tmp_path.iterdir()) == []
    assert libreoffice.version() == ""


@pytest.mark.parametrize("script", ["exit 1", "exit 0", 'echo bad > "$7/document.pdf"'])
def test_a_failing_libreoffice_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    """An error code, no PDF, no PDF worth the name: one line, exit 5, nothing written, nothing left."""
    tools, out = tmp_path / "tools", tmp_path / "out"
    tools.mkdir()
    pretend(monkeypatch, tools, script)
    done = render(out)
    (said,) = complaints(done)
    assert done.exit_code == 5
    assert "LibreOffice не смог посчитать страницы" in said
    assert list(out.iterdir()) == []
    assert left_behind(tools) == []


def test_a_libreoffice_that_hangs_is_stopped_with_all_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretend(monkeypatch, tmp_path, f"(sleep 1; touch {tmp_path}/alive) & wait")
    monkeypatch.setattr(libreoffice, "SECONDS", 0.2)
    began = time.monotonic()
    with pytest.raises(EnvironmentFault, match=re.escape(say("ru", "writing.office_slow", seconds=0))):
        libreoffice.pdf(b"", "ru")
    assert time.monotonic() - began < 1
    time.sleep(max(0.0, began + 1.3 - time.monotonic()))
    assert not (tmp_path / "alive").exists()
    assert left_behind(tmp_path) == []


def test_libreoffice_gets_a_profile_of_its_own_and_no_shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretend(monkeypatch, tmp_path, f'printf "%s\\n" "$@" > {tmp_path}/said; exit 1')
    with pytest.raises(EnvironmentFault):
        libreoffice.pdf(b"", "en")
    said = (tmp_path / "said").read_text().splitlines()
    assert said[0].startswith(f"-env:UserInstallation={tmp_path.as_uri()}/conceptgen-")
    assert "--headless" in said


def test_the_version_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, 'echo "LibreOffice 7.4.7.2  40(Build:2)"; echo')
    assert libreoffice.version() == "LibreOffice 7.4.7.2 40(Build:2)"
