"""Are there few enough principles to remember?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-DOC-05"
SECTION = "principles"
PAPERS = CONCEPT

MOST = 7


def check(case: Case) -> Iterator[Trouble]:
    """The page on the wall prints the first seven."""
    count = len(case.concept.principles)
    if count > MOST:
        yield Trouble(case.concept, "principles", values={"count": count, "most": MOST})
