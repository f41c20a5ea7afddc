"""Bytes → text: UTF-8 only; anything else is named, as far as can be guessed, with its first wrong byte."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conceptgen.input.findings_report import Place, Report

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
# Longer than need be, or half a character: the work of a broken program, not of another encoding.
_FORBIDDEN = re.compile(rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_CYRILLIC = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866"}
_CYRILLIC_WORD = re.compile(rb"[\xc0-\xff\xa8\xb8]{3,}|[\x80-\xaf\xe0-\xf1]{4,}")
"""Letters of a word in the encodings above; quotes and dots of Windows-1252 beside an accented letter are none."""
_FREQUENT = frozenset("оеаинтсрвлкмдпу")


def decode(data: bytes, report: Report) -> str | None:
    """The text of the file, or None and a finding."""
    if data.startswith(_BINARY):
        report.add("E-ENC-01", (1, 1), "binary")
        return None
    if data.startswith(_UTF32):
        report.add("E-ENC-01", (1, 1), "other", encoding="UTF-32")
        return None
    if data.startswith(_UTF16) or _looks_utf16(data):
        report.add("E-ENC-01", (1, 1), "other", encoding="UTF-16")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report(data, error.start, report)
        return None


def _looks_utf16(data: bytes) -> bool:
    head = data[:4000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    return odd + even >= max(4, len(head) // 20) and min(odd, even) * 10 <= max(odd, even)


def _report(data: bytes, first: int, report: Report) -> None:
    at, byte = _place(data, first), f"{data[first]:02X}"
    if len(data) - first < 4 and data[first] >= 0xC2 and all(0x80 <= b < 0xC0 for b in data[first + 1 :]):
        report.add("E-ENC-01", at, "cut")
    elif _FORBIDDEN.match(data, first) or _is_mostly_utf8(data):
        report.add("E-ENC-01", at, "damaged", byte=byte)
    else:
        report.add("E-ENC-01", at, "other", encoding=_guess(data))


def _place(data: bytes, offset: int) -> Place:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    return before.count(b"\n") + 1, column


def _is_mostly_utf8(data: bytes) -> bool:
    text = data[:200_000].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - broken > 4 * broken or not re.search(
        rb"[\x80-\xbf\xc2-\xff]", data
    )


def _guess(data: bytes) -> str:
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not _CYRILLIC_WORD.search(data):
        return "Windows-1252"
    head = data[:100_000]
    return _CYRILLIC[max(_CYRILLIC, key=lambda name: _count(_FREQUENT, head.decode(name, "replace")))]


def _count(letters: frozenset[str], text: Iterable[str]) -> int:
    return sum(c in letters for c in text)
