"""Numbers and anchors: headings 1, 1.1; tables and figures in one run, by letter in annexes; references filled in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from conceptgen.document.anchors import anchor as named
from conceptgen.document.blocks import Block, Chart, Document, Heading, Table
from conceptgen.document.inline import Footnote, Inline, Inlines, Ref, plain
from conceptgen.document.reshape import each_inline
from conceptgen.document.walk import lines
from conceptgen.languages import vocabulary

_ANCHORED = (Heading, Table, Chart)


def number(document: Document) -> Document:
    """Give every heading, table and figure its number and anchor, then fill in the references to them."""
    taken = {block.anchor for part in document.parts for block in part.blocks if isinstance(block, _ANCHORED)}
    counter = _Counter(vocabulary(document.language)["language"]["annex_letters"], taken=taken)
    parts = [replace(part, blocks=tuple(map(counter.numbered, part.blocks))) for part in document.parts]
    return replace(
        document,
        parts=tuple(replace(p, blocks=tuple(_resolve(b, counter.numbers) for b in p.blocks)) for p in parts),
    )


@dataclass
class _Counter:
    letters: str
    numbers: dict[str, str] = field(default_factory=dict)
    heads: list[int] = field(default_factory=lambda: [0] * 4)
    annexes: int = 0
    annex: str = ""
    captions: Counter[tuple[str, str]] = field(default_factory=Counter)
    anchors: int = 0
    taken: set[str] = field(default_factory=set)

    def numbered(self, block: Block) -> Block:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Table | Chart) and block.caption:
            return self._captioned(block)
        return block

    def _heading(self, block: Heading) -> Heading:
        number = ""
        if block.role == "annex" and block.level == 1:
            self.annex = number = self.letters[self.annexes]
            self.annexes += 1
            self.heads = [0] * 4
        elif block.role in ("section", "annex"):
            if block.role == "section" and block.level == 1:
                self.annex = ""
            self.heads[block.level - 1] += 1
            self.heads[block.level :] = [0] * (4 - block.level)
            steps = [str(n) for n in self.heads[: block.level] if n]
            number = ".".join(([self.annex] if self.annex else []) + steps)
        anchor = block.anchor or named(plain(block.content), self.taken, "section")
        self.taken.add(anchor)
        self.numbers[anchor] = number
        return replace(block, number=number, anchor=anchor)

    def _captioned(self, block: Table | Chart) -> Table | Chart:
        kind = "t" if isinstance(block, Table) else "f"
        self.captions[kind, self.annex] += 1
        count = str(self.captions[kind, self.annex])
        number = f"{self.annex}.{count}" if self.annex else count
        anchor = block.anchor or self._anchor(kind)
        self.numbers[anchor] = number
        return replace(block, number=number, anchor=anchor)

    def _anchor(self, kind: str) -> str:
        self.anchors += 1
        return f"{kind}{self.anchors}"


def _resolve(block: Block, numbers: dict[str, str]) -> Block:
    if not _refers(block):
        return block

    def filled(inline: Inline) -> Inline:
        return replace(inline, number=numbers[inline.target]) if isinstance(inline, Ref) else inline

    return each_inline(block, filled)


def _refers(block: Block) -> bool:
    heads = [column.head for column in block.columns] if isinstance(block, Table) else []
    return any(_has_reference(content) for content in (*heads, *lines(block)))


def _has_reference(content: Inlines) -> bool:
    return any(
        isinstance(each, Ref) or (isinstance(each, Footnote) and _has_reference(each.content))
        for each in content
    )
