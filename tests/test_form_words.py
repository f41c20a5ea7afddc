"""Advice names a field by its label, and beside it as the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from cases import patched

from conceptgen.input import load_bytes
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.languages.form_words import in_words_of_the_form
from conceptgen.model.base import Model
from conceptgen.model.project import Project
from conceptgen.model.walk import models_in
from conceptgen.rulebook import review
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.rules import rules
from conceptgen.rulebook.words import rule_words


def keys() -> set[str]:
    seen: set[type[Model]] = set()
    todo: list[type[Model]] = [Project]
    while todo:
        model = todo.pop()
        if model not in seen:
            seen.add(model)
            todo += [held for info in model.model_fields.values() for held in models_in(info.annotation)]
    return {info.alias or name for model in seen for name, info in model.model_fields.items()}


def hints(language: str) -> Iterator[tuple[str, str]]:
    for rule in rules():
        said = rule_words(language)[rule.code]["hint"]
        yield from ((rule.code, each) for each in (said.values() if isinstance(said, dict) else [said]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_in_a_hint_is_marked_and_is_a_field(language: str) -> None:
    known = keys() | {"from", "to", "date", "as_written"}  # of a date
    for code, hint in hints(language):
        for field in re.findall(r"<([^>:]+)", hint):
            assert field.rpartition(".")[2] in known, (code, field)
        if language == "ru":
            rest = re.sub(r"<[^>]*>|\([^)]*\)|\{+.*\}+|\[[^]]*\]", " ", hint)
            bare = {each for each in re.findall(r"(?<![\w.-])[a-z_]+(?![\w.:-])", rest) if each in known}
            # The last two are a way to count and a command, too.
            assert bare - {"unknown", "id", "median", "rules"} == set(), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_name_the_same_fields(language: str) -> None:
    marked = [sorted(re.findall(r"<([^>:]+)", hint)) for _, hint in hints(language)]
    russian = [sorted(re.findall(r"<([^>:]+)", hint)) for _, hint in hints("ru")]
    assert sum(a == b for a, b in zip(marked, russian, strict=True)) >= len(russian) - 2


@pytest.mark.parametrize(
    ("patch", "code", "words"),
    [
        (
            {"concept.goals[g_wait].exceeds_expectation": None},
            "A-GOL-01",
            "«Чем превосходим ожидания» (exceeds_expectation)",
        ),
        ({"concept.indicators[i_wait].targets": [{"at_most": 5}]}, "E-IND-01", "(target_kind: norm)"),
        ({"document.approval": None, "document.status": "approved"}, "E-DOC-04", "(status: draft)"),
    ],
)  # fmt: skip
def test_a_finding_is_mended_in_words_of_the_form(patch: dict[str, object], code: str, words: str) -> None:
    nothing = {key: "null" if value is None else value for key, value in patch.items()}
    told = [each.hint for each in review(load_bytes(patched(nothing), "a.yaml")) if each.code == code]
    assert told
    assert words in told[0]
    assert "<" not in told[0]


def test_a_label_is_that_of_the_part() -> None:
    assert in_words_of_the_form("<owner>", "ru", ("Touchpoint",)) == "«Владелец точки» (owner)"
    assert in_words_of_the_form("write <status: done>", "en", ("Action",)) == "write “State” (status: done)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_rules_say_the_same(language: str) -> None:
    for entry in catalogue(language).values():
        if entry.rule:
            assert not [each for each in entry.hints if re.search(r"<[a-z_.]+", each)]


def of_loading(language: str) -> Iterator[tuple[str, str]]:
    for code, said in vocabulary(language)["validation"].items():
        yield from ((f"{code}.{key}", text) for key, text in said.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_loading_names_fields_in_words_of_the_form_too(language: str) -> None:
    """A field is marked, so that its label stands before it; a line that is to be pasted stands in quotes."""
    known = keys() | {"from", "to", "date", "as_written"}  # of a date
    for code, text in of_loading(language):
        for field in re.findall(r"<([A-Za-z_.]+)", text):
            assert field.rpartition(".")[2] in known, (code, field)
        if language == "ru":
            rest = re.sub(r"<[^>]*>|\{\{.*\}\}|«[^»]*: [^»]*»|unknown: |\{[a-z_]+\}", " ", text)
            bare = {each for each in re.findall(r"(?<![\w.-])[a-z_]+(?![\w.:-])", rest) if each in known}
            assert bare - {"id", "unknown"} == set(), (code, bare)


@pytest.mark.parametrize(
    ("body", "message", "hint"),
    [
        ("document: {title: Т, date: 2027, status: чисто}", "Для поля «Статус документа» (status)", "«проект» (draft)"),
        ("document: {title: [Т], date: 2027-05-02}", "В поле «Наименование документа» (title) ожидается текст", ""),
        ("document: {date: 2027-05-02}", "обязательное поле «Наименование документа» (title)", "«title: …»"),
        ("document: {title: Т, date: 2027-05-02, aproval: {}}", "«aproval»", "«Утверждение» (approval)"),
        ("document: {title: Т, date: скоро}", "«скоро» в поле «Дата документа» (date)", ""),
        ("document: {title: Т, date: 2027, approval: Иванов}", "«Утверждение» (approval)", "«Должность» (position)"),
        ("document: {title: Т, date: 2027-05-02, <b>: 1}", "«<b>»", ""),
    ],
)  # fmt: skip
def test_a_refusal_of_loading_is_mended_in_words_of_the_form(body: str, message: str, hint: str) -> None:
    text = f"schema: conceptgen/1\n{body}\norganization: {{name: О}}\nconcept: {{purpose: П}}\n"
    (told,) = load_bytes(text.encode(), "a.yaml").findings
    assert message in told.message
    assert hint in told.hint
