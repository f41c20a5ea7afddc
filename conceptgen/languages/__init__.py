"""Languages, one file each: every fixed word, and how dates, numbers and plurals are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

USUAL = "ru"
"""The language of a file that names none."""
COMMON = "en"
"""What the program speaks where the system speaks none of its languages."""


def _languages() -> Iterator[str]:
    """Every language that has a file here, the usual one first."""
    yield USUAL
    names = (Path(each.name) for each in files(__package__).iterdir())
    yield from sorted(each.stem for each in names if each.suffix == ".yaml" and each.stem != USUAL)


LANGUAGES = tuple(_languages())
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def vocabulary(language: str) -> dict[str, Any]:
    """All fixed words of one language as nested plain data; values are texts, lists of texts or mappings."""
    text = files(__package__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, _Loader)
    return data


def say(language: str, key: str, **values: object) -> str:
    """A fixed sentence by its dotted key (``reading.tab``), with ``{name}`` places filled in.

    Raises KeyError for a missing key, naming it and the language: the tests hold every language to the same keys.
    """
    node: Any = vocabulary(language)
    try:
        for step in key.split("."):
            node = node[step]
    except (KeyError, TypeError):
        raise KeyError(f"languages/{language}.yaml: no {key}") from None
    return str(node).format(**values) if values else str(node)


def decimal_sign(language: str) -> str:
    """The sign between whole and fraction."""
    return str(vocabulary(language)["language"]["separators"][0])
