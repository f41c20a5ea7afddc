"""Approved editions: written once, never changed. What each says is kept, to tell what a later input changed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from pathlib import Path

from conceptgen.batch.records import LARGEST, own_place
from conceptgen.files import make_folder, replace_file
from conceptgen.safe_read import read_regular

SHOWN = 10


class Editions:
    """What the approved editions of an output folder say, one file an edition."""

    def __init__(self, folder: Path, language: str) -> None:
        self.root, self.language = folder, language
        self.folder = own_place(folder, language, "approved")

    def of(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The lines of the editions there are among these outputs."""
        found = {name: self.lines(name) for name in names}
        return {name: lines for name, lines in found.items() if lines is not None}

    def lines(self, name: str) -> tuple[str, ...] | None:
        """What an edition says; None for one that is not kept or cannot be read."""
        try:
            lines = json.loads(read_regular(self._path(name), LARGEST))
        except (OSError, ValueError, RecursionError):
            return None
        return tuple(map(str, lines)) if isinstance(lines, list) else None

    def keep(self, name: str, lines: tuple[str, ...]) -> None:
        """Keep what a new edition says."""
        path = own_place(self.root, self.language, "approved", *f"{name}.json".split("/"))
        make_folder(path.parent, self.language)
        replace_file(path, json.dumps(lines, ensure_ascii=False, indent=0).encode(), self.language)

    def names(self) -> list[str]:
        """The outputs that are approved editions."""
        return sorted(each.relative_to(self.folder).as_posix()[:-5] for each in self.folder.rglob("*.json"))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def differences(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """What changed, line by line: «− was», «+ is»; the first ten and how many more."""
    found = [
        f"{'−' if line[0] == '-' else '+'} {line[1:]}"
        for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
        if line[0] in "-+"
    ]
    rest = len(found) - SHOWN
    return [*found[:SHOWN], f"… +{rest}"] if rest > 0 else found
