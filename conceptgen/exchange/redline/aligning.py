"""Which block of the new edition is which of the old: pairs in reading order, and what moved out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from conceptgen.exchange.redline.reading import LEAST, Reading
from conceptgen.writers.docx.xml import W

Pair = tuple[Any, Any]
"""A block of the old edition and one of the new; None where there is no such."""
_MANY: Final = 2500
"""Beyond so many comparisons blocks are known by their values alone."""
_MOVED: Final = 0.8
_SHORT: Final = 12


def aligned(old: Sequence[Any], new: Sequence[Any], reading: Reading) -> list[Pair]:
    """Pairs in an order that reads well: what is gone stands before what came in its place."""
    one, other = ([(each.tag, reading.said(each)) for each in blocks] for blocks in (old, new))
    found: list[Pair] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found += zip(old[i:i_end], new[j:j_end], strict=True)
        else:
            found += _likest(old[i:i_end], new[j:j_end], reading)
    return found


def _likest(old: Sequence[Any], new: Sequence[Any], reading: Reading) -> Iterator[Pair]:
    """The pairing of two stretches that are alike in as much as can be."""
    is_quick = len(old) * len(new) > _MANY
    like = [[reading.likeness(each, other, is_quick=is_quick) for other in new] for each in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] > LEAST else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] > LEAST and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((each, None) for each in old[i:])
    yield from ((None, each) for each in new[j:])


def moved(pairs: Sequence[Pair], reading: Reading) -> dict[Any, Any]:
    """What is gone here and came there: rows and paragraphs of the old edition with those of the new."""
    gone = [old for old, new in pairs if new is None and _tells(old, reading)]
    came = [new for old, new in pairs if old is None and _tells(new, reading)]
    found: dict[Any, Any] = {}
    is_quick = len(gone) * len(came) > _MANY
    for old in gone:
        likes = [(reading.likeness(old, new, is_quick=is_quick), -n) for n, new in enumerate(came)]
        like, place = max(likes, default=(0.0, 0))
        if like >= _MOVED:
            found[old] = came.pop(-place)
    return found


def _tells(block: Any, reading: Reading) -> bool:
    """Whether a block says enough to be known again elsewhere."""
    return block.tag != f"{W}tbl" and len(reading.said(block)) >= _SHORT
