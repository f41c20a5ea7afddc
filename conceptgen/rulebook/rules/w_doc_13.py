"""Does the announcement to the staff say what to do, and whom to ask?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import ANNOUNCEMENT
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-13"
SECTION = "principles"
DOCUMENTS = ANNOUNCEMENT


def check(context: RuleContext) -> Iterator[Violation]:
    """The principles are what it is about."""
    if not context.concept.principles:
        yield Violation(context.project.document, "title", "principles")
    if context.project.document.contact is None:
        yield Violation(context.project.document, "title", "contact")
