"""Is the client asked what he thinks, or does only the number of complaints speak for him?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-IND-09"
SECTION = "indicators"
PAPERS = FULL_CONCEPT

_ASKING = ("nps", "csat", "ces", "csi", "servqual_gap", "comp_score")


def check(case: Case) -> Iterator[Trouble]:
    """Only when the kind of every indicator is known."""
    indicators = case.concept.indicators
    if not all(each.kind or each.metric for each in indicators):
        return
    complaints = any(each.kind == "complaint" or each.metric == "complaints_rate" for each in indicators)
    if complaints and not any(each.kind == "perception" or each.metric in _ASKING for each in indicators):
        yield Trouble(case.concept, "indicators")
