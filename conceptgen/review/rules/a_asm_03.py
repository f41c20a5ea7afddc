"""Has every low criterion a score it shall reach?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-ASM-03"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """What is postponed needs none yet."""
    for criterion in case.state.criteria:
        score = case.score(criterion)
        if case.is_low(score) and criterion.target is None and not criterion.postponed:
            yield Trouble(criterion, values={"score": score, "threshold": case.threshold})
