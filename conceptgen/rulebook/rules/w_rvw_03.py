"""Does every line of ``review.allow`` name a rule that there is?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.rules import rules
from conceptgen.rulebook.violation import Violation

CODE = "W-RVW-03"
SECTION = "review"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """What loading says of a file cannot be accepted either: it is mended."""
    known = {rule.code for rule in rules()}
    for allowed in context.project.review.allow:
        if allowed.rule not in known:
            yield Violation(allowed, "rule", values={"rule": allowed.rule})
