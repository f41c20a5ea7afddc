"""Has a long title a short one beside it, for the head of every page?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-01"
SECTION = "document"
DOCUMENTS = EVERY

LETTERS = 120


def check(context: RuleContext) -> Iterator[Violation]:
    """The head of a page holds a line, a longer title is cut there."""
    document = context.project.document
    if len(document.title) > LETTERS and not document.short_title:
        yield Violation(document, "title", values={"length": len(document.title), "limit": LETTERS})
