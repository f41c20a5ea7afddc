"""Advice in words of the form: a field by its label, and beside it as the file has it.

In the words of a rule a field stands in angle brackets, alone or with its value: ``<horizon>``, ``<status: done>``.
"""

from __future__ import annotations

import re
from functools import cache

from conceptgen.languages import vocabulary

_FIELD = re.compile(r"<([a-z_.]+)(: [^<>]*)?>")


def in_words_of_the_form(text: str, language: str, kind: str = "") -> str:
    """«добавьте «Срок достижения» (horizon)»; ``kind`` is the part that the advice is about."""
    opening, closing = vocabulary(language)["review"]["quotes"][:2]

    def told(found: re.Match[str]) -> str:
        return f"{opening}{_label(language, kind, found[1])}{closing} ({found[1]}{found[2] or ''})"

    return _FIELD.sub(told, text)


@cache
def _label(language: str, kind: str, key: str) -> str:
    """The label of a key, of this part where it has one of its own, of any part otherwise."""
    fields, name = vocabulary(language)["fields"], key.rpartition(".")[2]
    near = (f"{kind}.{name}", name, *(each for each in fields if each.endswith(f".{name}")))
    return str(next(fields[each] for each in near if each in fields)).split(" |")[0]
