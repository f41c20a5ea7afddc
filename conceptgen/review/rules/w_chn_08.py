"""Is it said at every touchpoint that stays how the client shall be served there?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.chains import kept
from conceptgen.review.papers import FULL_CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-08"
SECTION = "chains"
PAPERS = FULL_CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """Of moments of truth, of what changes or is new, E-CHN-02 speaks; what is kept may be told as it is done."""
    for chain in case.project.chains:
        for placed in kept(case, chain):
            point = placed.touchpoint
            if placed.standard or point.moment_of_truth or point.decision in ("change", "new"):
                continue
            if point.decision != "keep" or not point.frontstage:
                yield Trouble(point, values={"stage": placed.stage})
