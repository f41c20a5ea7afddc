"""What a chart shows of the input."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.composition.scope import Scope
from conceptgen.model.base import Item
from conceptgen.origin import Origin


def origins_of(scope: Scope, items: Iterable[Item]) -> tuple[Origin, ...]:
    """The addresses of the names of these."""
    known = (scope.relations.origin(item, "name") for item in items)
    return tuple(dict.fromkeys(each for each in known if each))
