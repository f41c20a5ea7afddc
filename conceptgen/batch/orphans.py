"""Outputs nobody makes any more: named always, removed when that is wished. Approved editions stay for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from conceptgen.batch.inputs import Source, is_gone, still_holds
from conceptgen.batch.output_folder import OutputFolder
from conceptgen.batch.plan import Plan
from conceptgen.batch.records import FROZEN, Kept, Record, Records
from conceptgen.batch.report import Line
from conceptgen.errors import EnvironmentFault

LOOKS, PAUSE = 20, 0.025
"""How often an input is looked for again, and seconds between: some editors remove a file for a moment to save it."""


@dataclass(frozen=True, slots=True)
class _Doomed:
    """Outputs of one record that are about to be removed."""

    record: Record
    names: tuple[str, ...]


def orphans(
    shelf: OutputFolder,
    records: Records,
    known: Mapping[str, Source],
    plan: Plan,
    warned: Callable[[str], None],
) -> list[Line]:
    """The outputs of inputs that are gone; what a hand has changed since is named and stays.

    ``known``: the inputs of this build. ``warned`` is told the name of each output that is about to be removed.
    """
    every = records.all()
    made = {name for record in every if not _is_gone(shelf, record) for name in record.outputs}
    lost = {record.source: _lost(shelf, record, made) for record in every}
    doomed: list[_Doomed] = []
    if plan.prune and not plan.dry_run:
        ours = [_Doomed(record, _untouched(shelf, lost[record.source])) for record in every]
        doomed = _looked_at_again(shelf, [each for each in ours if each.names], known)
    for name in (name for each in doomed for name in each.names):
        warned(name)
    faults = {name: fault for each in doomed for name, fault in _remove(shelf, records, each).items()}
    removed = {name for each in doomed for name in each.names}
    return [
        _line(record.source, name, name in removed, faults)
        for record in every
        for name in lost[record.source]
    ]


def _line(source: str, name: str, is_removed: bool, faults: Mapping[str, str]) -> Line:
    if name in faults:
        return Line(source, name, "failed", (faults[name],))
    return Line(source, name, "removed" if is_removed else "orphan")


def _is_gone(shelf: OutputFolder, record: Record) -> bool:
    """True if there is no input any more; one that this build was not asked for is there all the same."""
    return is_gone(_path(shelf, record))


def _path(shelf: OutputFolder, record: Record) -> Path:
    return shelf.folder.resolve() / record.source


def _lost(shelf: OutputFolder, record: Record, made: set[str]) -> dict[str, Kept]:
    lost = record.left | record.outputs if _is_gone(shelf, record) else record.left
    return {
        name: kept
        for name, kept in lost.items()
        if kept.status != FROZEN and name not in made and shelf.sha(name)
    }


def _untouched(shelf: OutputFolder, lost: Mapping[str, Kept]) -> tuple[str, ...]:
    return tuple(name for name, kept in lost.items() if not shelf.touched(name, kept))


def _looked_at_again(
    shelf: OutputFolder, doomed: list[_Doomed], known: Mapping[str, Source]
) -> list[_Doomed]:
    """Those whose input stays gone, or goes on saying that it does without them."""
    for _ in range(LOOKS if doomed else 0):
        time.sleep(PAUSE)
        doomed = [each for each in doomed if _is_still_lost(shelf, each.record, known)]
    return doomed


def _is_still_lost(shelf: OutputFolder, record: Record, known: Mapping[str, Source]) -> bool:
    source = known.get(record.source)
    return still_holds(source) if source else _is_gone(shelf, record)


def _remove(shelf: OutputFolder, records: Records, doomed: _Doomed) -> dict[str, str]:
    """Remove the outputs and what is remembered of them; why one of them could not be, by its name."""
    faults: dict[str, str] = {}
    for name in doomed.names:
        try:
            shelf.remove(name)
        except EnvironmentFault as fault:
            faults[name] = str(fault)
    record, gone = doomed.record, set(doomed.names) - set(faults)
    outputs, left = (
        {name: kept for name, kept in each.items() if name not in gone}
        for each in (record.outputs, record.left)
    )
    if outputs or left:
        records.write(replace(record, outputs=outputs, left=left))
    else:
        records.forget(record.source)
    return faults
