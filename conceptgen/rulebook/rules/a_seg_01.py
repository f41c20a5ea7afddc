"""Are those who come again thought of as clients of their own?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import phrases

CODE = "A-SEG-01"
SECTION = "organization"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Only where segments are given at all; the name of a segment may say it."""
    segments = context.project.organization.segments
    returning = phrases("returning", context.project.document.language)
    if segments and not any(each.life_cycle == "repeat" or returning.search(each.name) for each in segments):
        yield Violation(context.project.organization, "segments")
