"""Languages, one file each: every fixed word, and how dates, numbers and plurals are written."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("ru", "en")
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
