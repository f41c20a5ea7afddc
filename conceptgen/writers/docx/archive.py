"""The archive a file of Office is: packed once, without anything of the moment or the machine."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from docx.opc.pkgwriter import _ContentTypesItem

_TYPES: Final = "[Content_Types].xml"
_FONT: Final = ".odttf"
"""Fonts of a template are the same in every document and take longer to pack than a short text."""


def parts_of(file: Any) -> dict[str, bytes]:
    """What a Word file consists of, by the names of its members; what the library would write when it saves."""
    package = file.part.package
    parts = list(package.iter_parts())
    types: Any = _ContentTypesItem
    found = {_TYPES: types.from_parts(parts).blob, "_rels/.rels": package.rels.xml}
    for part in parts:
        part.before_marshal()
        found[part.partname.membername] = part.blob
        if len(part.rels):
            found[part.partname.rels_uri.membername] = part.rels.xml
    return found


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The members as an archive: the same members give the same bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            entry.file_size = len(parts[name])
            with archive.open(entry, "w") as member:
                if name.endswith(_FONT):
                    _give_packed(member, parts[name])
                member.write(parts[name])
    return result.getvalue()


def same_bytes(archive: bytes) -> bytes:
    """The archive packed again."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return packed({name: old.read(name) for name in old.namelist()})


def _give_packed(member: Any, data: bytes) -> None:
    """Let a member take what was packed before; a Python that keeps its compressor elsewhere packs it anew."""
    member._compressor = _Ready(_deflated(data))


class _Ready:
    """In the place of a compressor: what it would give is there already."""

    def __init__(self, result: bytes) -> None:
        self._result = result

    def compress(self, _: bytes) -> bytes:
        return self._result

    def flush(self) -> bytes:
        return b""


@lru_cache(16)
def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
