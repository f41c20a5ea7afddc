"""Every rule: fires where it should, at the right place and in the right words, and nowhere else.

How a case is written: ``cases.py``.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from cases import FOLDER, patched, read

from conceptgen.findings import Finding
from conceptgen.input import load_bytes
from conceptgen.languages import LANGUAGES
from conceptgen.origin import format_path
from conceptgen.rulebook import review
from conceptgen.rulebook.rules import SECTIONS, rules
from conceptgen.rulebook.words import rule_words

CODES = [rule.code for rule in rules()]


def found(patch: dict[str, Any], code: str) -> list[Finding]:
    """The findings of one rule in the patched base."""
    loaded = load_bytes(patched(patch), "case.yaml", FOLDER)
    assert loaded.project is not None, "\n".join(map(str, loaded.findings))
    return [
        finding for finding in review(loaded, others=tuple(patch.get("others", ()))) if finding.code == code
    ]


def cases(code: str, kind: str) -> list[Any]:
    """The cases of a rule; none where it has no file, which a test of that rule tells."""
    return read(code).get(kind, []) if (FOLDER / f"{code}.yaml").exists() else []


GOOD = [(code, case) for code in CODES for case in cases(code, "good")]


def names(of: list[tuple[str, Any]]) -> list[str]:
    return [f"{code}-{n}" for n, (code, _) in enumerate(of)]


@pytest.mark.parametrize("code", CODES)
def test_it_fires_in_all_its_words(code: str) -> None:
    """Once a case, at the place of the case, with words of the case in the message, and a hint; no wording is dead."""
    told = []
    for number, case in enumerate(cases(code, "bad")):
        (finding,) = found(case["patch"], code)
        assert format_path(finding.path) == case["at"], number
        assert case["says"].replace(" ", " ") in finding.message.replace("\u00a0", " "), number
        assert finding.hint
        assert (finding.line, finding.column) != (0, 0), number
        told.append(finding.message)
    said = rule_words("ru")[code]["message"]
    for wording in said.values() if isinstance(said, dict) else [said]:
        pattern = ".+".join(map(re.escape, re.split(r"\{\w+\}", wording)))
        assert any(re.fullmatch(pattern, each, re.I) for each in told), wording


@pytest.mark.parametrize(("code", "case"), GOOD, ids=names(GOOD))
def test_it_keeps_silent(code: str, case: dict[str, Any]) -> None:
    assert [finding.message for finding in found(case, code) if not finding.suppressed] == []


def test_nothing_is_found_in_the_base() -> None:
    """A whole, careful input is told nothing; a rule that speaks here guesses."""
    assert list(map(str, review(load_bytes(patched({}), "base.yaml")))) == []


@pytest.mark.parametrize("rule", rules(), ids=CODES)
def test_a_rule_is_whole(rule: Any) -> None:
    """Its file is named after its code; it has cases, words, a question of one line, a section and papers."""
    module = rule.check.__module__
    assert module == f"conceptgen.rulebook.rules.{rule.code.lower().replace('-', '_')}"
    question = __import__(module, fromlist=["check"]).__doc__
    assert question.strip().endswith("?")
    assert "\n" not in question.strip()
    assert rule.section in SECTIONS
    assert rule.documents
    for kind in ("bad", "good"):
        assert cases(rule.code, kind), f"{rule.code}: no {kind} case in tests/rules/{rule.code}.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_there_for_every_rule_in_order(language: str) -> None:
    assert {*CODES} - {*rule_words(language)} == set(), "rules without words"
    assert list(rule_words(language)) == CODES
    for code, words in rule_words(language).items():
        assert list(words) == ["title", "what", "why", "message", "hint", "bad", "good"], code
        for kind in ("bad", "good"):
            assert yaml.safe_load(words[kind]), f"{code}: {kind}"


def test_both_languages_say_the_same() -> None:
    """The same variants, and the same places to fill in."""
    ru, *others = (rule_words(language) for language in LANGUAGES)
    for code in CODES:
        for kind in ("message", "hint"):
            for other in others:
                assert _places(ru[code][kind]) == _places(other[code][kind]), f"{code}: {kind}"
        if all(isinstance(ru[code][kind], dict) for kind in ("message", "hint")):
            assert list(ru[code]["hint"]) == list(ru[code]["message"]), code


def _places(said: str | dict[str, str]) -> Any:
    if isinstance(said, dict):
        return {variant: _places(text) for variant, text in said.items()}
    return sorted(set(re.findall(r"(?<!\{)\{(\w+)\}", said)))


def test_a_rule_without_cases_stops_nothing_but_its_own_test() -> None:
    """The file of cases of a new rule may be missing; the others are still collected and run."""
    assert cases("W-NEW-01", "bad") == cases("W-NEW-01", "good") == []


def test_every_file_of_cases_has_its_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {"base", *CODES}
