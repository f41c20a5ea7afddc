"""A paragraph of both editions: the new one, with the words of the old crossed out where they stood."""

from __future__ import annotations

from typing import Any

from conceptgen.exchange.redline.footnotes import Footnotes
from conceptgen.exchange.redline.hand import Kind
from conceptgen.exchange.redline.strokes import Strokes
from conceptgen.exchange.redline.tokens import Token, tokens
from conceptgen.exchange.redline.words import stretches


def merge(old: Any, new: Any, strokes: Strokes, notes: Footnotes) -> None:
    """Write into the new paragraph what changed in it."""
    before = [each for each in tokens(old) if not each.is_mark]
    after = tokens(new)
    places = [n for n, each in enumerate(after) if not each.is_mark]
    written: list[tuple[Kind | None, list[Token]]] = []
    upto = 0
    for stretch in stretches(before, [after[n] for n in places]):
        inside = places[stretch.new]
        begin = inside[0] if inside else upto
        written.append((None, after[upto:begin]))
        upto = inside[-1] + 1 if inside else upto
        if stretch.is_same:
            written.append((None, after[begin:upto]))
            _merge_notes(before[stretch.old], [after[n] for n in inside], strokes, notes)
        else:
            written += [("del", before[stretch.old]), ("ins", after[begin:upto])]
    written.append((None, after[upto:]))
    strokes.rewrite(new, written)


def _merge_notes(old: list[Token], new: list[Token], strokes: Strokes, notes: Footnotes) -> None:
    """What changed in footnotes whose marks stay."""
    for one, other in zip(old, new, strict=True):
        pair = notes.pair(one.footnote, other.footnote) if one.footnote and other.footnote else None
        if pair:
            merge(*pair, strokes, notes)
