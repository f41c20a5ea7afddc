"""Does every line of ``review.allow`` accept a finding that there is?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.rules import contradictions
from conceptgen.rulebook.violation import Violation

CODE = "W-RVW-01"
SECTION = "review"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A contradiction cannot be accepted, so a line that tries answers to nothing."""
    for allowed in context.unused:
        variant = "contradiction" if allowed.rule in contradictions() else "unused"
        yield Violation(allowed, "rule", variant, {"rule": allowed.rule})
