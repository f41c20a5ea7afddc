"""A change of an input as a value: what, where, from what to what, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from conceptgen.changes.plain import Data
from conceptgen.origin import Path, format_path

Kind = Literal["set", "add", "remove", "move"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a value, as its readers know it: the field of a model, and the item's own name."""

    model: str
    field: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an input.

    ``set``: the value at ``path`` was ``old``, becomes ``new`` (None = not written). With ``keys``, only these keys of
    the mapping at ``path`` change together: a figure changes as a whole, «5 %» → «не более 3 %».
    ``add``: ``new`` joins the list at ``path`` as entry ``index``. ``remove``: the entry at ``path`` goes.
    ``move``: the entry at ``path`` becomes entry ``index`` of the list at ``to``.

    Paths are those of the input that is changed. ``address`` names the place by id and survives reordering; ``trail``
    is the same in the field's terms. ``is_guess``: the item was recognised by likeness alone. ``source`` says where
    the change comes from: an edition, a place in a Word file, a cell, a participant, a click.
    """

    kind: Kind
    path: Path
    address: str
    trail: tuple[Step, ...]
    old: Data | None = None
    new: Data | None = None
    keys: tuple[str, ...] = ()
    index: int = 0
    to: Path = ()
    is_guess: bool = False
    source: str = ""

    def record(self) -> dict[str, object]:
        """The change as plain data, for JSON."""
        facts: dict[str, object] = {
            "kind": self.kind,
            "address": self.address,
            "path": format_path(self.path),
            "old": self.old,
            "new": self.new,
        }
        if self.kind in ("add", "move"):
            facts["index"] = self.index
        if self.to:
            facts["to"] = format_path(self.to)
        return facts | {"guess": self.is_guess, "source": self.source}
