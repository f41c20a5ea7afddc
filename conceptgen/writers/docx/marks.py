"""Bookmarks around what prints the input: whoever reads the file back finds each value again, edited or not.

A bookmark is named after the address of its value alone, so that it stays when others are added or reordered: ``cg_``
and twelve signs, with ``_2``, ``_3`` for further prints of the value. It holds the runs of one value in one paragraph.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

PREFIX: Final = "cg_"
_NAME_LENGTH: Final = 12
_DIGEST_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Print:
    """One place that prints a value: its bookmark, the address of the value, the fingerprint of what stands there."""

    bookmark: str
    address: str
    fingerprint: str


@dataclass
class Marks:
    """The prints of one document in order of writing."""

    prints: list[Print] = field(default_factory=list)
    _uses: Counter[str] = field(default_factory=Counter)

    def add(self, address: str, text: str) -> str:
        """Note one more print of a value and name its bookmark."""
        stem = stem_of(address)
        self._uses[stem] += 1
        name = stem if self._uses[stem] == 1 else f"{stem}_{self._uses[stem]}"
        self.prints.append(Print(name, address, fingerprint(text)))
        return name


def stem_of(address: str) -> str:
    """The bookmark of the first print of a value."""
    return PREFIX + hashlib.sha256(address.encode()).hexdigest()[:_NAME_LENGTH]


def fingerprint(text: str) -> str:
    """What tells whether the printed text was edited; kinds and numbers of spaces do not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]
