"""How a person is addressed by a name as people write it: «А. Б. Примерова», «Примерова Анна Борисовна», “Ms Ample”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from conceptgen.languages.written import meant, written

Whose = Literal["masculine", "feminine", "neutral"]
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_FULL = 3
"""Words of a name with a patronymic."""


@dataclass(frozen=True, slots=True)
class Address:
    """What stands behind «Dear»; ``by_surname``: it is a surname, and a title of courtesy belongs before it."""

    name: str
    whose: Whose = "neutral"
    by_surname: bool = False


def address(name: str) -> Address:
    """By name and patronymic, by title and surname, by surname; the whole name where nothing more is certain."""
    words = name.split()
    if words and words[0].rstrip(".").casefold() in map(str.casefold, written("courtesy")):
        return Address(f"{words[0]} {words[-1]}", by_surname=True)
    for place in range(1, len(words)):
        whose = _whose(words[place], meant("patronymics"))
        if len(words) == _FULL and whose != "neutral":
            return Address(f"{words[place - 1]} {words[place]}", whose)
    surnames = [each for each in words if not _INITIAL.fullmatch(each)]
    if len(surnames) == 1 and len(words) > 1:
        whose = _whose(surnames[0], meant("surnames"))
        return Address(name if whose == "neutral" else surnames[0], whose, by_surname=True)
    return Address(name)


def _whose(word: str, ends: dict[str, str]) -> Whose:
    """Whose a word is by its longest end that tells it."""
    found = [end for end in ends if word.casefold().endswith(end)]
    said = ends[max(found, key=len)] if found else ""
    return "feminine" if said == "feminine" else "masculine" if said == "masculine" else "neutral"
