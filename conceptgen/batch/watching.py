"""Building again at each save, until stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from conceptgen.batch.inputs import real
from conceptgen.batch.plan import Plan
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build
from conceptgen.errors import ConceptgenError

CALM = 0.2
"""Seconds between two looks for a folder that was removed."""


def builds(
    planned: Callable[[], Plan], beside: tuple[Path, ...], build: Callable[[Plan], Build]
) -> Iterator[Report | ConceptgenError]:
    """The report of a build now, and of one more after each save under the paths; many saves at once are one.

    The plan is made anew each time: ``beside`` are files it is made of. A build that could not be is told, and the
    next save tries again. A notice of the system only makes us look sooner: some disks send none.
    """
    plan = planned()
    # An editor may put a new file in the place of the old one, so the folder is watched in place of the file.
    folders = {real(path if path.is_dir() else path.parent) for path in plan.paths}
    files = {real(path) for path in beside}
    known = _seen(folders, files, real(plan.folder))
    yield build(plan).run()
    for is_there in _looks(folders | {path.parent for path in files}):
        seen = _seen(folders, files, real(plan.folder))
        if seen != known or not is_there:
            known = seen
            try:
                yield build(replace(planned(), force=False)).run()
            except ConceptgenError as fault:
                yield fault


def _looks(folders: set[Path]) -> Iterator[bool]:
    """When to look, time after time; False when a folder is gone, or is there again as another one."""
    from watchfiles import watch

    while True:
        watched = _there(folders)
        with suppress(OSError):  # a folder may be removed before the watch begins
            for _ in watch(*watched, debounce=400, step=50, rust_timeout=1000, yield_on_timeout=True):
                yield True
                if _there(folders) != watched:
                    break
        yield False
        if not _there(folders):
            while not _there(folders):
                time.sleep(CALM)
            yield False


def _there(folders: set[Path]) -> dict[Path, int]:
    """The folders there are, each with what tells it from another that is made in its place."""
    found = {}
    for folder in folders:
        with suppress(OSError):
            found[folder] = folder.stat().st_ino
    return found


def _seen(folders: set[Path], files: set[Path], out: Path) -> dict[str, tuple[int, int]]:
    """Time and size of every file that may matter; hidden folders and our own are passed over."""
    seen = {}
    for file in (*files, *(found for folder in folders for found in _files(folder, out))):
        with suppress(OSError):
            state = file.stat()
            seen[str(file)] = (state.st_mtime_ns, state.st_size)
    return seen


def _files(folder: Path, out: Path) -> Iterator[Path]:
    for root, names, files in os.walk(folder):
        here = Path(root)
        names[:] = [name for name in names if not name.startswith(".") and here / name != out]
        yield from (here / name for name in files)
