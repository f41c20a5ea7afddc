"""Is a long chain worth a session of all who serve the client, rather than one person's work?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "A-CHN-02"
SECTION = "chains"
PAPERS = CHAIN

_LONG = 40


def check(case: Case) -> Iterator[Trouble]:
    """Only where the way of developing is said."""
    for chain in case.project.chains:
        development, count = chain.development, len(case.touchpoints(chain))
        if development and development.mode in ("solo", "interviews") and count > _LONG:
            yield Trouble(development, "mode", values={"name": chain, "count": count, "limit": _LONG})
