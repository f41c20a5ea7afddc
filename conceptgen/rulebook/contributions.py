"""What a file put together from several contributions leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from conceptgen.model.base import Model
from conceptgen.model.walk import fields_of
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.violation import FieldName, Violation

_ID: Final = re.compile(r"\[([a-z][a-z0-9_-]*)\]")
NEEDED: Final = {
    "Touchpoint": ("owner", "standard"),
    "Goal": ("owner", "horizon"),
    "Action": ("owner", "deadline", "deliverable"),
    "Indicator": ("unit", "direction", "baseline", "owner", "method", "frequency", "data_source"),
    "Governance": ("sponsor", "manager"),
    "Stage": ("phase",),
}
"""Fields that an approved document cannot do without, beside those that no input can."""


def is_needed(kind: type[Model], field: str) -> bool:
    """True if no document can do without a field."""
    return field in NEEDED.get(kind.__name__, ()) or is_always_there(kind, field)


def is_always_there(kind: type[Model], field: str) -> bool:
    """True if no input can do without a field."""
    return field in kind.model_fields and kind.model_fields[field].is_required()


def differing(context: RuleContext, *, is_required: bool) -> Iterator[Violation]:
    """The values that participants differ in and nobody has decided."""
    if not context.project.contributions.conflicts:
        return
    parts = {_short(place.origin.address): place.part for place in context.relations.places}
    for conflict in context.project.contributions.conflicts:
        part, field = _place(conflict.at, parts)
        if part is None or is_needed(type(part), field) is not is_required:
            continue
        known = (context.relations.by_id.get(each.participant or "") for each in conflict.opinions)
        values: dict[str, Any] = {"who": [each for each in known if each is not None], "at": conflict.at}
        if field:
            values["field"] = FieldName(part, field)
        variant = "" if is_required else "field" if field else "figure"
        yield Violation(part, field, variant, values=values)


def _short(address: str) -> str:
    """An address from the nearest part with an id on: «t_call.owner»."""
    named = list(_ID.finditer(address))
    return named[-1][1] + address[named[-1].end() :] if named else address


def _place(address: str, parts: dict[str, Model]) -> tuple[Model | None, str]:
    """The part that an address speaks of, and the field of it; "" for a part as a whole."""
    if address in parts:
        return parts[address], ""
    holder, _, key = address.rpartition(".")
    part = parts.get(holder)
    name = next((name for name, its_key, _ in fields_of(type(part)) if its_key == key), "") if part else ""
    return (part, name) if name else (None, "")
