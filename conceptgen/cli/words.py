"""The words of the command line in the language of the locale, read without the rest of the vocabulary."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Any

from conceptgen.languages import COMMON, LANGUAGES, USUAL, look_up, vocabulary


def language() -> str:
    """The language of the locale, if it is one of ours."""
    return _spoken() or COMMON


def starter_language() -> str:
    """The language of a new file: the usual one where the locale names none of ours (a bare C locale says nothing)."""
    return _spoken() or USUAL


def _spoken() -> str:
    locale = _locale()
    if not locale and sys.platform == "win32":
        locale = _locale_of_windows()
    return next((each for each in LANGUAGES if locale.startswith(each)), "")


def _locale() -> str:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name.lower() for name in names if name), "")


def _locale_of_windows() -> str:
    import ctypes
    import locale

    spoken: int = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    return locale.windows_locale.get(spoken, "")


def text(key: str, spoken: str = "", **values: object) -> str:
    """A sentence of the section ``cli`` by its dotted key, in the language ``spoken`` (the locale's by default)."""
    spoken = spoken or language()
    said = look_up(section(spoken), key, f"languages/{spoken}.yaml: no cli.{key}")
    return said.format(**values) if values else said


@cache
def section(spoken: str) -> dict[str, Any]:
    """What the command line says."""
    words: dict[str, Any] = vocabulary(spoken)["cli"]
    return words
