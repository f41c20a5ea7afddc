"""Editions are compared by the documents themselves: by the input inside, or by the one the build keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx_invariants import faults

from conceptgen.batch.editions import source_of
from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.look import Attachment, Look
from conceptgen.errors import RequestError
from conceptgen.exchange.source import source_inside
from conceptgen.input import load_bytes
from conceptgen.writers import write

INPUT = """\
schema: conceptgen/1
document: {title: Сервис пекарни, date: 2026-12-01, version: "1.0", status: approved}
organization: {name: Пекарня «Колосок»}
concept: {purpose: Покупатель уходит с горячим хлебом.}
"""
NEW = INPUT.replace("с горячим", "со свежим").replace('"1.0"', '"1.1"')
CHANGED = "было «Покупатель уходит с горячим хлебом.», стало «Покупатель уходит со свежим хлебом.»"


def run(*words: str) -> Result:
    return CliRunner().invoke(Program(), list(words), env={"LC_ALL": "ru_RU.UTF-8"})


def edition(format: str, text: str = INPUT) -> bytes:
    project = load_bytes(text.encode(), "хлеб.yaml").project
    assert project is not None
    look = Look(source=Attachment("хлеб.yaml", text.encode()))
    return write(compose(project, variant="short"), format, look)


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_an_edition_that_carries_its_input_is_compared_by_it(format: str, tmp_path: Path) -> None:
    old, new = tmp_path / f"прежняя.{format}", tmp_path / "хлеб.yaml"
    old.write_bytes(edition(format))
    new.write_text(NEW, encoding="utf-8")
    done = run("compare", str(old), str(new))
    assert (done.exit_code, done.stderr) == (0, "")
    assert CHANGED in done.output


def test_a_word_file_with_its_input_is_whole_and_the_same_twice() -> None:
    data = edition("docx")
    assert faults(data) == []
    assert data == edition("docx")
    found = source_inside(data, "хлеб.docx", "ru")
    assert found == Attachment("хлеб.yaml", INPUT.encode())


def test_a_document_whose_input_nobody_knows_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "чужой.docx"
    project = load_bytes(INPUT.encode(), "хлеб.yaml").project
    assert project is not None
    file.write_bytes(write(compose(project, variant="short"), "docx"))
    done = run("compare", str(file), str(file))
    assert done.exit_code != 0
    assert done.stderr.count("\n") == 1
    assert "назовите сам файл с данными" in done.stderr
    with pytest.raises(RequestError, match="повреждён"):
        source_inside(b"%PDF-1.7 nothing", "плохой.pdf", "ru")


@pytest.mark.processes
def test_the_build_keeps_the_input_of_an_approved_edition(tmp_path: Path) -> None:
    source, out = tmp_path / "хлеб.yaml", tmp_path / "out"
    source.write_text(INPUT, encoding="utf-8")
    done = run("build", str(source), "-o", str(out), "--allow-gaps")
    made = next(out.glob("*.docx"))
    assert source_of(made, "ru") == INPUT.encode(), done.output
    assert source_of(tmp_path / "нет.docx", "ru") is None
    source.write_text(NEW, encoding="utf-8")
    done = run("compare", str(made), str(source))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "стало «Покупатель уходит" in done.output
