"""Column widths: shares of the page by weight, but no column narrower than its longest word."""

from __future__ import annotations

import re
from itertools import chain

from conceptgen.document.blocks import Table
from conceptgen.document.inline import plain

LONGEST_WORD = 14
"""Longer words are left to hyphenation."""
LETTER = 112
MARGINS = 190

_WORD = re.compile(r"[^\s-]+")


def shares(weights: list[float], width: int) -> list[int]:
    """Column widths in twips by weight; the last takes what rounding leaves."""
    whole = sum(weights) or 1.0
    widths = [int(width * weight / whole) for weight in weights]
    widths[-1] += width - sum(widths)
    return widths


def column_widths(table: Table, width: int) -> list[int]:
    """The widths of a table's columns: too narrow ones take from the others, if these can spare it."""
    weights = [column.weight for column in table.columns]
    wanted = shares(weights, width)
    least = [MARGINS + LETTER * letters for letters in _longest_words(table)]
    fixed = {index for index, (have, need) in enumerate(zip(wanted, least, strict=True)) if have < need}
    rest = width - sum(least[index] for index in fixed)
    free = [0.0 if index in fixed else weight for index, weight in enumerate(weights)]
    scale = rest / (sum(free) or 1.0)
    if not fixed or any(f * scale < least[i] for i, f in enumerate(free) if i not in fixed):
        return wanted
    return shares([least[i] if i in fixed else f * scale for i, f in enumerate(free)], width)


def _longest_words(table: Table) -> list[int]:
    longest = [_longest(plain(column.head)) for column in table.columns]
    for row in table.rows:
        if len(row.cells) == len(longest):
            for index, cell in enumerate(row.cells):
                said = chain.from_iterable(plain(line).split("\n") for line in cell.paragraphs)
                longest[index] = max(longest[index], *map(_longest, said), 0)
    return longest


def _longest(text: str) -> int:
    return min(LONGEST_WORD, max(map(len, _WORD.findall(text)), default=0))
