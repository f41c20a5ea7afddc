"""One build of a folder at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conceptgen.batch.records import own_place
from conceptgen.errors import EnvironmentFault
from conceptgen.files import make_folder, plain_faults, shown
from conceptgen.languages import say


@contextmanager
def only_one(folder: Path, language: str) -> Iterator[None]:
    """Hold the folder for this build; the system lets go of it even when the build is killed."""
    from filelock import FileLock, Timeout

    place = own_place(folder, language, "lock")
    make_folder(place.parent, language)
    lock = FileLock(place, blocking=False)
    with plain_faults(place, language):
        try:
            lock.acquire()
        except Timeout as fault:
            raise EnvironmentFault(say(language, "building.busy", name=shown(folder))) from fault
    try:
        yield
    finally:
        lock.release()
