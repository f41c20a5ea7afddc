"""The same document says the same in every format, and is the same bytes each time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import docx_text
import html_text
import pytest
from pypdf import PdfReader

from conceptgen.compose import compose
from conceptgen.document.blocks import Document
from conceptgen.load import load
from conceptgen.resources import samples
from conceptgen.write import write

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
def test_pdf_says_what_the_tree_says(name: str) -> None:
    """Every line of the tree stands on the pages; hyphens, spaces and page furniture aside."""
    document = full(name)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(write(document, "pdf"))).pages]
    said = _bare("".join(_body(page, document) for page in pages))
    lines = [_bare(piece) for piece in html_text.expected_pieces(document)]
    assert len(lines) > 20
    whole = [line for line in lines if line not in said]
    # A line that runs over a page is cut by that page's footnotes: its first and last words must still be there.
    assert [line for line in whole if line[:25] not in said or line[-25:] not in said] == []
    assert len(whole) <= len(pages)


def _body(page: str, document: Document) -> str:
    lines = [line for line in page.splitlines() if line.strip() not in (document.running, document.draft)]
    return "\n".join(lines[:-1] if lines and lines[-1].strip().isdigit() else lines)


def _bare(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("-", "").replace("‐", "").split())


PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from conceptgen.load import load
from conceptgen.compose import compose
from conceptgen.write import write
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
