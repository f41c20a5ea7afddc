"""The advice about an empty place, followed to the letter, is an input that loads and a place that is empty no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

import pytest
import yaml
from cases import patched
from pydantic import TypeAdapter, ValidationError
from test_gaps import APPROVED, HOLES

from conceptgen.findings import Finding
from conceptgen.input import Loaded, load_bytes
from conceptgen.model.base import Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.stated_unknowns import way_to_say_unknown
from conceptgen.model.walk import models_in
from conceptgen.rulebook import review

UNKNOWN = {"unknown": {"reason": "tbd", "resolve_by": "2027-02-01"}}
POINT = "chains[evening].stages[booking].zones[line].elements[talk].touchpoints[t_call]"
EMPTY: dict[str, Any] = {
    f"{POINT}.{field}": None for field in ("frontstage", "client_action", "client_expectation", "decision")
}
"""What a chain that has only just been begun leaves open."""


def gaps(loaded: Loaded) -> list[Finding]:
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return [each for each in review(loaded) if each.code == "E-DOC-05"]


@cache
def kinds() -> tuple[type[Model], ...]:
    """Every model of the input."""
    found: dict[type[Model], None] = {}
    waiting: list[type[Model]] = [Project]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found[kind] = None
            waiting += [each for info in kind.model_fields.values() for each in models_in(info.annotation)]
    return tuple(sorted(found, key=lambda kind: kind.__name__))


def ways(way: str) -> Iterator[tuple[type[Model], str, str]]:
    for kind in kinds():
        for field in kind.model_fields:
            found, key = way_to_say_unknown(kind, field)
            if found == way and kind is not Unknown and field != "unknown":
                yield kind, field, key


def loads(kind: type[Model], field: str, value: Any) -> bool:
    info = kind.model_fields[field]
    try:
        TypeAdapter(Annotated[info.annotation, *info.metadata, 0]).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("way", ["block", "word", "inside"])
def test_every_field_takes_the_form_that_is_named_for_it(way: str) -> None:
    told = list(ways(way))
    assert told
    for kind, field, key in told:
        value: Any = {"block": UNKNOWN, "word": "unknown", "inside": {key: UNKNOWN}}[way]
        assert loads(kind, field, value), (kind.__name__, field)


def test_a_field_without_a_form_takes_no_unknown() -> None:
    for kind, field, _ in ways(""):
        if kind.__module__.endswith("contributions") and field == "value":
            continue  # whatever a value of any field may be
        assert not loads(kind, field, UNKNOWN), (kind.__name__, field)


@pytest.mark.parametrize("hole", ["begun", *HOLES])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_advice_followed_to_the_letter_fills_the_place(hole: str, language: str) -> None:
    patch = APPROVED | (EMPTY if hole == "begun" else HOLES[hole]) | {"document.language": language}
    found = gaps(load_bytes(patched(patch), "hole.yaml"))
    for each in found:
        advice = re.search(r"(?:запишите так|is written so): (.+)$", each.hint)
        if advice is None:
            continue
        (key, value), *_ = yaml.load(advice[1], yaml.BaseLoader).items()
        assert key == each.path[-1]
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in each.path).lstrip(".")
        left = gaps(load_bytes(patched(patch | {path: value}), "told.yaml"))
        assert each.path not in [one.path for one in left]


def test_only_what_can_be_unknown_is_told_how_to_say_so() -> None:
    told = {each.path[-1]: each.hint for each in gaps(load_bytes(patched(APPROVED | EMPTY), "a.yaml"))}
    assert told["frontstage"].endswith("frontstage: {now: {unknown: {reason: tbd, resolve_by: 2027-02-01}}}")
    assert told["client_action"].endswith("client_action: {unknown: {reason: tbd, resolve_by: 2027-02-01}}")
    assert told["decision"].casefold() == "допишите это поле"


CAUSE = "concept.current_state.causes[c_queue]"
QUESTIONS = {
    "onset": {"kind": "unknown"},
    "mechanism": {"clarity": "not_understood"},
    "responsible": {"unknown": {"reason": "tbd"}},
    "time_to_level": {"unknown": {"reason": "tbd"}},
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_advice_about_a_cause_followed_to_the_letter_answers_the_question(
    question: str, language: str
) -> None:
    """First the question has no answer, then the answer is not known and nobody finds it out, then all is said."""
    head = {"document.language": language}
    absent = head | {f"{CAUSE}.{question}": None}
    unknown = head | {f"{CAUSE}.{question}": told_of(question, causes(absent)[0].hint)}
    (found,) = causes(head | {f"{CAUSE}.{question}": QUESTIONS[question]})
    assert not causes(head | {f"{CAUSE}.{question}": told_of(question, found.hint)})
    assert len(causes(unknown)) == (question in ("onset", "mechanism"))


def causes(patch: dict[str, Any]) -> list[Finding]:
    loaded = load_bytes(patched(patch), "cause.yaml")
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return [each for each in review(loaded) if each.code == "E-CAU-02"]


def told_of(question: str, hint: str) -> Any:
    """The form that the advice names for a question."""
    near = r"[^{]*" if question in ("responsible", "time_to_level") else ": "
    found = re.search(rf"{question}{near}(\{{.+?\}}+)", hint)
    assert found, hint
    return yaml.load(found[1], yaml.BaseLoader)
