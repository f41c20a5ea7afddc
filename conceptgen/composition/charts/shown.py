"""What a chart shows of the input."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from conceptgen.composition.scope import Scope
from conceptgen.model.base import Item
from conceptgen.origin import Origin

Role = Literal["baseline", "latest", "earlier", "target", "threshold"]
_FEWEST_AXES = 3
MOST_AXES = 12
"""Up to how many criteria a radar can be read; more are bars, the weakest first."""
_SECONDS = {"sec": Decimal(1), "min": Decimal(60), "hour": Decimal(3600)}


def origins_of(scope: Scope, items: Iterable[Item]) -> tuple[Origin, ...]:
    """The addresses of the names of these."""
    known = (scope.relations.origin(item, "name") for item in items)
    return tuple(dict.fromkeys(each for each in known if each))
