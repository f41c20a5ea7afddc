"""Text as it was typed, the printer's hand undone: for tests that look for words."""

from __future__ import annotations

from conceptgen.document import inline, walk
from conceptgen.document.blocks import Document
from conceptgen.document.inline import Inlines

_SPACES = {0xA0: " "}
_SIGNS = {
    **dict.fromkeys(map(ord, "«»„“”"), '"'),
    **dict.fromkeys(map(ord, "‘’"), "'"),
    **dict.fromkeys(map(ord, "–—−"), "-"),
    ord("…"): "...",
    0xA0: " ",
}


def plain(content: Inlines) -> str:
    """The bare text of a line; its spaces are those of the keyboard."""
    return inline.plain(content).translate(_SPACES)


def read_aloud(document: Document) -> list[str]:
    """The text of the document; its spaces are those of the keyboard."""
    return [line.translate(_SPACES) for line in walk.plain_text(document)]


def signs_aside(text: str) -> str:
    """The same text whoever set its quotes, dashes, dots and spaces; runs of spaces are one."""
    return " ".join(text.translate(_SIGNS).replace("--", "-").split())
