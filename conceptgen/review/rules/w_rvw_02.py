"""Does every line of ``review.allow`` say why?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "W-RVW-02"
SECTION = "review"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """A finding accepted without a reason is one nobody thought about."""
    for allowed in case.project.review.allow:
        if not allowed.reason:
            yield Trouble(allowed, "rule", values={"rule": allowed.rule})
