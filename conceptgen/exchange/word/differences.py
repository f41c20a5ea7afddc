"""What an edited Word file says otherwise than we wrote it: each difference once, at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from conceptgen.changes.rising import longest_rise
from conceptgen.exchange.word.file import WordFile
from conceptgen.exchange.word.lines import Line, Row, lines, normal
from conceptgen.exchange.word.pairing import Pairing
from conceptgen.exchange.word.text import Revision
from conceptgen.exchange.word.values_in import values_in
from conceptgen.writers.docx.marks import fingerprint
from conceptgen.writers.docx.paragraph_prints import DIGITS

Kind = Literal[
    "value", "words", "unclear", "row_gone", "row_new", "row_moved", "text_gone", "text_new", "same"
]
"""``words``: fixed words of the document; ``unclear``: values and fixed words rewritten together; ``same``: added in
the file and in the input alike."""
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``marks`` are the bookmarks of the values it concerns; of what is new, those just before it.

    ``after`` are the bookmarks just after what is new, ``cells`` the texts of a new row; ``section`` is the heading it
    stands under; ``order`` its place in the file.
    """

    kind: Kind
    order: int
    marks: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    after: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    is_list: bool = False
    section: str = ""
    revision: Revision | None = None


def differences(ours: WordFile, theirs: WordFile) -> list[Difference]:
    """Every difference in the order of the file. ``ours`` is the same document of today's input, its marks named alike.

    What stands as we wrote it is none, even where today's input says something else.
    """
    return _Comparison(ours, theirs).found()


