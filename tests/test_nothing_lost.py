"""Every text of the input is in the full documents, in the tree and in each format."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from as_typed import read_aloud, signs_aside
from conftest import SampleFile
from docx_text import body_text as docx_text
from filler import Filler
from html_text import body_text as html_text
from made import NAMES, composed, project

from conceptgen.composition import compose
from conceptgen.composition.edition import known_on, own_day
from conceptgen.composition.printable_values import printable_values
from conceptgen.composition.sections.unprinted import CHAPTERS
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.blocks import Document
from conceptgen.input import load
from conceptgen.languages.declension.ru import inflected
from conceptgen.model.project import Project

NEVER_PRINTED = ("note", "psychotype_note", "contact")
HEADER = ("document.short_title",)


@pytest.fixture(scope="module")
def filled() -> tuple[Filler, Project, Document]:
    """An input with every field of the model, and its full concept."""
    filler = Filler()
    data = json.dumps(filler.project(), ensure_ascii=False).encode()
    loaded = load(_typed(data), "filled.json")
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return filler, loaded.project, compose(loaded.project)


def _typed(data: bytes) -> bytes:
    return data.replace(b'"true"', b"true")


def _bare(text: str) -> str:
    typed = signs_aside(unicodedata.normalize("NFC", text).replace("**", ""))
    return "".join(typed.split()).casefold()


def test_the_filler_leaves_no_chapter_out(filled: tuple[Filler, Project, Document]) -> None:
    """The test below looks at something: every chapter has texts, hundreds in all."""
    filler, _, _ = filled
    assert {path.split(".")[0].split("[")[0] for path in filler.texts} >= set(CHAPTERS)
    assert len(filler.texts) > 350


def test_every_field_of_the_model_is_printed(filled: tuple[Filler, Project, Document]) -> None:
    """Each text of a chapter the concept prints stands in it, but for notes, contacts and psychological remarks."""
    filler, _, document = filled
    said = "\n".join(read_aloud(document)).casefold()
    lost = [
        path
        for path, text in filler.texts.items()
        if text.casefold() not in said and _is_printable(path) and path not in HEADER
    ]
    assert lost == []
    assert filler.texts["document.short_title"] == document.running


def test_every_text_of_a_report_is_printed(filled: tuple[Filler, Project, Document]) -> None:
    """In its full document, but for notes."""
    filler, given, _ = filled
    said = "\n".join(read_aloud(compose(given, "progress", "full"))).casefold()
    texts = {path: text for path, text in filler.texts.items() if path.startswith("progress")}
    assert len(texts) > 20
    assert [p for p, text in texts.items() if text.casefold() not in said and not p.endswith("note")] == []


def test_what_is_never_printed_is_not(filled: tuple[Filler, Project, Document]) -> None:
    """Notes, contacts of people and psychological remarks appear nowhere."""
    filler, _, document = filled
    said = "\n".join(read_aloud(document))
    hidden = [p for p in filler.texts if p.split(".")[-1] in NEVER_PRINTED and p != "document.contact"]
    assert len(hidden) > 50
    assert [path for path in hidden if filler.texts[path] in said] == []


def test_figures_and_dates_of_the_model_are_printed(filled: tuple[Filler, Project, Document]) -> None:
    """Nothing but the annex of other data catches what has no place of its own, and it catches all."""
    _, project, document = filled
    assert sum(1 for _ in printable_values(project, CHAPTERS)) > 500
    assert any(
        block.number and "Прочие" in str(block)
        for part in document.parts
        for block in part.blocks
        if hasattr(block, "number")
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format", ["tree", "docx", "html"])
def test_every_text_of_a_sample_is_printed(name: str, format: str, sample_file: SampleFile) -> None:
    """Each text of each sample is found in the tree, in Word and in HTML."""
    given = known_then(name)
    documents: list[tuple[str, ...]] = [("concept", "full")] if given.concept else []
    documents += [("chain", "full", each.id or "") for each in given.chains]
    speakers: dict[str, Callable[..., list[str]]] = {
        "tree": lambda *document: read_aloud(composed(name, *document)),
        "docx": lambda *document: docx_text(sample_file("docx", name, *document)),
        "html": lambda *document: html_text(sample_file("html", name, *document)),
    }
    said = [line for document in documents for line in speakers[format](*document)]
    assert missing_texts(given, said) == []


def known_then(name: str) -> Project:
    """A sample as its documents know it: an approved one tells nothing later than its date."""
    given = project(name)
    return known_on(given, own_day(given)) if given.document.status in FINAL else given


def missing_texts(project: Project, lines: list[str]) -> list[str]:
    """The addresses of the texts of a project that these lines do not say."""
    said = _bare("".join(lines))
    texts = [leaf for leaf in printable_values(project, (*CHAPTERS, "chains")) if leaf.text]
    assert len(texts) > 5
    return [
        str(leaf.origin)
        for leaf in texts
        if str(leaf.origin) not in HEADER
        and any(not _is_said(line.lstrip("-•* "), said) for line in leaf.text.splitlines())
    ]


def _is_said(text: str, said: str) -> bool:
    """As it is written, or in the case a sentence needs."""
    if _bare(text) in said:
        return True
    return any(_bare(form) in said for form in (inflected(text, "gen"), inflected(text, "ins")) if form)


def _is_printable(path: str) -> bool:
    if path.split(".")[0].split("[")[0] not in CHAPTERS:
        return False
    if "name_forms" in path:
        return False
    last = path.split(".")[-1].split("[")[0]
    return last not in NEVER_PRINTED or path == "document.contact"
