"""The file of a workbook before anything in it is read: what it is, and whether it may do harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from conceptgen.input.files import OLE, ZIP
from conceptgen.input.findings_report import NOWHERE, Report

_MEGABYTE: Final = 1024 * 1024
_PART: Final = 40 * _MEGABYTE
_WHOLE: Final = 80 * _MEGABYTE
_ENTRIES: Final = 2_000
_RATIO, _RATIO_FROM = 200, _MEGABYTE
CELLS: Final = 200_000
"""Cells with something in them that all sheets together may have."""
_EMPTY: Final = 800_000
"""Cells with nothing but a look: some programs write thousands of them."""
_MAY_BE_MARKED = re.compile(r"xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml")
"""Texts stand in a part of their own, or (as some programs write them) in the sheets."""
_HARM = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?>")


def is_ours(data: bytes) -> bool:
    """Whether an archive holds sheets of ours, going by their marks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [each for each in archive.infolist() if _MAY_BE_MARKED.fullmatch(each.filename)]
            return any(
                each.file_size <= _PART and b"conceptgen:" in archive.read(each) for each in parts[:_ENTRIES]
            )
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        return False


def is_fit(data: bytes, report: Report) -> bool:
    """Whether a workbook may be read; what speaks against it is told in one line."""
    code, variant = _refusal(data)
    if code:
        report.add(code, NOWHERE, variant, limit=CELLS)
    return not code


def _refusal(data: bytes) -> tuple[str, str]:
    if data.startswith(OLE):
        return "E-XLS-01", "old"
    if not data.startswith(ZIP):
        return "E-XLS-01", "other"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inside(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return "E-XLS-01", "damaged"


def _inside(archive: zipfile.ZipFile) -> tuple[str, str]:
    listed = archive.infolist()
    names = {each.filename for each in listed}
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        return "E-XLS-01", _format(archive, names)
    if any(each.flag_bits & 1 for each in listed):
        return "E-XLS-01", "old"
    if len(names) < len(listed) or len(listed) > _ENTRIES or _is_swollen(listed):
        return "E-XLS-02", "swollen"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "E-XLS-02", "macros"
    if any(name.startswith("xl/externalLinks/") for name in names):
        return "E-XLS-02", "links"
    cells = empty = 0
    for each in listed:
        if each.filename.lower().endswith((".xml", ".rels", ".vml")):
            content = archive.read(each)
            if _HARM.search(content) or content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")):
                return "E-XLS-02", "entities"
            if each.filename.startswith("xl/worksheets/"):
                found = _CELL.findall(content)
                bare = sum(tag.endswith(b"/>") for tag in found)
                cells, empty = cells + len(found) - bare, empty + bare
    return ("E-XLS-02", "rows") if cells > CELLS or empty > _EMPTY else ("", "")


def _is_swollen(listed: list[zipfile.ZipInfo]) -> bool:
    return sum(each.file_size for each in listed) > _WHOLE or any(
        each.file_size > _PART
        or (each.file_size > _RATIO_FROM and each.file_size > _RATIO * max(1, each.compress_size))
        for each in listed
    )


def _format(archive: zipfile.ZipFile, names: set[str]) -> str:
    """Which other format an archive has."""
    if "xl/workbook.bin" in names:
        return "binary"
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        return "open"
    return "numbers" if any(name.startswith("Index/") for name in names) else "other"
