"""Is at least one cause in one's own power?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-CAU-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Only where every factor is said to be external."""
    for cause in case.state.causes:
        if cause.factors and all(factor.kind == "external" for factor in cause.factors):
            yield Trouble(cause, "factors")
