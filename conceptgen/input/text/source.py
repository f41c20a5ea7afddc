"""The text being read, with line ends made equal and a place for every offset."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from conceptgen.input.findings_report import Place

LINE_ENDS = ("\r\n", "\r", "\n")
"""What ends a line, the longest first."""

# The parser takes the first three for line ends and refuses the last; in our input they are text.
_TEXT_TO_THE_USER = "\u0085\u2028\u2029\ufeff"
_PRIVATE_USE = range(0xE000, 0xF900)


class Source:
    """A text safe for the parser, every character in its place; ``restore`` gives the user's own back."""

    def __init__(self, text: str, restored: dict[int, str] | None = None) -> None:
        self.text = text
        self._restored = restored or {}

    @classmethod
    def of(cls, text: str) -> Source:
        """Make a source of a decoded text; the byte order mark and the kind of line ends leave no trace."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        met = [c for c in _TEXT_TO_THE_USER if c in text]
        if not met:
            return cls(text)
        free = [chr(code) for code in _PRIVATE_USE if chr(code) not in text]
        stand_ins = dict(zip(met, free, strict=False))
        restored = {ord(stand_in): original for original, stand_in in stand_ins.items()}
        return cls(text.translate({ord(c): stand_in for c, stand_in in stand_ins.items()}), restored)

    def has_any_of(self, characters: frozenset[str]) -> bool:
        """Some of these characters occur; far quicker than a search."""
        return not self._alphabet.isdisjoint(characters)

    def replaced(self, text: str) -> Source:
        """The same source with another text of the same lines."""
        return Source(text, self._restored)

    def with_line(self, index: int, line: str) -> Source:
        """The same source with one line (from 0) put right."""
        return self.replaced(f"{self.text[: self._starts[index]]}{line}{self.text[self._end(index) :]}")

    def restore(self, text: str) -> str:
        """The user's own characters."""
        return text.translate(self._restored) if self._restored else text

    def place(self, offset: int) -> Place:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, index: int) -> str:
        """One line (from 0) without its end; empty beyond the last."""
        return self.text[self._starts[index] : self._end(index)] if index < len(self._starts) else ""

    def rest_of_line(self, offset: int) -> str:
        """What follows on the same line."""
        return self.text[offset : self._end(self.place(offset)[0] - 1)]

    @property
    def is_altered(self) -> bool:
        """Some characters have stand-ins."""
        return bool(self._restored)

    @cached_property
    def _alphabet(self) -> set[str]:
        return set(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def _end(self, index: int) -> int:
        return self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self.text)
