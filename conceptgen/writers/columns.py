"""How wide the columns of a table are: as asked, but fitting their longest words, and no row higher than it must be.

Widths are counted in letters of the text width: well enough for every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from conceptgen.document.blocks import Alike, Column, Row, Table
from conceptgen.document.inline import Inlines, plain
from conceptgen.writers.text_width import width as measure

LONGEST_WORD = 19.0
"""Letters of width above which a word is left to hyphenation; a head is never hyphenated."""
LONGEST_HEAD = 30.0
PADDING = 2.5
"""Letters that the margins of a cell take."""
SMALL_TYPE, FINE_TYPE = 9.0, 7.5
"""The type of crowded tables, and of those that are set fine, in points."""
MOST_ROOMY = 4
"""Columns up to which a table is set in the larger type."""
WHOLE_ROW = {"grid": 12.0, "card": 24.0, "signature": 12.0}
"""Lines up to which a row stays on one page, by the role of its table."""
SHORT_ROW = 600
"""Letters below which a row stays on one page however high it is."""
LINE = 4.2
"""Millimetres that a line of a table takes."""
STRIP = 4.0
"""Lines that a drawing takes in a row."""
TOGETHER = {"grid": 14.0, "card": 24.0, "signature": 14.0}
"""Lines up to which a whole table stays on one page, by its role."""
TAIL = 4.0
"""Lines up to which a last row must not stand alone on a page, if the row before it is no higher than twice that."""
EDGE = 3
"""Rows of a card that stay together at its head and at its foot."""
EDGE_LINES = 24.0
"""Lines up to which they do."""
LEAST_SHARE = 0.5
"""What a column keeps of the width asked for it, when others need more."""

_LETTERS = 0.94 / 0.47
"""Letters in an em as measured: bold type of a table is narrower than measured, and its mean letter is 0.47 em."""
_ROUNDS = 14
_STEP = 0.3
_WORTH = 0.96
"""A change of widths must make the table this much shorter to be worth leaving what was asked for."""
_WORD = re.compile(r"[^ \t\n-]+")
"""What stays on one line: a no-break space joins."""

Fill = tuple[int, int]
"""How much a cell holds: letters and paragraphs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The share of each column, and what stays together: each row, the whole table, a row with the next one."""

    shares: tuple[float, ...]
    whole: tuple[bool, ...]
    together: bool
    stays: tuple[bool, ...]


def crowded(table: Table) -> bool:
    """True if the type of a table is set smaller: it has many columns, or is set fine."""
    return table.fine or len(table.columns) > MOST_ROOMY


def scale(table: Table) -> float:
    """How many more letters go across in the type of the table than in the small one."""
    return SMALL_TYPE / FINE_TYPE if table.fine else 1.0


def layout(table: Table, letters: float) -> Layout:
    """Lay out a table on a text width of so many letters."""
    widths = _widths(table, letters)
    fills = [_fills(row) for row in table.rows]
    heights = [
        max(_height(fill, widths) if _regular(row, table) else STRIP if row.strip else 1.0, row.height / LINE)
        for row, fill in zip(table.rows, fills, strict=True)
    ]
    return Layout(
        tuple(width / letters for width in widths),
        tuple(
            height <= WHOLE_ROW[table.role] or sum(length for length, _ in fill) < SHORT_ROW
            for height, fill in zip(heights, fills, strict=True)
        ),
        table.stays or sum(heights) <= TOGETHER[table.role],
        tuple(
            _stays(index, heights, table.role == "card") or _is_drawn_below(table, index)
            for index in range(len(heights))
        ),
    )


def _widths(table: Table, letters: float) -> Sequence[float]:
    """The width of each column, the same in all tables that are to look alike."""
    return _shared_widths(table.alike, table.columns, letters) if table.alike else _measured(table, letters)


@lru_cache(maxsize=4)
def _shared_widths(alike: Alike, columns: tuple[Column, ...], letters: float) -> Sequence[float]:
    """Measured once, not once a table."""
    return _measured(Table(columns, alike.rows), letters)


def _measured(table: Table, letters: float) -> Sequence[float]:
    heads = [_need(_WORD.findall(plain(column.head)), LONGEST_HEAD) for column in table.columns]
    least = [max(pair) for pair in zip(heads, _longest_words(table.rows, len(heads)), strict=True)]
    least = least if sum(least) < letters else _squeezed(heads, least, letters)
    wanted = _fitted([column.weight for column in table.columns], least, letters)
    if any(row.strip for row in table.rows):
        return _even(wanted)
    if table.role != "grid" or table.ruled:
        return wanted
    head = [_fill((column.head,)) for column in table.columns]
    return _balanced(
        wanted, least, [head, *(_fills(row) for row in table.rows if _regular(row, table))], letters
    )


def _is_drawn_below(table: Table, index: int) -> bool:
    """True if the next row draws what this one says."""
    return index + 1 < len(table.rows) and table.rows[index + 1].strip is not None


def _stays(index: int, heights: Sequence[float], card: bool) -> bool:
    """True if a row stays with the next, lest a page begin or end with a scrap of the table."""
    left = len(heights) - 1 - index
    if left == 1 and heights[-1] <= TAIL and heights[-2] <= 2 * TAIL:
        return True
    head = index < EDGE - 1 and sum(heights[:EDGE]) <= EDGE_LINES
    foot = left < EDGE and sum(heights[-EDGE:]) <= EDGE_LINES
    return card and left > 0 and (index == 0 or head or foot)


def _regular(row: Row, table: Table) -> bool:
    return len(row.cells) == len(table.columns)


def _fill(paragraphs: Sequence[Inlines]) -> Fill:
    texts = [plain(content) for content in paragraphs]
    return sum(map(len, texts)), sum(text.count("\n") + 1 for text in texts)


def _fills(row: Row) -> list[Fill]:
    return [_fill(cell.paragraphs) for cell in row.cells]


def _longest_words(rows: Iterable[Row], columns: int) -> list[float]:
    words: list[set[str]] = [set() for _ in range(columns)]
    for row in rows:
        index = 0
        for cell in row.cells:
            if cell.span == 1 and index < len(words):
                for content in cell.paragraphs:
                    words[index].update(_WORD.findall(plain(content)))
            index += cell.span
    return [_need(each, LONGEST_WORD) for each in words]


def _need(words: Iterable[str], most: float) -> float:
    """The width of a cell that holds the longest of some words on one line."""
    return PADDING + min(most, max((measure(word, _LETTERS) for word in words), default=0.0))


def _squeezed(heads: Sequence[float], least: Sequence[float], letters: float) -> list[float]:
    """Least widths where not every word can have its own: first the heads, then what is left."""
    if sum(heads) >= letters:
        return [letters * head / sum(heads) for head in heads]
    share = (letters - sum(heads)) / (sum(least) - sum(heads))
    return [head + share * (need - head) for head, need in zip(heads, least, strict=True)]


def _fitted(weights: Sequence[float], least: Sequence[float], letters: float) -> list[float]:
    """Widths by weight, none below its least; the least themselves where they take it all."""
    if sum(least) >= letters - 1e-6:
        return list(least)
    fixed: set[int] = set()
    while True:
        free = letters - sum(least[index] for index in fixed)
        whole = sum(weight for index, weight in enumerate(weights) if index not in fixed) or 1.0
        widths = [
            least[index] if index in fixed else free * weight / whole for index, weight in enumerate(weights)
        ]
        narrow = {index for index, width in enumerate(widths) if width < least[index] - 1e-9}
        if not narrow:
            return widths
        fixed |= narrow


def _even(widths: Sequence[float]) -> list[float]:
    """All columns but the first of one width: the points of a drawing stand at even steps."""
    first, *rest = widths
    return [first, *[sum(rest) / len(rest)] * len(rest)]


def _balanced(
    wanted: list[float], least: list[float], rows: Sequence[Sequence[Fill]], letters: float
) -> list[float]:
    """Let the columns that make rows high take from the others, as long as the table gets shorter."""
    least = [max(need, LEAST_SHARE * width) for need, width in zip(least, wanted, strict=True)]
    lines = [_lines(row, wanted) for row in rows]
    best, shortest = wanted, _WORTH * sum(max(1.0, *each) for each in lines)
    widths = wanted
    for _ in range(_ROUNDS):
        pull = [0.0] * len(widths)
        for each in lines:
            highest = max(each)
            pull[each.index(highest)] += highest
        whole = sum(pull) or 1.0
        grown = [width * (1 + _STEP * force / whole) for width, force in zip(widths, pull, strict=True)]
        before, widths = widths, _fitted(grown, least, letters)
        if widths == before:
            break
        lines = [_lines(row, widths) for row in rows]
        high = sum([max(1.0, *each) for each in lines])
        if high < shortest:
            best, shortest = widths, high
    return best


def _lines(row: Sequence[Fill], widths: Sequence[float]) -> list[float]:
    return [
        length / (width - PADDING) + 0.5 * paragraphs
        for (length, paragraphs), width in zip(row, widths, strict=True)
    ]


def _height(row: Sequence[Fill], widths: Sequence[float]) -> float:
    return max(1.0, *_lines(row, widths))
