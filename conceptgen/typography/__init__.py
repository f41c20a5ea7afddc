"""How a printer sets a line: quotes, dashes, ranges, minus, ellipsis and spaces that do not break.

Letters and digits are never touched, and what is set already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from conceptgen.languages import LANGUAGES
from conceptgen.typography.binding import NBSP, bound
from conceptgen.typography.dashes import dashed
from conceptgen.typography.habits import habits
from conceptgen.typography.long_words import unchained
from conceptgen.typography.quotes import quoted
from conceptgen.typography.tidying import has_kept, kept_spans, tidied, tidied_around_kept

__all__ = ["NBSP", "OBJECT", "language_of", "typeset"]

OBJECT = "\ufffc"
"""Stands in a line for what is not text: the number of a table, say."""
_NEEDS = re.compile("[ \u00a0\"'„“”№-]|\\.\\.\\.|«[^»]*«")
"""Without one of these there is nothing to set."""
_LATIN = re.compile("[A-Za-z]")


@lru_cache(maxsize=4096)
def typeset(runs: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The runs of one line, set together: a quote may open in one and close in another."""
    whole = runs[0] if len(runs) == 1 else "".join(runs)
    if not _NEEDS.search(whole):
        return runs
    kept = has_kept(whole)
    runs = tuple(map(tidied_around_kept if kept else tidied, runs))
    whole = runs[0] if len(runs) == 1 else "".join(runs)
    line = _set(whole, language_of(whole, language))
    if kept:
        line = _restored(line, whole)
    line = unchained(line)
    if line == whole:
        return runs
    return (line,) if len(runs) == 1 else tuple(_cut(line, runs))


def language_of(line: str, language: str) -> str:
    """The language whose rules set a line: the document's, but for words in letters that only another one has."""
    for other, letters in _foreign(language):
        if (found := len(letters.findall(line))) and found >= len(_LATIN.findall(line)):
            return other
    return language


@cache
def _foreign(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The other languages that have letters of their own."""
    mine = habits(language).own_letters
    found = {each: habits(each).own_letters for each in LANGUAGES}
    return tuple(
        (each, re.compile(f"[{letters}]")) for each, letters in found.items() if letters not in ("", mine)
    )


def _set(line: str, language: str) -> str:
    """Sign for sign: every rule here keeps the length of the line."""
    return bound(dashed(quoted(line, language), language), language)


def _restored(line: str, before: str) -> str:
    for start, end in kept_spans(before):
        line = line[:start] + before[start:end] + line[end:]
    return line


def _cut(line: str, runs: tuple[str, ...]) -> Iterator[str]:
    start = 0
    for run in runs:
        yield line[start : start + len(run)]
        start += len(run)
