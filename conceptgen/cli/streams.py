"""Standard output and error: any letter on any console, a reader that has gone away, progress in a terminal."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from conceptgen.cli.words import text
from conceptgen.visible import visible, visible_lines

WIDTH = 78


class Painted(str):
    """A line whose colours are ours; what it says of others was made visible before."""

    __slots__ = ()


def prepare() -> None:
    """Let the streams print any letter: UTF-8 where the locale is plain C, «?» where a code page lacks a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_plain = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_plain else None, errors="replace")


def write_line(line: str) -> None:
    """Print a line of the result at once."""
    with _tolerate_closed_pipe(sys.stdout) as stream:
        stream.write(f"{_harmless(line)}\n")
        stream.flush()


def write_bytes(data: bytes) -> None:
    """Print a file as it is: its bytes are not the console's to change."""
    with _tolerate_closed_pipe(sys.stdout) as stream:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()


def write_error(line: str) -> None:
    """Print a line about the work."""
    with _tolerate_closed_pipe(sys.stderr) as stream:
        stream.write(f"{_harmless(line)}\n")
        stream.flush()


def _harmless(line: str) -> str:
    return line if isinstance(line, Painted) else visible_lines(line)


def is_colourful() -> bool:
    """True if the result goes to a terminal that shows colours to a reader who wants them (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if sys.platform == "win32" and not os.environ.get("WT_SESSION"):
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def is_watched() -> bool:
    """True if what is said about the work goes to a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def status_line(line: str) -> None:
    """Show in a terminal a line that the next one takes the place of; an empty one wipes it off."""
    if is_watched():
        print(f"\r{visible(line)[:WIDTH]:{WIDTH}}", end="\r", file=sys.stderr, flush=True)


@contextmanager
def progress(line: str) -> Iterator[None]:
    """Show in a terminal what is being done, and wipe it off afterwards."""
    if not is_watched():
        yield
        return
    line = visible(line)
    print(line, end="\r", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print(" " * len(line), end="\r", file=sys.stderr, flush=True)


@contextmanager
def _tolerate_closed_pipe(stream: TextIO | None) -> Iterator[TextIO]:
    """A closed stream, or a reader that has seen enough (``| head``), is no reason to stop the work."""
    if stream is None:
        yield io.TextIOWrapper(io.BytesIO(), "utf-8")
        return
    try:
        yield stream
    except BrokenPipeError:
        _discard_rest(stream)
    except OSError as fault:
        from conceptgen.errors import EnvironmentFault

        _discard_rest(stream)
        raise EnvironmentFault(text("unsaid", reason=fault.strerror)) from fault


def _discard_rest(stream: TextIO) -> None:
    """Send what is left in the stream nowhere, or Python would complain of it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
