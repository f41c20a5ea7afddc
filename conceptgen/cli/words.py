"""The words of the command line in the language of the locale, read without the rest of the vocabulary."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from typing import Any

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "languages")  # noqa: PTH118, PTH120
_SECTION = re.compile(r"^cli:\n(?:[ #].*\n|\n)+", re.MULTILINE)
_RUSSIAN_WINDOWS = 0x19


def language() -> str:
    """The language of the locale: Russian or English."""
    locale = _locale()
    if not locale and sys.platform == "win32":
        return _language_of_windows()
    return "ru" if locale.startswith("ru") else "en"


def starter_language() -> str:
    """The language of a new file: English where the locale says so, else Russian (a bare C locale says nothing)."""
    return "en" if _locale().startswith("en") else "ru"


def _locale() -> str:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name.lower() for name in names if name), "")


def _language_of_windows() -> str:
    import ctypes

    spoken: int = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    return "ru" if spoken & 0x3FF == _RUSSIAN_WINDOWS else "en"


def text(key: str, spoken: str = "", **values: object) -> str:
    """A sentence of the section ``cli`` by its dotted key, in the language ``spoken`` (the locale's by default)."""
    spoken = spoken or language()
    node: Any = section(spoken)
    try:
        for step in key.split("."):
            node = node[step]
    except (KeyError, TypeError):
        raise KeyError(f"languages/{spoken}.yaml: no cli.{key}") from None
    return str(node).format(**values) if values else str(node)


@cache
def section(spoken: str) -> dict[str, Any]:
    """The section alone: --help must not wait for a vocabulary of thousands of lines."""
    import yaml

    with open(os.path.join(_FOLDER, f"{spoken}.yaml"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        found = _SECTION.search(file.read())
    assert found, f"{spoken}.yaml has no section cli"
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(found[0], loader)["cli"]
    return data
