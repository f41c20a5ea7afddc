"""Saves of the file and of what lies beside it, as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event


def watch(paths: Iterable[Path], saved: Callable[[set[Path]], None], stop: Event) -> None:
    """Call ``saved`` after each save under the paths, many saves at once as one, until ``stop`` is set."""
    from watchfiles import watch as changes

    for found in changes(
        *paths,
        debounce=100,
        step=20,
        stop_event=stop,
        rust_timeout=500,
        raise_interrupt=False,
        yield_on_timeout=False,
    ):
        saved({Path(name) for _, name in found})
