"""A document may be of an unknown date, or of a period: it is printed as such, and nothing is compared by guess."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from conceptgen.composition import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, names
from conceptgen.rulebook import review
from conceptgen.writers import write

BASE = """schema: conceptgen/1
document: {title: Сервис, date: DATE, language: LANGUAGE}
organization: {name: Пекарня «Опыт», roles: [{id: h, name: Руководитель}]}
concept:
  purpose: Проба.
  current_state:
    causes:
      - {finding: f, first_step: {text: Печь раньше, date: STEP}, root_cause: Печь мала}
    findings: [{id: f, text: Булки остыли}]
deliverables: [{document: concept, variant: full}]
"""


def project(date: str, language: str = "ru", step: str = "2027-03-01") -> Project:
    loaded = load_bytes(text(date, language, step), "a.yaml")
    assert loaded.project, loaded.findings
    return loaded.project


def text(date: str, language: str = "ru", step: str = "2027-03-01") -> bytes:
    return BASE.replace("DATE", date).replace("LANGUAGE", language).replace("STEP", step).encode()


def said(made: Project, variant: str = "full") -> str:
    return "\n".join(plain_text(compose(made, "concept", variant))).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("date", "language", "words", "year", "name"),
    [
        ("unknown", "ru", "Проект, дата: нет данных", "", "без-даты"),
        ("unknown", "en", "Draft, date: no data", "", "undated"),
        ("{unknown: not_in_source}", "ru", "дата: нет данных (нет в источнике)", "", "без-даты"),
        ("2027", "ru", "Проект, 2027 г.", "2027", "2027"),
        ("2027-05", "ru", "Проект, май 2027 г.", "2027", "2027-05"),
        ("2027-Q2", "en", "Draft, Q2 2027", "2027", "2027-Q2"),
        ("2027-H1", "ru", "Проект, I полугодие 2027 г.", "2027", "2027-H1"),
        ("{from: 2026-11, to: 2027-02}", "ru", "ноябрь 2026 г. — февраль 2027 г.", "2026–2027", "2026-11_2027-02"),
        ("{date: 2027-05, as_written: весна 2027 года}", "ru", "весна 2027 года", "2027", "2027-05"),
    ],
)  # fmt: skip
def test_it_is_printed_and_named_as_it_is_known(
    date: str, language: str, words: str, year: str, name: str
) -> None:
    made = project(date, language)
    lines = said(made).splitlines()
    assert any(words in line for line in lines[:4])
    assert (year in lines[:5]) == bool(year)
    wished = RenderRequest(("concept",), ("full",), ("html",), file_name="{stem}-{version}")
    assert list(names(made, "a", wished)) == [f"a-{name}.html"]


@pytest.mark.parametrize("format", ["docx", "html"])
def test_a_document_without_a_date_has_the_same_bytes_every_day(format: str) -> None:
    document = compose(project("unknown"), "concept", "full")
    once, again = (write(document, format) for _ in range(2))
    assert once == again
    if format == "docx":
        core = zipfile.ZipFile(io.BytesIO(once)).read("docProps/core.xml").decode()
        assert re.findall(r"created[^>]*>([^<]+)<", core) == ["1980-01-01T00:00:00Z"]


@pytest.mark.parametrize(
    ("date", "step", "is_past"),
    [
        ("2027-03-02", "2027-03-01", True),
        ("2027-03", "2027-02-28", True),
        ("2027-03", "2027-03-01", False),
        ("2027", "2027-03-01", False),
        ("unknown", "2020-01-01", False),
    ],
)
def test_a_step_is_past_only_beyond_doubt(date: str, step: str, is_past: bool) -> None:
    codes = [each.code for each in review(load_bytes(text(date, step=step), "a.yaml"))]
    assert ("W-CAU-04" in codes) == is_past
    assert ("Печь раньше" in said(project(date, step=step), "short")) == (not is_past)


def test_an_approved_edition_without_a_date_keeps_every_measurement() -> None:
    measured = "  indicators: [{name: Тёплые, unit: pct, measurements: [{date: 2030, value: 41}]}]\n"
    for date, is_kept in (("unknown", True), ("2027", False)):
        source = text(date).decode().replace("deliverables", f"{measured}deliverables")
        loaded = load_bytes(source.replace("language", "status: approved, language").encode(), "a.yaml")
        assert loaded.project, loaded.findings
        assert ("41" in said(loaded.project)) == is_kept


def test_the_review_says_that_the_date_is_not_known() -> None:
    def told(date: str) -> list[str]:
        return [str(each) for each in review(load_bytes(text(date), "a.yaml")) if each.code == "W-DOC-11"]

    (finding,) = told("unknown")
    assert "дата документа" in finding
    assert told("{unknown: {reason: tbd, resolve_by: 2027-05}}") == told("2027") == []
