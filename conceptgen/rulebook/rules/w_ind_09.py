"""Is the client asked what he thinks, or does only the number of complaints speak for him?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-09"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_ASKING = ("nps", "csat", "ces", "csi", "servqual_gap", "comp_score")


def check(context: RuleContext) -> Iterator[Violation]:
    """Only when the kind of every indicator is known."""
    indicators = context.concept.indicators
    if not all(each.kind or each.metric for each in indicators):
        return
    complaints = any(each.kind == "complaint" or each.metric == "complaints_rate" for each in indicators)
    if complaints and not any(each.kind == "perception" or each.metric in _ASKING for each in indicators):
        yield Violation(context.concept, "indicators")
