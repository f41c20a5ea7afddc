"""What all tests share: the switch ``--update-goldens``, and one file of each document of a sample for all workers.

``pytest --update-goldens`` writes the golden files anew; look at the difference before committing.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from in_process import Here
from made import composed, write_once

from conceptgen import pipeline
from conceptgen.batch import pool, run
from conceptgen.document.look import Look
from conceptgen.writers import write
from conceptgen.writers.docx import page_numbers

SampleFile = Callable[..., bytes]
UNCOUNTED = Look(contents_pages="off")

# As the program itself does: what tests keep is not to be searched for garbage at every step.
gc.set_threshold(100_000, 50, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def _in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands write their documents here, but in tests of processes: a new one loads everything anew.

    Nor is a Word file laid out to tell the pages of its contents, but in tests of that.
    """
    if "processes" not in request.keywords:
        monkeypatch.setattr(pool, "Pool", Here)
        monkeypatch.setattr(run, "Pool", Here)
    if "laid_out" not in request.keywords:
        monkeypatch.setattr(page_numbers, "is_laid_out_alike", lambda *_: False)


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test pulls the plug: to wait for the disk would be the better part of many a test."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> SampleFile:
    """A document of a sample, written once in a run: ``sample_file("docx", "clinic", "chain", "short")``."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

    def made(format: str, name: str, kind: str = "concept", variant: str = "full", chain: str = "") -> bytes:
        file = Path(shared, f"{name}-{kind}-{variant}-{chain}.{format}")
        with FileLock(f"{file}.lock"):
            if not file.exists():
                whole = file.with_suffix(".part")
                whole.write_bytes(write(composed(name, kind, variant, chain), format, UNCOUNTED))
                whole.rename(file)
        return file.read_bytes()

    return made


@pytest.fixture(scope="session")
def sample_pdf(sample_file: SampleFile) -> SampleFile:
    """The PDF of a document of a sample: ``sample_pdf("clinic", "chain", "short")``."""
    return partial(sample_file, "pdf")


@pytest.fixture
def written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that a test of this process has written before is not written again: its bytes would be the same.

    For tests of what happens around writing: of builds, folders, commands.
    """
    monkeypatch.setattr(pipeline, "write", write_once)
