"""A file's bytes, read once and only if it is a file of a sensible size."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from conceptgen.findings import Finding
from conceptgen.load import limits
from conceptgen.load.report import NOWHERE, Report

_REASONS = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EISDIR: "directory",
    errno.ENXIO: "special",
}


def read_file(path: Path | str, language: str = "ru") -> tuple[bytes | None, list[Finding]]:
    """The bytes of a file, or None and a finding; a folder, a device, a huge file are refused unread."""
    report = Report(str(path), language)
    try:
        # Without blocking: opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        report.add("E-FIL-01", NOWHERE, _reason(path, error), file=path)
        return None, report.findings
    try:
        return _read(handle, str(path), report), report.findings
    finally:
        os.close(handle)


def _reason(path: Path | str, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError) and Path(path).is_dir():
        return "directory"
    return _REASONS.get(getattr(error, "errno", None) or 0, "other")


def _read(handle: int, path: str, report: Report) -> bytes | None:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        kind = "directory" if stat.S_ISDIR(status.st_mode) else "special"
        report.add("E-FIL-01", NOWHERE, kind, file=path)
        return None
    try:
        data = b"" if status.st_size > limits.BYTES else _bytes(handle)
    except OSError:
        report.add("E-FIL-01", NOWHERE, "other", file=path)
        return None
    if status.st_size > limits.BYTES or len(data) > limits.BYTES:
        report.add("E-LIM-01", NOWHERE, limit=limits.BYTES // 1024 // 1024)
        return None
    return data


def _bytes(handle: int) -> bytes:
    data = bytearray()
    while len(data) <= limits.BYTES and (chunk := os.read(handle, 1 << 20)):
        data += chunk
    return bytes(data)
