"""The last annex: whatever of the input found no place above, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from conceptgen.compose.build import Piece, card, h1
from conceptgen.compose.leaves import Leaf, leaves
from conceptgen.compose.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model.chain import Chain
from conceptgen.model.project import Project
from conceptgen.origin import Path

CHAPTERS = (
    "document",
    "organization",
    "concept",
    "custom_zones",
    "custom_components",
    "sources",
    "glossary",
    "legal_refs",
)
"""The chapters of the input that the full concept prints; chains have documents of their own."""


def blocks(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the full concept found no place for."""
    return _annex(scope, printed, leaves(scope.project, CHAPTERS))


def of_chain(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the full chain found no place for: of this chain, and of all else where there is no concept to say it."""
    own = chain_leaves(scope.project, scope.chain)
    return _annex(
        scope, printed, own if scope.project.concept else chain(leaves(scope.project, CHAPTERS), own)
    )


def of_all(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the combined document found no place for, of the concept and of every chain."""
    return _annex(scope, printed, leaves(scope.project, (*CHAPTERS, "chains")))


def chain_leaves(project: Project, one: Chain) -> Iterator[Leaf]:
    """Every printable value of one chain."""
    home = project.relations.origins[id(one)].path
    return (leaf for leaf in leaves(project, ("chains",)) if leaf.origin.path[: len(home)] == home)


def _annex(scope: Scope, printed: set[Path], wanted: Iterable[Leaf]) -> Iterator[Piece]:
    """A card of what is left, each value under the name of what it belongs to."""
    rest = [leaf for leaf in wanted if not _is_printed(leaf, printed)]
    if not rest:
        return
    yield h1(scope, "remainder.title")
    yield from card(
        ((_name(scope, leaf), (_value(scope, leaf),)) for leaf in rest), scope.say("remainder.title")
    )


def _is_printed(leaf: Leaf, printed: set[Path]) -> bool:
    path = leaf.origin.path
    return any(path[:end] in printed for end in range(1, len(path) + 1)) or leaf.sibling in printed


def _name(scope: Scope, leaf: Leaf) -> Inlines:
    label = scope.words.field(leaf.model, leaf.field)
    return line(f"{leaf.owner}: " if leaf.owner else "", label)


def _value(scope: Scope, leaf: Leaf) -> Inlines:
    return (Text(leaf.text or scope.figures.leaf(leaf.value), origin=leaf.origin),)
