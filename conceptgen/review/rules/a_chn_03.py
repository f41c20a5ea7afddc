"""Is the client met anywhere before the need arises?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.chains import kept
from conceptgen.review.papers import FULL_CHAIN
from conceptgen.review.trouble import Trouble

CODE = "A-CHN-03"
SECTION = "chains"
PAPERS = FULL_CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """All chains are taken together; an empty chain has nothing to say of it."""
    chains = case.project.chains
    points = [placed.touchpoint for chain in chains for placed in kept(case, chain)]
    if points and not any(point.proactive for point in points):
        yield Trouble(chains[0], values={"count": len(points)})
