"""Changes in the order of their weight: what a director asks about first stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conceptgen.changes.change import Change, Step

_WEIGHTY_PARTS = ("Target", "Baseline", "Money", "Limit")
_WEIGHTY_FIELDS = (
    "goals", "targets", "baseline", "owner", "responsible", "deputies", "budget", "cost", "due", "horizon",
    "start", "deadline", "date", "periods", "standard", "status", "approval",
)  # fmt: skip


def is_weighty(change: Change) -> bool:
    """True if it concerns goals, targets, dates, owners, money, standards or approval, not only wording."""
    last = change.trail[-1]
    return bool(change.keys) or last.field in _WEIGHTY_FIELDS or last.model in _WEIGHTY_PARTS


def by_section(changes: Iterable[Change]) -> list[tuple[Step, list[Change]]]:
    """Changes by the part of the input they stand in, in its order; within a part the weighty ones first."""
    found: dict[Step, list[Change]] = {}
    for change in changes:
        found.setdefault(_section(change), []).append(change)
    return [
        (section, sorted(each, key=lambda change: not is_weighty(change))) for section, each in found.items()
    ]


def _section(change: Change) -> Step:
    """A field of the concept or the document; a chain by its name."""
    first, *rest = change.trail
    if first.field == "concept" and rest:
        return replace(rest[0], name="")
    return first if first.field == "chains" else replace(first, name="")
