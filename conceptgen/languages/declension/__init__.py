"""Phrases in another case, for the languages that have a file here; the others do without: all wordings avoid cases.

A file ``xx.py`` offers ``gender``, ``inflected`` and ``is_in``, as ``ru.py`` does.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

Case = Literal["gen", "dat", "acc", "ins", "pre"]
Gender = Literal["", "masculine", "feminine", "neuter", "plural"]


@cache
def declines(language: str) -> bool:
    """True if phrases of this language can be put in a case here."""
    return find_spec(f"{__name__}.{language}") is not None


def gender(language: str, title: str) -> Gender:
    """The gender of the noun a title begins with, or ``plural``; "" where it is not certain."""
    found: Gender = _of(language).gender(title) if declines(language) else ""
    return found


def inflected(language: str, phrase: str, case: Case) -> str:
    """A phrase given in the nominative in another case; "" where that is not certain."""
    return str(_of(language).inflected(phrase, case)) if declines(language) else ""


def is_in(language: str, phrase: str, case: Case) -> bool:
    """True if a phrase needs no change to stand in that case: it is in it, or its language has none."""
    return not declines(language) or bool(_of(language).is_in(phrase, case))


def _of(language: str) -> Any:
    return import_module(f"{__name__}.{language}")
