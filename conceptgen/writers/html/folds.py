"""What stands folded on a narrow screen: annexes and long tables, each under a line that says what it is and how long.

A wide screen and paper show everything open; on a narrow one a link, a search or a press opens what is folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from conceptgen.document.blocks import Block, Document, Heading, Listing, Paragraph, Part, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import lines
from conceptgen.languages.words import Words
from conceptgen.writers.html.views import caption

LONG = 1800
"""Letters from which a table takes more than a screen and a half of a telephone."""
LONG_ANNEX = 500
"""Letters from which an annex is worth a fold."""
ROW = 40
"""Letters that a row costs however little it says."""


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that stand together: folded under a name and a count of rows, or open where both are ""."""

    blocks: tuple[Block, ...]
    name: str = ""
    rows: str = ""


class Folds:
    """How the parts of a document fold where they ``may``; only a document long enough to have contents does."""

    def __init__(self, document: Document, may: bool) -> None:
        self.may = may
        self._document = document
        self._words = Words(document.language)

    def of(self, part: Part) -> list[Run]:
        """The blocks of a part in their order, those that fold apart."""
        if not (self.may and self._document.names_sections):
            return [Run(part.blocks)]
        return [run for section in _sections(part.blocks) for run in self._section(section)]

    def sections(self, count: int) -> str:
        """«24 раздела»: how much a folded list of contents holds."""
        return self._words.plural("section", count)

    def _section(self, blocks: tuple[Block, ...]) -> Iterator[Run]:
        head = blocks[0]
        if isinstance(head, Heading) and head.role == "annex" and head.level == 1:
            yield Run(blocks[:1])
            yield self._run(blocks[1:], self._words.say("html.show"), LONG_ANNEX)
        elif isinstance(head, Heading) and head.role == "front":
            yield Run(blocks)
        else:
            for folds, run in groupby(blocks, _may_fold):
                if folds:
                    yield from (self._run((table,), self._named(table), LONG) for table in run)
                else:
                    yield Run(tuple(run))

    def _run(self, blocks: tuple[Block, ...], name: str, least: int) -> Run:
        if sum(map(_letters, blocks)) < least:
            return Run(blocks)
        return Run(blocks, name, self._words.plural("row", sum(map(_rows, blocks))))

    def _named(self, block: Block) -> str:
        assert isinstance(block, Table)
        labels = self._document.labels
        if not block.caption:
            return block.alt
        return caption(labels.table, block.number, labels.after_number) + plain(block.caption)


def _sections(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """The blocks cut before each heading of level 1."""
    starts = [
        at for at, block in enumerate(blocks) if at == 0 or (isinstance(block, Heading) and block.level == 1)
    ]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        yield blocks[start:end]


def _may_fold(block: Block) -> bool:
    """A map is what the reader came for, and what is to be filled in lies open."""
    return isinstance(block, Table) and not block.lanes and not block.ruled


def _letters(block: Block) -> int:
    return sum(len(plain(content)) for content in lines(block)) + ROW * _rows(block)


def _rows(block: Block) -> int:
    match block:
        case Table():
            return sum(row.role not in ("head", "group") for row in block.rows)
        case Listing():
            return len(block.items)
        case Paragraph():
            return 1
    return 0
