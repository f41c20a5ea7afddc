"""Building again at each save, until stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from conceptgen.batch.inputs import real
from conceptgen.batch.records import FOLDER
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build, Plan
from conceptgen.errors import ConceptgenError

CALM = 0.2
"""Seconds between two looks for a folder that was removed."""


def builds(
    planned: Callable[[], Plan], beside: tuple[Path, ...], build: Callable[[Plan], Build]
) -> Iterator[Report | ConceptgenError]:
    """The report of a build now, and of one more after each save under the paths; many saves at once are one.

    The plan is made anew each time: ``beside`` are files it is made of. A build that could not be is told, and the
    next save tries again.
    """
    plan = planned()
    yield build(plan).run()
    # An editor may put a new file in the place of the old one, so the folder is watched in place of the file.
    folders = {real(path if path.is_dir() else path.parent) for path in plan.paths}
    files = {real(path) for path in beside}
    for saved in _saves(folders | {path.parent for path in files}):
        if (
            saved is None
            or saved & files
            or any(_matters(path, folders, real(plan.folder)) for path in saved)
        ):
            try:
                yield build(replace(planned(), force=False)).run()
            except ConceptgenError as fault:
                yield fault


def _saves(folders: set[Path]) -> Iterator[set[Path] | None]:
    """What was saved, time after time; None when a folder is gone, or is there again as another one."""
    from watchfiles import watch

    while True:
        watched = _there(folders)
        with suppress(OSError):  # a folder may be removed before the watch begins
            for changes in watch(*watched, debounce=400, step=50, rust_timeout=1000, yield_on_timeout=True):
                if changes:
                    yield {Path(name) for _, name in changes}
                if _there(folders) != watched:
                    break
        yield None
        if not _there(folders):
            while not _there(folders):
                time.sleep(CALM)
            yield None


def _there(folders: set[Path]) -> dict[Path, int]:
    """The folders there are, each with what tells it from another that is made in its place."""
    found = {}
    for folder in folders:
        with suppress(OSError):
            found[folder] = folder.stat().st_ino
    return found


def _matters(path: Path, folders: set[Path], out: Path) -> bool:
    is_ours = path.is_relative_to(out) or FOLDER in path.parts
    return not is_ours and any(path.is_relative_to(folder) for folder in folders)
