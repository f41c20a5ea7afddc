"""Which paragraph of an edited file is which of the file as we would write it: by its values, its row, its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from conceptgen.exchange.word.lines import Line, Row

_ALIKE: Final = 0.45
_MANY: Final = 900
"""Beyond so many comparisons only equal texts are looked for: a foreign file must not take for ever."""


class Pairing:
    """``pair`` leads from lines of the edited file to ours, ``rows`` from its rows to ours."""

    def __init__(self, ours: Sequence[Line], theirs: Sequence[Line]) -> None:
        self.ours, self.theirs = ours, theirs
        self.pair: dict[int, int] = {}
        self.taken: dict[int, int] = {}
        self.rows: dict[Row, Row] = {}
        self.rows_ours, self.rows_theirs = _rows(ours), _rows(theirs)
        self._by_values()
        self._rows_by_values()
        self._rows_by_words()
        self._rows_by_place()
        self._cells()
        self._between()

    def _set(self, theirs: int, ours: int) -> None:
        self.pair[theirs], self.taken[ours] = ours, theirs

    def _by_values(self) -> None:
        home = {mark: n for n, line in enumerate(self.ours) for mark in line.marks}
        for n, line in enumerate(self.theirs):
            votes = Counter(home[mark] for mark in line.marks if mark in home)
            best = next((each for each, _ in votes.most_common() if each not in self.taken), None)
            if best is not None:
                self._set(n, best)

    def _rows_by_values(self) -> None:
        used: set[Row] = set()
        for row, members in self.rows_theirs.items():
            votes = Counter(self.ours[self.pair[n]].row for n in members if n in self.pair)
            best = next((each for each, _ in votes.most_common() if each and each not in used), None)
            if best:
                self.rows[row] = best
                used.add(best)

    def _rows_by_words(self) -> None:
        left: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._free_rows():
            left[self._said(self.ours, self.rows_ours[row])].append(row)
        for row, members in self.rows_theirs.items():
            if row not in self.rows and left.get(said := self._said(self.theirs, members)):
                self.rows[row] = left[said].pop(0)

    def _rows_by_place(self) -> None:
        """Rows whose every value was retyped: alike, or the next one in a table with as many rows as ours."""
        tables = Counter((theirs[:2], ours[:2]) for theirs, ours in self.rows.items())
        for (their_table, our_table), _ in tables.most_common():
            theirs = sorted(row for row in self.rows_theirs if row[:2] == their_table)
            ours = sorted(row for row in self.rows_ours if row[:2] == our_table)
            free = set(self._free_rows()) & set(ours)
            for n, row in enumerate(theirs):
                if row in self.rows or not free or len(free) * len(theirs) > _MANY:
                    continue
                best = max(sorted(free), key=lambda each: self._likeness(row, each))
                above = self.rows.get(theirs[n - 1]) if n else None
                is_next = above is not None and above[2] + 1 == best[2] and len(theirs) == len(ours)
                if is_next or self._likeness(row, best) >= 0.5:
                    self.rows[row] = best
                    free.discard(best)

    def _free_rows(self) -> list[Row]:
        used = set(self.rows.values())
        return [row for row in self.rows_ours if row not in used]

    def _likeness(self, theirs: Row, ours: Row) -> float:
        """How many of the cells say the same."""
        one = [self.theirs[n].text for n in self.rows_theirs[theirs]]
        other = [self.ours[n].text for n in self.rows_ours[ours]]
        same = sum(a == b for a, b in zip(one, other, strict=False))
        return same / max(len(one), len(other), 1)

    @staticmethod
    def _said(lines: Sequence[Line], members: Iterable[int]) -> str:
        return "\n".join(lines[n].text for n in members)

    def _cells(self) -> None:
        for theirs, ours in self.rows.items():
            one, other = (
                _by_cell(lines, members)
                for lines, members in (
                    (self.theirs, self.rows_theirs[theirs]),
                    (self.ours, self.rows_ours[ours]),
                )
            )
            if one.keys() == other.keys():
                for cell in one:
                    self._marry(one[cell], other[cell])

    def _between(self) -> None:
        """Paragraphs outside tables, between two that are paired."""
        waiting: list[int] = []
        last = -1

        def close(upto: int) -> None:
            free = [n for n in range(last + 1, upto) if self.ours[n].row is None]
            self._marry(waiting, free)
            waiting.clear()

        for n, line in enumerate(self.theirs):
            ours = self.pair.get(n)
            if ours is not None and ours > last:
                close(ours)
                last = ours
            elif ours is None and line.row is None:
                waiting.append(n)
        close(len(self.ours))

    def _marry(self, theirs: Iterable[int], ours: Iterable[int]) -> None:
        """Pair what is left of two short stretches: equal texts, then as many as there are, then the likest."""
        left = [n for n in theirs if n not in self.pair]
        right = [n for n in ours if n not in self.taken]
        waiting: defaultdict[str, list[int]] = defaultdict(list)
        for m in reversed(right):
            waiting[self.ours[m].text].append(m)
        for n in left:
            if same := waiting.get(self.theirs[n].text):
                self._set(n, same.pop())
        left = [n for n in left if n not in self.pair]
        right = [n for n in right if n not in self.taken]
        if len(left) == len(right):
            for n, m in zip(left, right, strict=True):
                self._set(n, m)
        elif left and right and len(left) * len(right) <= _MANY:
            for n in left:
                best = max(right, key=lambda m: _alike(self.theirs[n].text, self.ours[m].text), default=None)
                if best is not None and _alike(self.theirs[n].text, self.ours[best].text) > _ALIKE:
                    self._set(n, best)
                    right.remove(best)


def _rows(lines: Sequence[Line]) -> dict[Row, list[int]]:
    found: defaultdict[Row, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if line.row:
            found[line.row].append(n)
    return dict(found)


def _by_cell(lines: Sequence[Line], members: Iterable[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for n in members:
        found[lines[n].cell].append(n)
    return found


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:1000], other[:1000], autojunk=False).quick_ratio() if one else 0.0
