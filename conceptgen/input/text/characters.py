"""Characters that do not belong in a text: control characters, invisible marks, odd spaces, garbled runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

ODD_SPACES = frozenset("\u00a0\u1680\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
"""Spaces that look right and are not the space of the keyboard."""

_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
_DIRECTIONS = frozenset(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_AS_1251 = "".join(bytes([b]).decode("cp1251") for b in range(0x80, 0xC0) if b != 0x98)
_AS_1252 = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xC0))

UNFIT = frozenset(
    chr(code)
    for ranges in (
        (0, 9),
        (0xB, 0xD),
        (0xE, 0x20),
        (0x7F, 0x85),
        (0x86, 0xA0),
        (0xD800, 0xE000),
        (0xFDD0, 0xFDF0),
    )
    for code in range(*ranges)
) | frozenset(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
"""What Word and PDF cannot hold: control characters, lone halves of a character, no characters at all."""

SUSPECT = _DIRECTIONS | frozenset("\u200b\u200c\u200d\u2060\ufeff\ufffdÐÑâЂЃѓ†‡€Ђђ°±Ііґµ¶јЅѕїЇЌќЏџЉЊљњ")
"""Only a text with one of these needs the closer look."""

BAD = re.compile(f"[{re.escape(''.join(sorted(UNFIT)))}]")
DIRECTION = re.compile(f"[{''.join(sorted(_DIRECTIONS))}]")
# Joiners are part of emoji and of some scripts; between Latin or Cyrillic letters they are dirt.
ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]|(?<=[A-Za-zА-Яа-яЁё])[\u200c\u200d]")
ODD_IN_KEY = re.compile(f"[{''.join(sorted(ODD_SPACES | _INVISIBLE))}]")

_ODD = "".join(sorted(ODD_SPACES))
ODD_PLACE = re.compile(
    rf"^(?:[ \t]*[{_ODD}][ \t{_ODD}]*(?=-[ \n]|[\w-]+:(?:\s|\Z)|\#|$)"  # stands for indentation
    rf"|[ ]*(?:-[ ]+)*(?:[A-Za-z_][\w-]*:|-)[{_ODD}]+)",  # or follows the colon or the hyphen
    re.MULTILINE,
)

MOJIBAKE = re.compile(
    rf"(?:[РС][{re.escape(_AS_1251)}])(?:[РС][{re.escape(_AS_1251)}\x98])+|в„[–ў]|вЂ[{re.escape(_AS_1251)}]"
    rf"|(?:[ÐÑ][{re.escape(_AS_1252)}\x80-\xbf]){{2,}}|â€[{re.escape(_AS_1252)}]|\ufffd+"
)

_ESCAPE = re.compile(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8})|(?P<short>.))",
    re.DOTALL,
)
_SHORT = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27}


def bad_escapes(written: str) -> Iterator[tuple[int, int]]:
    """Offset and code point of each escape (``\\0``, ``\\ud800``) that stands for a bad character."""
    for match in _ESCAPE.finditer(written):
        digits = match["x"] or match["u"] or match["long"]
        code = int(digits, 16) if digits else _SHORT.get(match["short"] or "", 0x20)
        if code > 0x10FFFF or chr(code) in UNFIT:
            yield match.start(), code


def join_surrogates(line: str) -> str:
    """The line with paired escapes written as the character they mean, and without lone ones."""
    line = _ESCAPE.sub(lambda m: _joined(m["pair"]) if m["pair"] else m[0], line)
    return _ESCAPE.sub(lambda m: "" if (m["u"] or "").lower().startswith(_HALVES) else m[0], line)


_HALVES = ("d8", "d9", "da", "db", "dc", "dd", "de", "df")


def _joined(pair: str) -> str:
    return (
        (chr(int(pair[2:6], 16)) + chr(int(pair[8:12], 16)))
        .encode("utf-16", "surrogatepass")
        .decode("utf-16")
    )


def unscrambled(run: str) -> str:
    """What a mis-decoded run most likely said, or nothing."""
    for wrong in ("cp1251", "cp1252"):
        try:
            return run.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
    return ""
