"""All there is to know about every code: rules with their full story, codes of loading with what they may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from conceptgen.findings import SEVERITY
from conceptgen.languages import vocabulary
from conceptgen.languages.form_words import in_words_of_the_form
from conceptgen.rulebook.rules import Rule, rules
from conceptgen.rulebook.words import rule_words

_CODE = re.compile(r"[EWAN]-[A-Z]+-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: ``rule`` is None for a code of loading, which then has only messages and hints."""

    code: str
    title: str
    summary: str
    why: str = ""
    bad: str = ""
    good: str = ""
    messages: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    rule: Rule | None = None

    def record(self) -> dict[str, str]:
        """The entry as plain data, for JSON."""
        _, group, _ = self.code.split("-")
        return {
            "code": self.code,
            "severity": SEVERITY[self.code[0]],
            "title": self.title,
            "summary": self.summary,
            "group": group,
        }


@cache
def catalogue(language: str) -> dict[str, Entry]:
    """Every code, those of loading first, in the order they are met."""
    loading = [_of_loading(code, data, language) for code, data in _loading(language)]
    of_rules = [_of_rule(rule, language) for rule in rules()]
    return {entry.code: entry for entry in (*loading, *of_rules)}


def _loading(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    words = vocabulary(language)
    for section in ("reading", "validation", "template"):
        yield from ((code, data) for code, data in words[section].items() if _CODE.fullmatch(code))


def _of_loading(code: str, data: dict[str, Any], language: str) -> Entry:
    messages = tuple(_sentences(data, "message", language))
    hints = tuple(_sentences(data, "hint", language))
    return Entry(code, messages[0], messages[0], messages=messages, hints=hints)


def _sentences(data: dict[str, Any], kind: str, language: str) -> Iterator[str]:
    """The wordings of one kind, whatever the variants are called; places become dots."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _sentences(value, kind, language)
        elif (key == "message" or key.endswith("_message")) == (kind == "message"):
            yield _without_places(in_words_of_the_form(value, language))


def _of_rule(rule: Rule, language: str) -> Entry:
    words = rule_words(language)[rule.code]
    hints = (in_words_of_the_form(each, language) for each in _variants(words["hint"]))
    return Entry(
        rule.code,
        words["title"],
        words["what"],
        words["why"],
        words["bad"].rstrip(),
        words["good"].rstrip(),
        tuple(map(_without_places, _variants(words["message"]))),
        tuple(map(_without_places, hints)),
        rule,
    )


def _variants(said: str | dict[str, str]) -> list[str]:
    return list(said.values()) if isinstance(said, dict) else [said]


def _without_places(text: str) -> str:
    pieces = Formatter().parse(text)
    plain = "".join(literal if place is None else f"{literal}…" for literal, place, _, _ in pieces)
    return plain[:1].upper() + plain[1:]
