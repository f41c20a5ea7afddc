"""What is remembered of each input between builds. A record that is damaged or foreign is as good as none."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from conceptgen.errors import EnvironmentFault
from conceptgen.files import display_name, is_inside, make_folder, replace_file, translate_os_errors
from conceptgen.languages import say
from conceptgen.safe_read import read_regular

FOLDER = ".conceptgen"
FROZEN = "approved"
"""The status of an output that is never made anew."""
LARGEST = 64 << 20
"""More bytes than anything we remember has."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """One output as it was written: what identifies it, the hash of its bytes, that of the file it took the place of.

    ``size`` and ``time`` (of modification, in nanoseconds) let a file that was not touched since go unread; 0: read it.
    """

    fingerprint: str
    sha: str
    earlier: str = ""
    status: str = ""
    size: int = 0
    time: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """One input: the key of all that went into its outputs, the files it leaned on, the outputs by name.

    ``left``: outputs it had before and has no more, until they are removed.
    """

    source: str
    key: str = ""
    dependencies: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, Kept] = field(default_factory=dict)
    left: dict[str, Kept] = field(default_factory=dict)


class Records:
    """The records of an output folder, one file an input, so that one damaged file costs one rebuild."""

    def __init__(self, folder: Path, language: str, place: str = "records") -> None:
        self.folder, self.language = own_place(folder, language, place), language

    def read(self, source: str) -> Record:
        """The record of an input; an empty one where there is none to trust."""
        return _read(self._path(source), source) or Record(source)

    def all(self) -> list[Record]:
        """Every record that can be trusted, in the order of their inputs."""
        found = [_read(path) for path in sorted(self.folder.glob("*.json"))]
        return sorted((each for each in found if each), key=lambda each: each.source)

    def write(self, record: Record) -> None:
        """Keep a record."""
        make_folder(self.folder, self.language)
        body = json.dumps(asdict(record), sort_keys=True)
        sealed = {"version": _VERSION, "seal": _seal(body), "record": body}
        replace_file(self._path(record.source), json.dumps(sealed).encode(), self.language)

    def forget(self, source: str) -> None:
        """Drop the record of an input that is gone."""
        path = self._path(source)
        with translate_os_errors(path, self.language):
            path.unlink(missing_ok=True)

    def _path(self, source: str) -> Path:
        return (
            self.folder / f"{hashlib.sha256(source.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"
        )


def _read(path: Path, source: str = "") -> Record | None:
    try:
        sealed = json.loads(read_regular(path, LARGEST))
        body = sealed["record"]
        if sealed["version"] != _VERSION or sealed["seal"] != _seal(body):
            return None
        record = _record(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return record if source in ("", record.source) else None


def _record(data: dict[str, Any]) -> Record:
    outputs, left = (
        {name: Kept(**kept) for name, kept in data[each].items()} for each in ("outputs", "left")
    )
    # Nobody but a stranger's hand writes a name that leads out of the folder, and nothing is ever removed there.
    if not all(map(is_inside, (*outputs, *left))):
        raise ValueError("a name that leads out")
    # Records of earlier builds call the files an input leans on by that name; they are still good.
    dependencies = data["dependencies"] if "dependencies" in data else data["leans_on"]
    return Record(data["source"], data["key"], dependencies, outputs, left)


def own_place(folder: Path, language: str, *steps: str) -> Path:
    """A place in what an output folder remembers. Raises EnvironmentFault where a link leads out of it."""
    own = folder.joinpath(FOLDER, *steps)
    if os.path.realpath(own) != os.path.join(os.path.realpath(folder), FOLDER, *steps):  # noqa: PTH118
        raise EnvironmentFault(say(language, "building.leads_out", name=display_name(own)))
    return own


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
