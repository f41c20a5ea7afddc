"""Has every low criterion a score it shall reach?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-ASM-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for all, at the first; what is postponed needs none yet."""
    aimless = tuple(
        each
        for each in context.state.criteria
        if context.is_low(context.score(each)) and each.target is None and not each.postponed
    )
    if aimless:
        values = {"names": aimless[:3], "count": len(aimless), "threshold": context.threshold}
        yield Violation(aimless[0], values=values, also=aimless[1:])
