"""The words of the rules and the words they look for, one file a language each, read on first use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from conceptgen.languages import LANGUAGES
from conceptgen.languages.files_of_words import read_words

_HERE = Path(__file__).parent


@cache
def rule_words(language: str) -> dict[str, dict[str, Any]]:
    """Code → title, message, hint, what, why, bad, good. A message or hint with variants is a mapping."""
    return read_words(_HERE / f"{language}.yaml")


def wording(language: str, code: str, kind: str, variant: str = "") -> str:
    """The ``message`` or ``hint`` of a rule, with its places unfilled; either may be one for all variants."""
    try:
        said = rule_words(language)[code].get(kind, "")
        return str(said[variant]) if isinstance(said, Mapping) else str(said)
    except KeyError:
        raise KeyError(f"words/{language}.yaml: no {code}.{kind} {variant}".rstrip()) from None


@cache
def word_list(name: str, language: str = "") -> frozenset[str]:
    """A list of words rules look for (``lists/``): those of one language, or of all together."""
    languages = (language,) if language else LANGUAGES
    return frozenset(word for each in languages for word in _listed(name, each).split())


@cache
def phrases(name: str, language: str) -> re.Pattern[str]:
    """What finds any of a list of phrases, one a line, whatever the ends of their words."""
    lines = filter(None, map(str.split, _listed(name, language).splitlines()))
    stems = (r"\w*\s+".join(map(re.escape, line)) for line in lines)
    return re.compile(rf"\b(?:{'|'.join(stems)})\w*", re.IGNORECASE)


def begins(word: str, stems: frozenset[str]) -> bool:
    """True if a word begins with one of the stems."""
    return any(word[:length] in stems for length in range(2, len(word) + 1))


def _listed(name: str, language: str) -> str:
    try:
        return str(_lists(language)[name])
    except KeyError:
        raise KeyError(f"words/lists/{language}.yaml: no {name}") from None


@cache
def _lists(language: str) -> dict[str, str]:
    return read_words(_HERE / "lists" / f"{language}.yaml")
