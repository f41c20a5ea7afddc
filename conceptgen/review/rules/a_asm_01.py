"""Has anyone asked the clients themselves?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "A-ASM-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT

_SOURCES = ("survey", "mystery_shopper", "complaints", "interview")
_ROUNDS = ("client_survey", "mystery_shopper", "interview", "mixed")
_PROBLEMS = ("customer_survey", "mystery_shopper", "complaint_analysis", "interview")


def check(case: Case) -> Iterator[Trouble]:
    """What may be the voice of clients counts as it: an interview, a mixed round."""
    if not case.state.criteria or any(_heard(case)):
        return
    yield Trouble(case.state, "rounds" if case.state.rounds else "criteria")


def _heard(case: Case) -> Iterator[bool]:
    yield from (each.kind in _SOURCES for each in case.project.sources)
    yield from (each.method in _ROUNDS for each in case.state.rounds)
    yield from (each.method in _PROBLEMS for each in case.state.findings)
