"""The file as an archive: whether it is a Word document at all, and of a size that does no harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.docx.template.style_ids import part_of_kind

Parts = dict[str, bytes]
MEGABYTE: Final = 1024 * 1024
FILE: Final = 10 * MEGABYTE
ENTRIES: Final = 5_000
PART: Final = 20 * MEGABYTE
WHOLE: Final = 100 * MEGABYTE
RATIO: Final = 200
RATIO_FROM: Final = MEGABYTE
"""Small parts may shrink as much as they like."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAIN: Final = b"wordprocessingml.document.main+xml"


def unpack(data: bytes, report: Report) -> Parts | None:
    """The parts of the file by name; None where it is no archive, or one that must not be unpacked."""
    if len(data) > FILE:
        refuse_size(report)
    elif not data:
        report.add("E-TPL-01", "empty")
    elif data.startswith(_OLE):
        report.add(*(("E-TPL-03",) if _ENCRYPTED in data else ("E-TPL-01", "old")))
    elif not zipfile.is_zipfile(io.BytesIO(data)):
        report.add("E-TPL-01", "damaged" if data.startswith(b"PK") else "other")
    else:
        return _read(data, report)
    return None


def refuse_size(report: Report) -> None:
    """Say that the file is too large to be looked at."""
    report.add("E-TPL-02", "file", limit=FILE // MEGABYTE)


def _read(data: bytes, report: Report) -> Parts | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if _refused(entries, report):
                return None
            return {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        report.add("E-TPL-01", "damaged")
        return None


def parts_of(data: bytes) -> Parts:
    """The parts of a file that is known to be sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """A file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def _refused(entries: list[zipfile.ZipInfo], report: Report) -> bool:
    """What the list of entries alone says against unpacking them."""
    before = len(report.findings)
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        report.add("E-TPL-03")
    if len(set(names)) < len(names) or any(".." in name.split("/") or name.startswith("/") for name in names):
        report.add("E-TPL-01", "damaged")
    if len(entries) > ENTRIES:
        report.add("E-TPL-02", "entries", limit=ENTRIES)
    if sum(entry.file_size for entry in entries) > WHOLE:
        report.add("E-TPL-02", "whole", limit=WHOLE // MEGABYTE)
    elif large := next(filter(_is_swollen, entries), None):
        report.add("E-TPL-02", "part", part=large.filename, limit=PART // MEGABYTE)
    return len(report.findings) > before


def _is_swollen(entry: zipfile.ZipInfo) -> bool:
    ratio = entry.file_size / max(1, entry.compress_size)
    return entry.file_size > PART or (entry.file_size > RATIO_FROM and ratio > RATIO)


def is_document(parts: Parts, report: Report) -> bool:
    """True if it is a document as Word saves it usually, and not a workbook or a file for templates."""
    kinds = parts.get("[Content_Types].xml", b"")
    if any(b"purl.oclc.org/ooxml" in parts.get(name, b"") for name in ("_rels/.rels", "word/document.xml")):
        report.add("E-TPL-01", "strict")
    elif b"wordprocessingml.template.main+xml" in kinds:
        report.add("E-TPL-01", "dotx")
    elif _MAIN in kinds:
        if part_of_kind(parts, "document.main") in parts:
            return True
        report.add("E-TPL-01", "damaged")
    elif b"ms-word." not in kinds:  # with macros: said already
        report.add("E-TPL-01", "other")
    return False


def opens(data: bytes) -> bool:
    """True if the library that writes documents can open it: the last word on what holds together."""
    import docx

    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except Exception:
        # It fails in as many ways as a file can be broken, and has no name for them all.
        return False
    setup = body.sectPr
    return setup is not None and setup.pgSz is not None and setup.pgMar is not None
