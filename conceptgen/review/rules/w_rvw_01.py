"""Does every line of ``review.allow`` accept a finding that there is?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.rules import contradictions
from conceptgen.review.trouble import Trouble

CODE = "W-RVW-01"
SECTION = "review"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """A contradiction cannot be accepted, so a line that tries answers to nothing."""
    for allowed in case.unused:
        variant = "contradiction" if allowed.rule in contradictions() else "unused"
        yield Trouble(allowed, "rule", variant, {"rule": allowed.rule})
