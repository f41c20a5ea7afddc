"""What the blocks of two editions say, and how alike they are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any, Final

from conceptgen.exchange.redline.footnotes import Footnotes
from conceptgen.exchange.redline.tokens import text_of
from conceptgen.writers.docx.marks import PREFIX
from conceptgen.writers.docx.xml import W

_SPACES: Final = re.compile(r"[^\S\n\t]+")
LEAST: Final = 0.35
"""Blocks less alike than this are others."""
_SAME: Final = 1.5
_KNOWN: Final = 0.9
"""So alike are blocks that print the same values, whatever these say."""


class Reading:
    """Blocks read once each."""

    def __init__(self, notes: Footnotes) -> None:
        self._notes = notes
        self._said: dict[Any, str] = {}
        self._marks: dict[Any, frozenset[str]] = {}

    def said(self, block: Any) -> str:
        """Its text with that of its footnotes; fields, whose numbers follow by themselves, are left out."""
        if block not in self._said:
            is_line = block.tag == f"{W}p"
            said = self._line(block) if is_line else "\n".join(map(self.said, block.iter(f"{W}p")))
            self._said[block] = said
        return self._said[block]

    def _line(self, paragraph: Any) -> str:
        notes = (each.get(f"{W}id") for each in paragraph.iter(f"{W}footnoteReference"))
        said = (text_of(paragraph), *(self._notes.said(paragraph, id) for id in notes))
        return _SPACES.sub(" ", "".join(said).replace("\u00ad", "")).strip()

    def marks(self, block: Any) -> frozenset[str]:
        """The bookmarks of the values it prints."""
        if block not in self._marks:
            names = (each.get(f"{W}name") for each in block.iter(f"{W}bookmarkStart"))
            self._marks[block] = frozenset(name for name in names if name.startswith(PREFIX))
        return self._marks[block]

    def likeness(self, old: Any, new: Any, *, is_quick: bool) -> float:
        """How alike two blocks are: by their texts, by the values they print; quickly, by the values alone."""
        if old.tag != new.tag:
            return 0
        one, other = self.said(old), self.said(new)
        if one == other:
            return _SAME
        mine, theirs = self.marks(old), self.marks(new)
        common = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0
        known = _KNOWN * common if common > 1 / 2 else 0
        if is_quick or not one or not other:
            return known
        matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
        quick = matcher.quick_ratio()
        return max(known, matcher.ratio() if quick > LEAST else 0)