class _Comparison:
    def __init__(self, ours: WordFile, theirs: WordFile) -> None:
        self.ours, self.theirs, self.map = lines(ours), lines(theirs), theirs.map
        self.is_same = bool(theirs.map.content) and theirs.map.content == ours.map.content
        self.pairing = Pairing(self.ours, self.theirs)
        self.order = {mark: n for n, mark in enumerate(theirs.map.prints)}
        self.headings = list(_headings(self.theirs))

    def found(self) -> list[Difference]:
        """All of them."""
        gone_rows = list(self._rows_gone())
        told = {mark for each in gone_rows for mark in each.marks}
        every = [
            *(each for n, m in self.pairing.pair.items() for each in self._edited(n, m)),
            *gone_rows,
            *self._rows_new(),
            *self._rows_moved(),
            *self._texts_new(),
            *self._texts_gone(told),
        ]
        kept = [each for each in every if each.kind != "text_gone" or not set(each.marks) <= told]
        return [self._placed(each) for each in sorted(kept, key=lambda each: each.order)]

    def _placed(self, each: Difference) -> Difference:
        known = each.order < len(self.headings)
        return replace(each, section=self.headings[each.order]) if known else each

    def _is_as_written(self, line: Line) -> bool:
        """True if a paragraph says what we wrote, today or when the file was made."""
        written = self.map.prints
        if any(fingerprint(text) != written[name].fingerprint for name, text in line.pieces() if name):
            return False
        return line.print[:DIGITS] in self.map.words if self.map.words else bool(line.marks)

    def _edited(self, theirs: int, ours: int) -> Iterator[Difference]:
        line, mine = self.theirs[theirs], self.ours[ours]
        if line.text == mine.text and self.is_same:
            return
        if self._is_as_written(line) and set(line.marks) >= self._known(mine.marks):
            return
        revision = line.who()
        known = tuple(mark for mark in mine.marks if mark in self.map.prints)
        if not line.text:
            if known or (mine.text and self.is_same):
                yield Difference("text_gone", theirs, known, mine.text, revision=revision)
            return
        found = values_in(line, mine) if mine.marks else None
        if found is not None:
            yield from self._values(theirs, ours, *found)
        elif known or self.is_same or revision:
            kind: Kind = "unclear" if known else "words"
            near = known or self._near(ours)
            yield Difference(kind, theirs, near, mine.text, line.text, revision=revision)

    def _values(self, theirs: int, ours: int, values: dict[str, str], is_fixed: bool) -> Iterator[Difference]:
        """The values of an edited paragraph that say something else than was printed."""
        line, mine = self.theirs[theirs], self.ours[ours]
        said, revision = dict(mine.pieces()), line.who()
        for name, text in values.items():
            old, new, written = normal(said[name]), text.strip(), self.map.prints.get(name)
            if written is None and normal(new) == old:
                yield Difference("same", theirs, (name,), "", new, revision=revision)
            elif written is None:
                yield Difference("text_new", theirs, (), "", new, revision=revision)
            elif fingerprint(text) != written.fingerprint:
                yield Difference("value", theirs, (name,), old, new, revision=revision)
        if not is_fixed and (self.is_same or revision):
            known = tuple(mark for mark in mine.marks if mark in self.map.prints)
            yield Difference("words", theirs, known, mine.text, line.text, revision=revision)

    def _near(self, ours: int) -> tuple[str, ...]:
        """The values of the same row, or of the nearest paragraph before or after: what words of ours may come from."""
        row = self.ours[ours].row
        inside = self.pairing.rows_ours[row] if row else ()
        beside = (ours + step for n in range(1, _NEAR) for step in (n, -n))
        there = [*inside, *(n for n in beside if 0 <= n < len(self.ours))]
        return next((marks for n in there if (marks := self.ours[n].marks)), ())

    def _known(self, marks: tuple[str, ...]) -> set[str]:
        return {mark for mark in marks if mark in self.map.prints}

    def _rows_gone(self) -> Iterator[Difference]:
        kept = {
            ours: theirs for theirs, ours in self.pairing.rows.items() if not self._is_emptied(theirs, ours)
        }
        for row, members in self.pairing.rows_ours.items():
            if row in kept:
                continue
            marks = tuple(mark for n in members for mark in self.ours[n].marks)
            known = self._known(marks)
            text = " | ".join(filter(None, (self.ours[n].text for n in members)))
            if text and (known or (self.is_same and not marks)):
                empty = next((one for one, mine in self.pairing.rows.items() if mine == row), None)
                at = self.pairing.rows_theirs[empty][0] if empty else None
                revision = self.theirs[at].paragraph.row if at is not None else None
                order = at if at is not None else self._order_of(members[0])
                yield Difference(
                    "row_gone", order, tuple(m for m in marks if m in known), text, revision=revision
                )

    def _is_emptied(self, theirs: Row, ours: Row) -> bool:
        said = any(self.theirs[n].text for n in self.pairing.rows_theirs[theirs])
        return not said and any(self.ours[n].text for n in self.pairing.rows_ours[ours])

    def _order_of(self, ours: int) -> int:
        """Where something of ours would stand in their file: at the nearest line before it that is there."""
        before = next((n for n in range(ours, -1, -1) if n in self.pairing.taken), None)
        return self.pairing.taken[before] if before is not None else 0

    def _rows_new(self) -> Iterator[Difference]:
        for row, members in self.pairing.rows_theirs.items():
            texts = [self.theirs[n].text for n in members]
            if row in self.pairing.rows or not any(texts) or self._all_as_written(members):
                continue
            above = next(
                (
                    mine
                    for r in range(row[2] - 1, -1, -1)
                    if (mine := self.pairing.rows.get((row[0], row[1], r)))
                ),
                None,
            )
            marks = (
                [mark for n in self.pairing.rows_ours.get(above, ()) for mark in self.ours[n].marks]
                if above
                else []
            )
            cells: defaultdict[int, list[str]] = defaultdict(list)
            for n in members:
                cells[self.theirs[n].cell].append(self.theirs[n].text)
            said = tuple("\n".join(filter(None, cells[c])) for c in range(max(cells) + 1))
            revision = self.theirs[members[0]].who()
            text = " | ".join(filter(None, said))
            yield Difference("row_new", members[0], tuple(marks), "", text, cells=said, revision=revision)

    def _all_as_written(self, members: list[int]) -> bool:
        """A row that today's input has no more."""
        return not self.is_same and all(
            self._is_as_written(self.theirs[n]) for n in members if self.theirs[n].text
        )

    def _rows_moved(self) -> Iterator[Difference]:
        tables: defaultdict[tuple[tuple[str, int], tuple[str, int]], list[tuple[Row, Row]]] = defaultdict(
            list
        )
        for theirs, ours in sorted(self.pairing.rows.items()):
            tables[theirs[:2], ours[:2]].append((theirs, ours))
        for pairs in tables.values():
            ranked = [(rank, each) for each in pairs if (rank := self._rank(each[1])) is not None]
            still = longest_rise([rank for rank, _ in ranked])
            for rank, (theirs, ours) in ranked:
                if rank not in still:
                    members = self.pairing.rows_ours[ours]
                    marks = tuple(mark for n in members for mark in self.ours[n].marks)
                    text = " | ".join(filter(None, (self.ours[n].text for n in members)))
                    at = self.pairing.rows_theirs[theirs][0]
                    yield Difference("row_moved", at, marks, text, revision=self.theirs[at].who())

    def _rank(self, row: Row) -> int | None:
        """Where a row stood when the file was made: today's order may be another. None where nobody can tell."""
        if self.is_same:
            return row[2]
        marks = (mark for n in self.pairing.rows_ours[row] for mark in self.ours[n].marks)
        return next((self.order[mark] for mark in marks if mark in self.order), None)

    def _texts_new(self) -> Iterator[Difference]:
        for n, line in enumerate(self.theirs):
            is_in_new_row = line.row is not None and line.row not in self.pairing.rows
            if n in self.pairing.pair or is_in_new_row or not line.text or self._is_as_written(line):
                continue
            if not self.is_same and not self.map.words and not line.who():
                continue
            before = next(
                (self.theirs[m].marks for m in range(n - 1, max(-1, n - 9), -1) if self.theirs[m].marks), ()
            )
            after = next((each.marks for each in self.theirs[n + 1 : n + 2] if each.marks), ())
            yield Difference(
                "text_new", n, before[-1:], "", line.text, after[:1], is_list=line.paragraph.is_list,
                revision=line.who(),
            )  # fmt: skip

    def _texts_gone(self, told: set[str]) -> Iterator[Difference]:
        rows = set(self.pairing.rows.values())
        for n, line in enumerate(self.ours):
            if n in self.pairing.taken or (line.row is not None and line.row not in rows) or not line.text:
                continue
            known = tuple(mark for mark in line.marks if mark in self.map.prints and mark not in told)
            if known or (self.is_same and not line.marks):
                yield Difference("text_gone", self._order_of(n), known, line.text)


def _headings(theirs: list[Line]) -> Iterator[str]:
    heading = ""
    for line in theirs:
        heading = line.text if line.is_heading and line.text else heading
        yield heading
