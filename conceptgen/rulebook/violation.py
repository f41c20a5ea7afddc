"""A violation: what a rule hands over. No words in it: a part of the input, a field, and values for the message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from conceptgen.model.base import Figure, Item, Model


@dataclass(frozen=True, slots=True)
class Label:
    """A listed value, to be told by its label: ``Label("unit", "pct")``."""

    list: str
    value: str


@dataclass(frozen=True, slots=True)
class BuiltInName:
    """A component or a problem zone of the program's own, to be told by its name: ``BuiltInName("staff")``."""

    id: str


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field of a part, to be told by its label: ``FieldName(indicator, "baseline")``."""

    part: Model
    field: str


@dataclass(frozen=True, slots=True)
class WithUnit:
    """A figure that takes its unit from the indicator it belongs to."""

    figure: Figure
    unit: str | None


@dataclass(frozen=True, slots=True)
class Truncated:
    """A list that may be long: the first are told, the rest are counted."""

    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a rule is broken.

    ``part`` and ``field`` give the place; a missing field points at its part. ``variant`` chooses among several
    wordings of the rule. ``values`` fill the places of the message: an item is told by its name in quotes, a date, a
    number, a figure, a ``Label``, a ``FieldName``, a ``BuiltInName`` in words, a list of these with commas
    (``Truncated`` cuts a long one), any other text as it is; ``{name}`` is always there: the name of the part.
    ``also`` are other items concerned. What is ``mild`` warns in every status: the source itself is silent.
    """

    part: Model
    field: str = ""
    variant: str = ""
    values: Mapping[str, Any] = made(default_factory=dict)
    also: tuple[Item, ...] = ()
    mild: bool = False
