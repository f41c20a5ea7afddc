"""An edited Word file, read: its text with who changed what, its map if it is one of ours, its comments."""

from __future__ import annotations

from conceptgen.exchange.word.file import WordFile, read_word

__all__ = ["WordFile", "read_word"]
