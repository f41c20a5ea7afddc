"""The one way to read a file somebody else names: a regular file of a sensible size, opened without waiting.

A pipe, a device, a folder are refused before a byte is read; of a huge file no more is read than fits.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_CHUNK = 1 << 20


def read_regular(path: Path | str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes. Raises OSError: EISDIR, ENXIO (special), EFBIG, …"""
    data = read_head(path, limit + 1)
    if len(data) > limit:
        raise _fault(errno.EFBIG, path)
    return data


def read_head(path: Path | str, size: int) -> bytes:
    """At most so many of the first bytes of a regular file. Raises OSError like ``read_regular``."""
    try:
        # Without blocking: opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError as fault:  # a NUL in the name
        raise _fault(errno.EINVAL, path) from fault
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise _fault(errno.EISDIR if stat.S_ISDIR(mode) else errno.ENXIO, path)
        return _bytes(handle, size)
    finally:
        os.close(handle)


def _fault(number: int, path: Path | str) -> OSError:
    return OSError(number, os.strerror(number), str(path))


def _bytes(handle: int, size: int) -> bytes:
    # Some files grow while they are read, and those of /proc say they are empty: the size said is not asked for.
    data = bytearray()
    while len(data) < size and (chunk := os.read(handle, min(_CHUNK, size - len(data)))):
        data += chunk
    return bytes(data)
