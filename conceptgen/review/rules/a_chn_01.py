"""Does the concept lead to a chain: is there one, or an action to develop it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-CHN-01"
SECTION = "chains"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """The action counts in any state but cancelled."""
    concept = case.project.concept
    planned = any(each.kind == "chain" and each.status != "cancelled" for each in case.programme.actions)
    if concept and not case.project.chains and not planned:
        yield Trouble(concept.programme or concept, values={"name": case.project.organization})
