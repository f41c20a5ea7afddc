"""Pages of the Word contents as the layout of the PDF has them, where Word has the same pages."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pypdf
import pytest
from docx_text import archived, contents_pages
from example_document import example

from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Gantt
from conceptgen.document.look import Brand, Look
from conceptgen.document.walk import blocks
from conceptgen.writers import typst
from conceptgen.writers.docx import default_template, write
from conceptgen.writers.docx.body import heights

pytestmark = pytest.mark.laid_out


def test_usually_the_pages_are_those_of_the_pdf() -> None:
    """Each line of the contents leads to the page on which the fast engine prints the heading."""
    told = contents_pages(write(example()))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(typst.write(example()))).pages]
    assert len(told) == 5
    printed = [re.sub(r"\s", "", page) for page in pages]
    assert {
        words for words, page in told.items() if re.sub(r"\s", "", words) not in printed[int(page) - 1]
    } == set()


def test_charts_take_the_room_they_have_in_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word draws its charts itself, higher or lower than the PDF: the pages after them follow from that."""
    usual = contents_pages(write(example()))
    monkeypatch.setattr(heights, "height", lambda *_: 240.0)
    higher = contents_pages(write(example()))
    assert {words for words in usual if int(higher[words]) > int(usual[words])}
    assert all(int(higher[words]) >= int(usual[words]) for words in usual)


def test_a_programme_takes_a_line_for_each_line_of_its_names() -> None:
    """The table of a programme in Word: a row a task, a head for each group, names in lines."""
    chart = next(
        each for each in blocks(example()) if isinstance(each, Chart) and isinstance(each.data, Gantt)
    )
    narrow, wide = heights.height(chart, 60.0), heights.height(chart, 170.0)
    assert 20 < wide < 60
    assert narrow > wide


@pytest.mark.parametrize(
    "look",
    [Look(brand=Brand(text_font="Georgia")), Look(template=default_template())],
    ids=["font", "template"],
)
def test_pages_of_another_make_are_not_guessed(look: Look) -> None:
    """A font or a template of one's own, or the official layout, breaks lines and pages elsewhere."""
    assert "PAGEREF" not in archived(write(example(), look), "word/document.xml")
    official = replace(example(), profile="gost-7.0.97-2025")
    assert "PAGEREF" not in archived(write(official), "word/document.xml")


def test_the_pages_are_the_same_in_another_process() -> None:
    """Whatever its hash seed, so that the file has the same bytes."""
    program = (
        "from hashlib import sha256; from example_document import example; "
        "from conceptgen.writers.docx import write; print(sha256(write(example())).hexdigest())"
    )
    here = sha256(write(example())).hexdigest()
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": str(Path(__file__).parent),
    }
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == here
