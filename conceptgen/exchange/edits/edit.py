"""One thing somebody did to a Word file of ours, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from conceptgen.changes.change import Change
from conceptgen.exchange.word.differences import Difference
from conceptgen.origin import Path

Outcome = Literal["applied", "already", "conflict", "unplaced", "comment"]
"""``applied``: certain, to be written; ``already``: the input says so; the rest is for a person to decide."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference with its outcome.

    ``reason`` says why it is not applied; ``ours`` is what the input prints there today; ``change`` what is written;
    ``prints``: in how many places it was edited; ``sources``: addresses of values that a computed text
    comes from; ``path``: where the value or the reference stands in the input.
    """

    outcome: Outcome
    kind: str
    address: str = ""
    via: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    ours: str = ""
    section: str = ""
    author: str = ""
    date: str = ""
    prints: int = 1
    order: int = 0
    sources: tuple[str, ...] = ()
    path: Path = ()
    change: Change | None = None

    def record(self) -> dict[str, object]:
        """The edit as plain data, for JSON."""
        names = (
            "outcome",
            "kind",
            "address",
            "via",
            "old",
            "new",
            "reason",
            "ours",
            "section",
            "author",
            "date",
        )
        facts: dict[str, object] = {name: getattr(self, name) for name in names}
        facts |= {"prints": self.prints, "sources": list(self.sources)}
        return facts | {"change": self.change.record() if self.change else None}


def edit_of(difference: Difference, outcome: Outcome, reason: str = "", **facts: object) -> Edit:
    """The edit that a difference is."""
    revision = difference.revision
    known: dict[str, object] = {
        "old": difference.old,
        "new": difference.new,
        "section": difference.section,
        "order": difference.order,
        "author": revision.author if revision else "",
        "date": revision.date if revision else "",
    }
    return Edit(outcome, difference.kind, reason=reason, **(known | facts))  # type: ignore[arg-type]
