"""What the file may say so that the document prints what somebody wrote in Word, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from conceptgen.changes.change import Change
from conceptgen.changes.plain import Data
from conceptgen.changes.trail import entry_of, trail_of, value_at
from conceptgen.exchange.edits.dates import dates
from conceptgen.exchange.edits.numbers import figures, numbers, renumbered
from conceptgen.exchange.edits.wording import is_print_of, patched, typed
from conceptgen.model.base import FORMS, Figure
from conceptgen.model.dates import When
from conceptgen.model.project import Project
from conceptgen.origin import Origin

_TEXTS: Final = ("state", "done_when", "text", "date")
_FORMS: Final = {each.rstrip("_") for each in (*FORMS, "max", "amount", "target")} - set(_TEXTS)


@dataclass(frozen=True)
class Input:
    """The input that is changed: validated, and as plain data."""

    project: Project
    data: dict[str, Any]
    language: str

    def at(self, origin: Origin) -> Any:
        """The plain data at an address, None where there is none."""
        value: Any = self.data
        for key in origin.path:
            value = entry_of(value, key)
        return value

    def change(self, origin: Origin, new: Data | None, source: str = "") -> Change:
        """A value set anew."""
        trail = trail_of(self.project, origin.path)
        return Change("set", origin.path, origin.address, trail, self.at(origin), new, source=source)


def candidates(into: Input, origin: Origin, edits: tuple[tuple[str, str], ...]) -> Iterator[Change]:
    """Changes of one value; ``edits`` are (old, new) of its prints: one, or several parts of a long text."""
    seen: list[Change] = []
    for each in _candidates(into, origin, edits):
        if each not in seen and each.old != each.new:
            seen.append(each)
            yield each


def _candidates(into: Input, origin: Origin, edits: tuple[tuple[str, str], ...]) -> Iterator[Change]:
    old, new = edits[0]
    raw, key = into.at(origin), str(origin.path[-1])
    if is_figure(into, origin):
        yield from _figures(into, Origin(origin.path[:-1], origin.address.rpartition(".")[0]), key, old, new)
    elif isinstance(raw, str):
        yield from (into.change(origin, each) for each in _values(into, origin, raw, edits))
    elif isinstance(raw, dict | list):
        yield from (into.change(origin, each) for each in dates(raw, new))
        if (swapped := renumbered(raw, old, new, into.language)) is not None:
            yield into.change(origin, swapped)
        if isinstance(raw, dict) and "unknown" in raw:
            yield into.change(origin, typed(new))


def is_figure(into: Input, origin: Origin) -> bool:
    """True if a value is the number of a figure, whatever its form."""
    return origin.path[-1] in _FORMS and isinstance(value_at(into.project, origin.path[:-1]), Figure)


def _figures(into: Input, origin: Origin, form: str, old: str, new: str) -> Iterator[Change]:
    data = into.at(origin)
    trail = trail_of(into.project, origin.path)
    for each in figures(data, form, old, new, into.language) if isinstance(data, dict) else ():
        before = {
            key: data[key]
            for key in data
            if key in _FORMS | {"unit", "per", "currency", "state", "done_when"}
        }
        keys = tuple({**before, **each})
        yield Change("set", origin.path, origin.address, trail, before, each, keys=keys)


def _values(into: Input, origin: Origin, raw: str, edits: tuple[tuple[str, str], ...]) -> Iterator[Data]:
    old, new = edits[0]
    value = value_at(into.project, origin.path)
    if isinstance(value, When | date):
        yield from dates(raw, new)
    elif isinstance(value, Decimal | int):
        yield from numbers(new, into.language)[:1]
    else:
        text: str | None = raw
        for one, other in edits:
            text = patched(text, one, other) if text is not None else None
        if text is not None:
            yield text
        if is_print_of(raw, old):
            yield typed(new)
