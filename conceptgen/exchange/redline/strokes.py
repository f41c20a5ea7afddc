"""Words, paragraphs and rows marked as put in, taken out or moved."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from lxml import etree

from conceptgen.exchange.redline.footnotes import Footnotes
from conceptgen.exchange.redline.hand import GONE, Hand, Kind
from conceptgen.exchange.redline.tokens import MARKS, Token, run_of, tokens
from conceptgen.writers.docx.xml import W

_AFTER_LOOK: Final = (f"{W}sectPr", f"{W}pPrChange")


class Strokes:
    """Marks what changed, in the name of a ``hand``."""

    def __init__(self, hand: Hand, notes: Footnotes) -> None:
        self.hand, self._notes = hand, notes

    def whole(self, block: Any, kind: Kind, move: str = "") -> Any:
        """A row, a table or a paragraph that came or is gone; of what is gone a copy, to be put where it stood.

        The ends of paragraphs in tables are marked too; that of a lone one is for whoever knows what stands beside.
        """
        if kind in GONE:
            block = deepcopy(block)
            for each in [*block.iter(*MARKS, f"{W}sectPr")]:
                each.getparent().remove(each)
        rows = [block] if block.tag == f"{W}tr" else block.iter(f"{W}tr")
        for row in rows:
            self._row(row, kind)
        paragraphs = [block] if block.tag == f"{W}p" else list(block.iter(f"{W}p"))
        for paragraph in paragraphs:
            self.rewrite(paragraph, [(kind, tokens(paragraph))])
            if paragraph is not block:
                self.paragraph_end(paragraph, self.hand.mark(kind))
        if move:
            self._range(paragraphs, kind, move)
        return block

    def _row(self, row: Any, kind: Kind) -> None:
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(self.hand.row_mark(kind))

    def _range(self, paragraphs: list[Any], kind: Kind, move: str) -> None:
        start, end = self.hand.range(kind, move)
        first = paragraphs[0]
        first.insert(1 if first.find(f"{W}pPr") is not None else 0, start)
        paragraphs[-1].append(end)

    def paragraph_end(self, paragraph: Any, *marks: Any) -> None:
        """Mark the end of a paragraph: what stands before it and after it becomes one where it goes."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            after = next((each for each in properties if each.tag in _AFTER_LOOK), None)
            if after is None:
                properties.append(look)
            else:
                after.addprevious(look)
        for n, mark in enumerate(marks):
            look.insert(n, mark)

    def rewrite(self, paragraph: Any, stretches: list[tuple[Kind | None, list[Token]]]) -> None:
        """Write the content of a paragraph anew, each stretch as it came about; None: it stays as it is."""
        properties = paragraph.find(f"{W}pPr")
        for child in list(paragraph):
            if child is not properties:
                paragraph.remove(child)
        for kind, words in stretches:
            _Line(paragraph, self, kind).put(words)

    def note(self, token: Token, kind: Kind) -> Any:
        """The mark of a footnote that came or is gone, with the footnote itself marked so."""
        run = deepcopy(token.elements[0])
        if kind not in GONE:
            if (line := self._notes.new(token.footnote)) is not None:
                self.rewrite(line, [("ins", tokens(line))])
            return run
        kept = self._notes.keep(token.footnote)
        if kept is None:
            return None
        id, line = kept
        self.rewrite(line, [("del", tokens(line))])
        next(run.iter(f"{W}footnoteReference")).set(f"{W}id", id)
        return run


class _Line:
    """Puts one stretch at the end of a paragraph."""

    def __init__(self, paragraph: Any, strokes: Strokes, kind: Kind | None) -> None:
        self._paragraph, self._strokes, self._kind = paragraph, strokes, kind
        self._box: Any = None
        self._words: tuple[Any, str] | None = None

    def put(self, words: list[Token]) -> None:
        """The words one after another; those of one look share a run."""
        for each in words:
            if each.elements:
                self._close()
                self._whole(each)
            elif self._words and _same(self._words[0], each.look):
                self._words = self._words[0], self._words[1] + each.text
            else:
                self._close()
                self._words = each.look, each.text
        self._close()

    def _whole(self, token: Token) -> None:
        """Elements as they are; of what is gone only what can be read: a field that is gone counts no more."""
        if token.is_mark or self._kind is None:
            self._box = None
            self._paragraph.extend(token.elements)
        elif token.footnote:
            if (run := self._strokes.note(token, self._kind)) is not None:
                self._into().append(run)
        elif self._kind not in GONE:
            self._into().extend(token.elements)
        elif token.shown:
            self._words = None, token.shown

    def _close(self) -> None:
        if self._words:
            look, text = self._words
            self._into().append(run_of(text, look, is_deleted=self._kind == "del"))
        self._words = None

    def _into(self) -> Any:
        if self._kind is None:
            return self._paragraph
        if self._box is None:
            self._box = self._strokes.hand.mark(self._kind)
            self._paragraph.append(self._box)
        return self._box


def _same(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return one is other or etree.tostring(one) == etree.tostring(other)
