"""The principles that a position is to keep: those that name it, those of its touchpoints, and everybody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import plain
from conceptgen.languages.written import any_of, written
from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Department, Role
from conceptgen.model.role_points import points_of

_LEAST = 4
"""Letters of a word that can tell a position or a department."""
_PLAIN = 5
"""Letters of the last word of a name from which it tells the position alone: a «lead» is too often a verb."""
_VOWELS = "аеиоуыэюяйь"
"""What a Russian word loses in other cases."""
_ENDING = r"\w{0,3}(?!\w)"
_ADJECTIVE = re.compile(r"(?:[ыио]й|[ая]я|[ое]е)$")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


Touching = Literal["own", "met", "all"]
"""How a principle touches a position: it does it; it sees another do it at its touchpoints; all of us do."""


def rules_of(scope: Scope, role: Role) -> list[tuple[Principle, Touching]]:
    """The principles that touch a position: what it does itself first, those that name it before the rest."""
    own = {id(each.touchpoint) for each in points_of(scope.project, role, going=True)}
    ranked = [(each, _rank(scope, each, role, own)) for each in scope.concept.principles]
    found = [(each, rank) for each, rank in ranked if rank is not None]
    return [(each, _TOUCHING[rank]) for each, rank in sorted(found, key=lambda pair: pair[1])]


_NAMED, _ITS_POINTS, _ANOTHERS, _EVERYBODYS = range(4)
_TOUCHING: tuple[Touching, ...] = ("own", "own", "met", "all")


def _rank(scope: Scope, principle: Principle, role: Role, own: set[int]) -> int | None:
    """What tells that a principle is its own, or that it meets what another does; None where nothing of it is its."""
    said = tuple(plain(scope.t(principle, each)) for each in ("staff_behaviour", "stop_doing"))
    points = {id(each) for each in scope.relations.linked(principle, Touchpoint)}
    meets = bool(points & own)
    if any(re.match(rf"(?:{any_of(written('whoever'))})", text, re.IGNORECASE) for text in said):
        return _ITS_POINTS if meets else _EVERYBODYS
    if roles := _named(scope.project.organization.roles, said):
        return _NAMED if role.id in roles else _ITS_POINTS if meets else None
    if acts := _acting(scope, said):
        return _NAMED if role.department == acts else _ANOTHERS if meets else None
    if points:
        return _ITS_POINTS if meets else None
    return _EVERYBODYS


def _named(roles: Sequence[Role], said: Sequence[str]) -> set[str | None]:
    """Those whom a text names with the most words: «мастер-приёмщик» is one more of them than «мастер цеха»."""
    text = " ".join(said).casefold()
    counted = {each.id: _words_of(each.name, text) for each in roles}
    most = max(counted.values(), default=0)
    return {id for id, count in counted.items() if count == most} if most else set()


def _words_of(name: str, text: str) -> int:
    """How many words of a name a text has; none where the one that says who it is is not among them."""
    words = _long(name)
    found = [_at(word, text) is not None for word in words]
    if not words or not found[words.index(head := _head(name, words))]:
        return 0
    return sum(found) if len(head) >= _PLAIN or head == words[0] or all(found) else 0


def _head(name: str, words: Sequence[str]) -> str:
    """The noun of a name: the first one in Russian, the last one in English, before «of» and the like."""
    if _CYRILLIC.search(name):
        return next((each for each in words if not _ADJECTIVE.search(each)), words[0])
    before = [*takewhile(lambda each: each not in ("of", "for", "in"), re.findall(r"\w+", name.casefold()))]
    return next((each for each in reversed(before) if each in words), words[-1])


def _acting(scope: Scope, said: Sequence[str]) -> str | None:
    """The department that a text names first; nothing where it names none."""
    organization = scope.project.organization
    sold = {word for each in organization.offerings for word in _long(each.name)}
    for text in said:
        found = [
            (at, each.id)
            for each in organization.departments
            if (at := _department_at(each, text.casefold(), sold)) is not None
        ]
        if found:
            return min(found, key=lambda one: one[0])[1]
    return None


def _department_at(department: Department, text: str, sold: set[str]) -> int | None:
    """Where a text names a department: by all its words, or, in English, by the last: «the desk».

    What is also the name of something sold is no department: «the room».
    """
    words = _long(department.name)
    if not words or (set(words) & sold):
        return None
    if all(_at(each, text) is not None for each in words):
        return _at(words[0], text)
    return None if _CYRILLIC.search(department.name) else _at(f"the {words[-1]}", text)


def _at(word: str, text: str) -> int | None:
    found = re.search(rf"(?<!\w){re.escape(word.rstrip(_VOWELS))}{_ENDING}", text)
    return found.start() if found else None


def _long(name: str) -> list[str]:
    return re.findall(rf"\w{{{_LEAST},}}", name.casefold())
