"""How a language is set: what the section ``typography`` of its file says, ready for the rules here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from conceptgen.languages import LANGUAGES, vocabulary


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of one language; the fields are those of its file, where each is explained.

    ``units`` is a pattern of all that may stand after a number; the months are those of every language.
    """

    quotes: tuple[str, ...]
    apostrophe: str
    dash: str
    own_letters: str
    capitals: str
    surnames: str
    units: str
    before_any: tuple[str, ...]
    before_number: tuple[str, ...]
    before_word: tuple[str, ...]
    before_capital: tuple[str, ...]
    pairs: tuple[str, ...]


@cache
def habits(language: str) -> Habits:
    """The habits of a language, read once."""
    return Habits(
        apostrophe=_said(language, "apostrophe"),
        dash=_said(language, "dash"),
        own_letters=_said(language, "own_letters"),
        capitals=_said(language, "capitals"),
        surnames=_said(language, "surnames"),
        units=_units(language),
        **{
            name: _words(language, name)
            for name in ("quotes", "before_any", "before_number", "before_word", "before_capital", "pairs")
        },
    )


@cache
def everywhere(name: str) -> tuple[str, ...]:
    """The words of a list in all languages together."""
    return tuple(word for language in LANGUAGES for word in _words(language, name))


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words; one that ends in * has any ending."""
    return "|".join(re.escape(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in words)


def _said(language: str, name: str) -> str:
    return str(vocabulary(language)["typography"][name])


def _words(language: str, name: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in _said(language, name).split())


def _units(language: str) -> str:
    words = _words(language, "units")
    whole = any_of(word for word in (*words, *everywhere("months")) if not word.endswith("*"))
    begun = any_of(word[:-1] for word in words if word.endswith("*"))
    endings = rf"|(?:{begun})\w{{0,5}}\b" if begun else ""
    return rf"[{re.escape(_said(language, 'signs'))}]|(?:{whole})\b{endings}"
