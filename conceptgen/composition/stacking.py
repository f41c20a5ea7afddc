"""A table of many columns made narrow: what a column said stands under another, its head before it.

A page upright holds four columns that can be read; a sheet on its side breaks the reading for one table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conceptgen.composition.builders import EMPTY, narrowed
from conceptgen.document.blocks import Cell, Column, Row
from conceptgen.document.inline import Inlines, Text, line, plain

_ENDS = ".;:!?…"
_SHORT = 60
"""Letters up to which what stands under a cell shares a line with what stands before it."""


def stacked(
    heads: tuple[Column, ...], rows: Sequence[Row], under: Mapping[int, int]
) -> tuple[tuple[Column, ...], list[Row]]:
    """The table with some columns under others: ``under`` says which column goes into which.

    Nothing is lost but «—»; rows that span columns, such as sub-headings, get narrower.
    """
    kept = [n for n in range(len(heads)) if n not in under]

    def narrow(row: Row) -> Row:
        if len(row.cells) != len(heads):
            return narrowed(row, kept)
        return replace(row, cells=tuple(_with_others(heads, row, n, under) for n in kept))

    return tuple(heads[n] for n in kept), [narrow(row) for row in rows]


def _with_others(heads: Sequence[Column], row: Row, place: int, under: Mapping[int, int]) -> Cell:
    """A cell and below it what goes under it, each in a paragraph of its own."""
    cell = row.cells[place]
    added = [
        line(_quiet(heads[n].head), said)
        for n, into in under.items()
        if into == place and row.cells[n] != EMPTY and (said := _run_in(row.cells[n]))
    ]
    own = () if cell == EMPTY and added else cell.paragraphs
    return replace(cell, paragraphs=(*own, *_sharing(added)))


def _sharing(lines: Sequence[Inlines]) -> list[Inlines]:
    """«Единица: минуты. Ответственный: Директор»: short lines on one, so that a row is no higher than it must be."""
    result: list[Inlines] = []
    for each in lines:
        before = plain(result[-1]).rstrip() if result and not _ends_in_a_value(result[-1]) else ""
        if before and len(before) + len(plain(each)) <= _SHORT:
            result[-1] = line(result[-1], " " if before.endswith(tuple(_ENDS)) else ". ", each)
        else:
            result.append(each)
    return result


def _ends_in_a_value(content: Inlines) -> bool:
    """True if it closes with words of the input: what is added to them in Word must stay apart from what follows."""
    last = content[-1]
    return isinstance(last, Text) and last.origin is not None


def _quiet(head: Inlines) -> Inlines:
    named = [replace(each, style="quiet") if isinstance(each, Text) else each for each in head]
    return line(*named, Text(": ", "quiet"))


def _run_in(cell: Cell) -> Inlines:
    """The paragraphs of a cell in one line."""
    said: Inlines = ()
    for paragraph in filter(None, cell.paragraphs):
        ended = plain(said).rstrip().endswith(tuple(_ENDS))
        by = " " if ended else ". " if _opens_with_a_head(paragraph) else "; "
        said = line(said, by, paragraph) if said else paragraph
    return said


def _opens_with_a_head(paragraph: Inlines) -> bool:
    """«Отвечает: …»: a head of the document's own with a capital letter, which no semicolon can precede."""
    first = paragraph[0]
    if not isinstance(first, Text) or first.origin:
        return False
    return ":" in first.text and first.text[:1].isupper()
