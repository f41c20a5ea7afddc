"""What the input accepts under ``review: {allow: …}``: which findings, why, and what nothing answered to."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.model.reference_data import Allowed
from conceptgen.origin import Origin, format_path
from conceptgen.rulebook.rules import Rule


class Suppressions:
    """The accepted findings of one review; remembers which of its lines were needed."""

    def __init__(self, allowed: tuple[Allowed, ...], asked: Iterable[Rule]) -> None:
        self._allowed = allowed
        self._asked = {rule.code for rule in asked}
        self._used: set[int] = set()

    def take(self, code: str, origin: Origin, ids: tuple[str, ...]) -> Allowed | None:
        """The line that accepts a finding; a line without ``at`` accepts the whole rule."""
        fitting = [
            each
            for each in self._allowed
            if each.rule == code and (each.at is None or each.at in ids or _is_at(origin, each.at))
        ]
        self._used.update(map(id, fitting))
        return fitting[0] if fitting else None

    def unused(self) -> tuple[Allowed, ...]:
        """Lines no finding answered to, of rules that were asked."""
        return tuple(
            each for each in self._allowed if each.rule in self._asked and id(each) not in self._used
        )


def _is_at(origin: Origin, at: str) -> bool:
    """True if an address is the one named or lies inside it: by path, by address with ids, by the id of a part."""
    inside = tuple(f"{at}{sign}" for sign in ".[")
    spelled = (format_path(origin.path), origin.address)
    return f"[{at}]" in origin.address or any(s == at or s.startswith(inside) for s in spelled)
