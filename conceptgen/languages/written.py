"""Words that people write in a file where the program has a form of its own: those of every language at once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from conceptgen.languages import LANGUAGES, vocabulary


@cache
def written(key: str) -> tuple[str, ...]:
    """The words of all languages under a dotted key of ``written``, in their order."""
    found = (word for language in LANGUAGES for word in _words(_at(language, key)))
    return tuple(dict.fromkeys(found))


@cache
def meant(key: str) -> dict[str, str]:
    """Each word of all languages under the names of a table of ``written``, and the name it stands for."""
    return {
        word: name
        for language in LANGUAGES
        for name, said in _at(language, key).items()
        for word in _words(said)
    }


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of these words; for none of them, one that matches nothing."""
    return "|".join(map(re.escape, words)) or "(?!)"


def _at(language: str, key: str) -> Any:
    found: Any = vocabulary(language)["written"]
    for step in key.split("."):
        found = found.get(step, {})
    return found


def _words(said: str) -> list[str]:
    return [word.replace("_", " ") for word in said.split()] if said else []
