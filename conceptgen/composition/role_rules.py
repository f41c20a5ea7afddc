"""The principles that a position is to keep: never what is another's."""

from __future__ import annotations

import re

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import line, plain
from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.role_points import served_by

_LEAST = 5
"""Letters of a word that can tell a position."""
_ENDINGS = "аеиоуыэюяйь"
"""What a Russian word loses in other cases."""


def rules_of(scope: Scope, role: Role) -> list[Principle]:
    """Principles that say what is done no more; those of its own touchpoints first."""
    own = {id(each.touchpoint) for each in served_by(scope.project, role)}
    told = [each for each in scope.concept.principles if each.stop_doing and _is_mine(scope, each, role, own)]
    return sorted(told, key=lambda one: not _points(scope, one) & own)


def _is_mine(scope: Scope, principle: Principle, role: Role, own: set[int]) -> bool:
    """What belongs to touchpoints is theirs who serve them; else it is everybody's, or theirs whom it names."""
    if points := _points(scope, principle):
        return bool(points & own)
    said = plain(line(scope.t(principle, "stop_doing"), " ", scope.t(principle, "staff_behaviour")))
    named = {id(each): _named(each, said) for each in scope.project.organization.roles}
    most = max(named.values(), default=0)
    return not most or named[id(role)] == most


def _points(scope: Scope, principle: Principle) -> set[int]:
    return {id(each) for each in scope.relations.linked(principle, Touchpoint)}


def _named(role: Role, said: str) -> int:
    """How many words of its name a text has: «мастер-приёмщик» is one more of them than «мастер цеха»."""
    words = re.findall(rf"\w{{{_LEAST},}}", role.name.casefold())
    return sum(_has(said.casefold(), word.rstrip(_ENDINGS)) for word in words)


def _has(said: str, stem: str) -> bool:
    return re.search(rf"\b{re.escape(stem)}", said) is not None
