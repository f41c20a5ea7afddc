"""The title of a document of a chain: the chain and its scenario stand where the concept has its own title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conceptgen.compose.build import Piece
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections import cover, masthead
from conceptgen.document.blocks import Cover, CoverLine


def page(scope: Scope) -> Iterator[Piece]:
    """The title page."""
    yield _retitled(scope, cover.blocks(scope))


def head(scope: Scope) -> Cover:
    """A compact title above the text."""
    return _retitled(scope, masthead.blocks(scope))


def _retitled(scope: Scope, pieces: Iterable[Piece]) -> Cover:
    written = next(piece for piece in pieces if isinstance(piece, Cover))
    return replace(written, lines=tuple(_lines(scope, written.lines)))


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
