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
    """One trouble for all, at the first; what is postponed needs none yet."""
    aimless = tuple(
        each
        for each in case.state.criteria
        if case.is_low(case.score(each)) and each.target is None and not each.postponed
    )
    if aimless:
        values = {"names": aimless[:3], "count": len(aimless), "threshold": case.threshold}
        yield Trouble(aimless[0], values=values, also=aimless[1:])
