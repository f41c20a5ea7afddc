"""One link of a clean sample is broken at a time: the review says just that, at its place, and what follows from it.

How a mutation is written: ``mutations.yaml``. What changes nothing for a reader changes nothing for the review.
"""

from __future__ import annotations

import copy
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from cases import put

from conceptgen.input import load_bytes
from conceptgen.origin import format_path
from conceptgen.rulebook import review
from conceptgen.rulebook.rules import rules

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
MUTATIONS: list[dict[str, Any]] = yaml.load(
    (HERE / "mutations.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader
)


def text(sample: str) -> str:
    """A sample as it stands in its file."""
    return (SAMPLES / f"{sample}.yaml").read_text(encoding="utf-8")


@cache
def tree(sample: str) -> Any:
    """A sample as plain data; dates and numbers stay text."""
    return yaml.load(text(sample), yaml.CBaseLoader)


def found(data: bytes, gate: str = "approved", others: tuple[str, ...] = ()) -> Counter[str]:
    """What loading and the review say, as «code address»; what is accepted does not count."""
    loaded = load_bytes(data, "mutated.json" if data[:2] == b'{"' else "mutated.yaml", folder=HERE)
    told = (*loaded.findings, *review(loaded, gate=gate, others=others))
    return Counter(f"{each.code} {format_path(each.path)}" for each in told if not each.suppressed)


@cache
def before(sample: str, gate: str) -> Counter[str]:
    """What is said of a sample that nobody touched: under another status than its own an approval is missing."""
    return found(as_json(tree(sample)), gate)


def as_json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def name(mutation: dict[str, Any]) -> str:
    return f"{mutation['in']}: {mutation['breaks']}"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=name)
def test_a_broken_link_is_found(mutation: dict[str, Any]) -> None:
    """By its rule, at its place; whatever else is said is listed as its consequence."""
    gate, patch = mutation.get("gate", "approved"), dict(mutation["patch"])
    others = tuple(patch.pop("others", ()))
    data = copy.deepcopy(tree(mutation["in"]))
    for path, value in patch.items():
        put(data, path, copy.deepcopy(value))
    new = found(as_json(data), gate, others) - before(mutation["in"], gate)
    assert new == Counter([mutation["found"], *mutation.get("follows", ())])


def test_every_rule_has_its_mutation() -> None:
    """A rule no sample can provoke watches over nothing."""
    assert {rule.code for rule in rules()} - {mutation["found"].split()[0] for mutation in MUTATIONS} == set()


def test_samples_are_clean() -> None:
    """But for the approval they do not have yet, samples give nothing to say."""
    for sample in {mutation["in"] for mutation in MUTATIONS}:
        assert {each.split()[0] for each in before(sample, "approved")} <= {"E-DOC-04"}
        assert before(sample, "") == Counter()


# ── what changes nothing ───────────────────────────────────────────────────────────────────────────────────────

FAULTY = {
    "hotel": [
        ("at_least: 90\n          due", "at_least: 50\n          due"),
        ("    sponsor: owner\n", ""),
        ("Saltmere", "Saltmère"),
    ],
    "dealer": [("value: 62\n", "value: 72\n"), ("    sponsor: director\n", "")],
}
"""Faults put into the text of a sample, so that there is something to lose."""


@cache
def faulty(sample: str) -> str:
    edited = text(sample)
    for old, new in FAULTY[sample]:
        assert old in edited
        edited = edited.replace(old, new, 1)
    return edited


@cache
def found_faults(sample: str) -> Counter[str]:
    return found(faulty(sample).encode())


def read(source: str) -> Any:
    return yaml.load(source, yaml.CBaseLoader)


def dumped(data: Any, **style: Any) -> str:
    """The same data written by a program."""
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, **{"sort_keys": False, **style}))


def in_reverse(node: Any) -> Any:
    """The same with the keys of every mapping in reverse."""
    if isinstance(node, dict):
        return {key: in_reverse(node[key]) for key in reversed(node)}
    return [in_reverse(each) for each in node] if isinstance(node, list) else node


def with_notes(source: str) -> str:
    """Every goal, indicator and action gets a note, which is never printed."""
    data = read(source)
    for path in ("goals", "indicators", "programme.actions"):
        put(data, f"concept.{path}[*].note", "TODO: спросить ещё раз, 99 % довольны")
    return dumped(data)


def upside_down(source: str) -> str:
    """Lists whose order nobody reads stand the other way round."""
    data = read(source)
    for each in (data["sources"], data["glossary"], data["organization"]["channels"]):
        each.reverse()
    return dumped(data)


EDITS: dict[str, Callable[[str], str]] = {
    "comments above": lambda source: re.sub(r"^(\w+:)", r"# TODO: look again, 50 %\n\1", source, flags=re.M),
    "comments beside": lambda source: re.sub(r"^( *[\w-]+:)$", r"\1  # see the notes", source, flags=re.M),
    "blank lines": lambda source: re.sub(r"^(\w+:)", r"\n\n\n\1", source, flags=re.M),
    "spaces at the ends of lines": lambda source: source.replace("\n", "  \n"),
    "lines of Windows": lambda source: source.replace("\n", "\r\n"),
    "a mark of byte order": lambda source: "\ufeff" + source,
    "letters in parts": lambda source: unicodedata.normalize("NFD", source),
    "a marked document": lambda source: f"---\n{source}...\n",
    "double quotes": lambda source: dumped(read(source), default_style='"'),
    "single quotes": lambda source: dumped(read(source), default_style="'"),
    "flow style": lambda source: dumped(read(source), default_flow_style=True),
    "wide indents": lambda source: dumped(read(source), indent=6, width=60),
    "JSON": lambda source: as_json(read(source)).decode(),
    "keys in reverse": lambda source: dumped(in_reverse(read(source))),
    "keys in the order of letters": lambda source: dumped(read(source), sort_keys=True),
    "other ids": lambda source: re.sub(r"\b(g|a|i|t|f|c|z|s|k|ch|d)_([a-z]+)\b", r"\1_\2_new", source),
    "notes to oneself": with_notes,
    "lists upside down": upside_down,
}


@pytest.mark.parametrize(
    ("sample", "edit"),
    [*product(["hotel"], EDITS), *product(["dealer"], ["letters in parts", "single quotes", "other ids"])],
)
def test_a_harmless_edit_changes_nothing(sample: str, edit: str) -> None:
    """Neither a finding more nor one less, nor another address; in Russian what is of letters and words."""
    edited = EDITS[edit](faulty(sample))
    assert edited != faulty(sample)
    assert found(edited.encode()) == found_faults(sample)


@pytest.mark.parametrize("sample", FAULTY)
def test_a_faulty_sample_has_its_faults(sample: str) -> None:
    """Else there were nothing to lose."""
    new = found_faults(sample) - before(sample, "approved")
    assert [each.split()[0] for each in new] == ["W-IND-02", "E-GOV-01"]
