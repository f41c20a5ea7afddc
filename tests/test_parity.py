"""The same document says the same in every format, and is the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import docx_text
import html_text
import pdf_text
import pytest
from conftest import SamplePdf

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers import write

SAMPLES = sorted(path.stem for path in samples().glob("*.yaml"))


def documents(name: str) -> list[Document]:
    """Every document of a sample that fits it: the concept in its variants, each chain short and full."""
    project = load(samples() / f"{name}.yaml").project
    assert project is not None
    made = [compose(project, "concept", v) for v in ("page", "short", "full") if project.concept]
    made += [
        compose(project, "chain", v, chain=c.id or "") for c in project.chains for v in ("short", "full")
    ]
    return made


def full(name: str) -> Document:
    """The full concept of a sample."""
    project = load(samples() / f"{name}.yaml").project
    assert project is not None
    return compose(project)


@pytest.mark.parametrize("name", SAMPLES)
def test_word_says_what_the_tree_says(name: str) -> None:
    """Line by line, in order, footnotes last."""
    for document in documents(name):
        assert docx_text.body_text(write(document, "docx")) == docx_text.expected_text(document)


@pytest.mark.parametrize("name", SAMPLES)
def test_html_says_what_the_tree_says(name: str) -> None:
    """Line by line, in order, footnotes last."""
    for document in documents(name):
        assert html_text.body_text(write(document, "html")) == html_text.expected_text(document)


@pytest.mark.parametrize("name", ["clinic", "minimal"])
def test_pdf_says_what_the_tree_says(name: str, sample_pdf: SamplePdf) -> None:
    """Every line of the tree stands on the pages; hyphens, spaces and page furniture aside."""
    document = full(name)
    assert len(html_text.expected_pieces(document)) > 20
    assert pdf_text.unsaid(document, sample_pdf(name)) == []


PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from conceptgen.input import load
from conceptgen.composition import compose
from conceptgen.writers import write
document = compose(load(Path(sys.argv[1])).project)
print(*(sha256(write(document, format)).hexdigest() for format in sys.argv[2:]))
"""


@pytest.mark.parametrize(
    ("name", "formats"), [("clinic", ("docx", "html")), ("minimal", ("docx", "html", "pdf"))]
)
def test_same_input_same_bytes(name: str, formats: tuple[str, ...], tmp_path: Path) -> None:
    """In another process, folder, time zone, locale and hash seed the bytes are the same."""
    source = samples() / f"{name}.yaml"
    document = full(name)
    here = [sha256(write(document, format)).hexdigest() for format in formats]
    other = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(source), *formats],
        cwd=tmp_path, env=other, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.split() == here
