"""Bookmarks around what prints the input: whoever reads the file back finds each value again, edited or not.

A bookmark is named after the address of its value and of the reference through which it is printed, so that it stays
when others are added or reordered: ``_cg`` and twelve signs, with ``_2``, ``_3`` for further prints of the same. It
holds the runs of one value in one paragraph. Word hides names that begin with an underscore.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from conceptgen.origin import Origin

PREFIX: Final = "_cg"
OLD_PREFIX: Final = "cg_"
"""What names began with in maps of format 1."""
_NAME_LENGTH: Final = 12
_DIGEST_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Print:
    """One place that prints a value: its bookmark, the address of the value, the fingerprint of what stands there.

    ``via`` is the address of the reference because of which a name is printed: "" where it is a list put together from
    several, None where the value is printed for its own sake.
    """

    bookmark: str
    address: str
    fingerprint: str
    via: str | None = None


@dataclass
class Marks:
    """The prints of one document in order of writing."""

    prints: list[Print] = field(default_factory=list)
    _uses: Counter[str] = field(default_factory=Counter)

    def add(self, origin: Origin, text: str) -> str:
        """Note one more print of a value and name its bookmark."""
        address, via = origin.address, origin.via.address if origin.via else None
        stem = stem_of(address, via)
        self._uses[stem] += 1
        name = stem if self._uses[stem] == 1 else f"{stem}_{self._uses[stem]}"
        self.prints.append(Print(name, address, fingerprint(text), via))
        return name


def stem_of(address: str, via: str | None = None) -> str:
    """The bookmark of the first print of a value."""
    whole = address if via is None else f"{address} {via}"
    return PREFIX + hashlib.sha256(whole.encode()).hexdigest()[:_NAME_LENGTH]


def fingerprint(text: str) -> str:
    """What tells whether the printed text was edited; kinds and numbers of spaces do not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]
