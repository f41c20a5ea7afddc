"""Has anyone asked how neighbours in another business solved it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-ASM-02"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """One answer anywhere is enough; told once, at the first analysis."""
    causes = case.state.causes
    if causes and not any(each.peer_practice for each in causes):
        yield Trouble(causes[0])
