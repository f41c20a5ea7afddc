"""Is there an indicator where it matters most: at moments of truth and at low scores?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.chains import kept, score
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-01"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """Without a concept, or before it has indicators, there is nothing to name."""
    if not context.concept.indicators:
        return
    for chain in context.project.chains:
        for placed in kept(context, chain):
            point = placed.touchpoint
            if context.answers(point, Indicator, "indicators"):
                continue
            mark = score(context, point)
            if context.is_low(mark):
                values = {"stage": placed.stage, "score": mark, "threshold": context.threshold}
                yield Violation(point, variant="low", values=values)
            elif point.moment_of_truth:
                yield Violation(point, variant="moment", values={"stage": placed.stage})
