"""Is it estimated what every problem zone found costs?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-PZ-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Words will do where no sum can be given, and so will a stated unknown."""
    for verdict in case.state.zone_audit:
        if verdict.verdict == "found" and verdict.missed_opportunity is None:
            yield Trouble(verdict)
