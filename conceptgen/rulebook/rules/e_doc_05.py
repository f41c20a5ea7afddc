"""Is every place of the document filled in, or is a mark printed where something is still to come?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.papers import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "E-DOC-05"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for each address that a document leaves open and that no other rule has told of."""
    for gap in context.untold_gaps():
        part, field = context.part_at(gap.origin.path)
        yield Violation(part, field, values={"gap": gap.text})
