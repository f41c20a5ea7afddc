"""Are those who come again thought of as clients of their own?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import phrases

CODE = "A-SEG-01"
SECTION = "organization"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Only where segments are given at all; the name of a segment may say it."""
    segments = case.project.organization.segments
    returning = phrases("returning", case.project.document.language)
    if segments and not any(each.life_cycle == "repeat" or returning.search(each.name) for each in segments):
        yield Trouble(case.project.organization, "segments")
