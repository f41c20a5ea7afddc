"""What all tests share: the switch ``--update-goldens``, and one PDF of each document of a sample for all workers.

``pytest --update-goldens`` writes the golden files anew; look at the difference before committing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from conceptgen.composition import compose
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers import write

SamplePdf = Callable[..., bytes]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def sample_pdf(tmp_path_factory: pytest.TempPathFactory) -> SamplePdf:
    """The PDF of a document of a sample, made once in a run: ``sample_pdf("clinic", "chain", "short")``."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

    def made(name: str, kind: str = "concept", variant: str = "full", chain: str = "") -> bytes:
        file = Path(shared, f"{name}-{kind}-{variant}-{chain}.pdf")
        with FileLock(f"{file}.lock"):
            if not file.exists():
                project = load(samples() / f"{name}.yaml").project
                assert project is not None
                whole = file.with_suffix(".part")
                whole.write_bytes(write(compose(project, kind, variant, chain=chain), "pdf"))
                whole.rename(file)
        return file.read_bytes()

    return made


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test has put in the place of a function is there in the process that writes, too: it is a fork."""
    monkeypatch.delitem(sys.modules, "typst", raising=False)
