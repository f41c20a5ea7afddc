"""One build of a folder at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conceptgen.batch.records import own_place
from conceptgen.errors import EnvironmentFault
from conceptgen.files import display_name, make_folder, translate_os_errors
from conceptgen.languages import say


@contextmanager
def folder_lock(folder: Path, language: str) -> Iterator[None]:
    """Hold the folder for this build; the system lets go of it even when the build is killed."""
    from filelock import FileLock, Timeout

    place = own_place(folder, language, "lock")
    make_folder(place.parent, language)
    lock = FileLock(place, blocking=False)
    with translate_os_errors(place, language):
        try:
            lock.acquire()
        except Timeout as fault:
            raise EnvironmentFault(say(language, "building.busy", name=display_name(folder))) from fault
    try:
        yield
    finally:
        lock.release()
