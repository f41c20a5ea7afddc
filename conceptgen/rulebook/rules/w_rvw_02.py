"""Does every line of ``review.allow`` say why?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-RVW-02"
SECTION = "review"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A finding accepted without a reason is one nobody thought about."""
    for allowed in context.project.review.allow:
        if not allowed.reason:
            yield Violation(allowed, "rule", values={"rule": allowed.rule})
