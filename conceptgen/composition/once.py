"""Sections that several documents of one input hold are composed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from conceptgen.composition.builders import Piece
from conceptgen.composition.scope import Scope
from conceptgen.model.relations import Relations

Section = Callable[[Scope], Iterable[Piece]]

_known: WeakKeyDictionary[Relations, dict[tuple[object, ...], tuple[Piece, ...]]] = WeakKeyDictionary()


def composed_once(section: Section, scope: Scope) -> tuple[Piece, ...]:
    """What a section says of a scope; the same where another document of the input has asked for it before."""
    known = _known.setdefault(scope.relations, {})
    asked = (section, *scope.view)
    if asked not in known:
        known[asked] = tuple(section(scope))
    return known[asked]
