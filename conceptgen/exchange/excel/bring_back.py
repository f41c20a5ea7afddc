"""A filled workbook comes back into the file it was made from: as changes, merged with what the file became since."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from conceptgen.changes import CannotApply, Change, Conflict, apply, compare, merge
from conceptgen.changes.edit import NoSuchPlace
from conceptgen.errors import InputError
from conceptgen.findings import Finding
from conceptgen.input import load_bytes, load_workbook
from conceptgen.input.workbook import Missing
from conceptgen.model.project import Project


@dataclass(frozen=True)
class BroughtBack:
    """What the workbook changes: ``changes`` can be made, ``conflicts`` are for a person to decide.

    ``missing`` are the rows that the workbook has no more; without ``--delete-missing`` their items stay.
    """

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[Missing, ...]
    findings: tuple[Finding, ...]
    theirs: Project

    def applied_to(self, data: bytes, name: str) -> bytes:
        """The file with the changes in it; everything else keeps its bytes. Raises CannotApply."""
        if not self.changes:
            return data
        try:
            return apply(self.changes, data, name)
        except NoSuchPlace as fault:
            raise CannotApply(name) from fault


def bring_back(book: bytes, name: str, ours: Project, *, delete_missing: bool = False) -> BroughtBack:
    """Read a workbook against today's file. Raises InputError for one that has errors."""
    loaded = load_workbook(book, name, keep_missing=not delete_missing)
    if loaded.project is None or loaded.workbook is None:
        raise InputError(loaded.findings)
    theirs, base = loaded.project, _base(loaded.workbook.base)
    missing = tuple(loaded.workbook.missing)
    if base is None:
        changes = [each for each in compare(ours, theirs) if _adds(each) or delete_missing]
        return BroughtBack(tuple(_without_loss(changes)), (), missing, loaded.findings, theirs)
    merged = merge(base, ours, theirs)
    return BroughtBack(merged.certain, merged.conflicts, missing, loaded.findings, theirs)


def _base(data: object) -> Project | None:
    """The input that the workbook was made from."""
    if data is None:
        return None
    return load_bytes(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), "input.json").project


def _adds(change: Change) -> bool:
    return change.kind in ("add", "set")


def _without_loss(changes: list[Change]) -> list[Change]:
    """A workbook that was made from nothing says what is, never what is not."""
    return [replace(each) for each in changes if each.kind != "set" or each.new is not None]
