"""Advice in words of the form: a field by its label, and beside it as the file has it.

In the words of a message a field stands in angle brackets, alone or with its value: ``<horizon>``, ``<status: done>``.
``<Unknown.reason>`` is the field of a part, ``<{key}>`` one that only the finding knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from conceptgen.languages import vocabulary

_FIELD = re.compile(r"<(\{[a-z]+\}|[A-Za-z_.]+)(: [^<>]*)?>")


def in_words_of_the_form(
    text: str, language: str, kinds: tuple[str, ...] = (), facts: Mapping[str, object] | None = None
) -> str:
    """«добавьте «Срок достижения» (horizon)»; ``kinds`` are the parts that the advice may be about.

    Without ``facts`` a field that only a finding knows keeps its place in the text.
    """
    opening, closing = vocabulary(language)["review"]["quotes"][:2]

    def told(found: re.Match[str]) -> str:
        key, value = found[1], found[2] or ""
        if not key.startswith("{"):
            return field_in_words(key, language, kinds, value)
        if facts is None:
            return f"{opening}{key}{closing}"
        named = field_in_words(str(facts[key[1:-1]]), language, kinds, value)
        return named.replace("{", "{{").replace("}", "}}")

    return _FIELD.sub(told, text)


def field_in_words(key: str, language: str, kinds: tuple[str, ...] = (), value: str = "") -> str:
    """«Срок достижения» (horizon); a key that is no field stands alone in its quotes."""
    opening, closing = vocabulary(language)["review"]["quotes"][:2]
    part, _, name = key.rpartition(".")
    kinds, shown = ((part,), name) if part[:1].isupper() else (kinds, key)
    label = _label(language, kinds, name)
    return f"{opening}{label}{closing} ({shown}{value})" if label else f"{opening}{shown}{value}{closing}"


@cache
def _label(language: str, kinds: tuple[str, ...], name: str) -> str:
    """The label of a key, of these parts where it has one of its own, of any part otherwise."""
    fields = vocabulary(language)["fields"]
    own = (f"{kind}.{each}" for kind in kinds for each in (name, f"{name}_"))
    near = (*own, name, f"{name}_", *(each for each in fields if each.rstrip("_").endswith(f".{name}")))
    return str(next((fields[each] for each in near if each in fields), "")).split(" |")[0]
