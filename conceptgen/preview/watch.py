"""Saves of the file and of what lies beside it, as they come; many at once are one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

CALM = 100
"""Milliseconds without a save after which a row of saves is over."""
REST = 2.0
"""Seconds after which a save is no longer one of a row, and is answered at once; and between two looks unasked.

A network disk or a folder shared with another system tells nobody of a save.
"""

Folders = dict[Path, tuple[int, int]]
"""Folders with what tells one from another that was made in its place."""


def watch(folders: Callable[[], frozenset[Path]], saved: Callable[[], None], stop: Event) -> None:
    """Call ``saved`` after each save in the folders, and now and then without one, until ``stop`` is set.

    Which folders is asked again and again: one may be removed and made anew.
    """
    while not stop.is_set():
        watched = _there(folders())
        try:
            if watched:
                _watch(watched, lambda known=watched: known == _there(folders()), saved, stop)  # type: ignore[misc]
            else:
                saved()
        except OSError:
            saved()  # a folder that was removed before the watch began
        stop.wait(CALM / 1000)


def _there(folders: frozenset[Path]) -> Folders:
    found: Folders = {}
    for folder in folders:
        try:
            status = folder.stat()
        except OSError:
            continue
        found[folder] = (status.st_dev, status.st_ino)
    return found


def _watch(watched: Folders, is_all: Callable[[], bool], saved: Callable[[], None], stop: Event) -> None:
    from watchfiles import watch as changes

    # What was saved before the watch began is looked at too.
    is_due, last = True, time.monotonic()
    for found in changes(
        *watched,
        debounce=100,
        step=15,
        stop_event=stop,
        rust_timeout=CALM,
        recursive=False,
        raise_interrupt=False,
        yield_on_timeout=True,
    ):
        is_due = is_due or bool(found)
        has_rested = time.monotonic() - last > REST
        if has_rested or (is_due and not found):
            saved()
            is_due, last = False, time.monotonic()
        if not is_all():
            return
