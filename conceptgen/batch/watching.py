"""Building again at each save, until stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from conceptgen.batch.records import FOLDER
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build, Plan
from conceptgen.errors import ConceptgenError


def builds(
    planned: Callable[[], Plan], beside: tuple[Path, ...], build: Callable[[Plan], Build]
) -> Iterator[Report | ConceptgenError]:
    """The report of a build now, and of one more after each save under the paths; many saves at once are one.

    The plan is made anew each time: ``beside`` are files it is made of. A build that could not be is told, and the
    next save tries again.
    """
    from watchfiles import watch

    plan = planned()
    yield build(plan).run()
    # An editor may put a new file in the place of the old one, so the folder is watched in place of the file.
    folders = {(path if path.is_dir() else path.parent).resolve() for path in plan.paths}
    files = {path.resolve() for path in beside}
    out = plan.folder.resolve()
    for changes in watch(*folders, *(path.parent for path in files), debounce=400, step=50):
        saved = {Path(name) for _, name in changes}
        if saved & files or any(_matters(path, folders, out) for path in saved):
            try:
                yield build(replace(planned(), force=False)).run()
            except ConceptgenError as fault:
                yield fault


def _matters(path: Path, folders: set[Path], out: Path) -> bool:
    is_ours = path.is_relative_to(out) or FOLDER in path.parts
    return not is_ours and any(path.is_relative_to(folder) for folder in folders)
