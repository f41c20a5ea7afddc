"""Temporary files in one folder that goes when the work is done; what a killed run left, the next one removes."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "conceptgen-"
_ALIVE = "alive"
_YOUNG = 3600.0
"""Seconds for which a folder whose lock is not there yet may be one that is just being made."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this user's alone. The lock in it is let go of by the system even when the run is killed."""
    from filelock import FileLock

    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with FileLock(folder / _ALIVE):
            _sweep(folder.parent)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    """Remove the folders of runs that are no more."""
    with suppress(OSError):
        for folder in place.glob(f"{PREFIX}*"):
            with suppress(OSError):
                if _is_ours(folder) and _is_forgotten(folder):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == getattr(os, "geteuid", lambda: 0)()


def _is_forgotten(folder: Path) -> bool:
    from filelock import FileLock, Timeout

    if not (folder / _ALIVE).exists():
        return not any(folder.iterdir()) and time.time() - folder.stat().st_mtime > _YOUNG
    try:
        with FileLock(folder / _ALIVE, blocking=False):
            return True
    except Timeout:
        return False
