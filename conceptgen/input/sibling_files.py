"""Files that an input names: only from its own folder, whatever the path, the link or the letter says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PureWindowsPath

from conceptgen.input.files import read_file

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


class Refused(Exception):
    """A file that may not be read, or cannot; ``variant`` says why, as the language files call it."""

    def __init__(self, variant: str) -> None:
        super().__init__(variant)
        self.variant = variant


def find(written: str, folder: Path | None) -> Path:
    """The file meant by a path written in a file of ``folder`` (None: in no file). Raises Refused."""
    if _URL.match(written):
        raise Refused("url")
    if folder is None:
        raise Refused("nowhere")
    path = Path(written)
    # A drive or a backslash means the same on every system, so that a project stays movable.
    windows = PureWindowsPath(written)
    if "\0" in written or path.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        raise Refused("outside")
    try:
        root, found = folder.resolve(), (folder / path).resolve()
        is_there = found.exists()
    except (OSError, RuntimeError) as fault:
        raise Refused("other") from fault
    if not found.is_relative_to(root):
        raise Refused("outside")
    if not is_there:
        _tracked.get({})[found] = None
        raise Refused("hint")
    return found


def read(path: Path) -> bytes:
    """The bytes of a file that was found. Raises Refused."""
    data, _ = read_file(path)
    _tracked.get({})[path] = data
    if data is None:
        raise Refused("other")
    return data


_tracked: ContextVar[dict[Path, bytes | None]] = ContextVar("noted")


@contextmanager
def track_reads() -> Iterator[dict[Path, bytes | None]]:
    """What is read while this is open, by path: what an input leans on; None for what is looked for and not there."""
    found: dict[Path, bytes | None] = {}
    mark = _tracked.set(found)
    try:
        yield found
    finally:
        _tracked.reset(mark)
