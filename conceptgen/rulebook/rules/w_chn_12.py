"""Are there visits enough for a share?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.check_scores import FEW_VISITS
from conceptgen.model.checks import Check
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN, PROGRESS
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-12"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN | PROGRESS


def check(context: RuleContext) -> Iterator[Violation]:
    """A check without a visit is only planned."""
    for each in context.every(Check):
        if 0 < len(each.visits) < FEW_VISITS and not each.remark:
            yield Violation(each, "visits", values={"count": len(each.visits), "enough": FEW_VISITS})
