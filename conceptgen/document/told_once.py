"""A text of more than a page is told once, where there is room for it; everywhere else stands its beginning.

A name of thousands of signs would be laid out anew in each table, list and chart that names it, and a head of a table
that is higher than a page would stand on every page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from conceptgen.document.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    StripChart,
    Table,
)
from conceptgen.document.inline import Inline, Text
from conceptgen.document.reshape import drawn_words, each_inline, each_word
from conceptgen.document.walk import lines, texts

PAGE: Final = 3_000
"""Signs of a text that may be told again and again."""
SHOWN: Final = 200
"""Signs of the beginning that stands for a longer one."""


def beginning(text: str, longest: int = SHOWN) -> str:
    """As much of a text as stands for it: all of it, or its beginning."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def tell_once(document: Document) -> Document:
    """The document with every text longer than a page in one place only; none of it is lost."""
    if all(_is_short(block) for part in document.parts for block in part.blocks):
        return document
    roomy = _Seen()
    close = _Seen()
    for block in (each for part in document.parts for each in part.blocks):
        _changed(block, roomy.inline, close.inline, close.word)
    telling = _Telling(roomy.texts)
    return replace(document, parts=tuple(map(telling.part, document.parts)))


def _is_short(block: Block) -> bool:
    """True if no text of a block is longer than a page. Nearly all are, and to look is cheaper than to change."""
    heads = [column.head for column in block.columns] if isinstance(block, Table) else []
    if any(len(text.text) > PAGE for content in (*heads, *lines(block)) for text in texts(content)):
        return False
    drawn = block.data if isinstance(block, Chart) else _strips(block) if isinstance(block, Table) else ()
    return all(len(word) <= PAGE for word in drawn_words(drawn))


def _strips(table: Table) -> tuple[StripChart, ...]:
    return tuple(row.strip for row in table.rows if row.strip)


@dataclass
class _Seen:
    """The texts longer than a page that were met."""

    texts: set[str] = field(default_factory=set)

    def inline(self, inline: Inline) -> Inline:
        if isinstance(inline, Text):
            self.word(inline.text)
        return inline

    def word(self, text: str) -> str:
        if len(text) > PAGE:
            self.texts.add(_key(text))
        return text


class _Telling:
    """Changes block after block; what stands only where there is no room for it is told right after its block."""

    def __init__(self, roomy: set[str]) -> None:
        self.roomy = roomy
        self.told: set[str] = set()
        self.after: list[Text] = []
        self.cut: dict[str, None] = {}

    def part(self, part: Part) -> Part:
        return replace(part, blocks=tuple(each for block in part.blocks for each in self.block(block)))

    def block(self, block: Block) -> list[Block]:
        self.after, self.cut = [], {}
        done = _changed(block, self.in_a_roomy_place, self.in_a_close_place, self.in_a_drawing)
        if isinstance(done, Table | Chart):
            done = replace(done, alt=self.shortened(done.alt))
        return [done, *(Paragraph((each,), "note") for each in self.after)]

    def in_a_roomy_place(self, inline: Inline) -> Inline:
        if not isinstance(inline, Text) or len(inline.text) <= PAGE:
            return inline
        self.cut[inline.text] = None
        if _key(inline.text) in self.told:
            return _short(inline)
        self.told.add(_key(inline.text))
        return inline

    def in_a_close_place(self, inline: Inline) -> Inline:
        if not isinstance(inline, Text) or len(inline.text) <= PAGE:
            return inline
        self._tell_after(inline)
        return _short(inline)

    def in_a_drawing(self, word: str) -> str:
        if len(word) <= PAGE:
            return word
        self._tell_after(Text(word))
        return beginning(word)

    def _tell_after(self, text: Text) -> None:
        self.cut[text.text] = None
        if _key(text.text) not in self.roomy | self.told:
            self.told.add(_key(text.text))
            self.after.append(text)

    def shortened(self, alt: str) -> str:
        """The words for a drawing with the texts that were cut in it cut as well."""
        if len(alt) > PAGE and _key(alt) in self.roomy | self.told:
            return beginning(alt)
        for each in self.cut if len(alt) > PAGE else ():
            alt = alt.replace(each, beginning(each))
        return alt


def _short(text: Text) -> Text:
    """The beginning of a text; it is no longer the value itself, so it has no address."""
    return replace(text, text=beginning(text.text), origin=None)


def _key(text: str) -> str:
    """The same for a text and for what a sentence makes of it: a capital first, no full stop at the end."""
    return text[1:].removesuffix(".")


def _changed(
    block: Block,
    roomy: Callable[[Inline], Inline],
    close: Callable[[Inline], Inline],
    word: Callable[[str], str],
) -> Block:
    """The block with its texts changed: those with room around them, those without, and the words of drawings."""
    if isinstance(block, Heading):
        return each_inline(block, close)
    if isinstance(block, Chart):
        return replace(each_inline(block, close), data=each_word(block.data, word))
    if not isinstance(block, Table):
        return each_inline(block, roomy)
    heads = _table(replace(block, rows=()), close)
    return replace(heads, rows=tuple(_row(row, block, roomy, close, word) for row in block.rows))


def _row(
    row: Row,
    table: Table,
    roomy: Callable[[Inline], Inline],
    close: Callable[[Inline], Inline],
    word: Callable[[str], str],
) -> Row:
    alone = replace(table, caption=(), columns=(), rows=(row,))
    (done,) = _table(alone, close if row.role == "head" else roomy).rows
    if not row.strip:
        return done
    strips = (replace(c, strip=each_word(c.strip, word)) for c in done.cells)
    return replace(done, cells=tuple(strips))


def _table(table: Table, change: Callable[[Inline], Inline]) -> Table:
    done = each_inline(table, change)
    assert isinstance(done, Table)
    return done
