"""Which characters of a document our PDF fonts lack: they would come from whatever font the machine has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.origin import Origin
from conceptgen.writers.pdf import fonts

UNDRAWN = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


def missing(document: Document, look: Look = DEFAULT_LOOK) -> dict[str, str]:
    """Each character the fonts lack with its code and name: ``{"→": "U+2192 RIGHTWARDS ARROW"}``."""
    used = {char for text in _texts((document, look.brand.footer)) for char in text}
    lacking = sorted(char for char in used - UNDRAWN - drawn() if not char.isspace())
    return {char: f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in lacking}


@cache
def drawn() -> frozenset[str]:
    """The characters that every font file of ours has; those of private use mean nothing to a reader."""
    from fontTools.ttLib import TTFont

    tables = [TTFont(path, lazy=True).getBestCmap() or {} for path in fonts.files().values()]
    common = map(chr, set(tables[0]).intersection(*tables[1:]))
    return frozenset(char for char in common if unicodedata.category(char) != "Co")


def _texts(item: object) -> Iterator[str]:
    """Every text of a tree; addresses are not printed."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from _texts(part)
    elif is_dataclass(item) and not isinstance(item, Origin):
        for each in fields(item):
            yield from _texts(getattr(item, each.name))
