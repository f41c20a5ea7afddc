# ruff: noqa: E402, I001 - the way to the modules comes first
"""How long a text of 50,000 signs keeps each format, by the place it stands in and by what it is made of.

``python tools/long_texts.py [--signs 50000] [--formats html,typst] [--places lead,footnote] [--kinds emoji]``: seconds
of this process, for a document that holds nothing else: a line a place, a column a kind.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "tests")]

from fuzz.writers import KINDS

from conceptgen.deliverables.formats import PDF_ENGINES
from conceptgen.document.blocks import (
    Block,
    Cell,
    Column,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import Footnote, Inlines, Text, line
from conceptgen.document.look import Look
from conceptgen.document.told_once import tell_once
from conceptgen.document.typesetting import typeset_document
from conceptgen.writers import write

_LABELS = Labels("t", "f", "p", "n", "s", "d", "c", "a")


def _table(said: Inlines, columns: int, *, wide: bool = False) -> Table:
    """The text in the last column of so many, or across them all, between two short rows."""
    short = Row(tuple(Cell((line("слово"),)) for _ in range(columns)))
    cells = (Cell((said,), columns),) if wide else (*short.cells[1:], Cell((said,)))
    heads = tuple(Column(line("Графа")) for _ in range(columns))
    return Table(heads, (short, Row(cells), short), alt="Таблица")


def places(text: str) -> dict[str, tuple[Block, ...]]:
    """The places a text may stand in."""
    said = line(text)
    return {
        "paragraph": (Paragraph(said),),
        "lead": (Paragraph(said, "lead"),),
        "list": (Listing((said, line("слово"))),),
        "heading": (Heading(2, said, anchor="h"),),
        "cover": (Cover((CoverLine("title", line("Слово")), CoverLine("organization", said))),),
        "footnote": (Paragraph((Text("слово"), Footnote(said))),),
        "card": (
            Table(
                (Column(line("х")), Column(line("у"), 3)), (Row((Cell((line("х"),)), Cell((said,)))),), "card"
            ),
        ),
        "cell of 3": (_table(said, 3),),
        "cell of 8": (_table(said, 8),),
        "whole row": (_table(said, 4, wide=True),),
        "head": (Table((Column(said), Column(line("у"))), (Row((Cell((line("х"),)), Cell((line("у"),)))),)),),
        "note in a cell": (_table((Text("слово"), Footnote(said)), 3),),
    }


def document(blocks: tuple[Block, ...]) -> Document:
    """A document of these, as the composition leaves it."""
    made = Document("Слово", "Слово", "Слово", "Слово", "ru", "2026-01-01", _LABELS, (Part(blocks),))
    return typeset_document(tell_once(made))


def seconds(made: Document, format: str) -> float:
    """What a format takes of this process."""
    begun = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if format in PDF_ENGINES:
            write(made, "pdf", Look(pdf_engine=format))
        else:
            write(made, format)
    return time.process_time() - begun


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser("long_texts", description=__doc__)
    asked.add_argument("--signs", type=int, default=50_000)
    asked.add_argument("--formats", default=",".join(("docx", "html", *PDF_ENGINES)))
    asked.add_argument("--places", default=",".join(places("")))
    asked.add_argument("--kinds", default=",".join(KINDS))
    wished = asked.parse_args()
    kinds = wished.kinds.split(",")
    for format in ("docx", "html", *PDF_ENGINES):
        seconds(document((Paragraph(line("слово")),)), format)
    for format in wished.formats.split(","):
        print(f"\n| {format} | {' | '.join(kinds)} |\n|---|{'---:|' * len(kinds)}", flush=True)
        for place in wished.places.split(","):
            print(f"| {place} |", end="", flush=True)
            for kind in kinds:
                text = (KINDS[kind] * wished.signs)[: wished.signs]
                print(f" {seconds(document(places(text)[place]), format):.1f} |", end="", flush=True)
            print(flush=True)


main()
