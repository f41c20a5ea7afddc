"""Is it said at every touchpoint that stays how the client shall be served there?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.chains import kept
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHECK_FORM, FULL_CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-08"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN | CHECK_FORM


def check(context: RuleContext) -> Iterator[Violation]:
    """Of moments of truth, of what changes or is new, E-CHN-02 speaks; what is kept may be told as it is done."""
    for chain in context.project.chains:
        for placed in kept(context, chain):
            point = placed.touchpoint
            if placed.standard or point.moment_of_truth or point.decision in ("change", "new"):
                continue
            if point.decision != "keep" or not point.frontstage:
                yield Violation(point, values={"stage": placed.stage})
