"""Has a short concept at least three principles, each with what it means to the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import SHORT_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-DOC-03"
SECTION = "principles"
PAPERS = SHORT_CONCEPT

FEWEST = 3


def check(case: Case) -> Iterator[Trouble]:
    """A meaning that is stated to be unknown is an answer."""
    principles = case.concept.principles
    if len(principles) < FEWEST:
        field = "principles" if principles else ""
        yield Trouble(case.concept, field, "few", {"count": len(principles), "least": FEWEST})
    for principle in principles:
        if not principle.client_meaning:
            yield Trouble(principle, variant="meaning")
