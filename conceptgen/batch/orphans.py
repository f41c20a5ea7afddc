"""Outputs nobody makes any more: named always, removed when that is wished. Approved editions stay for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from conceptgen.batch.inputs import is_input
from conceptgen.batch.job import FROZEN
from conceptgen.batch.records import Record, Records
from conceptgen.batch.report import Line
from conceptgen.batch.shelf import Shelf

if TYPE_CHECKING:
    from conceptgen.batch.run import Plan


def orphans(
    shelf: Shelf, records: Records, known: set[str], plan: Plan, warned: Callable[[str], None]
) -> list[Line]:
    """The outputs of inputs that are gone; what a hand has changed since is named and stays.

    ``warned`` is told the name of each that is about to be removed, before any is.
    """
    found: list[Line] = []
    doomed: list[tuple[Record, list[str]]] = []
    made = {name for record in records.all() for name in record.outputs if _is_made(shelf, record, known)}
    for record in records.all():
        lost = record.left if _is_made(shelf, record, known) else record.left | record.outputs
        kept = {name: each for name, each in lost.items() if each.status != FROZEN and name not in made}
        names = [name for name in kept if shelf.sha(name)]
        ours = [name for name in names if not shelf.touched(name, kept[name])]
        removed = ours if plan.prune and not plan.dry_run else []
        found += [Line(record.source, name, "removed" if name in removed else "orphan") for name in names]
        if removed:
            doomed.append((record, removed))
    for name in (name for _, names in doomed for name in names):
        warned(name)
    for record, names in doomed:
        _remove(shelf, records, record, names)
    return found


def _is_made(shelf: Shelf, record: Record, known: set[str]) -> bool:
    """Whether the input is there; also one that this build was not asked for."""
    if record.source in known:
        return True
    path = shelf.folder / record.source
    try:
        return is_input(path.read_bytes())
    except OSError:
        return path.exists()  # one that cannot be read just now is not gone


def _remove(shelf: Shelf, records: Records, record: Record, names: list[str]) -> None:
    shelf.remove(names)
    outputs, left = (
        {name: kept for name, kept in each.items() if name not in names}
        for each in (record.outputs, record.left)
    )
    if outputs or left:
        records.write(replace(record, outputs=outputs, left=left))
    else:
        records.forget(record.source)
