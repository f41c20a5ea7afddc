"""The common end of every document: sections split into parts by the turn of the page, the words writers need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conceptgen.composition.builders import Fresh, Piece, Wide
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Labels, Part


def on_a_page(parts: list[Part]) -> list[Part]:
    """The parts, the first of them on a fresh page."""
    return [replace(part, new_page=part.new_page or not index) for index, part in enumerate(parts)]


def split(pieces: Iterable[Piece], key: str = "") -> list[Part]:
    """Split a section where the page turns."""
    parts: list[Part] = []
    run: list[Block] = []
    for piece in pieces:
        if isinstance(piece, Wide | Fresh):
            if run:
                parts.append(Part(tuple(run), key=key))
            parts.append(_turned(piece, key))
            run = []
        else:
            run.append(piece)
    if run:
        parts.append(Part(tuple(run), key=key))
    return parts


def _turned(piece: Wide | Fresh, key: str) -> Part:
    if isinstance(piece, Fresh):
        return Part(piece.blocks, new_page=True, key=key)
    return Part(piece.blocks, True, piece.new_page, key, piece.sheet)


def labels(scope: Scope) -> Labels:
    """The fixed words a writer needs, in the document's language."""
    say = scope.say
    return Labels(
        table=say("labels.table"),
        figure=say("labels.figure"),
        page=say("labels.page"),
        footnotes=say("labels.footnotes"),
        skip_to_text=say("labels.skip_to_text"),
        no_data=say("labels.no_data"),
        contents=say("labels.contents"),
        annex=say("labels.annex"),
        after_number=say("labels.after_number"),
        of=say("labels.of"),
        version=say("labels.version"),
    )
