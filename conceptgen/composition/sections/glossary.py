"""Terms and abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, card, h1
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import line


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card of terms, in the order of the input."""
    terms = scope.project.glossary
    if not terms:
        return
    yield h1(scope, "glossary.title")
    rows = [
        (
            scope.t(term, "term"),
            (line(scope.t(term, "abbr"), " — " if term.abbr else "", full_text(scope, term, "text")),),
        )
        for term in terms
    ]
    yield from card(rows, scope.say("glossary.title"))
