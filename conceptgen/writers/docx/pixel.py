"""A picture of one dot, drawn out to any size."""

from __future__ import annotations

import struct
import zlib


def pixel(colour: str) -> bytes:
    """A PNG of one dot of a colour, told as ``RRGGBB``."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + bytes.fromhex(colour))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
