"""Approved editions: written once, never changed. What each says is kept, to tell what a later input changed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from textwrap import shorten

from conceptgen.batch.records import FOLDER, LARGEST, own_place
from conceptgen.files import make_folder, replace_file
from conceptgen.input.limits import BYTES
from conceptgen.safe_read import read_regular

SHOWN = 10
LONGEST = 300
"""Letters of a proposed line for ``revisions``."""


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

    def keep_source(self, name: str, data: bytes) -> None:
        """Keep the input that a new edition was made from."""
        path = own_place(self.root, self.language, "sources", *name.split("/"))
        make_folder(path.parent, self.language)
        replace_file(path, data, self.language)

    def source(self, name: str) -> bytes | None:
        """The input that an edition was made from; None for one that is not kept."""
        try:
            return read_regular(self.root / FOLDER / "sources" / name, BYTES)
        except OSError:
            return None

    def names(self) -> list[str]:
        """The outputs that are approved editions."""
        return sorted(each.relative_to(self.folder).as_posix()[:-5] for each in self.folder.rglob("*.json"))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def source_of(edition: Path, language: str) -> bytes | None:
    """The input of an approved edition that lies in an output folder, or in a folder of it; None where none is kept."""
    folders = edition.absolute().parents
    root = next((each for each in folders if (each / FOLDER).is_dir()), None)
    name = edition.absolute().relative_to(root).as_posix() if root else ""
    return Editions(root, language).source(name) if root else None


def differences(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """What changed, line by line: «− was», «+ is»; the first ten and how many more."""
    found = [
        f"{'−' if line[0] == '-' else '+'} {line[1:]}"
        for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
        if line[0] in "-+"
    ]
    rest = len(found) - SHOWN
    return [*found[:SHOWN], f"… +{rest}"] if rest > 0 else found


def revision(version: str, day: date, changes: Iterable[str]) -> str:
    """The line for ``revisions`` that tells these differences, ready to be put into the input."""
    found = list(dict.fromkeys(changes))
    added = [each[2:] for each in found if each[0] == "+"] or [each for each in found if each[0] == "−"]
    text = shorten("; ".join(added), LONGEST, placeholder=" …")
    return f"- {{version: {_quoted(next_version(version))}, date: {day}, text: {_quoted(text)}}}"


def next_version(version: str) -> str:
    """«1.0» → «1.1», «2» → «2.1»; what ends in no number is followed by one."""
    head, dot, tail = version.rpartition(".")
    return f"{head}.{int(tail) + 1}" if dot and tail.isdecimal() else f"{version}.1"


def earlier_edition(name: str, version: str, names: Iterable[str]) -> str:
    """The edition of the same document in another version; "" where there is none."""
    before, _, after = name.rpartition(version)
    same = [
        each for each in names if before and each != name and each.startswith(before) and each.endswith(after)
    ]
    return max(same, default="")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
