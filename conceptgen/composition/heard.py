"""What clients say, word for word: the weightiest of it is set large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.base import Statement

Heard = tuple[ProblemFound, Statement]
"""A problem found, and what is heard of it."""
LONGEST = 140
"""Signs of words that are set large; longer ones stay in the table."""


def weightiest(problems: Iterable[ProblemFound]) -> Heard | None:
    """The gravest problem that clients are heard about, and their words; of equals the first."""
    told = [(each, said) for each in problems for said in each.heard[:1] if len(said.text) <= LONGEST]
    return max(told, key=lambda pair: pair[0].severity or 0, default=None)


def set_large(scope: Scope, said: Statement, about: Inlines = ()) -> Iterator[Block]:
    """Words with the marks of their source, and under them what they are about; what they open follows."""
    yield Paragraph(full_text(scope, said), "pull")
    if about:
        yield Paragraph(about, "note", stays=True)
