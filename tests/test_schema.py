"""The editor's schema and the words of the languages: fresh, complete, and of one mind with the models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from conceptgen.input import load_bytes
from conceptgen.input.text.nodes import Scalar
from conceptgen.input.text.read import read
from conceptgen.languages import LANGUAGES, USUAL, vocabulary
from conceptgen.model.base import Model
from conceptgen.model.project import Project
from conceptgen.model.schema import (
    brand_schema,
    json_schema,
    json_schema_text,
    words_of_field,
    words_of_model,
)

ROOT = Path(__file__).parents[1]
BRAND_FILE = ROOT / "schemas" / "brand.schema.json"
FILE = ROOT / "schemas" / "conceptgen.schema.json"
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
WRITE = "python -m conceptgen.model.schema > schemas/conceptgen.schema.json"
SHAPES = {"When", "Text", "Party", "DateOrUnknown", "UnitOrUnknown"}
CYRILLIC, LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
PLURALS = {"zero", "one", "two", "few", "many", "other"}

EXAMPLE = """
schema: conceptgen/1
document:
  title: Как мы принимаем велосипед в ремонт
  date: 2026-03-02
  version: 1.10
  status: проект
  audience: сотрудники
  scope: {included: Мастерская, excluded: [Прокат, Продажа]}
  review_cycle: {value: 6, unit: month}
  revisions: [{version: 1.9, date: 2026, text: первая запись}]
organization:
  name: Веломастерская «Спица»
  legal_name: {unknown: {reason: not_in_source, resolve_by: 2026-Q2, owner: master}}
  customer_types: b2c
  facts: [сами чиним с 2011 года, {text: заказов за сезон, value: 1240, date: {from: 2025-04, to: 2025-09}}]
  segments: [Курьеры, {name: Родители, share_pct: 30, expectations: [{text: к субботе, from: promise}]}]
  channels: {id: counter, name: Стойка, kind: лично}
  people:
  roles:
    - Кладовщик
    - id: master
      name: Мастер-приёмщик
      client_facing: да
      headcount: {current: 1, required: "1,5"}
      profile: {knowledge: знает узлы, attitudes: [{text: слушает до конца, level: must, check: observation}]}
custom_components: [{id: parts, name: Запчасти}]
sources: [{id: s_book, name: Тетрадь приёмки, kind: other, date: 2025}]
concept:
  principles: [Срок называем сразу.]
  current_state:
    components: {parts: Ждём по неделе., staff: null}
    scale: {min: 0, max: 5, low_threshold: 3, anchors: {0: никогда, 5: всегда}}
    rounds: [{id: spring, date: {date: 2026-02, as_written: в конце зимы}, method: экспертная оценка}]
    criteria:
      - id: c_term
        component: parts
        name: Срок выдержан
        weight: 40
        scores: [{round: spring, value: 2, evidence: 4 заказа из 10, source: {id: s_book, at: с. 3}}]
      - {component: staff, name: Разговор, postponed: до лета, scores: {round: spring, unknown: not_measured}}
    causes: [{criterion: c_term, onset: always, factors: склад, time_to_level: 2026-Q3, responsible: unknown}]
    findings:
      - Квитанцию теряют.
      - {text: О готовности не сообщают., severity: 4, frequency: {fraction: [3, 10]}, problem_zones: pz05}
  goals: [{id: g_term, text: Велосипед готов в названный день., horizon: неизвестно, tasks: Считать запас.}]
  programme:
    start: 2026-04-01
    budget: {min: 50000, max: 80000, currency: RUB, year: 2026}
    actions: [{id: a_stock, name: Запас, goals: g_term, owner: master, deadline: 2026-05, executors: master}]
  indicators:
    - name: Заказы в срок
      goals: g_term
      unit: "%"
      baseline: {about: 60, date: 2025}
      targets: [{at_least: 85, due: 2026-12}, {change: {up_by: {min: 5, max: 10}, unit: pp, from: год назад}}]
      alert: {less_than: 50}
