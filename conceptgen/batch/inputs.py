"""The inputs of a build: files that say of themselves that they are, wherever they lie under the paths given."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from conceptgen.errors import RequestError
from conceptgen.files import shown
from conceptgen.languages import say
from conceptgen.load.limits import BYTES

SUFFIXES = (".yaml", ".yml", ".json")
_MARK = re.compile(rb"""^[^\S\n]*+[{,]?[^\S\n]*+["']?schema["']?\s*+:\s*+["']?conceptgen/""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One input: where it lies, under which subfolder its outputs go, and what it held when it was read.

    ``fault``: why a file that may be an input could not be read.
    """

    path: Path
    folder: Path
    data: bytes
    fault: str = ""

    @property
    def name(self) -> str:
        """The file's name as text to print."""
        return shown(self.path)


def sources(paths: Iterable[Path], skipped: Path, language: str) -> list[Source]:
    """Every input under the paths, once, in the order of their names; the output folder is passed over.

    Raises RequestError for a path that is not there.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        if not path.exists():
            raise RequestError(say(language, "building.no_path", name=shown(path)))
        for file, folder in _files(path, skipped.resolve()):
            data, fault = _read(file)
            if fault or is_input(data):
                found.setdefault(file.resolve(), Source(file, folder, data, fault))
    return sorted(found.values(), key=lambda each: (each.folder.parts, each.path.parts))


def is_input(data: bytes) -> bool:
    """Whether a file calls itself an input, even if the rest of it cannot be read (UTF-16 included)."""
    plain = data.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").replace(b"\r", b"\n")
    return bool(_MARK.search(plain))


def _files(path: Path, skipped: Path) -> Iterator[tuple[Path, Path]]:
    """Files that may be inputs, each with its subfolder; hidden folders and links that lead away are passed over."""
    if path.is_file():
        yield path, Path()
        return
    root = path.resolve()
    for folder, names, files in os.walk(path):
        here = Path(folder)
        names[:] = sorted(n for n in names if not n.startswith(".") and (here / n).resolve() != skipped)
        for name in sorted(files):
            file = here / name
            if file.suffix.lower() in SUFFIXES and file.resolve().is_relative_to(root):
                yield file, here.relative_to(path)


def _read(file: Path) -> tuple[bytes, str]:
    """The file's bytes, one more than the limit at most, so that loading can refuse it; or why they cannot be read."""
    if not file.is_file():
        return b"", ""
    try:
        with file.open("rb") as stream:
            return stream.read(BYTES + 1), ""
    except OSError as fault:
        return b"", fault.strerror or str(fault)
