"""Are there few enough principles to remember?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-05"
SECTION = "principles"
DOCUMENTS = CONCEPT

MOST = 7


def check(context: RuleContext) -> Iterator[Violation]:
    """The page on the wall prints the first seven."""
    count = len(context.concept.principles)
    if count > MOST:
        yield Violation(context.concept, "principles", values={"count": count, "most": MOST})
