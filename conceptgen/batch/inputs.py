"""The inputs of a build: files that say of themselves that they are, wherever they lie under the paths given.

What may be one and cannot be read is an input with a ``fault``: it is told, and its documents stay.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from conceptgen.batch.fingerprint import digest
from conceptgen.batch.recognise import is_input
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.input.files import BRAND_FILE, reason
from conceptgen.input.limits import BYTES
from conceptgen.languages import say
from conceptgen.safe_read import read_head, read_regular

_TEXTS = (".yaml", ".yml", ".json")
SUFFIXES = (*_TEXTS, ".xlsx")
_LISTED = 2_000
"""Names looked at behind a link that leads away, to see whether a client may lie there."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: where it lies, under which subfolder its outputs go, and what it held when it was read.

    ``fault``: why a file or a folder that may be an input could not be read, as a key of the language files.
    """

    path: Path
    folder: Path
    data: bytes
    fault: str = ""

    @property
    def name(self) -> str:
        """The file's name as text to print."""
        return display_name(self.path)


def sources(
    paths: Iterable[Path], skipped: Path, language: str, known: Collection[Path] = ()
) -> list[Source]:
    """Every input under the paths, once, in the order of their names; the output folder is passed over.

    ``known``: what was an input before is one whatever it holds now: it may be empty, damaged or half saved.
    Raises RequestError for a path that is not there.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise RequestError(say(language, "building.no_path", name=display_name(path)))
        for source in sorted(_sources(path, real(skipped)), key=_links_last):
            place = real(source.path)
            if source.fault or is_input(source.data) or place in known or source.path == path:
                found.setdefault(place, source)
    return sorted(found.values(), key=lambda each: (each.folder.parts, each.path.parts))


def _links_last(source: Source) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """Of a file and the links to it the file counts."""
    return os.path.islink(source.path), source.folder.parts, source.path.parts  # noqa: PTH114 (never raises)


def real(path: Path) -> Path:
    """Where a path leads in the end; unlike ``resolve`` without a complaint of links that lead to themselves."""
    return Path(os.path.realpath(path))


def source_name(path: Path, folder: Path) -> str:
    """An input's path from the output folder: the same wherever both are moved together."""
    return Path(os.path.relpath(real(path), real(folder))).as_posix()


def state_of(name: str) -> str:
    """The hash of a file that was leaned on; "" for none; of a link where it leads, for what lies there is not read."""
    try:
        if os.path.islink(name):  # noqa: PTH114 (never raises)
            return f"→ {os.readlink(name)}"  # noqa: PTH115 (a text)
        return digest(read_regular(name, BYTES))
    except OSError:
        return ""


def still_holds(source: Source) -> bool:
    """True if an input is at this moment what it was when it was read."""
    try:
        return read_head(source.path, BYTES + 1) == source.data
    except OSError:
        return False


def is_gone(path: Path) -> bool:
    """True if there is nothing under a name; what cannot be looked at just now is not gone."""
    try:
        path.lstat()
    except OSError as fault:
        return fault.errno in (errno.ENOENT, errno.ENOTDIR)
    return False


def _sources(path: Path, skipped: Path) -> Iterator[Source]:
    if not os.path.isdir(path):  # noqa: PTH112 (pathlib's raises where a folder cannot be opened)
        yield _read(path, Path())
        return
    root = real(path)
    for file, folder, fault in _walk(path, skipped):
        is_inside = real(file).is_relative_to(root)
        if fault == "link_folder" and is_inside:
            continue  # what lies there is found in its own place
        source = Source(file, folder, b"", fault or ("" if is_inside else "link_away"))
        source = source if source.fault else _well_named(_read(file, folder))
        if not (source.fault and file.name == BRAND_FILE) and source.fault != "vanished":
            yield source


def _walk(root: Path, skipped: Path) -> Iterator[tuple[Path, Path, str]]:
    """Files that may be inputs, each with its subfolder; hidden folders are passed over, no other in silence."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        inside = folder.relative_to(root)
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as fault:
            yield folder, inside, _fault(folder, fault)
            continue
        for entry in entries:
            path = folder / entry.name
            if _is_folder(entry):
                waiting += [] if entry.name.startswith(".") or real(path) == skipped else [path]
            elif _may_be_one(path, entries) and not (entry.name.startswith(".") and entry.is_symlink()):
                yield path, inside, ""
            elif entry.is_symlink() and _hides_clients(path):
                yield path, inside, "link_folder"


def _may_be_one(path: Path, entries: list[os.DirEntry[str]]) -> bool:
    """A workbook beside a file of its name was made from it, or became it: the file counts."""
    if path.suffix.lower() != ".xlsx":
        return path.suffix.lower() in SUFFIXES
    names = {entry.name for entry in entries}
    return not any(f"{path.stem}{ending}" in names for ending in _TEXTS)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _well_named(source: Source) -> Source:
    """Documents are called after their input and its folders, so these must have names that can be written."""
    try:
        os.fsencode(source.folder / source.path.name).decode()
    except UnicodeDecodeError:
        return replace(source, data=b"", fault="ill_name") if is_input(source.data) else source
    return source


def _hides_clients(link: Path) -> bool:
    """True if files that may be inputs lie behind a link to a folder; they are not read, only their names are."""
    count = 0
    for _, names, files in os.walk(link):
        if any(Path(name).suffix.lower() in SUFFIXES for name in files):
            return True
        count += len(names) + len(files)
        if count > _LISTED:
            return True
    return False


def _read(file: Path, folder: Path) -> Source:
    """An input with its bytes, one more than the limit at most, so that loading can refuse it; or why it has none."""
    try:
        return Source(file, folder, read_head(file, BYTES + 1))
    except OSError as fault:
        return Source(file, folder, b"", _fault(file, fault))


def _fault(file: Path, fault: OSError) -> str:
    if fault.errno == errno.ELOOP:
        return "link_loop"
    if fault.errno == errno.ENOENT:
        return "link_nowhere" if os.path.islink(file) else "vanished"  # noqa: PTH114
    return reason(fault)
