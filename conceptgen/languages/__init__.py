"""Languages, one file each: every fixed word, and how dates, numbers and plurals are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from conceptgen.languages.files_of_words import read_words

_HERE = Path(__file__).parent
USUAL = "ru"
"""The language of a file that names none."""
COMMON = "en"
"""What the program speaks where the system speaks none of its languages."""


def _languages() -> Iterator[str]:
    """Every language that has a file here, the usual one first."""
    yield USUAL
    yield from sorted(each.stem for each in _HERE.glob("*.yaml") if each.stem != USUAL)


LANGUAGES = tuple(_languages())


@cache
def vocabulary(language: str) -> dict[str, Any]:
    """All fixed words of one language as nested plain data; values are texts, lists of texts or mappings."""
    return read_words(_HERE / f"{language}.yaml")


def say(language: str, key: str, **values: object) -> str:
    """A fixed sentence by its dotted key (``reading.tab``), with ``{name}`` places filled in.

    Raises KeyError for a missing key, naming it and the language: the tests hold every language to the same keys.
    """
    said = look_up(vocabulary(language), key, f"languages/{language}.yaml: no {key}")
    return said.format(**values) if values else said


def look_up(words: Any, key: str, missing: str) -> str:
    """A text among nested words by its dotted key; raises KeyError with ``missing`` where there is none."""
    try:
        for step in key.split("."):
            words = words[step]
    except (KeyError, TypeError):
        raise KeyError(missing) from None
    return str(words)


def decimal_sign(language: str) -> str:
    """The sign between whole and fraction."""
    return str(vocabulary(language)["language"]["separators"][0])
