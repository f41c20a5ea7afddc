"""A file's bytes, read once and only if it is a file of a sensible size; what is wrong with it as a finding."""

from __future__ import annotations

import errno
from pathlib import Path

from conceptgen.findings import Finding
from conceptgen.input import limits
from conceptgen.input.findings_report import NOWHERE, Report
from conceptgen.languages import USUAL
from conceptgen.safe_read import read_regular

_REASONS = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EISDIR: "directory",
    errno.ENXIO: "special",
}
BRAND_FILE = "brand.yaml"
"""The brand that lies beside an input."""
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How an archive begins, as a workbook is one, and how files of older programs do."""
TABLES = ("xlsx", "xlsm", "xls", "xlsb", "ods", "numbers")


def read_file(
    path: Path | str, language: str = USUAL, limit: int = limits.BYTES
) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a file, or None and a finding; a folder, a device, a huge file are refused unread."""
    report = Report(str(path), language)
    try:
        return read_regular(path, limit), report.findings
    except OSError as fault:
        _tell(path, fault, report, limit)
        return None, report.findings


def _tell(path: Path | str, fault: OSError, report: Report, limit: int) -> None:
    if fault.errno == errno.EFBIG:
        report.add("E-LIM-01", NOWHERE, limit=limit // 1024 // 1024)
        return
    # On Windows a folder cannot be opened at all.
    is_folder = isinstance(fault, PermissionError) and Path(path).is_dir()
    report.add("E-FIL-01", NOWHERE, "directory" if is_folder else reason(fault), file=path)


def reason(fault: OSError) -> str:
    """Why a file could not be read, as the language files call it."""
    return _REASONS.get(fault.errno or 0, "other")


def is_workbook(data: bytes, name: str) -> bool:
    """Whether a file is to be read as a workbook: it is an archive, or calls itself one."""
    ending = name.lower().rpartition(".")[2]
    return data.startswith((ZIP, OLE)) or ending in TABLES
