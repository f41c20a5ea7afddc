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
from conftest import SampleFile
from made import NAMES, composed, project

from conceptgen.resources import samples


def documents(name: str) -> list[tuple[str, ...]]:
    """Every document of a sample that fits it: the concept in its variants, each chain short, full, its map."""
    given = project(name)
    made: list[tuple[str, ...]] = [("concept", each) for each in ("page", "short", "full") if given.concept]
    return made + [
        ("chain", each, chain.id or "") for chain in given.chains for each in ("map", "short", "full")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_word_says_what_the_tree_says(name: str, sample_file: SampleFile) -> None:
    """Line by line, in order, footnotes last."""
    for each in documents(name):
        assert docx_text.body_text(sample_file("docx", name, *each)) == docx_text.expected_text(
            composed(name, *each)
        )


@pytest.mark.parametrize("name", NAMES)
def test_html_says_what_the_tree_says(name: str, sample_file: SampleFile) -> None:
    """Line by line, in order, footnotes last."""
    for each in documents(name):
        assert html_text.body_text(sample_file("html", name, *each)) == html_text.expected_text(
            composed(name, *each)
        )


@pytest.mark.parametrize("name", ["clinic", "minimal"])
def test_pdf_says_what_the_tree_says(name: str, sample_pdf: SampleFile) -> None:
    """Every line of the tree stands on the pages; hyphens, spaces and page furniture aside."""
    document = composed(name)
    assert len(html_text.expected_pieces(document)) > 20
    assert pdf_text.unsaid(document, sample_pdf(name)) == []


PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from conceptgen.input import load
from conceptgen.composition import compose
from conceptgen.document.look import Look
from conceptgen.writers import write
document, look = compose(load(Path(sys.argv[1])).project), Look(contents_pages="off")
print(*(sha256(write(document, format, look)).hexdigest() for format in sys.argv[2:]))
"""


@pytest.mark.parametrize(
    ("name", "formats"), [("clinic", ("docx", "html")), ("minimal", ("docx", "html", "pdf"))]
)
def test_same_input_same_bytes(
    name: str, formats: tuple[str, ...], tmp_path: Path, sample_file: SampleFile
) -> None:
    """In another process, folder, time zone, locale and hash seed the bytes are the same."""
    source = samples() / f"{name}.yaml"
    here = [sha256(sample_file(format, name)).hexdigest() for format in formats]
    other = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(source), *formats],
        cwd=tmp_path, env=other, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.split() == here
