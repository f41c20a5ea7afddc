"""What the samples' documents are made of, written down to be read: the trees, and some parts of a Word file.

``pytest tests/test_goldens.py --update-goldens`` writes them anew; the difference is what a change did to documents.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from example_document import example
from lxml import etree
from tree_dump import dump, folded

from conceptgen.composition import compose
from conceptgen.deliverables.kinds import KINDS
from conceptgen.document.blocks import BLOCKS, Document, Part, Photos
from conceptgen.document.walk import blocks, lines, texts
from conceptgen.input import load
from conceptgen.model.project import Project
from conceptgen.resources import samples
from conceptgen.writers import write

pytestmark = pytest.mark.laid_out
GOLDENS = Path(__file__).parent / "goldens"
WHOLE = ("clinic", "hotel")
"""A Russian and an English input with concept and chains; the shortest input has a concept alone."""
RUSSIAN_ALONE = ("progress", "roles", "card")
"""Kinds that are recorded of the Russian input alone; the report also of a small English one."""
DOCUMENTS = [
    *(
        (sample, kind.name, variant)
        for sample in WHOLE
        for kind in KINDS.values()
        for variant in kind.variant_names
        if sample == "clinic" or kind.name not in RUSSIAN_ALONE
    ),
    *(("minimal", "concept", variant) for variant in KINDS["concept"].variant_names),
    *(("laundry", "progress", variant) for variant in KINDS["progress"].variant_names),
]
WORD = "clinic"
PARTS = ("styles", "numbering", "header", "footer", "settings")
FIRST_PAGES = 42
"""So many paragraphs and tables of the body: the cover, the glance, the contents, the first section."""


@cache
def project(sample: str) -> Project:
    loaded = load(samples() / f"{sample}.yaml")
    assert loaded.project is not None
    return loaded.project


@cache
def composed(sample: str, kind: str, variant: str) -> Document:
    return compose(project(sample), kind, variant)


def compare(golden: Path, told: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("sample", "kind", "variant"), DOCUMENTS)
def test_a_document_is_the_one_that_was_read(
    sample: str, kind: str, variant: str, request: pytest.FixtureRequest
) -> None:
    told = dump(composed(sample, kind, variant))
    if kind == "combined":
        told = folded(
            told, {each: dump(composed(sample, *each.split("-"))) for each in ("concept-full", "chain-full")}
        )
    compare(GOLDENS / sample / f"{kind}-{variant}.txt", told, request)


def test_every_document_has_its_golden_and_every_golden_its_document() -> None:
    expected = {GOLDENS / sample / f"{kind}-{variant}.txt" for sample, kind, variant in DOCUMENTS}
    assert set(GOLDENS.glob("*/*.txt")) == expected


def test_a_dump_shows_every_line_and_every_kind_of_block() -> None:
    clinic = composed("clinic", "concept", "full")
    photos = Part(tuple(each for each in blocks(example()) if isinstance(each, Photos)))
    document = replace(clinic, parts=(*clinic.parts, photos))
    told = dump(document)
    runs = [run for block in blocks(document) for content in lines(block) for run in texts(content)]
    assert [run.text for run in runs if run.text.replace("\n", "⏎") not in told] == []
    assert {str(run.origin) for run in runs if run.origin} - set(re.split(r"[,\s]+", told)) == set()
    assert {type(block).__name__ for block in blocks(document)} == {each.__name__ for each in BLOCKS}
    assert all(f"\n{each.__name__}" in told for each in BLOCKS)


@cache
def word_file() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write(composed(WORD, "concept", "full"), "docx")))


def readable(part: etree._Element) -> str:
    """XML with an element a line."""
    etree.cleanup_namespaces(part)
    etree.indent(part)
    return etree.tostring(part, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_a_word_file_is_the_one_that_was_read(name: str, request: pytest.FixtureRequest) -> None:
    told = readable(etree.fromstring(word_file().read(f"word/{name}.xml")))
    compare(GOLDENS / "word" / f"{name}.xml", told, request)


def test_the_first_pages_of_a_word_file_are_those_that_were_read(request: pytest.FixtureRequest) -> None:
    root = etree.fromstring(word_file().read("word/document.xml"))
    (body,) = root
    for each in body[FIRST_PAGES:-1]:
        body.remove(each)
    compare(GOLDENS / "word" / "document.xml", readable(root), request)
