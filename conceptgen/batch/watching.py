"""Building again at each save, until stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from conceptgen.batch.report import Report
from conceptgen.batch.run import Build, Plan
from conceptgen.errors import ConceptgenError

PATIENCE = 2000
"""Milliseconds without a notice after which we look ourselves."""


def builds(
    planned: Callable[[], Plan], beside: tuple[Path, ...], build: Callable[[Plan], Build]
) -> Iterator[Report | ConceptgenError]:
    """The report of a build now, and of one more after each save under the paths; many saves at once are one.

    The plan is made anew each time: ``beside`` are files it is made of. A build that could not be is told, and the
    next save tries again. A notice of the system only makes us look sooner: some disks send none.
    """
    from watchfiles import watch

    plan = planned()
    # An editor may put a new file in the place of the old one, so the folder is watched in place of the file.
    folders = {(path if path.is_dir() else path.parent).resolve() for path in plan.paths}
    files = {path.resolve() for path in beside}
    watched = {*folders, *(path.parent for path in files)}
    known = _seen(folders, files, plan.folder.resolve())
    yield build(plan).run()
    for _ in watch(*watched, debounce=400, step=50, rust_timeout=PATIENCE, yield_on_timeout=True):
        seen = _seen(folders, files, plan.folder.resolve())
        if seen != known:
            known = seen
            try:
                yield build(replace(planned(), force=False)).run()
            except ConceptgenError as fault:
                yield fault


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
