"""The title of a document of a chain: the chain and its scenario stand where the concept has its own title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.inflection import mark
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import cover
from conceptgen.document.blocks import Block, Cover, CoverLine, Heading, Paragraph
from conceptgen.document.inline import line


def page(scope: Scope) -> Iterator[Piece]:
    """The title page."""
    for piece in cover.blocks(scope):
        if isinstance(piece, Cover):
            yield replace(piece, lines=tuple(_lines(scope, piece.lines)))


def head(scope: Scope) -> Iterator[Block]:
    """Two lines above the map, which needs the page: the name; whose way it is, whose document, of what day."""
    written = scope.project.document
    said = [
        scope.t(scope.chain, "scenario"),
        scope.t(scope.project.organization, "name"),
        date_for_brackets(scope, written, "date"),
        line(mark(scope)),
        scope.t(written, "access_label"),
    ]
    yield Heading(1, scope.t(scope.chain, "name"))
    yield Paragraph(join(said, "; "), "note")


def _lines(scope: Scope, lines: Iterable[CoverLine]) -> Iterator[CoverLine]:
    for each in lines:
        if each.role == "title":
            yield from _titles(scope, each)
        else:
            yield each


def _titles(scope: Scope, written: CoverLine) -> Iterator[CoverLine]:
    """A chain beside a concept has the title; a chain alone keeps that of the document above its name."""
    name, scenario = scope.t(scope.chain, "name"), scope.t(scope.chain, "scenario")
    alone = scope.project.concept is None and scope.project.document.title != scope.chain.name
    yield replace(written, content=written.content if alone else name)
    if alone:
        yield CoverLine("subtitle", name)
    if scenario:
        yield CoverLine("subtitle", scenario)
