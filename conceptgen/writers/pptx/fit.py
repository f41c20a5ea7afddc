"""How large a text may be to stay inside its box, measured by wide letters; what fits nowhere is cut and told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from conceptgen.document.inline import Inlines, Text, line, plain
from conceptgen.writers.text_width import width as measure
from conceptgen.writers.text_width import wrap

LEADING = 1.2
"""The height of a line by the size of its letters."""
_BOLD = 1.06
_LONG = 2_000
"""Letters above which a paragraph fits on no slide."""
_NARROW = ("Arial", "Helvetica", "Liberation Sans", "PT Sans", "Roboto", "Open Sans")
"""Fonts whose letters are narrower than those measured."""
_NARROWER, _WIDER = 0.95, 1.12
"""How wide letters are beside those measured: of these fonts; of others, for which another may stand in."""
_letters: ContextVar[float] = ContextVar("letters", default=_WIDER)


@contextmanager
def measured_for(font: str) -> Iterator[None]:
    """Inside, texts are measured as set in a font."""
    before = _letters.set(_NARROWER if font in _NARROW else _WIDER)
    try:
        yield
    finally:
        _letters.reset(before)


def _wide(content: Inlines, size: float) -> float:
    """The size at which letters are as wide as those measured."""
    is_bold = any(isinstance(each, Text) and each.style == "strong" for each in content)
    return size * _letters.get() * (_BOLD if is_bold else 1.0)


def longest_word(content: Inlines, size: float) -> float:
    """The width of the longest word, which would be broken in a narrower box."""
    return max((measure(word, _wide(content, size)) for word in plain(content).split(" ")), default=0.0)


def lines(content: Inlines, size: float, width: float) -> int:
    """Lines a text takes in a box of so many points."""
    wide = _wide(content, size)
    return sum(_lines(each, wide, max(width, size)) for each in plain(content).split("\n"))


def _lines(text: str, size: float, width: float) -> int:
    """Lines of one paragraph; of a very long one as many as its letters fill, for it will be cut anyway."""
    if len(text) > _LONG:
        return int(measure(text, size) / width) + 1
    return len(wrap(text, size, width, tied=True))


def height(contents: Iterable[Inlines], size: float, width: float) -> float:
    """Points that paragraphs take one below the other."""
    return sum(lines(each, size, width) for each in contents) * size * LEADING


def largest(contents: Sequence[Inlines], box: tuple[float, float], sizes: Iterable[float]) -> float | None:
    """The first of some sizes at which paragraphs fit into a box; None where they fit in none."""
    return next((size for size in sizes if height(contents, size, box[0]) <= box[1]), None)


def cut(content: Inlines, size: float, width: float, most: int) -> Inlines:
    """The text as it fits into so many lines; what is left out is told by an ellipsis."""
    if lines(content, size, width) <= most:
        return content
    wide = size * _letters.get() * _BOLD
    kept = ""
    left = most
    for each in plain(content).split("\n"):
        rows = wrap(each, wide, width, tied=True)
        kept += " ".join(rows[:left]) + "\n"
        left -= len(rows)
        if left <= 0:
            break
    shown = kept.rstrip()
    while shown and sum(len(wrap(each, wide, width, tied=True)) for each in f"{shown}…".split("\n")) > most:
        shown = shown[:-2].rstrip()
    return line(f"{shown}…")
