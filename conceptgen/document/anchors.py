"""Anchors of headings from their words: a link to a section goes on leading there when others are added."""

from __future__ import annotations

import re
from collections.abc import Container
from unicodedata import normalize

_LETTERS = str.maketrans(
    dict(
        zip(
            "абвгдезийклмнопрстуфыэ",
            "abvgdeziyklmnoprstufye",
            strict=True,
        ),
        ж="zh", х="kh", ц="ts", ч="ch", ш="sh", щ="shch", ю="yu", я="ya", ё="e", ь="", ъ="",
    )
)  # fmt: skip
_OTHER = re.compile("[^a-z0-9]+")
_OF_THE_PAGE = re.compile(r"main-text|notes-title|(?:note|call)-\d+|.*-caption")
"""Anchors that the page has for itself."""
_LONGEST = 40
"""Letters of an anchor, so that a link fits a line of a letter."""


def anchor(words: str, taken: Container[str], bare: str) -> str:
    """«tsel-dokumenta»: the words in Latin letters, with a number where they are taken; ``bare`` where none is left."""
    latin = normalize("NFKD", words.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    name = _OTHER.sub("-", latin)[:_LONGEST].strip("-") or bare
    found, count = name, 1
    while found in taken or _OF_THE_PAGE.fullmatch(found):
        count += 1
        found = f"{name}-{count}"
    return found
