"""The blocks of both editions one after another: paragraphs, tables, their rows and cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from lxml import etree

from conceptgen.exchange.redline.aligning import Pair, aligned, moved
from conceptgen.exchange.redline.footnotes import Footnotes
from conceptgen.exchange.redline.hand import Kind
from conceptgen.exchange.redline.paragraphs import merge
from conceptgen.exchange.redline.reading import Reading
from conceptgen.exchange.redline.strokes import Strokes
from conceptgen.writers.docx.xml import NAMESPACES, SPACER, W

_BLOCKS: Final = (f"{W}p", f"{W}tbl")
Entry = tuple[Any, Kind | None]
"""A block as it stands in the result, and how it came there; None: it was there before."""


class Blocks:
    """Merges the old edition into the tree of the new."""

    def __init__(self, strokes: Strokes, reading: Reading, notes: Footnotes) -> None:
        self._strokes, self._reading, self._notes = strokes, reading, notes

    def merge(self, old: Any, new: Any) -> None:
        """The blocks of a body or of a cell; what else stands there is that of the new edition."""
        blocks, others = ([each for each in holder if each.tag in _BLOCKS] for holder in (old, new))
        pairs = aligned(blocks, others, self._reading)
        if all(None in pair for pair in pairs):
            # Nothing is alike: the last paragraph, which has to stay, takes the words of the last old one.
            pairs = [*((each, None) for each in blocks[:-1]), *((None, each) for each in others[:-1])]
            pairs.append((blocks[-1], others[-1]))
        entries = self._entries(pairs)
        self._part_tables(entries)
        self._mark_ends(entries)

    def _entries(self, pairs: Sequence[Pair]) -> list[Entry]:
        """Everything in its place, its words marked; the ends of paragraphs still to be marked."""
        names = self._moves(pairs)
        found: list[Entry] = []
        for old, new in pairs:
            if new is None:
                move = names.get(old, "")
                kind: Kind = "moveFrom" if move else "del"
                found.append((self._placed(self._strokes.whole(old, kind, move), found, pairs), kind))
            elif old is None:
                move = names.get(new, "")
                kind = "moveTo" if move else "ins"
                found.append((self._strokes.whole(new, kind, move), kind))
            elif self._is_other_table(old, new):
                gone = self._placed(self._strokes.whole(old, "del"), found, pairs, new)
                found += [(gone, "del"), (self._strokes.whole(new, "ins"), "ins")]
            else:
                self._pair(old, new)
                found.append((new, None))
        return found

    def _moves(self, pairs: Sequence[Pair]) -> dict[Any, str]:
        names: dict[Any, str] = {}
        for old, new in moved(pairs, self._reading).items():
            names[old] = names[new] = self._strokes.hand.new_move()
        return names

    @staticmethod
    def _placed(gone: Any, before: Sequence[Entry], pairs: Sequence[Pair], at: Any = None) -> Any:
        """Put what is gone where it stood: after what precedes it, else before the first of the new edition."""
        first = at if at is not None else next(new for _, new in pairs if new is not None)
        if at is None and before:
            before[-1][0].addnext(gone)
        else:
            first.addprevious(gone)
        return gone

    @staticmethod
    def _is_other_table(old: Any, new: Any) -> bool:
        """Whether a table has other columns: its rows would not fit into the old ones."""
        return bool(old.tag == f"{W}tbl" and len(old.find(f"{W}tblGrid")) != len(new.find(f"{W}tblGrid")))

    def _pair(self, old: Any, new: Any) -> None:
        if self._reading.said(old) == self._reading.said(new):
            return
        if old.tag == f"{W}p":
            merge(old, new, self._strokes, self._notes)
        elif old.tag == f"{W}tbl":
            self._table(old, new)

    def _part_tables(self, entries: list[Entry]) -> None:
        """Two tables side by side would be one in Word: between them goes what no reader keeps."""
        for (one, _), (other, _) in pairwise(entries):
            if one.tag == other.tag == f"{W}tbl" and one.getnext() is other:
                between = etree.fromstring(SPACER.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
                self._strokes.paragraph_end(between, *self._strokes.hand.both())
                one.addnext(between)

    def _mark_ends(self, entries: Sequence[Entry]) -> None:
        """Mark the ends of paragraphs that came or are gone; the last of a cell or a body has to stay.

        Where such stand last, it is the end before each of them that came or is gone.
        """
        last = max((n for n, (_, kind) in enumerate(entries) if kind is None), default=-1)
        for n, (block, kind) in enumerate(entries):
            end = entries[n - 1][0] if n > last else block
            if kind and block.tag == f"{W}p" and end.tag == f"{W}p":
                self._strokes.paragraph_end(end, self._strokes.hand.mark(kind))

    # ── tables ─────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, old: Any, new: Any) -> None:
        pairs = aligned(old.findall(f"{W}tr"), new.findall(f"{W}tr"), self._reading)
        pairs = [each for pair in pairs for each in self._split(*pair)]
        names = self._moves(pairs)
        above: Any = None
        for one, other in pairs:
            if other is None:
                move = names.get(one, "")
                gone = self._strokes.whole(one, "moveFrom" if move else "del", move)
                self._put_row(gone, above, new)
                above = gone
                continue
            if one is None:
                move = names.get(other, "")
                self._strokes.whole(other, "moveTo" if move else "ins", move)
            elif self._reading.said(one) != self._reading.said(other):
                for before, after in zip(one.findall(f"{W}tc"), other.findall(f"{W}tc"), strict=True):
                    if self._reading.said(before) != self._reading.said(after):
                        self.merge(before, after)
            above = other

    @staticmethod
    def _split(old: Any, new: Any) -> list[Pair]:
        """A row with another number of cells is another row."""
        if old is None or new is None or len(old.findall(f"{W}tc")) == len(new.findall(f"{W}tc")):
            return [(old, new)]
        return [(old, None), (None, new)]

    @staticmethod
    def _put_row(gone: Any, above: Any, table: Any) -> None:
        if above is not None:
            above.addnext(gone)
        else:
            table.find(f"{W}tr").addprevious(gone)