chains:
  name: Путь велосипеда
  skipped_levels: element
  stages:
    - name: Приёмка
      duration: {duration: PT15M}
      emotion: [{round: spring, value: 3}, {target: 5}]
      zones:
        - id: desk
          name: Стойка
          touchpoints:
            - Квитанция
            - {name: Разговор о сроке, frontstage: {now: обещаем, to_be: считаем}, standard: срок письменно}
    - {name: Выдача, zones: [{zone: desk, touchpoints: Проверка при клиенте}]}
settings: {percent: closed, fiscal_year_start: 4}
review: {allow: {rule: W-ACT-02, reason: сезон}}
deliverables: [{document: концепция, variant: [short, full], format: docx}]
"""


class _EditorLoader(yaml.SafeLoader):
    """YAML as an editor types it: numbers and booleans are such, dates stay texts."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _as_editor(data: bytes) -> Any:
    # JSON has no other keys than texts: an editor compares them as such.
    return json.loads(json.dumps(yaml.load(data, _EditorLoader)))


def _as_reader(data: bytes) -> Any:
    tree, _ = read(data, "input.yaml")
    return _plain(tree)


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(each) for each in node]
    return None if isinstance(node, Scalar) and node.is_null else node


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def _refusals(value: Any) -> list[str]:
    errors = _validator().iter_errors(value)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def _described(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property and definition with its path."""
    if isinstance(node, dict):
        for section in ("properties", "$defs"):
            yield from ((f"{path}/{name}", each) for name, each in node.get(section, {}).items())
        for key, value in node.items():
            yield from _described(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _described(value, f"{path}/{index}")


def _models(kind: Any = Project, found: dict[type[Model], None] | None = None) -> dict[type[Model], None]:
    """Every model that may stand in an input."""
    found = {} if found is None else found
    if isinstance(kind, type) and issubclass(kind, Model) and kind not in found:
        found[kind] = None
        for info in kind.model_fields.values():
            _models(info.annotation, found)
    for part in get_args(kind):
        _models(part, found)
    return found


FIELDS = [(model.__name__, name) for model in _models() for name in model.model_fields]


def test_the_schema_file_is_fresh() -> None:
    """Whoever changes a model or a word is told how to write the file anew."""
    assert FILE.read_text(encoding="utf-8") == json_schema_text(), f"stale schema; run: {WRITE}"


def test_the_schema_of_brands_is_fresh_and_takes_the_samples() -> None:
    assert BRAND_FILE.read_text(encoding="utf-8") == json_schema_text("brand"), (
        "stale schema; run: make schema"
    )
    check = Draft202012Validator(brand_schema())
    for file in (ROOT / "samples" / "brands").glob("*/brand.yaml"):
        assert list(check.iter_errors(yaml.safe_load(file.read_text(encoding="utf-8")))) == []
    assert not check.is_valid({"firm": "Ф", "colors": {"accent": "red"}})


def test_the_schema_is_a_schema() -> None:
    """It says which draft it follows and follows it."""
    Draft202012Validator.check_schema(json_schema())


def test_every_part_of_the_schema_speaks_russian() -> None:
    """A tooltip never shows an English word of the program alone."""
    silent = [
        path
        for path, part in _described(json_schema())
        if not all(CYRILLIC.search(str(part.get(word, ""))) for word in ("title", "description"))
    ]
    assert silent == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("view", [_as_editor, _as_reader])
def test_samples_are_valid(sample: Path, view: Any) -> None:
    """No sample is underlined in an editor, and the file as read is valid, too."""
    assert _refusals(view(sample.read_bytes())) == []


def test_every_form_the_program_takes_is_valid() -> None:
    """Short forms, labels, plain numbers in texts, empty values: what loads is not underlined."""
    data = EXAMPLE.encode()
    refused = [f"{finding.line}: {finding.message}" for finding in load_bytes(data, "input.yaml").findings
               if finding.code.startswith("E")]  # fmt: skip
    assert refused == []
    assert _refusals(_as_editor(data)) == []
    assert _refusals(_as_reader(data)) == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("document:", "documents: {}\ndocument:"),
        ("share_pct: 30", "share: 30"),
        ("weight: 40", "weight: 140"),
        ("weight: 40", "weight: много"),
        ("status: проект", "status: готово"),
        ("date: 2026-03-02", "date: 02/03/2026"),
        ("horizon: неизвестно", "horizon: скоро"),
        ("unit: pp,", "units: pp,"),
        ("id: desk", "id: Стойка"),
        ("now: обещаем", "today: обещаем"),
    ],
)
def test_what_the_program_refuses_is_underlined(was: str, becomes: str) -> None:
    """A wrong key, a value off its list, a date or number in a wrong form."""
    assert was in EXAMPLE
    wrong = EXAMPLE.replace(was, becomes, 1).encode()
    assert load_bytes(wrong, "input.yaml").project is None
    assert _refusals(_as_editor(wrong)) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_and_model_has_words(language: str) -> None:
    """A label that can stand at a row, and one sentence for the tooltip."""
    said = [words_of_field(model, name, language) for model, name in FIELDS]
    said += [
        words_of_model(model.__module__.rpartition(".")[2], model.__name__, language) for model in _models()
    ]
    bad = [
        (label, text)
        for label, text in said
        if not (label[:1].isupper() and not label.endswith(".") and text.endswith(".") and "|" not in text)
    ]
    assert bad == []


def test_russian_labels_have_no_latin_letters() -> None:
    """Labels are printed in Russian documents."""
    words = vocabulary("ru")
    entries = [*words["fields"].values(), *words["models"].values()]
    assert [entry for entry in entries if LATIN.search(entry.split(" | ")[0])] == []


def test_no_label_is_unused() -> None:
    """A label of a field that is gone goes, too."""
    words = vocabulary("ru")
    fields = {f"{model}.{name}" if f"{model}.{name}" in words["fields"] else name for model, name in FIELDS}
    fields |= {"When.from_", "When.to", "as_written"}
    kinds = [(model.__module__.rpartition(".")[2], model.__name__) for model in _models()]
    models = {f"{module}.{name}" if f"{module}.{name}" in words["models"] else name for module, name in kinds}
    assert set(words["fields"]) - fields == set()
    assert set(words["models"]) - models - SHAPES == set()


def _texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a language by its path; the forms of a plural are one text: languages differ."""
    if isinstance(node, dict) and not (node and set(node) <= PLURALS):
        for key, value in node.items():
            yield from _texts(value, f"{path}.{key}")
    else:
        yield path, json.dumps(node, ensure_ascii=False)


def _places(text: str) -> set[str]:
    # The number of a quarter is Roman in one language and a digit in the other: one fact, two spellings.
    return set(re.findall(r"(?<!\{)\{(\w+)[}:!]", text.replace("{digit}", "{number}")))


def _own(key: str) -> bool:
    """Whether a key is a matter of one language: a case it has, what a language is called in it."""
    return key.startswith((".dates.cases.", ".dates.inside.", ".lists.language."))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_have_the_same_keys(language: str) -> None:
    """What can be said in one language can be said in any other."""
    ours, theirs = (set(dict(_texts(vocabulary(each)))) for each in (USUAL, language))
    assert sorted(key for key in ours ^ theirs if not _own(key)) == []


FACTS_OF_ONE = {
    ".cli.click.not_a_number": "click names the type of a number in English words",
    ".documents.letter.dear.neutral": "nobody is greeted by name in Russian without knowing his or her gender",
    ".documents.letter.dear_surname.neutral": "the same",
}
"""Sentences that take a fact in one language only, and why."""


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_fill_the_same_places(language: str) -> None:
    """A sentence takes the same facts in every language."""
    ours, theirs = (dict(_texts(vocabulary(each))) for each in (USUAL, language))
    differ = {key for key in ours if key in theirs and _places(ours[key]) != _places(theirs[key])}
    assert differ == set(FACTS_OF_ONE)
